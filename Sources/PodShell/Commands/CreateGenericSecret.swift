internal import PodEngine

/// `create secret generic NAME --from-literal=KEY=value`
struct CreateGenericSecret: Command {
  static let description = CommandDescription(
    "create secret generic", .build,
    synopsis: "create secret generic NAME [--from-literal=KEY=VALUE]… [--from-file=[KEY=]FILE]…",
    about: "make a Secret",
    examples: [
      "create secret generic login --from-literal=password=secret",
      "create secret generic empty",
    ],
    flags: Creation.flags + LiteralData.flags + [
      Flag("type", nil, .text, "the type of the Secret")
    ],
    arguments: [.anything], isKubectl: true)

  private let generator: Generator
  private let data: LiteralData
  private let type: String

  init(_ call: Invocation) throws(CommandError) {
    generator = try Generator(call, kind: "secret generic")
    data = try LiteralData(call, kind: "Secret", name: generator.name)
    type = call.flags.text("type") ?? ""
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let entries = try data.entries(in: bench)
    try SecretObject.make(generator, entries, type: type, in: &bench)
  }
}

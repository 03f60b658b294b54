internal import PodEngine

/// `registry down|up`: whether images can be pulled at all.
struct RegistryCommand: Command {
  static let description = CommandDescription(
    "registry", aliases: ["unplug registry"], .break, synopsis: "registry down|up",
    about: "let the image registry be unreachable", examples: ["registry down", "registry up"],
    arguments: [.oneOf(["down", "up"])])

  private let isUp: Bool

  init(_ call: Invocation) throws(CommandError) {
    let word = try call.argument(0, "down or up", of: "registry")
    guard word.text == "up" || word.text == "down" else {
      throw .usage(
        "the registry is down or up, not \(GoSyntax.quoted(word.text))", verb: "registry",
        position: word.position)
    }
    try call.refuseArguments(after: 1, of: "registry")
    isUp = word.text == "up"
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(.registry(available: isUp), saying: "registry is \(isUp ? "up" : "down")")
  }
}

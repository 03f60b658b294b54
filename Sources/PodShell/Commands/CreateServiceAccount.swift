internal import PodEngine

/// `create serviceaccount NAME`
struct CreateServiceAccount: Command {
  static let description = CommandDescription(
    "create serviceaccount", aliases: ["create sa"], .build, synopsis: "create serviceaccount NAME",
    about: "make a service account",
    examples: ["create serviceaccount builder", "create sa deployer -o name"],
    flags: Creation.flags, arguments: [.anything], isKubectl: true)

  private let generator: Generator

  init(_ call: Invocation) throws(CommandError) {
    generator = try Generator(call, kind: "serviceaccount")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let object: APIValue = [
      "apiVersion": "v1", "kind": "ServiceAccount", "metadata": generator.metadata(),
    ]
    try generator.creation.make(object, .serviceAccounts, in: &bench)
  }
}

internal import PodEngine

/// `create namespace NAME`
struct CreateNamespace: Command {
  static let description = CommandDescription(
    "create namespace", aliases: ["create ns"], .build, synopsis: "create namespace NAME",
    about: "make a namespace",
    examples: ["create namespace shop", "create ns bar --dry-run=client -o yaml"],
    flags: Creation.flags, arguments: [.anything], isKubectl: true)

  private let generator: Generator

  init(_ call: Invocation) throws(CommandError) {
    generator = try Generator(call, kind: "namespace")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let object: APIValue = [
      "apiVersion": "v1", "kind": "Namespace", "metadata": generator.metadata(),
      "spec": .emptyObject, "status": .emptyObject,
    ]
    try generator.creation.make(object, .namespaces, in: &bench)
  }
}

internal import PodEngine

/// `create node NAME`: one more machine, which kubectl cannot make.
struct CreateNode: Command {
  static let description = CommandDescription(
    "create node", .build, synopsis: "create node NAME [--labels=KEY=VALUE,…]",
    about: "add a machine to the cluster",
    examples: ["create node node-4", "create node node-5 --labels=disk=ssd"],
    flags: Creation.flags + [Flag("labels", "l", .text, "labels of the node: disk=ssd")],
    arguments: [.anything])

  private let generator: Generator
  private let labels: APIValue?

  init(_ call: Invocation) throws(CommandError) {
    generator = try Generator(call, kind: "node")
    if let text = call.flags.text("labels") {
      labels = try KeyValues.labels(text)
    } else {
      labels = nil
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    var object = Cluster.nodeManifest(name: generator.name)
    object["apiVersion"] = "v1"
    object["kind"] = "Node"
    if let labels {
      var all = object[path: "metadata", "labels"] ?? .emptyObject
      for (key, value) in labels.sortedFields() { all[key] = value }
      object[path: "metadata", "labels"] = all
    }
    try generator.creation.make(object, .nodes, in: &bench)
  }
}

internal import PodEngine

/// `start node NAME`: power on.
struct StartNode: Command {
  static let description = CommandDescription(
    "start node", aliases: ["node up", "poweron"], .break, synopsis: "start node NAME",
    about: "switch a node on again",
    examples: ["kill node node-1 && start node node-1", "help start node"],
    arguments: [.node])

  private let node: NodeWord

  init(_ call: Invocation) throws(CommandError) { node = try NodeWord(call, verb: "start node") }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .startNode(node.name), saying: "node/\(node.name) started", position: node.position)
  }
}

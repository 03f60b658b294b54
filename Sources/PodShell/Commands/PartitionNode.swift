internal import PodEngine

/// `partition node NAME`: cuts the network between a node and the API server.
struct PartitionNode: Command {
  static let description = CommandDescription(
    "partition node", aliases: ["partition", "unplug node"], .break,
    synopsis: "partition node NAME",
    about: "cut a node off from the API server; what runs goes on running",
    examples: ["partition node node-1", "partition node-2"], arguments: [.node])

  private let node: NodeWord

  init(_ call: Invocation) throws(CommandError) {
    node = try NodeWord(call, verb: "partition node")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .partitionNode(node.name), saying: "node/\(node.name) partitioned", position: node.position)
  }
}

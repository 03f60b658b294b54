internal import PodEngine

/// `heal node NAME`: ends a partition.
struct HealNode: Command {
  static let description = CommandDescription(
    "heal node", aliases: ["heal"], .break, synopsis: "heal node NAME",
    about: "connect a node that was cut off",
    examples: ["partition node node-1 && heal node node-1", "partition node-2 && heal node-2"],
    arguments: [.node])

  private let node: NodeWord

  init(_ call: Invocation) throws(CommandError) { node = try NodeWord(call, verb: "heal node") }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .healNode(node.name), saying: "node/\(node.name) healed", position: node.position)
  }
}

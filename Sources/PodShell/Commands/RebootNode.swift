internal import PodEngine

/// `reboot node NAME`: off and on again.
struct RebootNode: Command {
  static let description = CommandDescription(
    "reboot node", aliases: ["reboot"], .break, synopsis: "reboot node NAME",
    about: "switch a node off and on again", examples: ["reboot node node-1", "reboot node-2"],
    arguments: [.node])

  private let node: NodeWord

  init(_ call: Invocation) throws(CommandError) { node = try NodeWord(call, verb: "reboot node") }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .rebootNode(node.name), saying: "node/\(node.name) rebooted", position: node.position)
  }
}

internal import PodEngine

/// `restart kubelet NAME`: the agent of a node starts anew, its containers run on.
struct RestartKubelet: Command {
  static let description = CommandDescription(
    "restart kubelet", .break, synopsis: "restart kubelet NODE",
    about: "restart the kubelet of a node; containers go on running",
    examples: ["restart kubelet node-1", "help restart kubelet"], arguments: [.node])

  private let node: NodeWord

  init(_ call: Invocation) throws(CommandError) {
    node = try NodeWord(call, verb: "restart kubelet")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .restartKubelet(node.name), saying: "node/\(node.name) kubelet restarted",
      position: node.position)
  }
}

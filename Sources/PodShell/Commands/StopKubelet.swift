internal import PodEngine

/// `stop kubelet NODE`: the agent of a node ends, its containers run on.
struct StopKubelet: Command {
  static let description = CommandDescription(
    "stop kubelet", .break, synopsis: "stop kubelet NODE",
    about: "stop the kubelet of a node; containers run on, and nobody looks after them",
    examples: ["stop kubelet node-1", "help stop kubelet"], arguments: [.node])

  private let node: NodeWord

  init(_ call: Invocation) throws(CommandError) {
    node = try NodeWord(call, verb: "stop kubelet")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .stopKubelet(node.name), saying: "node/\(node.name) kubelet stopped",
      position: node.position)
  }
}

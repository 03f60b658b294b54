internal import PodEngine

/// `start kubelet NODE`: the agent of a node is there again.
struct StartKubelet: Command {
  static let description = CommandDescription(
    "start kubelet", .break, synopsis: "start kubelet NODE",
    about: "start the kubelet of a node after stop kubelet",
    examples: ["stop kubelet node-1 && start kubelet node-1", "help start kubelet"],
    arguments: [.node])

  private let node: NodeWord

  init(_ call: Invocation) throws(CommandError) {
    node = try NodeWord(call, verb: "start kubelet")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .startKubelet(node.name), saying: "node/\(node.name) kubelet started",
      position: node.position)
  }
}

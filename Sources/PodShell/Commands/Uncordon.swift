internal import PodEngine

/// `uncordon NODE`: lets Pods onto a node again.
struct Uncordon: Command {
  static let description = CommandDescription(
    "uncordon", .build, synopsis: "uncordon NODE…", about: "let Pods onto a node again",
    examples: ["uncordon node-1", "uncordon node-2 node-3"], flags: CordonSwitch.flags,
    arguments: [.node], isKubectl: true)

  private let change: CordonSwitch

  init(_ call: Invocation) throws(CommandError) {
    change = try CordonSwitch(call, verb: "uncordon", unschedulable: false)
  }

  func run(in bench: inout Workbench) throws(CommandError) { try change.run(in: &bench) }
}

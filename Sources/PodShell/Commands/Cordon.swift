internal import PodEngine

/// `cordon NODE`: no new Pods on a node.
struct Cordon: Command {
  static let description = CommandDescription(
    "cordon", .build, synopsis: "cordon NODE…", about: "let no new Pods onto a node",
    examples: ["cordon node-1", "cordon node-2 node-3"], flags: CordonSwitch.flags,
    arguments: [.node], isKubectl: true)

  private let change: CordonSwitch

  init(_ call: Invocation) throws(CommandError) {
    change = try CordonSwitch(call, verb: "cordon", unschedulable: true)
  }

  func run(in bench: inout Workbench) throws(CommandError) { try change.run(in: &bench) }
}

internal import PodEngine

/// `fix POD`: takes back every fault that was injected into a Pod.
struct Fix: Command {
  static let description = CommandDescription(
    "fix", .break, synopsis: "fix POD", about: "take back every fault of a Pod",
    examples: ["create pod web --image=nginx && advance 5s && fix web", "help fix"],
    arguments: [.pod])

  private let target: PodTarget

  init(_ call: Invocation) throws(CommandError) { target = try OneTarget(call, verb: "fix").target }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .fix(pod: target.key(in: bench)), saying: "pod/\(target.pod) fixed", position: target.position
    )
  }
}

internal import PodEngine

/// `slow-start POD DURATION`: the container does nothing for a while after each start.
struct SlowStart: Command {
  static let description = CommandDescription(
    "slow-start", .break, synopsis: "slow-start POD[/CONTAINER] DURATION",
    about: "let a container do nothing for a while after each start; 0s ends that",
    examples: [
      "create pod web --image=nginx --startup=http:80/ && advance 0s && slow-start web 15s",
      "slow-start web 0s",
    ], arguments: [.container, .duration])

  private let target: PodTarget
  private let duration: SimulatedDuration

  init(_ call: Invocation) throws(CommandError) {
    target = try PodTarget(try call.argument(0, "a Pod", of: "slow-start"))
    duration = try DurationWord.read(
      try call.argument(1, "a duration, such as 45s", of: "slow-start"))
    try call.refuseArguments(after: 2, of: "slow-start")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let does =
      duration == .zero
      ? "starts at once again" : "needs \(GoDuration.text(duration)) after each start"
    try bench.inject(
      .slowStart(target.containerTarget(in: bench), duration),
      saying: "\(target.text) \(does)", position: target.position)
  }
}

internal import PodEngine

/// `rewind 30s`: goes back in time. Whatever was done later has not happened; `undo` brings it
/// back.
struct Rewind: Command {
  static let description = CommandDescription(
    "rewind", .time, synopsis: "rewind DURATION", about: "go back in time",
    examples: ["advance 60s && rewind 30s", "advance 10s && rewind 10s"], arguments: [.duration])

  private let duration: SimulatedDuration
  private let position: TextPosition

  init(_ call: Invocation) throws(CommandError) {
    let word = try call.argument(0, "a duration, such as 30s", of: "rewind")
    try call.refuseArguments(after: 1, of: "rewind")
    duration = try DurationWord.read(word)
    position = word.position
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    guard duration > .zero else { return bench.print("clock \(ClockText.text(bench.cluster.now))") }
    let target = bench.cluster.now - duration
    // The last cluster that stood at or before the moment, moved on to it, is the cluster of that
    // moment: the same beginning always leads to the same end.
    guard let step = bench.history.past.last(where: { $0.cluster.now <= target }) else {
      throw CommandError(
        "history", "error: the history does not reach back \(GoDuration.text(duration))",
        suggestion: "the clock stands at \(ClockText.text(bench.cluster.now))", position: position)
    }
    let start = bench.cluster.now
    bench.cluster = step.cluster
    try bench.moveClock(to: target)
    bench.print("clock -\(GoDuration.text(start - target)) → \(ClockText.text(target))")
  }
}

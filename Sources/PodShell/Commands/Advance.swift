internal import PodEngine

/// `advance 30s`: lets time pass.
struct Advance: Command {
  static let description = CommandDescription(
    "advance", aliases: ["tick", "ff", "sleep", "等"], .time, synopsis: "advance DURATION",
    about: "let time pass, and show what changes",
    examples: ["advance 30s", "advance 1m30s"], arguments: [.duration])

  /// Longer moves are typing errors more often than wishes.
  private static let limit = SimulatedDuration.hours(24 * 366)

  private let duration: SimulatedDuration

  init(_ call: Invocation) throws(CommandError) {
    let word = try call.argument(0, "a duration, such as 30s", of: "advance")
    try call.refuseArguments(after: 1, of: "advance")
    duration = try DurationWord.read(word)
    guard duration <= Self.limit else {
      throw CommandError(
        "limit", "error: \(GoDuration.text(duration)) is more than one command can pass",
        suggestion: "the limit is \(GoDuration.text(Self.limit))", position: word.position)
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let (start, seen) = (bench.cluster.now, bench.cluster.watchLog.count)
    let stop = try bench.moveClockToBreakpoint(before: start + duration)
    bench.sayChanges(from: seen, since: start)
    if let stop { bench.print(stop) }
  }
}

internal import PodEngine

/// `clock`: what time it is.
struct Clock: Command {
  static let description = CommandDescription(
    "clock", aliases: ["now", "time"], .time, synopsis: "clock", about: "show the virtual time",
    examples: ["clock", "advance 90s && clock"])

  init(_ call: Invocation) throws(CommandError) { try call.refuseArguments(after: 0, of: "clock") }

  func run(in bench: inout Workbench) throws(CommandError) {
    let now = bench.cluster.now
    bench.print("clock \(ClockText.text(now)) (\(now.timestamp))")
  }
}

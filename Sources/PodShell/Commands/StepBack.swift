internal import PodEngine

/// `step back`: the cluster as it was before the last published change. `undo` takes it back.
///
/// The history keeps the cluster before each command, and the same beginning always leads to the
/// same end: from the last one before the change it is stepped forward again, one step short.
enum StepBack {
  static func run(in bench: inout Workbench) throws(CommandError) {
    let log = bench.cluster.watchLog
    var last = log.count - 1
    while last >= 0, let event = log[last], Changes.isHeartbeat(event) { last -= 1 }
    guard last >= 0,
      let start = bench.history.past.last(where: { $0.cluster.watchLog.count <= last })
    else {
      throw CommandError(
        "history", "error: there is no earlier change to go back to",
        suggestion: "step goes forward")
    }
    let now = bench.cluster.now
    var cluster = start.cluster
    while cluster.watchLog.count <= last {
      bench.cluster = cluster
      let found = try bench.moveClock(to: now) { !Changes.isHeartbeat($0) }
      // The change was no work of time: the command itself made it.
      if !found || bench.cluster.watchLog.count > last { break }
      cluster = bench.cluster
    }
    bench.cluster = cluster
    for event in log.elements(from: cluster.watchLog.count) where !Changes.isHeartbeat(event) {
      bench.print("back before [\(ClockText.text(event.time))] \(Step.text(event))")
      break
    }
    let gone = now - cluster.now
    let moved = gone > .zero ? "-\(GoDuration.text(gone)) → " : ""
    bench.print("clock \(moved)\(ClockText.text(cluster.now))")
  }
}

internal import PodEngine

/// A clock that flows by itself, as fast as the wall clock or a number of times faster. The program
/// tells how much has passed; the session itself knows no wall clock.
struct LiveClock: Hashable, Sendable {
  /// How many virtual seconds pass in a real one.
  let speed: Int
  /// From when the notices count.
  let start: SimulatedTime
  /// What flows now; any command in between begins a new stretch.
  var stretch: Stretch?
  /// Whether the history knows of it.
  var isEntered = false

  struct Stretch: Hashable, Sendable {
    let start: SimulatedTime
    /// How many changes were recorded with it.
    let changes: Int
  }

  init(speed: Int, start: SimulatedTime) { (self.speed, self.start) = (speed, start) }
}

extension Session {
  /// How many virtual seconds pass in a real one; nil where the clock stands.
  package var liveSpeed: Int? { live?.speed }

  /// The time, for the corner of the screen: `0:45`.
  package var clockText: String {
    let seconds = cluster.now.milliseconds / 1000
    return ClockText.text(SimulatedTime(milliseconds: seconds * 1000))
  }

  /// Lets time pass because it has passed on the wall, and says what changed.
  package mutating func flow(_ milliseconds: Int) -> Outcome {
    var outcome = Outcome()
    guard var live, milliseconds > 0, attached == nil else { return outcome }
    // Ctrl-C belongs to the line that is being typed.
    var configuration = configuration
    configuration.isInterrupted = { false }
    var bench = Workbench(
      cluster: cluster, settings: settings, history: history, configuration: configuration)
    let (before, seen) = (cluster.now, cluster.watchLog.count)
    var stop: String?
    do {
      stop = try bench.moveClockToBreakpoint(before: before + .milliseconds(milliseconds))
    } catch {
      self.live = nil
      bench.fail(error)
      (outcome.output, outcome.error) = (bench.output, error)
      return outcome
    }
    bench.sayChanges(from: seen, since: live.start)
    if let stop { bench.print("\(stop); clock live is off") }
    enterFlow(of: &live, from: before, to: bench.cluster.now)
    cluster = bench.cluster
    self.live = stop == nil ? live : nil
    outcome.output = bench.output
    return outcome
  }

  private mutating func enterFlow(
    of live: inout LiveClock, from before: SimulatedTime, to now: SimulatedTime
  ) {
    // `undo` takes the time back together with the command before it.
    if !live.isEntered { history.enter("clock live", before: cluster) }
    live.isEntered = true
    let continues = live.stretch?.changes == record.changes.count
    let start = continues ? live.stretch?.start ?? before : before
    record.enterFlow((now - start).milliseconds, continues: continues)
    live.stretch = LiveClock.Stretch(start: start, changes: record.changes.count)
  }
}

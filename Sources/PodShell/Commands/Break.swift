internal import PodEngine

/// A condition at which `advance` stops.
struct Breakpoint: Hashable, Sendable {
  let wish: Wish
  /// As it was written: `pod/web condition=Ready=False`.
  let text: String
}

/// Follows breakpoints through published changes: one is reached when it becomes true that was not
/// true before.
private struct BreakpointWatch {
  private var watches: [WishWatch]

  init(_ points: [Breakpoint], in cluster: Cluster) {
    watches = points.map { WishWatch($0.wish, in: cluster) }
  }

  /// The first breakpoint that a change reaches.
  mutating func reached(by event: WatchEvent) -> Int? {
    var found: Int?
    for index in watches.indices {
      let before = watches[index].holds
      watches[index].see(event)
      if !before, watches[index].holds { found = found ?? index }
    }
    return found
  }
}

/// `break CONDITION`, `break list`, `break delete N`: where `advance` stops.
struct Break: Command {
  static let description = CommandDescription(
    "break", .time, synopsis: "break 'OBJECT CONDITION' | break list | break delete N|all",
    about: "let advance stop where something becomes true",
    examples: [
      "create pod web --image=nginx && break 'pod/web condition=Ready' && advance 1m",
      "break list && break delete 1",
    ], arguments: [.kindOrObject, .anything])

  /// How many there can be.
  private static let limit = 100

  private let words: [Word]

  init(_ call: Invocation) throws(CommandError) {
    _ = try call.argument(0, "a condition, such as 'pod/web condition=Ready'", of: "break")
    words = call.arguments
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    switch words[0].text {
    case "list" where words.count == 1: list(in: &bench)
    case "delete": try delete(in: &bench)
    default: try add(in: &bench)
    }
  }

  private func list(in bench: inout Workbench) {
    if bench.settings.breakpoints.isEmpty { return bench.note("no breakpoints") }
    for (index, point) in bench.settings.breakpoints.enumerated() {
      bench.print("\(index + 1)  \(point.text)")
    }
  }

  private func add(in bench: inout Workbench) throws(CommandError) {
    let (wish, text) = try WishWords.read(words, verb: "break", in: bench)
    guard bench.settings.breakpoints.count < Self.limit else {
      throw CommandError(
        "limit", "error: there are \(Self.limit) breakpoints already",
        suggestion: "break delete all takes them away")
    }
    bench.settings.breakpoints.append(Breakpoint(wish: wish, text: text))
    bench.print("breakpoint \(bench.settings.breakpoints.count): \(text)")
  }

  private func delete(in bench: inout Workbench) throws(CommandError) {
    guard words.count == 2 else {
      throw .usage("break delete needs a number or all", verb: "break", position: words[0].position)
    }
    if words[1].text == "all" {
      bench.print("\(Listing.count(bench.settings.breakpoints.count, "breakpoint")) deleted")
      bench.settings.breakpoints = []
      return
    }
    guard let number = Int(words[1].text), number > 0, number <= bench.settings.breakpoints.count
    else {
      throw CommandError(
        "not-found", "error: there is no breakpoint \(words[1].text)",
        suggestion: "break list shows them", position: words[1].position)
    }
    let point = bench.settings.breakpoints.remove(at: number - 1)
    bench.print("breakpoint \(number) deleted: \(point.text)")
  }
}

extension Workbench {
  /// Moves the clock, at most to the next breakpoint; says where it stopped.
  mutating func moveClockToBreakpoint(before end: SimulatedTime) throws(CommandError) -> String? {
    guard !settings.breakpoints.isEmpty else {
      try moveClock(to: end)
      return nil
    }
    let points = settings.breakpoints
    return try moveClock(to: end, orTo: points).map {
      "stopped at breakpoint \($0 + 1): \(points[$0].text)  (clock \(ClockText.text(cluster.now)))"
    }
  }

  /// The breakpoint at which the clock stopped. Where some of them are looked at moment by moment,
  /// so the clock moves.
  private mutating func moveClock(
    to end: SimulatedTime, orTo points: [Breakpoint]
  ) throws(CommandError) -> Int? {
    var watch = BreakpointWatch(points, in: cluster)
    var reached: Int?
    let glances = points.indices.compactMap { index in
      points[index].wish.glance.map { (index, $0) }
    }
    // What is so already has to end before it can begin.
    var isSo = glances.map { $0.1.holds(in: cluster) }
    while true {
      let moments = glances.compactMap { $0.1.nextMoment(in: cluster) }
      let next = glances.isEmpty ? end : min(moments.min() ?? end, end)
      _ = try moveClock(to: next) { event in
        reached = watch.reached(by: event)
        return reached != nil
      }
      if let reached { return reached }
      for (place, glance) in glances.enumerated() {
        let before = isSo[place]
        isSo[place] = glance.1.holds(in: cluster)
        if !before, isSo[place] { return glance.0 }
      }
      if next >= end { return nil }
    }
  }
}

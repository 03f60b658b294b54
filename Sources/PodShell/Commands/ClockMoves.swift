internal import PodEngine

/// Moving the clock, for all commands that do.
extension Workbench {
  /// How far a command moves the clock at most when nothing is said.
  static let longestMove = SimulatedDuration.hours(1)

  mutating func moveClock(to time: SimulatedTime) throws(CommandError) {
    _ = try moveClock(to: time) { _ in false }
  }

  /// Moves the clock until a published change is the one looked for; false when the time came
  /// first.
  mutating func moveClock(
    to time: SimulatedTime, until found: (WatchEvent) -> Bool
  ) throws(CommandError) -> Bool {
    let (isInterrupted, limits) = (configuration.isInterrupted, configuration.limits)
    let isExhausted = configuration.isExhausted
    try limits.check(time)
    var (wasInterrupted, objects) = (false, limits.countedObjects(of: cluster))
    let isFound: Bool
    do {
      isFound = try cluster.advance(to: time) { event in
        objects += event.change.addedObjects
        wasInterrupted = isInterrupted()
        return wasInterrupted || limits.isBroken(objects: objects) || found(event)
      } unless: {
        wasInterrupted = isExhausted() || isInterrupted()
        return wasInterrupted
      }
    } catch { throw CommandError(error) }
    try limits.check(objects: objects)
    guard wasInterrupted else { return isFound }
    throw CommandError(
      "interrupted", "interrupted at \(ClockText.text(cluster.now))",
      suggestion: "the clock stands where the command began", exitCode: 130)
  }

  /// Says how far the clock went, when it went. It is no part of kubectl's output, so it goes
  /// beside it.
  mutating func sayClock(since start: SimulatedTime) {
    guard cluster.now != start else { return }
    note(ClockText.moved(from: start, to: cluster.now))
  }
}

/// Lengths of time in the commands of podlab: Go's, and a bare number for seconds.
enum DurationWord {
  static func read(_ word: Word) throws(CommandError) -> SimulatedDuration {
    let text = word.text.hasPrefix("+") ? String(word.text.dropFirst()) : word.text
    let isBare = !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    let duration: SimulatedDuration
    do { duration = try GoDuration.parse(isBare ? text + "s" : text) } catch {
      throw CommandError(
        "invalid", "error: \(error.message)", suggestion: "write 30s, 1.5s, 500ms, 5m or 1h2m",
        position: word.position)
    }
    guard duration >= .zero else {
      throw CommandError(
        "invalid", "error: time does not run backwards: \(word.text)",
        suggestion: "rewind \(text.dropFirst()) goes back", position: word.position)
    }
    return duration
  }
}

/// How long a Job waits before it replaces a failed Pod (pkg/controller/job/backoff_utils.go): 10 s
/// after the first failure since the last success, twice as long after each further one, 10 min at
/// most.
package struct JobBackoff: Hashable, Sendable {
  package static let initial = SimulatedDuration.seconds(10)
  package static let maximum = SimulatedDuration.minutes(10)

  package private(set) var failures = 0
  package private(set) var lastFailure: SimulatedTime?

  package init() {}

  /// How a Pod of the Job ended, and when.
  package struct Ending: Hashable, Sendable {
    package let succeeded: Bool
    package let time: SimulatedTime

    package init(succeeded: Bool, time: SimulatedTime) {
      (self.succeeded, self.time) = (succeeded, time)
    }
  }

  package mutating func note(_ endings: [Ending]) {
    // Of two endings at one time the failure counts last, as if it had come later.
    let order = endings.sorted { left, right in
      left.time == right.time ? left.succeeded && !right.succeeded : left.time < right.time
    }
    for ending in order {
      failures = ending.succeeded ? 0 : failures + 1
      if !ending.succeeded { lastFailure = max(lastFailure ?? ending.time, ending.time) }
    }
  }

  /// When the next Pod may be made; nil means now.
  package var nextStart: SimulatedTime? {
    guard failures > 0, let lastFailure else { return nil }
    let doublings = min(failures - 1, 16)
    return lastFailure + min(Self.initial * (1 << doublings), Self.maximum)
  }
}

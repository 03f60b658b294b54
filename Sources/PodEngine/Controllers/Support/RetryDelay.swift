/// How long a controller waits before it looks again at an object for which something was refused:
/// longer each time in a row (`ItemExponentialFailureRateLimiter` in client-go's workqueue).
struct RetryDelay: Hashable, Sendable {
  let first: SimulatedDuration
  let longest: SimulatedDuration

  /// What most controllers use (`DefaultTypedControllerRateLimiter`).
  static let standard = RetryDelay(first: .milliseconds(5), longest: .seconds(1000))
  /// `DefaultJobApiBackOff` and `MaxJobApiBackOff` in pkg/controller/job/job_controller.go.
  static let job = RetryDelay(first: .seconds(1), longest: .seconds(60))

  /// What a controller remembers of the refusals of one object.
  struct Memory: Hashable, Sendable {
    private var failures = 0
    /// When the next look is due.
    private var next: SimulatedTime?

    init() {}

    /// Counts a refusal. Returns when to look again; nil where an earlier look is due already (the
    /// work queue keeps one waiting entry for an object, the earliest).
    mutating func refused(at now: SimulatedTime, _ delay: RetryDelay) -> SimulatedTime? {
      failures += 1
      let time = now + delay.delay(afterFailures: failures)
      if let next, next > now, next <= time { return nil }
      next = time
      return time
    }
  }

  /// After so many refusals in a row, one or more.
  func delay(afterFailures count: Int) -> SimulatedDuration {
    min(first * (1 << min(count - 1, 20)), longest)
  }
}

internal import Glibc

/// The time on the wall, for `clock live`: nothing else in podlab knows it.
struct WallClock {
  private var last = Self.now

  /// The milliseconds since the last time, or since the start.
  mutating func passed() -> Int {
    let now = Self.now
    defer { last = now }
    return now - last
  }

  private static var now: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

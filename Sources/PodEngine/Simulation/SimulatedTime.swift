/// A moment of virtual time: whole milliseconds since the start of the simulation, which is
/// 2026-01-01T00:00:00Z.
package struct SimulatedTime: Hashable, Comparable, Sendable {
  package let milliseconds: Int

  package init(milliseconds: Int) { self.milliseconds = milliseconds }

  package static let start = SimulatedTime(milliseconds: 0)

  /// 2026-01-01T00:00:00Z in seconds since 1970.
  static let startSecondsSince1970 = 1_767_225_600

  /// 1970-01-01T00:00:00Z.
  static let unixEpoch = SimulatedTime(milliseconds: -startSecondsSince1970 * 1000)

  package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

  package static func + (time: Self, duration: SimulatedDuration) -> Self {
    Self(milliseconds: time.milliseconds + duration.milliseconds)
  }

  package static func - (time: Self, duration: SimulatedDuration) -> Self {
    Self(milliseconds: time.milliseconds - duration.milliseconds)
  }

  package static func - (left: Self, right: Self) -> SimulatedDuration {
    SimulatedDuration(milliseconds: left.milliseconds - right.milliseconds)
  }
}

/// A length of virtual time in whole milliseconds; may be negative.
package struct SimulatedDuration: Hashable, Comparable, Sendable {
  package let milliseconds: Int

  package init(milliseconds: Int) { self.milliseconds = milliseconds }

  package static let zero = SimulatedDuration(milliseconds: 0)
  package static func milliseconds(_ count: Int) -> Self { Self(milliseconds: count) }
  package static func seconds(_ count: Int) -> Self { Self(milliseconds: count * 1000) }
  package static func minutes(_ count: Int) -> Self { .seconds(count * 60) }
  package static func hours(_ count: Int) -> Self { .minutes(count * 60) }

  /// Whole seconds, cut toward zero as Go's `int64(duration.Seconds())` does.
  package var wholeSeconds: Int { milliseconds / 1000 }

  package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
  package static func + (left: Self, right: Self) -> Self {
    Self(milliseconds: left.milliseconds + right.milliseconds)
  }
  package static func - (left: Self, right: Self) -> Self {
    Self(milliseconds: left.milliseconds - right.milliseconds)
  }
  package static func * (duration: Self, factor: Int) -> Self {
    Self(milliseconds: duration.milliseconds * factor)
  }
}

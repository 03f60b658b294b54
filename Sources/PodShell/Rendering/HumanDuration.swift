package import PodEngine

/// Lengths of time as kubectl abbreviates them (`k8s.io/apimachinery/pkg/util/duration`).
package enum HumanDuration {
  private static let day = 24
  private static let year = 365 * day

  /// `5s`, `119s`, `2m3s`, `10m`, `3h5m`, `47h`, `2d4h`, `90d`, `2y1d`: the form of AGE columns and
  /// `describe`. Up to a second in the future counts as now; more is `<invalid>`.
  package static func text(_ duration: SimulatedDuration) -> String {
    let seconds = duration.wholeSeconds
    if seconds < -1 { return "<invalid>" }
    if seconds < 0 { return "0s" }
    let minutes = seconds / 60
    let hours = minutes / 60
    let days = hours / day
    return switch (seconds, minutes, hours, days) {
    case (..<120, _, _, _): "\(seconds)s"
    case (_, ..<10, _, _): "\(minutes)m\(rest(seconds % 60, "s"))"
    case (_, ..<180, _, _): "\(minutes)m"
    case (_, _, ..<8, _): "\(hours)h\(rest(minutes % 60, "m"))"
    case (_, _, ..<48, _): "\(hours)h"
    case (_, _, _, ..<8): "\(days)d\(rest(hours % day, "h"))"
    case (_, _, _, ..<730): "\(days)d"
    case (_, _, _, ..<2920): "\(hours / year)y\(rest(hours / day % 365, "d"))"
    default: "\(hours / year)y"
    }
  }

  /// `5s`, `1m`, `23h`, `364d`, `1y`: one unit only (`ShortHumanDuration`).
  package static func short(_ duration: SimulatedDuration) -> String {
    let seconds = duration.wholeSeconds
    if seconds < -1 { return "<invalid>" }
    if seconds < 0 { return "0s" }
    if seconds < 60 { return "\(seconds)s" }
    if seconds < 3600 { return "\(seconds / 60)m" }
    let hours = seconds / 3600
    if hours < day { return "\(hours)h" }
    return hours < year ? "\(hours / day)d" : "\(hours / year)y"
  }

  /// The age of a moment, `<unknown>` when it is not known (`translateTimestampSince`).
  package static func since(_ time: SimulatedTime?, now: SimulatedTime) -> String {
    time.map { text(now - $0) } ?? "<unknown>"
  }

  /// The time until a moment, `<unknown>` when it is not known (`translateTimestampUntil`).
  package static func until(_ time: SimulatedTime?, now: SimulatedTime) -> String {
    time.map { text($0 - now) } ?? "<unknown>"
  }

  private static func rest(_ amount: Int, _ unit: String) -> String {
    amount == 0 ? "" : "\(amount)\(unit)"
  }
}

extension SimulatedTime {
  /// `Thu, 01 Jan 2026 00:00:00 +0000`: Go's RFC1123Z, in UTC, the form of every date in
  /// `describe`.
  var describeText: String {
    let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let (date, hour, minute, second, weekday) = components
    let clock = [hour, minute, second].map(twoDigits).joined(separator: ":")
    let year = String(repeating: "0", count: max(0, 4 - String(date.year).count)) + "\(date.year)"
    return "\(weekdays[weekday]), \(twoDigits(date.day)) \(months[date.month - 1]) \(year) "
      + "\(clock) +0000"
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// A date for `describe`; a date that is missing is Go's zero time.
func describeText(_ time: SimulatedTime?) -> String {
  time?.describeText ?? "Mon, 01 Jan 0001 00:00:00 +0000"
}

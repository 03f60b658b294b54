package import PodEngine

/// Durations as people write and read them.
package enum VirtualDuration {
  /// `30s`, `1m30s`, `500ms`, `2h`; nil where the text is no such duration.
  package static func parse(_ text: String) -> SimulatedDuration? {
    var rest = Substring(text)
    var total = 0
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { $0.isASCII && $0.isLetter }
      rest = rest.dropFirst(unit.count)
      guard digits.count < 10, let number = Int(digits), let factor = milliseconds(in: unit) else {
        return nil
      }
      total += number * factor
    }
    return SimulatedDuration(milliseconds: total)
  }

  private static func milliseconds(in unit: Substring) -> Int? {
    switch unit {
    case "ms": 1
    case "s": 1000
    case "m": 60_000
    case "h": 3_600_000
    default: nil
    }
  }

  /// `0s`, `1.5s`, `5m42s`, `2h`: the shortest exact form.
  package static func text(_ duration: SimulatedDuration) -> String {
    if duration.milliseconds < 0 { return "-" + text(SimulatedDuration.zero - duration) }
    let (hours, minutes) = (duration.milliseconds / 3_600_000, duration.milliseconds / 60_000 % 60)
    let rest = duration.milliseconds % 60_000
    var parts: [String] = []
    if hours > 0 { parts.append("\(hours)h") }
    if minutes > 0 { parts.append("\(minutes)m") }
    if rest > 0 || parts.isEmpty { parts.append(seconds(rest) + "s") }
    return parts.joined()
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let fraction = milliseconds % 1000
    guard fraction > 0 else { return "\(milliseconds / 1000)" }
    var digits = padded(fraction, 3)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(milliseconds / 1000).\(digits)"
  }

  /// `0:45`, `1:02:03`: a moment of the virtual clock.
  package static func clock(_ time: SimulatedTime) -> String {
    let seconds = time.milliseconds / 1000
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let tail = padded(seconds % 60, 2)
    return hours > 0 ? "\(hours):\(padded(minutes, 2)):\(tail)" : "\(minutes):\(tail)"
  }
}

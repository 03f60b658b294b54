internal import PodEngine

/// The clock as people read it.
enum ClockText {
  /// `0:45`, `1:05:00`, `0:01.44`.
  static func text(_ time: SimulatedTime) -> String {
    let (total, rest) = (time.milliseconds / 1000, time.milliseconds % 1000)
    let (hours, minutes, seconds) = (total / 3600, total / 60 % 60, total % 60)
    let head = hours > 0 ? "\(hours):\(twoDigits(minutes))" : "\(minutes)"
    return "\(head):\(twoDigits(seconds))\(fraction(rest))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private static func fraction(_ milliseconds: Int) -> String {
    guard milliseconds > 0 else { return "" }
    var digits = String(1000 + milliseconds).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return ".\(digits)"
  }

  /// Reads `0:45`, `1:05:00` or a length of time since the start, such as `45s`; nil for others.
  static func time(_ text: String) -> SimulatedTime? {
    guard text.contains(":") else {
      let isBare = !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
      let length = try? GoDuration.parse(isBare ? text + "s" : text)
      return length.map { SimulatedTime.start + $0 }
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(parts.count), parts.allSatisfy({ (0..<1_000_000).contains($0 ?? -1) })
    else { return nil }
    let seconds = parts.reduce(0) { $0 * 60 + ($1 ?? 0) }
    return SimulatedTime(milliseconds: seconds * 1000)
  }

  /// `5m`, `1m20s`, `2h`: a length of time in sentences, without Go's zeros at the end.
  static func length(_ duration: SimulatedDuration) -> String {
    var text = GoDuration.text(duration)
    if text.hasSuffix("m0s") { text.removeLast(2) }
    if text.hasSuffix("h0m") { text.removeLast(2) }
    return text
  }

  /// `clock +30s → 0:45`: what a command says that moved the clock.
  static func moved(from before: SimulatedTime, to now: SimulatedTime) -> String {
    "clock +\(GoDuration.text(now - before)) → \(text(now))"
  }
}

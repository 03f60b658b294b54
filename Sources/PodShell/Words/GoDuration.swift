package import PodEngine

/// Lengths of time as Go writes them (`time.ParseDuration`, `Duration.String`): `1h2m`, `20.1s`,
/// `500ms`.
package enum GoDuration {
  /// Why a text is no length of time, in Go's words.
  package enum Failure: Error, Hashable, Sendable {
    case invalid(String)
    case missingUnit(String)
    case unknownUnit(String, in: String)
    /// Podlab counts milliseconds; a shorter part would be lost.
    case finerThanMillisecond(String)

    package var message: String {
      switch self {
      case .invalid(let text): "time: invalid duration \(GoSyntax.quoted(text))"
      case .missingUnit(let text): "time: missing unit in duration \(GoSyntax.quoted(text))"
      case .unknownUnit(let unit, let text):
        "time: unknown unit \(GoSyntax.quoted(unit)) in duration \(GoSyntax.quoted(text))"
      case .finerThanMillisecond(let text):
        "\(GoSyntax.quoted(text)) is finer than podlab's clock, which counts milliseconds"
      }
    }
  }

  /// The longest time that podlab takes: a hundred years.
  package static let longest = SimulatedDuration.hours(24 * 365 * 100)

  /// In millionths of a millisecond, as Go counts.
  private static let units: [(name: String, nanoseconds: Int)] = [
    ("ns", 1), ("us", 1_000), ("µs", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000),
    ("m", 60_000_000_000), ("h", 3_600_000_000_000),
  ]

  package static func parse(_ text: String) throws(Failure) -> SimulatedDuration {
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    if rest == "0" { return .zero }
    guard !rest.isEmpty else { throw .invalid(text) }
    var nanoseconds = 0
    while !rest.isEmpty {
      let (sum, overflows) = nanoseconds.addingReportingOverflow(try part(&rest, of: text))
      guard !overflows, sum <= longest.milliseconds * 1_000_000 else { throw .invalid(text) }
      nanoseconds = sum
    }
    guard nanoseconds % 1_000_000 == 0 else { throw .finerThanMillisecond(text) }
    let milliseconds = nanoseconds / 1_000_000
    return .milliseconds(isNegative ? -milliseconds : milliseconds)
  }

  /// Takes one number with its unit: `1.5h`.
  private static func part(_ rest: inout Substring, of text: String) throws(Failure) -> Int {
    let whole = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(whole.count)
    var fraction = Substring()
    if rest.first == "." {
      fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { throw .invalid(text) }
    let name = rest.prefix { $0 != "." && !($0.isASCII && $0.isNumber) }
    rest = rest.dropFirst(name.count)
    guard !name.isEmpty else { throw .missingUnit(text) }
    guard let unit = units.first(where: { $0.name == name }) else {
      throw .unknownUnit(String(name), in: text)
    }
    guard whole.count <= 12, let count = Int(whole.isEmpty ? "0" : whole) else {
      throw .invalid(text)
    }
    let (product, overflows) = count.multipliedReportingOverflow(by: unit.nanoseconds)
    guard !overflows else { throw .invalid(text) }
    return product + fractionOfUnit(fraction, unit.nanoseconds)
  }

  private static func fractionOfUnit(_ digits: Substring, _ unit: Int) -> Int {
    var (total, share) = (0, unit)
    for digit in digits.prefix(13) {
      share /= 10
      total += share * (digit.wholeNumberValue ?? 0)
    }
    return total
  }

  /// `0s`, `1.44s`, `1m30s`, `5m50s`, `1h0m0s`.
  package static func text(_ duration: SimulatedDuration) -> String {
    let total = abs(duration.milliseconds)
    let sign = duration.milliseconds < 0 ? "-" : ""
    if total == 0 { return "0s" }
    if total < 1000 { return "\(sign)\(total)ms" }
    let (hours, minutes) = (total / 3_600_000, total / 60_000 % 60)
    let seconds = secondsText(total % 60_000)
    if hours > 0 { return "\(sign)\(hours)h\(minutes)m\(seconds)s" }
    return minutes > 0 ? "\(sign)\(minutes)m\(seconds)s" : "\(sign)\(seconds)s"
  }

  /// `1.44` for 1440.
  private static func secondsText(_ milliseconds: Int) -> String {
    let rest = milliseconds % 1000
    guard rest > 0 else { return String(milliseconds / 1000) }
    var digits = String(1000 + rest).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return "\(milliseconds / 1000).\(digits)"
  }
}

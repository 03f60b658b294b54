/// Dates as the API writes them (RFC 3339, UTC). `metav1.Time` keeps whole seconds,
/// `metav1.MicroTime` microseconds.
extension SimulatedTime {
  /// `2026-01-01T00:00:10Z`: the form of `metav1.Time`, cut to whole seconds.
  package var timestamp: String {
    let secondsInDay = 86_400
    let seconds = Self.startSecondsSince1970 + floorDivide(milliseconds, 1000)
    let day = floorDivide(seconds, secondsInDay)
    let second = seconds - day * secondsInDay
    let date = CivilDate(daysSince1970: day)
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }
    return "\(date)T\(clock.joined(separator: ":"))Z"
  }

  /// `2026-01-01T00:00:10.250000Z`: the form of `metav1.MicroTime`.
  package var microTimestamp: String {
    let fraction = milliseconds - floorDivide(milliseconds, 1000) * 1000
    return "\(timestamp.dropLast()).\(padded(fraction, 3))000Z"
  }

  /// Reads an RFC 3339 date with `Z` or a numeric offset; nil where the text is no such date.
  package init?(timestamp: String) {
    guard let parts = TimestampParts(timestamp) else { return nil }
    let days = CivilDate(year: parts.year, month: parts.month, day: parts.day).daysSince1970
    let seconds = days * 86_400 + parts.hour * 3600 + parts.minute * 60 + parts.second
    let sinceStart = seconds - parts.offsetSeconds - Self.startSecondsSince1970
    self.init(milliseconds: sinceStart * 1000 + parts.milliseconds)
  }

  /// The moment in nanoseconds since 1970, as Kubernetes puts it into the names of events.
  package var nanosecondsSince1970: Int {
    (Self.startSecondsSince1970 * 1000 + milliseconds) * 1_000_000
  }

  /// Year, month, day, hour, minute, second and weekday (0 = Sunday) in UTC.
  package var components: (date: CivilDate, hour: Int, minute: Int, second: Int, weekday: Int) {
    let seconds = Self.startSecondsSince1970 + floorDivide(milliseconds, 1000)
    let day = floorDivide(seconds, 86_400)
    let rest = seconds - day * 86_400
    let weekday = (day + 4) - floorDivide(day + 4, 7) * 7
    return (CivilDate(daysSince1970: day), rest / 3600, rest / 60 % 60, rest % 60, weekday)
  }
}

/// A day of the Gregorian calendar.
package struct CivilDate: Hashable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Howard Hinnant's `civil_from_days`: years are counted from 1 March so that the leap day comes
  /// last.
  package init(daysSince1970: Int) {
    let shifted = daysSince1970 + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  package var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = floorDivide(shiftedYear, 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  package var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

private struct TimestampParts {
  var year = 0
  var month = 0
  var day = 0
  var hour = 0
  var minute = 0
  var second = 0
  var milliseconds = 0
  var offsetSeconds = 0

  init?(_ text: String) {
    var rest = text.utf8[...]
    guard let year = number(&rest, digits: 4), skip(&rest, "-"),
      let month = number(&rest, digits: 2), skip(&rest, "-"),
      let day = number(&rest, digits: 2), skip(&rest, "T"),
      let hour = number(&rest, digits: 2), skip(&rest, ":"),
      let minute = number(&rest, digits: 2), skip(&rest, ":"),
      let second = number(&rest, digits: 2),
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    (self.hour, self.minute, self.second) = (hour, minute, second)
    if skip(&rest, ".") {
      let digits = rest.prefix(while: isDigit)
      guard !digits.isEmpty else { return nil }
      var thousandths = Array(digits.prefix(3))[...]
      while thousandths.count < 3 { thousandths.append(UInt8(ascii: "0")) }
      milliseconds = value(thousandths)
      rest = rest.dropFirst(digits.count)
    }
    guard let offset = Self.offset(rest) else { return nil }
    offsetSeconds = offset
  }

  private static func offset(_ text: Substring.UTF8View) -> Int? {
    var rest = text
    if skip(&rest, "Z") || skip(&rest, "z") { return rest.isEmpty ? 0 : nil }
    let isWest = skip(&rest, "-")
    guard isWest || skip(&rest, "+") else { return nil }
    guard let hours = number(&rest, digits: 2), skip(&rest, ":"),
      let minutes = number(&rest, digits: 2), rest.isEmpty
    else { return nil }
    return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
  }
}

private func value(_ digits: some Sequence<UInt8>) -> Int {
  digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
}

private func number(_ text: inout Substring.UTF8View, digits: Int) -> Int? {
  let head = text.prefix(digits)
  guard head.count == digits, head.allSatisfy(isDigit) else { return nil }
  text = text.dropFirst(digits)
  return value(head)
}

private func skip(_ text: inout Substring.UTF8View, _ character: Unicode.Scalar) -> Bool {
  guard text.first == UInt8(ascii: character) else { return false }
  text = text.dropFirst()
  return true
}

private func floorDivide(_ number: Int, _ divisor: Int) -> Int {
  number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
}

/// A number with leading zeros.
package func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension SimulatedTime: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let time = SimulatedTime(timestamp: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not an RFC 3339 date: \(text)"))
    }
    self = time
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(timestamp)
  }
}

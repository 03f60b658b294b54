/// Floating-point numbers as Go writes them (`strconv.FormatFloat` with the shortest digits).
enum GoNumber {
  /// Format `g`, which is also `%v`: `1.5`, `1e+06`, `1e-07`. Exponents appear below -4 and from 6
  /// on.
  static func general(_ value: Double) -> String {
    guard let number = Decimal(value) else { return special(value) }
    let exponent = number.point - 1
    if exponent < -4 || exponent >= 6 { return number.scientific(minimumExponentDigits: 2) }
    return number.positional
  }

  /// What a number becomes in YAML: sigs.k8s.io/yaml writes JSON, reads that as YAML and writes the
  /// result, so that whole numbers lose their exponent as far as 64 bits reach.
  static func yaml(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? ".nan" : value < 0 ? "-.inf" : ".inf" }
    if value == 0 { return "0" }
    let json = json(value)
    return Int(json) != nil || UInt(json) != nil ? json : general(value)
  }

  /// The form of `encoding/json`: `2`, `1.5`, `1e+21`, `1e-7`.
  static func json(_ value: Double) -> String {
    guard let number = Decimal(value) else { return "null" }
    let magnitude = value.magnitude
    if magnitude != 0, magnitude < 1e-6 || magnitude >= 1e21 {
      return number.scientific(minimumExponentDigits: 1)
    }
    return number.positional
  }

  private static func special(_ value: Double) -> String {
    value.isNaN ? "NaN" : value < 0 ? "-Inf" : "+Inf"
  }

  /// The shortest digits of a number and the place of its point: 0.015 is digits 15, point -1.
  private struct Decimal {
    var isNegative = false
    var digits: [Character] = []
    var point = 0

    init?(_ value: Double) {
      guard value.isFinite else { return nil }
      isNegative = value.sign == .minus
      // Swift prints the shortest digits that read back as the same number, as Go does; only the
      // layout differs.
      let parts = "\(value.magnitude)".split(separator: "e", maxSplits: 1)
      let halves = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      digits = Array(halves[0]) + (halves.count > 1 ? Array(halves[1]) : [])
      point = halves[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
      while digits.count > 1, digits.first == "0" {
        digits.removeFirst()
        point -= 1
      }
      while digits.count > 1, digits.last == "0" { digits.removeLast() }
      if digits == ["0"] { point = 1 }
    }

    private var sign: String { isNegative ? "-" : "" }

    var positional: String {
      if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + String(digits) }
      if point >= digits.count {
        return sign + String(digits) + String(repeating: "0", count: point - digits.count)
      }
      return sign + String(digits[..<point]) + "." + String(digits[point...])
    }

    func scientific(minimumExponentDigits: Int) -> String {
      let exponent = point - 1
      let fraction = digits.count > 1 ? "." + String(digits.dropFirst()) : ""
      let text = String(exponent.magnitude)
      let zeros = String(repeating: "0", count: max(0, minimumExponentDigits - text.count))
      return "\(sign)\(digits[0])\(fraction)e\(exponent < 0 ? "-" : "+")\(zeros)\(text)"
    }
  }
}

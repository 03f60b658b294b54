/// What a plain (unquoted) YAML scalar means to Kubernetes: sigs.k8s.io/yaml still uses yaml.v2 and
/// with it YAML 1.1, where `yes`, `on` and even `y` are booleans, `017` is octal and `1_000` a
/// number. The writer asks the same question to know which strings need quotes.
enum YAMLScalar: Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A whole number beyond `Int`; Kubernetes keeps it as a floating-point number.
  case bigInteger(UInt)
  case double(Double)
  /// A date; Kubernetes keeps its text.
  case timestamp
  case string

  init(plain text: String) {
    self = Self.resolve(text)
  }

  private static func resolve(_ text: String) -> YAMLScalar {
    if let known = keyword(text) { return known }
    guard let first = text.utf8.first else { return .null }
    switch first {
    case UInt8(ascii: "."):
      return isFloat(text) ? double(text) ?? .string : .string
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      return number(text)
    default: return .string
    }
  }

  private static func keyword(_ text: String) -> YAMLScalar? {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": .bool(true)
    case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": .bool(false)
    case ".nan", ".NaN", ".NAN": .double(.nan)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .double(.infinity)
    case "-.inf", "-.Inf", "-.INF": .double(-.infinity)
    default: nil
    }
  }

  private static func number(_ text: String) -> YAMLScalar {
    if YAMLTimestamp.matches(text) { return .timestamp }
    let plain = text.filter { $0 != "_" }
    if let whole = wholeNumber(plain) { return whole }
    if isFloat(plain), let double = double(plain) { return double }
    return .string
  }

  /// Go's `strconv.ParseInt` and `ParseUint` with base 0: `0x`, `0o`, `0b`, and a leading 0 for
  /// octal.
  private static func wholeNumber(_ text: String) -> YAMLScalar? {
    var digits = Substring(text)
    let sign = digits.first == "-" || digits.first == "+" ? digits.removeFirst() : nil
    var radix = 10
    if digits.hasPrefix("0"), digits.count > 1 {
      let mark = digits.dropFirst().first?.lowercased() ?? ""
      radix = ["x": 16, "o": 8, "b": 2][mark] ?? 8
      digits = digits.dropFirst(["x", "o", "b"].contains(mark) ? 2 : 1)
    }
    guard digits.first?.isHexDigit == true, digits.allSatisfy({ $0.isASCII }) else { return nil }
    if let value = Int((sign == "-" ? "-" : "") + digits, radix: radix) { return .integer(value) }
    guard sign == nil, let value = UInt(digits, radix: radix) else { return nil }
    return .bigInteger(value)
  }

  private static func double(_ text: String) -> YAMLScalar? {
    guard let value = Double(text), value.isFinite else { return nil }
    return .double(value)
  }

  /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`
  private static func isFloat(_ text: String) -> Bool {
    var rest = Substring(text)
    if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
    let whole = dropDigits(&rest)
    var fraction = 0
    if rest.first == "." {
      rest.removeFirst()
      fraction = dropDigits(&rest)
    }
    guard whole > 0 || fraction > 0 else { return false }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
      if dropDigits(&rest) == 0 { return false }
    }
    return rest.isEmpty
  }

  private static func dropDigits(_ text: inout Substring) -> Int {
    let digits = text.prefix { ("0"..."9").contains($0) }
    text = text.dropFirst(digits.count)
    return digits.count
  }
}

/// Dates that yaml.v2 recognizes: `2001-1-2`, with a time after `T`, `t` or a space.
enum YAMLTimestamp {
  static func matches(_ text: String) -> Bool {
    var rest = Substring(text)
    guard let year = number(&rest, digits: 4...4), skip(&rest, "-"),
      let month = number(&rest, digits: 1...2), (1...12).contains(month), skip(&rest, "-"),
      let day = number(&rest, digits: 1...2),
      (1...lastDay(ofMonth: month, year: year)).contains(day)
    else { return false }
    guard let mark = rest.first else { return true }
    rest.removeFirst()
    guard mark == "T" || mark == "t" || mark == " ", clock(&rest) else { return false }
    return mark == " " ? rest.isEmpty : zone(rest)
  }

  private static func lastDay(ofMonth month: Int, year: Int) -> Int {
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func clock(_ rest: inout Substring) -> Bool {
    guard let hour = number(&rest, digits: 1...2), hour < 24, skip(&rest, ":"),
      let minute = number(&rest, digits: 1...2), minute < 60, skip(&rest, ":"),
      let second = number(&rest, digits: 1...2), second < 60
    else { return false }
    return !skip(&rest, ".") || number(&rest, digits: 1...9) != nil
  }

  private static func zone(_ text: Substring) -> Bool {
    if text == "Z" { return true }
    var rest = text
    guard skip(&rest, "+") || skip(&rest, "-"), number(&rest, digits: 2...2) != nil,
      skip(&rest, ":"), number(&rest, digits: 2...2) != nil
    else { return false }
    return rest.isEmpty
  }

  private static func number(_ text: inout Substring, digits: ClosedRange<Int>) -> Int? {
    let found = text.prefix { ("0"..."9").contains($0) }.prefix(digits.upperBound)
    guard digits.contains(found.count) else { return nil }
    text = text.dropFirst(found.count)
    return Int(found)
  }

  private static func skip(_ text: inout Substring, _ mark: Character) -> Bool {
    guard text.first == mark else { return false }
    text.removeFirst()
    return true
  }
}

/// What `printf FORMAT ARG…` prints.
struct PrintfText {
  private(set) var output = Bytes()
  private(set) var error: Complaint?
  private var arguments: ArraySlice<String>
  private var usedArgument = false
  private var stopped = false

  /// What is wrong with the arguments.
  enum Complaint: Hashable, Sendable {
    case usage
    case number(String)
    case format(String)
  }

  init(_ words: [String]) {
    var words = words[...]
    if words.first == "--" { words = words.dropFirst() }
    arguments = words.dropFirst()
    guard let format = words.first else {
      error = .usage
      return
    }
    let text = Array(format.utf8)
    repeat {
      usedArgument = false
      print(text)
    } while !arguments.isEmpty && usedArgument && !stopped
  }

  private mutating func print(_ format: [UInt8]) {
    var index = 0
    var plain: [UInt8] = []
    while index < format.count, !stopped {
      guard format[index] == UInt8(ascii: "%") else {
        plain.append(format[index])
        index += 1
        continue
      }
      flush(&plain)
      index += 1
      guard index < format.count else { break }
      if format[index] == UInt8(ascii: "%") {
        output.append("%")
        index += 1
        continue
      }
      convert(format, &index)
    }
    flush(&plain)
  }

  private mutating func flush(_ plain: inout [UInt8]) {
    let result = Escapes.read(plain, stopsAtC: true)
    output.append(Bytes(result.bytes))
    if result.stopped { stopped = true }
    plain = []
  }

  private mutating func next() -> String? {
    usedArgument = true
    return arguments.popFirst()
  }

  private struct Specification {
    var alignsLeft = false
    var padsWithZeros = false
    var hasSign = false
    var width = 0
    var precision: Int?
  }

  private mutating func convert(_ format: [UInt8], _ index: inout Int) {
    var specification = Specification()
    while index < format.count, "-0+ #".utf8.contains(format[index]) {
      if format[index] == UInt8(ascii: "-") { specification.alignsLeft = true }
      if format[index] == UInt8(ascii: "0") { specification.padsWithZeros = true }
      if format[index] == UInt8(ascii: "+") { specification.hasSign = true }
      index += 1
    }
    specification.width = number(format, &index) ?? 0
    if index < format.count, format[index] == UInt8(ascii: ".") {
      index += 1
      specification.precision = number(format, &index) ?? 0
    }
    while index < format.count, "lhqjzt".utf8.contains(format[index]) { index += 1 }
    guard index < format.count else { return }
    let letter = format[index]
    index += 1
    append(text(letter, specification), specification)
  }

  private mutating func number(_ format: [UInt8], _ index: inout Int) -> Int? {
    if index < format.count, format[index] == UInt8(ascii: "*") {
      index += 1
      return min(4096, max(0, next().flatMap { Int($0) } ?? 0))
    }
    var value: Int?
    while index < format.count, isDigit(format[index]) {
      value = min(4096, (value ?? 0) * 10 + Int(format[index] - UInt8(ascii: "0")))
      index += 1
    }
    return value
  }

  private mutating func text(_ letter: UInt8, _ specification: Specification) -> String {
    switch letter {
    case UInt8(ascii: "s"):
      let text = next() ?? ""
      return specification.precision.map { String(text.prefix($0)) } ?? text
    case UInt8(ascii: "b"):
      let result = Escapes.read(Array((next() ?? "").utf8), stopsAtC: true)
      stopped = stopped || result.stopped
      return String(decoding: result.bytes, as: UTF8.self)
    case UInt8(ascii: "c"): return String((next() ?? "").prefix(1))
    case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"):
      let value = integer(next())
      return specification.hasSign && value >= 0 ? "+\(value)" : String(value)
    case UInt8(ascii: "x"): return String(UInt64(bitPattern: Int64(integer(next()))), radix: 16)
    case UInt8(ascii: "X"):
      return String(UInt64(bitPattern: Int64(integer(next()))), radix: 16).uppercased()
    case UInt8(ascii: "o"): return String(UInt64(bitPattern: Int64(integer(next()))), radix: 8)
    case UInt8(ascii: "e"):
      return scientific(decimal(next(), digits: 12), digits: specification.precision ?? 6)
    case UInt8(ascii: "f"), UInt8(ascii: "g"):
      return decimal(next(), digits: specification.precision ?? 6)
    case UInt8(ascii: "q"): return Shell.quoted(next() ?? "")
    default:
      error = .format("%" + String(decoding: [letter], as: UTF8.self))
      stopped = true
      return ""
    }
  }

  private mutating func integer(_ text: String?) -> Int {
    guard let text, !text.isEmpty else { return 0 }
    if text.hasPrefix("'") || text.hasPrefix("\"") {
      return text.dropFirst().unicodeScalars.first.map { Int($0.value) } ?? 0
    }
    if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16) ?? invalid(text) }
    if text.count > 1, text.hasPrefix("0"), let octal = Int(text, radix: 8) { return octal }
    return Int(text) ?? invalid(text)
  }

  private mutating func invalid(_ text: String) -> Int {
    error = .number(text)
    return 0
  }

  /// A decimal fraction without binary floating point: digits are cut or filled, rounded half up.
  private mutating func decimal(_ text: String?, digits: Int) -> String {
    let text = text ?? "0"
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" || $0 == "+" }.split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = min(digits, 15)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let kept = (fraction + String(repeating: "0", count: digits + 1)).prefix(digits + 1)
    guard let whole = Int(parts[0].isEmpty ? "0" : parts[0] + kept.prefix(digits)),
      let last = kept.last?.wholeNumberValue, fraction.allSatisfy(\.isNumber)
    else { return String(invalid(text)) }
    let padded = String(whole + (last >= 5 ? 1 : 0))
    let filled = String(repeating: "0", count: max(0, digits + 1 - padded.count)) + padded
    let sign = isNegative ? "-" : ""
    return digits == 0
      ? sign + filled : sign + filled.dropLast(digits) + "." + filled.suffix(digits)
  }

  /// `3.141590e+00` of a number with its digits written out.
  private func scientific(_ text: String, digits: Int) -> String {
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.drop { $0 == "-" }.split(separator: ".")
    guard let whole = parts.first else { return text }
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let all = whole.drop { $0 == "0" }
    var exponent = all.isEmpty ? -1 - fraction.prefix { $0 == "0" }.count : all.count - 1
    let significant = (whole + fraction).drop { $0 == "0" }
    if significant.isEmpty { exponent = 0 }
    let shown = (significant + String(repeating: "0", count: digits + 1)).prefix(digits + 1)
    let power = (exponent < 0 ? "-" : "+") + DateText.two(abs(exponent))
    let rest = shown.dropFirst()
    return sign + shown.prefix(1) + (rest.isEmpty ? "" : "." + rest) + "e" + power
  }

  private mutating func append(_ text: String, _ specification: Specification) {
    let missing = max(0, specification.width - text.count)
    guard missing > 0 else { return output.append(text) }
    if specification.alignsLeft {
      output.append(text + String(repeating: " ", count: missing))
    } else if specification.padsWithZeros {
      let sign = text.hasPrefix("-") ? "-" : ""
      output.append(sign + String(repeating: "0", count: missing) + text.dropFirst(sign.count))
    } else {
      output.append(String(repeating: " ", count: missing) + text)
    }
  }
}

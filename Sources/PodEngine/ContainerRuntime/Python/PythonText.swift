/// How python writes values: `%`, `format`, `repr`.
enum PythonText {
  static func quoted(_ text: String) -> String {
    let quote: Character = text.contains("'") && !text.contains("\"") ? "\"" : "'"
    var result = String(quote)
    for character in text {
      switch character {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\\": result += "\\\\"
      case quote: result += "\\" + String(quote)
      default: result.append(character)
      }
    }
    return result + String(quote)
  }

  static func float(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    return value.description
  }

  /// So many digits behind the point.
  static func fixed(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return float(value) }
    let digits = min(max(0, digits), 15)
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    guard let whole = Int(exactly: (value.magnitude * factor).rounded(.toNearestOrEven)) else {
      return float(value)
    }
    var text = String(whole)
    text = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    let sign = value < 0 && whole != 0 ? "-" : ""
    guard digits > 0 else { return sign + text }
    return "\(sign)\(text.dropLast(digits)).\(text.suffix(digits))"
  }

  /// `format(value, "05.2f")`.
  static func formatted(
    _ value: PythonValue, _ form: String, _ machine: PythonMachine
  ) throws(PythonException) -> String {
    guard !form.isEmpty else { return machine.text(of: value) }
    var rest = form[...]
    var fill: Character = " "
    var side: Character?
    if let first = rest.first, let second = rest.dropFirst().first, "<>^".contains(second) {
      (fill, side) = (first, second)
      rest = rest.dropFirst(2)
    } else if let first = rest.first, "<>^".contains(first) {
      side = rest.popFirst()
    }
    let plus = rest.first == "+"
    if plus { rest.removeFirst() }
    if rest.first == "0" {
      rest.removeFirst()
      (fill, side) = ("0", side ?? "=")
    }
    let width = number(&rest) ?? 0
    let groups = rest.first == ","
    if groups { rest.removeFirst() }
    var digits: Int?
    if rest.first == "." {
      rest.removeFirst()
      digits = number(&rest)
    }
    var text = try body(value, rest.first, digits, machine)
    if plus, !text.hasPrefix("-") { text = "+" + text }
    if groups { text = grouped(text) }
    let isNumber = value.number != nil
    return padded(text, min(width, 1000), fill, side ?? (isNumber ? ">" : "<"))
  }

  private static func number(_ rest: inout Substring) -> Int? {
    let digits = rest.prefix { $0.isNumber }
    rest = rest.dropFirst(digits.count)
    return Int(digits)
  }

  private static func body(
    _ value: PythonValue, _ kind: Character?, _ digits: Int?, _ machine: PythonMachine
  ) throws(PythonException) -> String {
    switch kind {
    case "d", "i":
      if let integer = value.integer { return String(integer) }
    case "f", "F":
      if let number = value.number { return fixed(number, digits ?? 6) }
    case "%":
      if let number = value.number { return fixed(number * 100, digits ?? 6) + "%" }
    case "x": if let integer = value.integer { return String(integer, radix: 16) }
    case "X": if let integer = value.integer { return String(integer, radix: 16, uppercase: true) }
    case "o": if let integer = value.integer { return String(integer, radix: 8) }
    case "b": if let integer = value.integer { return String(integer, radix: 2) }
    case "s", nil:
      let text = machine.text(of: value)
      return digits.map { String(text.prefix($0)) } ?? text
    default: break
    }
    throw PythonException(
      "ValueError",
      "Unknown format code '\(kind.map(String.init) ?? "")' for object of type '\(value.kind)'")
  }

  private static func grouped(_ text: String) -> String {
    let whole = text.prefix { $0 != "." }
    var result = ""
    for (index, digit) in whole.reversed().enumerated() {
      if index > 0, index % 3 == 0, digit != "-" { result.append(",") }
      result.append(digit)
    }
    return String(result.reversed()) + text.dropFirst(whole.count)
  }

  static func padded(_ text: String, _ width: Int, _ fill: Character, _ side: Character) -> String {
    let missing = max(0, width - text.count)
    func fills(_ count: Int) -> String { String(repeating: String(fill), count: count) }
    switch side {
    case "<": return text + fills(missing)
    case "^": return fills(missing / 2) + text + fills(missing - missing / 2)
    case "=" where text.hasPrefix("-"): return "-" + fills(missing) + text.dropFirst()
    default: return fills(missing) + text
    }
  }

  /// `"%s of %d" % (a, b)`.
  static func format(
    _ format: String, _ value: PythonValue, _ machine: PythonMachine
  ) throws(PythonException) -> String {
    var values: [PythonValue] = [value]
    if case .tuple(let elements) = value { values = elements }
    var next = 0
    var result = ""
    var rest = format[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        result.append(character)
        continue
      }
      if rest.first == "%" {
        rest.removeFirst()
        result += "%"
        continue
      }
      var value = PythonValue.none
      if rest.first == "(" {
        let name = rest.dropFirst().prefix { $0 != ")" }
        rest = rest.dropFirst(name.count + 2)
        value = try machine.item(.text(String(name)), of: values.first ?? .none)
        next = values.count
      } else {
        guard next < values.count else {
          throw PythonException("TypeError", "not enough arguments for format string")
        }
        value = values[next]
        next += 1
      }
      let flags = rest.prefix { "-+0123456789.".contains($0) }
      rest = rest.dropFirst(flags.count)
      guard let kind = rest.popFirst() else {
        throw PythonException("ValueError", "incomplete format")
      }
      result += try one(value, String(flags), kind, machine)
    }
    guard next >= values.count else {
      throw PythonException("TypeError", "not all arguments converted during string formatting")
    }
    return result
  }

  private static func one(
    _ value: PythonValue, _ flags: String, _ kind: Character, _ machine: PythonMachine
  ) throws(PythonException) -> String {
    let isLeft = flags.hasPrefix("-")
    let form =
      isLeft ? "<" + flags.dropFirst() : flags.isEmpty || flags.hasPrefix("0") ? flags : ">" + flags
    switch kind {
    case "s": return try formatted(.text(machine.text(of: value)), form, machine)
    case "r":
      return try formatted(.text(machine.representation(of: value, depth: 0)), form, machine)
    case "d", "i", "x", "X", "o", "f":
      guard let number = value.number else {
        throw PythonException(
          "TypeError",
          kind == "f"
            ? "must be real number, not \(value.kind)"
            : "%\(kind) format: a real number is required, not \(value.kind)")
      }
      let whole = kind == "f" ? value : .integer(Int(exactly: number.rounded(.towardZero)) ?? 0)
      return try formatted(whole, form + String(kind == "i" ? "d" : kind), machine)
    default:
      throw PythonException("ValueError", "unsupported format character '\(kind)'")
    }
  }
}

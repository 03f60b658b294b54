/// `+`, `%`, `==`, `in` and the like.
enum PythonOperators {
  static func unary(
    _ sign: String, _ value: PythonValue, _ machine: PythonMachine
  ) throws(PythonException) -> PythonValue {
    if sign == "not" { return .boolean(!machine.isTrue(value)) }
    if let integer = value.integer {
      return .integer(
        sign == "-"
          ? try PythonOperators.checked(integer.multipliedReportingOverflow(by: -1)) : integer)
    }
    if case .float(let number) = value { return .float(sign == "-" ? -number : number) }
    throw PythonException("TypeError", "bad operand type for unary \(sign): '\(value.kind)'")
  }

  static func binary(
    _ sign: String, _ left: PythonValue, _ right: PythonValue, _ machine: inout PythonMachine
  ) throws(PythonException) -> PythonValue {
    if case .text(let format) = left, sign == "%" {
      return .text(try PythonText.format(format, right, machine))
    }
    if let a = left.integer, let b = right.integer { return try integers(sign, a, b) }
    if let a = left.number, let b = right.number { return try floats(sign, a, b) }
    if sign == "+" { if let sum = try sum(left, right, &machine) { return sum } }
    if sign == "*" {
      if let count = right.integer, let result = try repeated(left, count, &machine) {
        return result
      }
      if let count = left.integer, let result = try repeated(right, count, &machine) {
        return result
      }
    }
    if sign == "+", case .text = left {
      throw PythonException(
        "TypeError", "can only concatenate str (not \"\(right.kind)\") to str")
    }
    let shown = sign == "**" ? "** or pow()" : sign
    throw PythonException(
      "TypeError",
      "unsupported operand type(s) for \(shown): '\(left.kind)' and '\(right.kind)'")
  }

  private static func checked(
    _ result: (partialValue: Int, overflow: Bool)
  ) throws(PythonException) -> Int {
    guard !result.overflow else {
      throw PythonException("OverflowError", "podlab's python counts up to 2**63 - 1")
    }
    return result.partialValue
  }

  private static func integers(
    _ sign: String, _ a: Int, _ b: Int
  ) throws(PythonException) -> PythonValue {
    switch sign {
    case "+": return .integer(try checked(a.addingReportingOverflow(b)))
    case "-": return .integer(try checked(a.subtractingReportingOverflow(b)))
    case "*": return .integer(try checked(a.multipliedReportingOverflow(by: b)))
    case "/":
      guard b != 0 else { throw PythonException("ZeroDivisionError", "division by zero") }
      return .float(Double(a) / Double(b))
    case "//", "%":
      guard b != 0 else {
        throw PythonException(
          "ZeroDivisionError",
          sign == "%" ? "integer modulo by zero" : "integer division or modulo by zero")
      }
      let rest = try checked(a.remainderReportingOverflow(dividingBy: b))
      let isBelow = rest != 0 && (rest < 0) != (b < 0)
      if sign == "%" { return .integer(isBelow ? rest + b : rest) }
      return .integer(try checked(a.dividedReportingOverflow(by: b)) - (isBelow ? 1 : 0))
    default:
      guard b >= 0 else { return try floats(sign, Double(a), Double(b)) }
      var result = 1
      for _ in 0..<min(b, 64) { result = try checked(result.multipliedReportingOverflow(by: a)) }
      guard b <= 64 || a == 1 || a == 0 || a == -1 else {
        return .integer(try checked((0, true)))
      }
      return .integer(a == -1 && b % 2 == 1 ? -1 : result)
    }
  }

  private static func floats(
    _ sign: String, _ a: Double, _ b: Double
  ) throws(PythonException) -> PythonValue {
    switch sign {
    case "+": return .float(a + b)
    case "-": return .float(a - b)
    case "*": return .float(a * b)
    case "**": return .float(power(a, b))
    default:
      guard b != 0 else { throw PythonException("ZeroDivisionError", "float division by zero") }
      let floor = (a / b).rounded(.down)
      return .float(sign == "/" ? a / b : sign == "//" ? floor : a - floor * b)
    }
  }

  /// Whole powers and the square root; others are not needed.
  private static func power(_ a: Double, _ b: Double) -> Double {
    if b == 0.5 { return a.squareRoot() }
    var result = 1.0
    for _ in 0..<Int(min(1024, b.magnitude)) { result *= a }
    return b < 0 ? 1 / result : result
  }

  private static func sum(
    _ left: PythonValue, _ right: PythonValue, _ machine: inout PythonMachine
  ) throws(PythonException) -> PythonValue? {
    switch (left, right) {
    case (.text(let a), .text(let b)):
      try checkLength(a.utf8.count + b.utf8.count)
      return .text(a + b)
    case (.tuple(let a), .tuple(let b)): return .tuple(a + b)
    case (.list(let a), .list(let b)):
      try checkLength(machine.store.lists[a].count + machine.store.lists[b].count)
      return try machine.store.list(machine.store.lists[a] + machine.store.lists[b])
    default: return nil
    }
  }

  private static func repeated(
    _ value: PythonValue, _ count: Int, _ machine: inout PythonMachine
  ) throws(PythonException) -> PythonValue? {
    let count = max(0, count)
    switch value {
    case .text(let text):
      try checkLength(text.utf8.count.multipliedReportingOverflow(by: count))
      return .text(String(repeating: text, count: count))
    case .list(let number):
      let elements = machine.store.lists[number]
      try checkLength(elements.count.multipliedReportingOverflow(by: count))
      return try machine.store.list(Array(repeatElement(elements, count: count).joined()))
    default: return nil
    }
  }

  private static func checkLength(
    _ length: (partialValue: Int, overflow: Bool)
  ) throws(PythonException) {
    try checkLength(length.overflow ? Int.max : length.partialValue)
  }

  private static func checkLength(_ length: Int) throws(PythonException) {
    guard length <= RuntimeLimits.storedBytesPerFile else {
      throw PythonException(
        "MemoryError", "more than \(RuntimeLimits.storedBytesPerFile) bytes (podlab's limit)")
    }
  }

  // MARK: Comparing

  static func compare(
    _ sign: String, _ left: PythonValue, _ right: PythonValue, _ machine: PythonMachine
  ) throws(PythonException) -> Bool {
    switch sign {
    case "==", "is": return machine.isEqual(left, right)
    case "!=", "is not": return !machine.isEqual(left, right)
    case "in": return try contains(right, left, machine)
    case "not in": return !(try contains(right, left, machine))
    default: break
    }
    guard let order = order(left, right, machine) else {
      throw PythonException(
        "TypeError",
        "'\(sign)' not supported between instances of '\(left.kind)' and '\(right.kind)'")
    }
    switch sign {
    case "<": return order < 0
    case "<=": return order <= 0
    case ">": return order > 0
    default: return order >= 0
    }
  }

  /// Below zero where the first comes first; nil where the two cannot be compared.
  static func order(
    _ left: PythonValue, _ right: PythonValue, _ machine: PythonMachine
  ) -> Int? {
    if let a = left.integer, let b = right.integer { return a < b ? -1 : a == b ? 0 : 1 }
    if let a = left.number, let b = right.number { return a < b ? -1 : a == b ? 0 : 1 }
    switch (left, right) {
    case (.text(let a), .text(let b)): return a < b ? -1 : a == b ? 0 : 1
    case (.tuple, .tuple), (.list, .list):
      guard let a = machine.held(left), let b = machine.held(right) else { return nil }
      for (x, y) in zip(a, b) where !machine.isEqual(x, y) { return order(x, y, machine) }
      return a.count - b.count
    default: return nil
    }
  }

  private static func contains(
    _ container: PythonValue, _ value: PythonValue, _ machine: PythonMachine
  ) throws(PythonException) -> Bool {
    switch container {
    case .text(let text):
      guard case .text(let part) = value else {
        throw PythonException(
          "TypeError", "'in <string>' requires string as left operand, not \(value.kind)")
      }
      return part.isEmpty || text.contains(part)
    case .dictionary(let number): return machine.store.value(of: value, in: number) != nil
    case .module("os.environ"):
      guard case .text(let name) = value else { return false }
      return machine.environment[name] != nil
    case .range(let first, let last, let step):
      guard let integer = value.integer, step != 0 else { return false }
      let isInside =
        step > 0 ? (first..<max(first, last)).contains(integer) : integer > last && integer <= first
      return isInside && (integer - first) % step == 0
    default:
      guard let elements = machine.held(container) else {
        throw PythonException(
          "TypeError", "argument of type '\(container.kind)' is not iterable")
      }
      return elements.contains { machine.isEqual($0, value) }
    }
  }
}

/// Evaluates what stands in `$((…))`: C's integer expressions on 64 bits, with the shell's
/// variables.
struct ShellArithmetic {
  private let text: [UInt8]
  private var index = 0
  private var depth = 0
  /// Not 0 in the branch of `?:`, `&&` or `||` that does not count: nothing is assigned there.
  private var skipped = 0
  private let read: (String) -> String?
  private let dialect: ShellDialect
  /// Where the operator and the operand stand that were read last, for messages.
  private var operatorStart = 0
  private var operandStart = 0
  /// What was assigned, in order.
  private(set) var assignments: [(name: String, value: Int)] = []

  init(
    _ text: String, dialect: ShellDialect = .busybox, read: @escaping (String) -> String?
  ) {
    self.text = Array(text.utf8)
    self.dialect = dialect
    self.read = read
  }

  enum Failure: Error, Hashable {
    case syntax, trailing, divideByZero, tooDeep
    /// A number that is none.
    case badNumber(String)
    /// The value of a variable that is no number.
    case notANumber(String)

    var text: String {
      switch self {
      case .syntax, .trailing, .badNumber, .notANumber: "arithmetic syntax error"
      case .divideByZero: "divide by zero"
      case .tooDeep:
        "arithmetic nested more than \(RuntimeLimits.syntaxDepth) deep (podlab's limit syntaxDepth)"
      }
    }
  }

  mutating func value() throws(Failure) -> Int {
    skipSpace()
    if index == text.count { return 0 }
    let result = try comma()
    skipSpace()
    guard index == text.count else { throw .trailing }
    return result
  }

  /// What the shell says of a failure.
  func text(of failure: Failure) -> String {
    ShellWording.arithmetic(
      failure, String(decoding: text, as: UTF8.self), dialect,
      operatorToken: token(operatorStart), operandToken: token(operandStart), rest: token(index))
  }

  private func token(_ start: Int) -> String {
    String(decoding: text[min(start, text.count)...], as: UTF8.self)
  }

  private mutating func comma() throws(Failure) -> Int {
    var result = try assignment()
    while dialect != .dash, take(",") { result = try assignment() }
    return result
  }

  private mutating func assignment() throws(Failure) -> Int {
    guard depth < RuntimeLimits.syntaxDepth else { throw .tooDeep }
    depth += 1
    defer { depth -= 1 }
    let start = index
    if let name = identifier() {
      if peekIs("=") && !peekIs("==") {
        index += 1
        return assign(name, try assignment())
      }
      for name2 in ["+", "-", "*", "/", "%", "<<", ">>", "&", "|", "^"] where peekIs(name2 + "=") {
        index += name2.utf8.count + 1
        let right = try assignment()
        return assign(name, try apply(name2, try variable(name), right))
      }
    }
    index = start
    return try ternary()
  }

  private mutating func assign(_ name: String, _ value: Int) -> Int {
    if skipped == 0 { assignments.append((name, value)) }
    return value
  }

  private mutating func ternary() throws(Failure) -> Int {
    let condition = try binary(level: 0)
    guard take("?") else { return condition }
    let first = try skipping(condition == 0)
    guard take(":") else { throw .syntax }
    let second = try skipping(condition != 0)
    return condition != 0 ? first : second
  }

  private mutating func skipping(_ skips: Bool) throws(Failure) -> Int {
    if skips { skipped += 1 }
    defer { if skips { skipped -= 1 } }
    return try assignment()
  }

  /// The binary operators, loosest first; longer ones before those they begin with.
  private static let levels: [[String]] = [
    ["||"], ["&&"], ["|"], ["^"], ["&"], ["==", "!="], ["<=", ">=", "<", ">"], ["<<", ">>"],
    ["+", "-"], ["*", "/", "%"],
  ]

  private mutating func binary(level: Int) throws(Failure) -> Int {
    guard level < Self.levels.count else { return try power() }
    var left = try binary(level: level + 1)
    while let name = binaryOperator(level) {
      let skips = name == "||" && left != 0 || name == "&&" && left == 0
      if skips { skipped += 1 }
      operandStart = index
      let right = try binary(level: level + 1)
      if skips { skipped -= 1 }
      left = try apply(name, left, right)
    }
    return left
  }

  private mutating func binaryOperator(_ level: Int) -> String? {
    skipSpace()
    for name in Self.levels[level] where peekIs(name) {
      let next = index + name.utf8.count < text.count ? text[index + name.utf8.count] : 0
      let isLonger =
        ["|", "&"].contains(name) && next == name.utf8.first
        || ["<", ">", "*"].contains(name) && next == name.utf8.first && !isDash
      if isLonger { continue }
      operatorStart = index
      index += name.utf8.count
      return name
    }
    return nil
  }

  private var isDash: Bool { dialect == .dash }

  /// `**`, which binds to the right.
  private mutating func power() throws(Failure) -> Int {
    let base = try unary()
    guard !isDash, take("**") else { return base }
    guard depth < RuntimeLimits.syntaxDepth else { throw .tooDeep }
    depth += 1
    defer { depth -= 1 }
    let exponent = try power()
    guard exponent >= 0 else { throw .syntax }
    var (result, factor, rest) = (1, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result &* factor }
      factor = factor &* factor
      rest >>= 1
    }
    return result
  }

  private func apply(_ name: String, _ left: Int, _ right: Int) throws(Failure) -> Int {
    switch name {
    case "||": return left != 0 || right != 0 ? 1 : 0
    case "&&": return left != 0 && right != 0 ? 1 : 0
    case "|": return left | right
    case "^": return left ^ right
    case "&": return left & right
    case "==": return left == right ? 1 : 0
    case "!=": return left != right ? 1 : 0
    case "<=": return left <= right ? 1 : 0
    case ">=": return left >= right ? 1 : 0
    case "<": return left < right ? 1 : 0
    case ">": return left > right ? 1 : 0
    case "<<": return left &<< right
    case ">>": return left &>> right
    case "+": return left &+ right
    case "-": return left &- right
    case "*": return left &* right
    case "/", "%":
      guard right != 0 else {
        if skipped > 0 { return 0 }
        throw .divideByZero
      }
      let both = left.dividedReportingOverflow(by: right)
      return name == "/"
        ? both.partialValue : left.remainderReportingOverflow(dividingBy: right).partialValue
    default: throw .syntax
    }
  }

  private mutating func unary() throws(Failure) -> Int {
    guard depth < RuntimeLimits.syntaxDepth else { throw .tooDeep }
    depth += 1
    defer { depth -= 1 }
    skipSpace()
    for name in ["++", "--"] where !isDash && peekIs(name) {
      index += 2
      if let variable = identifier() {
        let step = name == "++" ? 1 : -1
        return assign(variable, try self.variable(variable) &+ step)
      }
      index -= 2
    }
    if take("!") { return try unary() == 0 ? 1 : 0 }
    if take("~") { return ~(try unary()) }
    if take("-") { return 0 &- (try unary()) }
    if take("+") { return try unary() }
    return try primary()
  }

  private mutating func primary() throws(Failure) -> Int {
    if take("(") {
      let result = try comma()
      guard take(")") else { throw .syntax }
      return result
    }
    if let name = identifier() {
      let value = try variable(name)
      for step in ["++", "--"] where !isDash && peekIs(step) {
        index += 2
        _ = assign(name, value &+ (step == "++" ? 1 : -1))
      }
      return value
    }
    return try number()
  }

  private mutating func number() throws(Failure) -> Int {
    skipSpace()
    let start = index
    while index < text.count, isAlphanumeric(text[index]) { index += 1 }
    guard index > start else { throw .syntax }
    return try Self.parse(String(decoding: text[start..<index], as: UTF8.self))
  }

  private static func parse(_ text: String) throws(Failure) -> Int {
    var value: Int?
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
      value = Int(text.dropFirst(2), radix: 16)
    } else if text.count > 1, text.hasPrefix("0") {
      value = Int(text, radix: 8)
    } else {
      value = Int(text)
    }
    guard let value else { throw .badNumber(text) }
    return value
  }

  /// A variable's number: 0 where it is unset or empty; a variable that names another leads on.
  private func variable(_ name: String) throws(Failure) -> Int {
    var text = assignments.last { $0.name == name }.map { String($0.value) } ?? read(name) ?? ""
    for _ in 0..<16 {
      text = text.filter { $0 != " " && $0 != "\t" && $0 != "\n" }
      if text.isEmpty { return 0 }
      if text.hasPrefix("-") { return 0 &- (try Self.parse(String(text.dropFirst()))) }
      guard let first = text.utf8.first, !isDigit(first) else {
        do throws(Failure) { return try Self.parse(text) } catch { throw .notANumber(text) }
      }
      let isName = text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
      guard isName, !isDash else { throw .notANumber(text) }
      text = read(text) ?? ""
    }
    throw .tooDeep
  }

  // MARK: Characters

  private mutating func skipSpace() {
    while index < text.count, [9, 10, 13, 32].contains(text[index]) { index += 1 }
  }

  private func peekIs(_ name: String) -> Bool {
    text[min(index, text.count)...].starts(with: name.utf8)
  }

  private mutating func take(_ name: String) -> Bool {
    skipSpace()
    guard peekIs(name) else { return false }
    index += name.utf8.count
    return true
  }

  private mutating func identifier() -> String? {
    skipSpace()
    guard index < text.count, isAlphanumeric(text[index]) || text[index] == UInt8(ascii: "_"),
      !isDigit(text[index])
    else { return nil }
    let start = index
    while index < text.count, isAlphanumeric(text[index]) || text[index] == UInt8(ascii: "_") {
      index += 1
    }
    defer { skipSpace() }
    return String(decoding: text[start..<index], as: UTF8.self)
  }
}

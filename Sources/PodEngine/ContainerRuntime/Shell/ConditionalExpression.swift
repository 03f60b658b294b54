/// What stands between `[[` and `]]` of bash.
indirect enum ConditionalExpression: Sendable {
  case and(ConditionalExpression, ConditionalExpression)
  case or(ConditionalExpression, ConditionalExpression)
  case not(ConditionalExpression)
  case unary(String, Word)
  case binary(Word, String, Word)
  /// A word alone: whether it is not empty.
  case word(Word)
}

extension ShellParser {
  /// `[[ … ]]`; nil where something else stands. Ash has it too.
  mutating func doubleBracket() throws(ShellSyntaxError) -> ShellCommand? {
    guard dialect != .dash, isAt("[["), let next = peek(2),
      isBlank(next) || next == UInt8(ascii: "\n")
    else { return nil }
    index += 2
    let expression = try disjunction()
    skipLineEnds()
    guard isAt("]]") else { throw unexpectedHere(expecting: "]]") }
    index += 2
    return .condition(expression)
  }

  private mutating func disjunction() throws(ShellSyntaxError) -> ConditionalExpression {
    try nested { (parser: inout Self) throws(ShellSyntaxError) in
      var result = try parser.conjunction()
      while parser.takes("||") { result = .or(result, try parser.conjunction()) }
      return result
    }
  }

  private mutating func conjunction() throws(ShellSyntaxError) -> ConditionalExpression {
    var result = try negation()
    while takes("&&") { result = .and(result, try negation()) }
    return result
  }

  private mutating func negation() throws(ShellSyntaxError) -> ConditionalExpression {
    try nested { (parser: inout Self) throws(ShellSyntaxError) in
      parser.skipLineEnds()
      if parser.reservedWord() == "!" {
        parser.index += 1
        return .not(try parser.negation())
      }
      if parser.takes("(") {
        let inner = try parser.disjunction()
        guard parser.takes(")") else { throw parser.unexpectedHere(expecting: ")") }
        return inner
      }
      return try parser.comparison()
    }
  }

  private mutating func comparison() throws(ShellSyntaxError) -> ConditionalExpression {
    guard let first = try word() else { throw unexpectedHere(expecting: nil) }
    skipBlanks()
    if isAt("]]") || isAt("&&") || isAt("||") || peek == UInt8(ascii: ")") { return .word(first) }
    if let name = first.onlyText, name.utf8.count == 2, name.hasPrefix("-") {
      guard let operand = try word() else { throw unexpectedHere(expecting: nil) }
      return .unary(name, operand)
    }
    for name in Self.comparisons where isAt(name) {
      index += name.utf8.count
      skipBlanks()
      let second = name == "=~" ? try regularExpression() : try word()
      guard let second else { throw unexpectedHere(expecting: nil) }
      return .binary(first, name, second)
    }
    throw unexpectedHere(expecting: "]]")
  }

  private static let comparisons = [
    "==", "=~", "!=", "=", "<", ">", "-eq", "-ne", "-gt", "-ge", "-lt", "-le", "-nt", "-ot", "-ef",
  ]

  /// Brackets and bars belong to a regular expression; it ends at a blank outside of brackets.
  private mutating func regularExpression() throws(ShellSyntaxError) -> Word? {
    var parts: Word = []
    var open = 0
    while let byte = peek, open > 0 || !isBlank(byte), byte != UInt8(ascii: "\n") {
      if byte == UInt8(ascii: "(") { open += 1 }
      if byte == UInt8(ascii: ")") { open -= 1 }
      if isMeta(byte) {
        index += 1
        parts.append(.plain([byte]))
      } else {
        parts += try part()
      }
    }
    return parts.isEmpty ? nil : parts
  }

  private mutating func takes(_ text: String) -> Bool {
    skipLineEnds()
    guard isAt(text) else { return false }
    index += text.utf8.count
    return true
  }
}

extension ConditionalExpression {
  /// Whether it holds. Expands only what it has to look at; the result is the same however often
  /// it begins anew.
  func holds(
    _ expander: inout ShellExpander, _ kernel: Kernel, _ process: Process?
  ) throws(ShellExpander.Stop) -> Bool {
    switch self {
    case .and(let left, let right):
      guard try left.holds(&expander, kernel, process) else { return false }
      return try right.holds(&expander, kernel, process)
    case .or(let left, let right):
      if try left.holds(&expander, kernel, process) { return true }
      return try right.holds(&expander, kernel, process)
    case .not(let inner): return try !inner.holds(&expander, kernel, process)
    case .word(let word): return try !expander.single(word).value.isEmpty
    case .unary("-v", let word):
      return expander.variables[try expander.single(word).value.text()] != nil
    case .unary(let name, let word):
      return try test([name, try expander.single(word).value.text()], kernel, process)
    case .binary(let left, let name, let right):
      return try compare(left, name, right, &expander, kernel, process)
    }
  }

  private func compare(
    _ left: Word, _ name: String, _ right: Word, _ expander: inout ShellExpander,
    _ kernel: Kernel, _ process: Process?
  ) throws(ShellExpander.Stop) -> Bool {
    let value = try expander.single(left).value
    switch name {
    case "=", "==", "!=":
      let pattern = ShellPattern(try expander.single(right).pattern)
      return pattern.matches(value.array(limit: RuntimeLimits.textBytes) ?? []) == (name != "!=")
    case "=~": return try matches(value, try expander.single(right).value.text(), &expander)
    case "-eq", "-ne", "-gt", "-ge", "-lt", "-le":
      let first = try expander.arithmetic(left)
      return try test(
        [String(first), name, String(try expander.arithmetic(right))], kernel, process)
    default:
      return try test(
        [value.text(), name, try expander.single(right).value.text()], kernel, process)
    }
  }

  private func test(
    _ words: [String], _ kernel: Kernel, _ process: Process?
  ) throws(ShellExpander.Stop) -> Bool {
    let result = TestExpression.evaluate("[[", words, kernel, process)
    if let error = result.error { throw .failed("[[: \(error.bashText)") }
    return result.status == 0
  }

  /// Leaves what matched in `BASH_REMATCH`.
  private func matches(
    _ value: Bytes, _ expression: String, _ expander: inout ShellExpander
  ) throws(ShellExpander.Stop) -> Bool {
    let text = value.array(limit: RuntimeLimits.textBytes) ?? []
    do throws(TextPattern.Failure) {
      let pattern = try TextPattern(expression, isExtended: true, ignoresCase: false)
      guard let range = pattern.firstMatch(in: text) else { return false }
      expander.variables.assign(
        ExpandedAssignment(
          name: "BASH_REMATCH", value: .elements([(nil, Bytes(Array(text[range])))])))
      return true
    } catch { throw .failed("[[: \(expression): not a regular expression that podlab knows") }
  }
}

extension Word {
  /// The text of a word that is nothing but text as written.
  var onlyText: String? {
    guard count == 1, case .plain(let bytes)? = first else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}

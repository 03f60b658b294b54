extension PythonParser {
  /// One expression, or several with commas between them, which are a tuple.
  mutating func expressions() throws(PythonSyntaxError) -> PythonExpression {
    let first = try expression()
    guard isSign(",") else { return first }
    var all = [first]
    while take(","), startsExpression { all.append(try expression()) }
    return made(.tuple(all), from: first.span)
  }

  private var startsExpression: Bool {
    switch token.kind {
    case .name(let word): !Self.reserved.contains(word) || Self.beginners.contains(word)
    case .number, .text: true
    case .sign(let sign): ["(", "[", "{", "-", "+"].contains(sign)
    case .newline, .indent, .dedent, .end: false
    }
  }

  private static let beginners = ["True", "False", "None", "not"]

  /// `a`, `a, b` in front of `in`.
  mutating func targets() throws(PythonSyntaxError) -> PythonExpression {
    let isGroup = take("(")
    let first = try target()
    var all = [first]
    while take(",") { all.append(try target()) }
    if isGroup { try expect(")") }
    return all.count == 1 ? first : made(.tuple(all), from: first.span)
  }

  private mutating func target() throws(PythonSyntaxError) -> PythonExpression {
    let span = here
    return made(.name(try name()), from: span)
  }

  mutating func expression() throws(PythonSyntaxError) -> PythonExpression {
    try nested { parser throws(PythonSyntaxError) in
      let value = try parser.disjunction()
      guard parser.takeWord("if") else { return value }
      let condition = try parser.disjunction()
      guard parser.takeWord("else") else {
        throw parser.error("expected 'else' after 'if' expression")
      }
      let otherwise = try parser.expression()
      return parser.made(
        .conditional(condition, then: value, otherwise: otherwise), from: value.span)
    }
  }

  private mutating func disjunction() throws(PythonSyntaxError) -> PythonExpression {
    var left = try conjunction()
    while takeWord("or") { left = made(.either(left, try conjunction()), from: left.span) }
    return left
  }

  private mutating func conjunction() throws(PythonSyntaxError) -> PythonExpression {
    var left = try negation()
    while takeWord("and") { left = made(.both(left, try negation()), from: left.span) }
    return left
  }

  private mutating func negation() throws(PythonSyntaxError) -> PythonExpression {
    let span = here
    guard takeWord("not") else { return try comparison() }
    let value = try nested { parser throws(PythonSyntaxError) in try parser.negation() }
    return made(.unary("not", value), from: span)
  }

  private mutating func comparison() throws(PythonSyntaxError) -> PythonExpression {
    let first = try sum()
    var rest: [PythonExpression.Comparison] = []
    while let sign = comparisonSign() {
      rest.append(PythonExpression.Comparison(sign: sign, value: try sum()))
    }
    return rest.isEmpty ? first : made(.comparison(first, rest), from: first.span)
  }

  private mutating func comparisonSign() -> String? {
    for sign in ["==", "!=", "<=", ">=", "<", ">"] where take(sign) { return sign }
    if takeWord("in") { return "in" }
    if takeWord("is") { return takeWord("not") ? "is not" : "is" }
    if isWord("not"), tokens[min(index + 1, tokens.count - 1)].kind == .name("in") {
      index += 2
      return "not in"
    }
    return nil
  }

  private mutating func sum() throws(PythonSyntaxError) -> PythonExpression {
    var left = try product()
    while isSign("+") || isSign("-") {
      left = try binary(left) { parser throws(PythonSyntaxError) in try parser.product() }
    }
    return left
  }

  private mutating func product() throws(PythonSyntaxError) -> PythonExpression {
    var left = try factor()
    while isSign("*") || isSign("/") || isSign("//") || isSign("%") {
      left = try binary(left) { parser throws(PythonSyntaxError) in try parser.factor() }
    }
    return left
  }

  private mutating func binary(
    _ left: PythonExpression,
    _ next: (inout PythonParser) throws(PythonSyntaxError) -> PythonExpression
  ) throws(PythonSyntaxError) -> PythonExpression {
    guard case .sign(let sign) = token.kind else { return left }
    let anchor = token.start..<token.end
    index += 1
    return made(.binary(sign, left, try next(&self)), from: left.span, anchor: anchor)
  }

  private mutating func factor() throws(PythonSyntaxError) -> PythonExpression {
    let span = here
    for sign in ["-", "+"] where take(sign) {
      let value = try nested { parser throws(PythonSyntaxError) in try parser.factor() }
      return made(.unary(sign, value), from: span)
    }
    let base = try trailer()
    guard isSign("**") else { return base }
    return try binary(base) { parser throws(PythonSyntaxError) in try parser.factor() }
  }

  /// An atom with what is behind it: `.name`, `(arguments)`, `[item]`.
  private mutating func trailer() throws(PythonSyntaxError) -> PythonExpression {
    var value = try atom()
    while true {
      let start = token.start
      if take(".") {
        value = made(.attribute(value, try name()), from: value.span)
      } else if take("(") {
        let (arguments, keywords) = try self.arguments()
        value = made(
          .call(value, arguments, keywords), from: value.span, anchor: start..<lastEnd,
          isCall: true)
      } else if take("[") {
        value = try subscription(of: value, start)
      } else {
        return value
      }
    }
  }

  private mutating func subscription(
    of value: PythonExpression, _ start: Int
  ) throws(PythonSyntaxError) -> PythonExpression {
    let lower = isSign(":") ? nil : try expressions()
    if take(":") {
      let upper = isSign("]") ? nil : try expression()
      try expect("]")
      return made(.slice(value, lower, upper), from: value.span, anchor: start..<lastEnd)
    }
    try expect("]")
    guard let lower else { throw error("invalid syntax") }
    return made(.item(value, lower), from: value.span, anchor: start..<lastEnd)
  }

  private mutating func arguments() throws(PythonSyntaxError)
    -> ([PythonExpression], [PythonExpression.Keyword])
  {
    var arguments: [PythonExpression] = []
    var keywords: [PythonExpression.Keyword] = []
    while !isSign(")") {
      if case .name(let word) = token.kind,
        tokens[min(index + 1, tokens.count - 1)].kind == .sign("=")
      {
        index += 2
        keywords.append(PythonExpression.Keyword(name: word, value: try expression()))
      } else {
        arguments.append(try expression())
      }
      if !take(",") { break }
    }
    guard isSign(")") else { throw error("invalid syntax. Perhaps you forgot a comma?") }
    index += 1
    return (arguments, keywords)
  }

  // MARK: Atoms

  private mutating func atom() throws(PythonSyntaxError) -> PythonExpression {
    let span = here
    switch token.kind {
    case .number(let text):
      index += 1
      guard let value = PythonValue(number: text) else { throw error("invalid decimal literal") }
      return made(.constant(value), from: span)
    case .text: return try text(span)
    case .name("True"), .name("False"):
      let isTrue = isWord("True")
      index += 1
      return made(.constant(.boolean(isTrue)), from: span)
    case .name("None"):
      index += 1
      return made(.constant(.none), from: span)
    case .name: return made(.name(try name()), from: span)
    case .sign("("): return try group(span)
    case .sign("["):
      index += 1
      return made(.list(try elements(until: "]")), from: span)
    case .sign("{"): return try dictionary(span)
    case .sign, .newline, .indent, .dedent, .end: throw error("invalid syntax")
    }
  }

  private mutating func group(_ span: PythonSpan) throws(PythonSyntaxError) -> PythonExpression {
    index += 1
    if take(")") { return made(.tuple([]), from: span) }
    let value = try expressions()
    guard take(")") else { throw error("invalid syntax. Perhaps you forgot a comma?") }
    return value
  }

  private mutating func elements(
    until end: String
  ) throws(PythonSyntaxError) -> [PythonExpression] {
    var all: [PythonExpression] = []
    while !isSign(end) {
      all.append(try expression())
      if !take(",") { break }
    }
    try expect(end)
    return all
  }

  private mutating func dictionary(
    _ span: PythonSpan
  ) throws(PythonSyntaxError) -> PythonExpression {
    index += 1
    var pairs: [PythonExpression.Pair] = []
    while !isSign("}") {
      let key = try expression()
      try expect(":")
      pairs.append(PythonExpression.Pair(key: key, value: try expression()))
      if !take(",") { break }
    }
    try expect("}")
    return made(.dictionary(pairs), from: span)
  }

  /// Texts that stand side by side are one.
  private mutating func text(_ span: PythonSpan) throws(PythonSyntaxError) -> PythonExpression {
    var parts: [PythonExpression.FormatPart] = []
    while case .text(let text, let isFormat) = token.kind {
      index += 1
      parts += isFormat ? try PythonFormat.parts(of: text, span) : [.text(text)]
    }
    var plain = ""
    for part in parts {
      guard case .text(let text) = part else { return made(.format(parts), from: span) }
      plain += text
    }
    return made(.constant(.text(plain)), from: span)
  }

  // MARK: Places

  private var here: PythonSpan {
    PythonSpan(line: token.line, start: token.start, end: token.end)
  }

  private var lastEnd: Int { tokens[max(0, index - 1)].end }

  private func made(
    _ kind: PythonExpression.Kind, from start: PythonSpan, anchor: Range<Int>? = nil,
    isCall: Bool = false
  ) -> PythonExpression {
    PythonExpression(
      kind: kind,
      span: PythonSpan(
        line: start.line, start: start.start, end: lastEnd, anchor: anchor, isCall: isCall))
  }
}

/// The inside of `f"…"`.
enum PythonFormat {
  static func parts(
    of text: String, _ span: PythonSpan
  ) throws(PythonSyntaxError) -> [PythonExpression.FormatPart] {
    var parts: [PythonExpression.FormatPart] = []
    var plain = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "{" || character == "}", rest.first == character {
        rest.removeFirst()
        plain.append(character)
      } else if character == "{" {
        if !plain.isEmpty { parts.append(.text(plain)) }
        plain = ""
        parts.append(try value(&rest, span))
      } else if character == "}" {
        throw PythonSyntaxError(
          text: "f-string: single '}' is not allowed", line: span.line, column: span.start)
      } else {
        plain.append(character)
      }
    }
    return plain.isEmpty ? parts : parts + [.text(plain)]
  }

  private static func value(
    _ rest: inout Substring, _ span: PythonSpan
  ) throws(PythonSyntaxError) -> PythonExpression.FormatPart {
    var inside = ""
    var depth = 0
    while let character = rest.first {
      if depth == 0, character == "}" || character == ":" || character == "!" { break }
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      inside.append(rest.removeFirst())
    }
    var isRepresentation = false
    if rest.first == "!" {
      isRepresentation = rest.dropFirst().first == "r"
      rest = rest.dropFirst(2)
    }
    let format = rest.first == ":" ? String(rest.dropFirst().prefix { $0 != "}" }) : ""
    rest = rest.drop { $0 != "}" }
    guard rest.popFirst() != nil else {
      throw PythonSyntaxError(
        text: "f-string: expecting '}'", line: span.line, column: span.start)
    }
    let expression: PythonExpression
    do throws(PythonSyntaxError) {
      guard case .expression(let found)? = try PythonParser.parse(inside).first?.kind else {
        throw PythonSyntaxError(
          text: "f-string: valid expression required before '}'", line: span.line,
          column: span.start)
      }
      expression = found
    } catch {
      throw PythonSyntaxError(text: error.text, line: span.line, column: span.start)
    }
    return .value(expression, isRepresentation: isRepresentation, format: format)
  }
}

/// Reads the statements of a program.
struct PythonParser {
  var tokens: [PythonLexer.Token] = []
  var index = 0
  private var depth = 0

  /// How deep blocks and expressions may be nested.
  private static let depthLimit = RuntimeLimits.syntaxDepth

  static func parse(_ text: String) throws(PythonSyntaxError) -> [PythonStatement] {
    var lexer = PythonLexer(text)
    var parser = PythonParser()
    parser.tokens = try lexer.read()
    var program: [PythonStatement] = []
    while parser.token.kind != .end { program += try parser.statement() }
    return program
  }

  /// Runs a part of the grammar one level deeper.
  mutating func nested<Result>(
    _ body: (inout PythonParser) throws(PythonSyntaxError) -> Result
  ) throws(PythonSyntaxError) -> Result {
    guard depth < Self.depthLimit else { throw error("too many nested parentheses") }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  // MARK: Words

  var token: PythonLexer.Token { tokens[min(index, tokens.count - 1)] }

  func isSign(_ sign: String) -> Bool { token.kind == .sign(sign) }
  func isWord(_ word: String) -> Bool { token.kind == .name(word) }

  mutating func take(_ sign: String) -> Bool {
    guard isSign(sign) else { return false }
    index += 1
    return true
  }

  mutating func takeWord(_ word: String) -> Bool {
    guard isWord(word) else { return false }
    index += 1
    return true
  }

  mutating func expect(_ sign: String) throws(PythonSyntaxError) {
    guard take(sign) else {
      throw error(sign == ":" ? "expected ':'" : "invalid syntax")
    }
  }

  mutating func name() throws(PythonSyntaxError) -> String {
    guard case .name(let name) = token.kind, !Self.reserved.contains(name) else {
      throw error("invalid syntax")
    }
    index += 1
    return name
  }

  func error(_ text: String) -> PythonSyntaxError {
    PythonSyntaxError(text: text, line: token.line, column: token.start)
  }

  static let reserved: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in",
    "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with",
    "yield",
  ]

  /// Words of the language that podlab's python leaves out.
  private static let absent: Set<String> = [
    "async", "await", "class", "del", "global", "lambda", "nonlocal", "yield",
  ]

  // MARK: Statements

  /// The statements of one line, or one with its blocks.
  private mutating func statement() throws(PythonSyntaxError) -> [PythonStatement] {
    let line = token.line
    if token.kind == .indent {
      throw PythonSyntaxError(
        kind: "IndentationError", text: "unexpected indent", line: line, column: token.start)
    }
    if case .name(let word) = token.kind, Self.absent.contains(word) {
      throw error("podlab's python has no '\(word)'")
    }
    if let compound = try compound(line) {
      return [PythonStatement(kind: compound, line: line)]
    }
    var statements = [PythonStatement(kind: try simple(), line: line)]
    while take(";"), token.kind != .newline {
      statements.append(PythonStatement(kind: try simple(), line: line))
    }
    guard token.kind == .newline else { throw error("invalid syntax") }
    index += 1
    return statements
  }

  private mutating func compound(_ line: Int) throws(PythonSyntaxError) -> PythonStatement.Kind? {
    if takeWord("if") { return try branch(line) }
    if takeWord("while") {
      return .loop(try expression(), try block(after: "'while' statement", line))
    }
    if takeWord("for") {
      let target = try targets()
      guard takeWord("in") else { throw error("invalid syntax") }
      return .each(target, try expressions(), try block(after: "'for' statement", line))
    }
    if takeWord("try") { return try attempt(line) }
    if takeWord("def") { return try definition(line) }
    if takeWord("with") { return try using(line) }
    return nil
  }

  private mutating func branch(_ line: Int) throws(PythonSyntaxError) -> PythonStatement.Kind {
    var branches = [
      PythonStatement.Branch(
        condition: try expression(), body: try block(after: "'if' statement", line))
    ]
    while isWord("elif") {
      let own = token.line
      index += 1
      branches.append(
        PythonStatement.Branch(
          condition: try expression(), body: try block(after: "'elif' statement", own)))
    }
    let own = token.line
    let otherwise = takeWord("else") ? try block(after: "'else' statement", own) : []
    return .branch(branches, otherwise: otherwise)
  }

  private mutating func attempt(_ line: Int) throws(PythonSyntaxError) -> PythonStatement.Kind {
    let body = try block(after: "'try' statement", line)
    var handlers: [PythonStatement.Handler] = []
    while isWord("except") {
      let own = token.line
      index += 1
      var kinds: [String] = []
      var alias: String?
      if !isSign(":") {
        let isGroup = take("(")
        repeat { kinds.append(try dotted()) } while isGroup && take(",")
        if isGroup { try expect(")") }
        if takeWord("as") { alias = try name() }
      }
      handlers.append(
        PythonStatement.Handler(
          kinds: kinds, name: alias, body: try block(after: "'except' statement", own)))
    }
    let own = token.line
    let end = takeWord("finally") ? try block(after: "'finally' statement", own) : []
    guard !handlers.isEmpty || !end.isEmpty else {
      throw error("expected 'except' or 'finally' block")
    }
    return .attempt(body, handlers, finally: end)
  }

  /// `with FILE as NAME:` is a `try` that closes the file.
  private mutating func using(_ line: Int) throws(PythonSyntaxError) -> PythonStatement.Kind {
    let value = try expression()
    let span = value.span
    let name = takeWord("as") ? try self.name() : "with \(line)"
    let body = try block(after: "'with' statement", line)
    func made(_ kind: PythonExpression.Kind) -> PythonExpression {
      PythonExpression(kind: kind, span: span)
    }
    let close = made(.call(made(.attribute(made(.name(name)), "close")), [], []))
    let always = made(.constant(.boolean(true)))
    let steps = [
      PythonStatement(kind: .assign([made(.name(name))], value), line: line),
      PythonStatement(
        kind: .attempt(
          body, [], finally: [PythonStatement(kind: .expression(close), line: line)]), line: line),
    ]
    return .branch([PythonStatement.Branch(condition: always, body: steps)], otherwise: [])
  }

  private mutating func dotted() throws(PythonSyntaxError) -> String {
    var text = try name()
    while take(".") { text = try name() }
    return text
  }

  private mutating func definition(_ line: Int) throws(PythonSyntaxError) -> PythonStatement.Kind {
    let function = try name()
    try expect("(")
    var parameters: [PythonStatement.Parameter] = []
    while !isSign(")") {
      let parameter = try name()
      if take(":") { _ = try expression() }
      parameters.append(
        PythonStatement.Parameter(
          name: parameter, standard: take("=") ? try expression() : nil))
      if !take(",") { break }
    }
    try expect(")")
    if take("->") { _ = try expression() }
    let body = try block(after: "function definition", line)
    return .define(function, parameters: parameters, body)
  }

  private mutating func block(
    after what: String, _ line: Int
  ) throws(PythonSyntaxError) -> [PythonStatement] {
    try expect(":")
    guard token.kind == .newline else {
      return try nested { parser throws(PythonSyntaxError) in try parser.statement() }
    }
    index += 1
    guard token.kind == .indent else {
      throw PythonSyntaxError(
        kind: "IndentationError", text: "expected an indented block after \(what) on line \(line)",
        line: token.line, column: token.start)
    }
    index += 1
    return try nested { parser throws(PythonSyntaxError) in
      var body: [PythonStatement] = []
      while parser.token.kind != .dedent, parser.token.kind != .end {
        body += try parser.statement()
      }
      if parser.token.kind == .dedent { parser.index += 1 }
      return body
    }
  }

  private mutating func simple() throws(PythonSyntaxError) -> PythonStatement.Kind {
    if takeWord("pass") { return .pass }
    if takeWord("break") { return .leaveLoop }
    if takeWord("continue") { return .nextTurn }
    if takeWord("return") { return .giveBack(isAtEnd ? nil : try expressions()) }
    if takeWord("raise") {
      let value = isAtEnd ? nil : try expression()
      if takeWord("from") { _ = try expression() }
      return .raise(value)
    }
    if takeWord("assert") {
      let condition = try expression()
      return .check(condition, take(",") ? try expression() : nil)
    }
    if takeWord("import") { return try importModules() }
    if takeWord("from") { return try importNames() }
    return try assignment()
  }

  private var isAtEnd: Bool { token.kind == .newline || isSign(";") || isWord("from") }

  private mutating func moduleName() throws(PythonSyntaxError) -> String {
    var text = try name()
    while take(".") { text += "." + (try name()) }
    return text
  }

  /// `import a, b as c`: each a statement of its own in what is run.
  private mutating func importModules() throws(PythonSyntaxError) -> PythonStatement.Kind {
    var imports: [PythonStatement] = []
    repeat {
      let line = token.line
      let module = try moduleName()
      let alias = takeWord("as") ? try name() : module
      imports.append(PythonStatement(kind: .importModule(module, name: alias), line: line))
    } while take(",")
    guard imports.count > 1 else { return imports[0].kind }
    let always = PythonExpression(
      kind: .constant(.boolean(true)), span: PythonSpan(line: token.line, start: 0, end: 0))
    return .branch([PythonStatement.Branch(condition: always, body: imports)], otherwise: [])
  }

  private mutating func importNames() throws(PythonSyntaxError) -> PythonStatement.Kind {
    let module = try moduleName()
    guard takeWord("import") else { throw error("invalid syntax") }
    let isGroup = take("(")
    var names: [PythonStatement.ImportedName] = []
    repeat {
      let word = try name()
      names.append(
        PythonStatement.ImportedName(name: word, alias: takeWord("as") ? try name() : word))
    } while take(",") && !isSign(")")
    if isGroup { try expect(")") }
    return .importNames(module, names)
  }

  private mutating func assignment() throws(PythonSyntaxError) -> PythonStatement.Kind {
    let first = try expressions()
    for sign in ["+", "-", "*", "/", "//", "%", "**"] where isSign(sign + "=") {
      index += 1
      try checkTarget(first)
      return .change(first, sign, try expressions())
    }
    if take(":") {
      _ = try expression()
      guard isSign("=") else { return .pass }
    }
    var all = [first]
    while take("=") { all.append(try expressions()) }
    guard all.count > 1, let value = all.last else { return .expression(first) }
    for target in all.dropLast() { try checkTarget(target) }
    return .assign(Array(all.dropLast()), value)
  }

  private func checkTarget(_ target: PythonExpression) throws(PythonSyntaxError) {
    switch target.kind {
    case .name, .item: return
    case .tuple(let parts), .list(let parts): for part in parts { try checkTarget(part) }
    case .constant, .format, .dictionary, .attribute, .slice, .call, .unary, .binary, .comparison,
      .both, .either, .conditional:
      throw PythonSyntaxError(
        text: "cannot assign to expression here. Maybe you meant '==' instead of '='?",
        line: target.span.line, column: target.span.start)
    }
  }
}

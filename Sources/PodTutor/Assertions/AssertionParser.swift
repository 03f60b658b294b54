internal import PodEngine

/// Reads one line of a `check` block.
///
/// The grammar is that of `kubectl wait --for`, with a time in front and advice behind:
/// `[expect|once|never|hold DUR|at DUR|seeds A..B any|all] SUBJECT PREDICATE [else "ADVICE"]`, or
/// `remember NAME = OBJECT PATH`.
struct AssertionParser: Sendable {
  var tokens: [AssertionToken]
  let position: SourcePosition
  let line: String
  var index = 0

  /// A line of a check: an assertion, or something to remember.
  enum Line: Hashable, Sendable {
    case assertion(Assertion)
    case memory(Memory)
  }

  private init(_ line: String, at position: SourcePosition) throws(SourceError) {
    self.position = position
    self.line = line
    tokens = try AssertionLexer.tokens(line, at: position)
  }

  static func parse(_ line: String, at position: SourcePosition) throws(SourceError) -> Line {
    var parser = try Self(line, at: position)
    if parser.accept("remember") { return .memory(try parser.memory()) }
    return .assertion(try parser.assertion())
  }

  /// The condition of a hint: an assertion without advice.
  static func assertion(_ line: String, at position: SourcePosition) throws(SourceError)
    -> Assertion
  {
    switch try parse(line, at: position) {
    case .assertion(let assertion):
      if case .seeds = assertion.mode {
        throw SourceError(
          position, "`seeds` is no condition of a hint",
          advice: "It would run everything again for a hint; write a claim about the present.")
      }
      return assertion
    case .memory:
      throw SourceError(
        position, "`remember` is no condition", advice: "Write a claim such as `pod/web exists`.")
    }
  }

  private mutating func assertion() throws(SourceError) -> Assertion {
    let first = peek
    let mode = try mode()
    let subject = try subject()
    if let first, subject.isPresentOnly, mode.looksBack {
      throw error(
        first, "`\(first.text)` cannot look back at processes and logs",
        "They are judged as they are now: write `expect`, or `seeds`.")
    }
    let predicate = try predicate(of: subject)
    let advice = try advice()
    if let extra = peek {
      throw error(extra, "`\(extra.text)` is too much here", "One line makes one claim.")
    }
    return Assertion(
      position: position, text: line, mode: mode,
      claim: Claim(subject: subject, predicate: predicate), advice: advice)
  }

  private mutating func advice() throws(SourceError) -> String? {
    guard accept("else") else { return nil }
    let token = try take("a text in double quotes")
    guard token.kind == .quoted, !token.text.isEmpty else {
      throw error(token, "`else` wants a text in double quotes", "Write else \"…\".")
    }
    return token.text
  }

  private mutating func memory() throws(SourceError) -> Memory {
    let name = try take("a name")
    guard isIdentifier(name.text) else {
      throw error(name, "`\(name.text)` is no name", "Use lower-case letters, digits and dashes.")
    }
    try expect("=")
    let token = try take("an object, such as pod/web")
    let key = try object(token)
    let path = try path(of: key.resource, try take("a path, such as {.metadata.uid}"))
    if let extra = peek {
      throw error(
        extra, "`\(extra.text)` is too much here", "Write `remember NAME = SUBJECT PATH`.")
    }
    return Memory(position: position, name: name.text, object: key, path: path)
  }
}

extension AssertionParser {
  var peek: AssertionToken? { index < tokens.count ? tokens[index] : nil }

  mutating func accept(_ word: String) -> Bool {
    guard let token = peek, token.kind == .word, token.text == word else { return false }
    index += 1
    return true
  }

  mutating func take(_ wanted: String) throws(SourceError) -> AssertionToken {
    guard let token = peek else {
      throw SourceError(
        SourcePosition(position.file, position.line, position.column + line.count),
        "the line ends where \(wanted) is wanted", advice: "Add it, or remove the line.")
    }
    index += 1
    return token
  }

  mutating func expect(_ word: String) throws(SourceError) {
    let token = try take("`\(word)`")
    guard token.kind == .word, token.text == word else {
      throw error(token, "`\(word)` is wanted, not `\(token.text)`", "See the grammar of checks.")
    }
  }

  func error(_ token: AssertionToken, _ message: String, _ advice: String) -> SourceError {
    SourceError(
      SourcePosition(position.file, position.line, position.column + token.column - 1), message,
      advice: advice)
  }
}

/// A word of an assertion with the column in which it begins.
struct AssertionToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word
    /// In double quotes; the text is what stands between them.
    case quoted
    /// In braces; the text has them.
    case path
  }

  let kind: Kind
  let text: String
  let column: Int
}

/// Cuts a line into words, quoted texts and `{.paths}`; brackets of `count(…)` are words of their
/// own.
struct AssertionLexer: Sendable {
  private let characters: [Character]
  private var index = 0
  private let position: SourcePosition

  init(_ line: String, at position: SourcePosition) {
    (characters, self.position) = (Array(line), position)
  }

  static func tokens(_ line: String, at position: SourcePosition) throws(SourceError)
    -> [AssertionToken]
  {
    var lexer = Self(line, at: position)
    var tokens: [AssertionToken] = []
    while let token = try lexer.next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() throws(SourceError) -> AssertionToken? {
    while index < characters.count, characters[index] == " " { index += 1 }
    guard index < characters.count else { return nil }
    switch characters[index] {
    case "\"": return try delimited(by: "\"", kind: .quoted)
    case "{": return try delimited(by: "}", kind: .path)
    case "(", ")":
      defer { index += 1 }
      return AssertionToken(kind: .word, text: String(characters[index]), column: index + 1)
    default: return word()
    }
  }

  private mutating func word() -> AssertionToken {
    let start = index
    while index < characters.count, !" \"()".contains(characters[index]) { index += 1 }
    return AssertionToken(
      kind: .word, text: String(characters[start..<index]), column: start + 1)
  }

  private mutating func delimited(by end: Character, kind: AssertionToken.Kind)
    throws(SourceError) -> AssertionToken
  {
    let start = index
    index += 1
    var text = ""
    while index < characters.count, characters[index] != end {
      if characters[index] == "\\", kind == .quoted, index + 1 < characters.count { index += 1 }
      text.append(characters[index])
      index += 1
    }
    guard index < characters.count else {
      throw SourceError(
        SourcePosition(position.file, position.line, position.column + start),
        kind == .quoted ? "the quotation has no end" : "the path has no closing brace",
        advice: "Add a `\(end)`.")
    }
    index += 1
    return AssertionToken(
      kind: kind, text: kind == .path ? "{\(text)}" : text, column: start + 1)
  }
}

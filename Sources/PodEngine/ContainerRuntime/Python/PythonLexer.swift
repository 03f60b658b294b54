/// Cuts a program into words, and its indentation into `indent` and `dedent`.
struct PythonLexer {
  struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case name(String), number(String), sign(String)
      case text(String, isFormat: Bool)
      case newline, indent, dedent, end
    }
    let kind: Kind
    let line: Int
    let start: Int
    let end: Int
  }

  private let characters: [Character]
  private var index = 0
  private var line = 1
  private var lineStart = 0
  private var indents = [0]
  /// The brackets that are open.
  private var open: [(sign: String, line: Int, column: Int)] = []
  private var depth: Int { open.count }
  private var tokens: [Token] = []

  /// Tokens of a program at most.
  private static let limit = 50_000

  init(_ text: String) { characters = Array(text) }

  /// The signs, longest first.
  private static let signs = [
    "**=", "//=", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "**", "//", "->", ":=",
    "<<",
    ">>", "+", "-", "*", "/", "%", "(", ")", "[", "]", "{", "}", ",", ":", ".", "=", "<", ">", ";",
    "@", "&", "|", "^", "~",
  ]

  mutating func read() throws(PythonSyntaxError) -> [Token] {
    try startLine()
    while index < characters.count {
      guard tokens.count < Self.limit else { throw error("program too large for podlab") }
      try readOne()
    }
    if let first = open.last {
      throw PythonSyntaxError(
        text: "'\(first.sign)' was never closed", line: first.line, column: first.column)
    }
    if let last = tokens.last, last.kind != .newline { add(.newline, from: index) }
    for _ in indents.dropFirst() { add(.dedent, from: index) }
    add(.end, from: index)
    return tokens
  }

  private mutating func readOne() throws(PythonSyntaxError) {
    let character = characters[index]
    switch character {
    case "\n", "\r\n":
      if depth == 0, let last = tokens.last, last.kind != .newline, last.kind != .indent,
        last.kind != .dedent
      {
        add(.newline, from: index)
      }
      advanceLine()
      if depth == 0 { try startLine() }
    case " ", "\t", "\r": index += 1
    case "\\" where index + 1 < characters.count && characters[index + 1].isNewline:
      index += 1
      advanceLine()
    case "#": while index < characters.count, !characters[index].isNewline { index += 1 }
    case "\"", "'": try readText(prefix: "")
    case _ where character.isNumber: readNumber()
    case _ where character.isLetter || character == "_": try readName()
    default: try readSign()
    }
  }

  private mutating func advanceLine() {
    index += 1
    line += 1
    lineStart = index
  }

  /// Counts the indentation of a line that holds something.
  private mutating func startLine() throws(PythonSyntaxError) {
    var width = 0
    var ahead = index
    while ahead < characters.count, characters[ahead] == " " || characters[ahead] == "\t" {
      width += characters[ahead] == "\t" ? 8 - width % 8 : 1
      ahead += 1
    }
    guard ahead < characters.count, !characters[ahead].isNewline, characters[ahead] != "#" else {
      return
    }
    index = ahead
    if width > indents.last ?? 0 {
      indents.append(width)
      add(.indent, from: index)
    }
    while width < indents.last ?? 0 {
      indents.removeLast()
      add(.dedent, from: index)
    }
    guard width == indents.last else {
      throw PythonSyntaxError(
        kind: "IndentationError",
        text: "unindent does not match any outer indentation level", line: line, column: width)
    }
  }

  private mutating func readNumber() {
    let start = index
    while index < characters.count,
      characters[index].isNumber || characters[index].isLetter || characters[index] == "_"
        || characters[index] == "."
    {
      index += 1
    }
    add(.number(String(characters[start..<index].filter { $0 != "_" })), from: start)
  }

  private mutating func readName() throws(PythonSyntaxError) {
    let start = index
    while index < characters.count,
      characters[index].isLetter || characters[index].isNumber || characters[index] == "_"
    {
      index += 1
    }
    let name = String(characters[start..<index])
    let isPrefix = ["f", "r", "b", "u", "fr", "rf", "br"].contains(name.lowercased())
    if isPrefix, index < characters.count, characters[index] == "\"" || characters[index] == "'" {
      return try readText(prefix: name.lowercased(), from: start)
    }
    add(.name(name), from: start)
  }

  private mutating func readSign() throws(PythonSyntaxError) {
    let start = index
    for sign in Self.signs where matches(sign) {
      index += sign.count
      if "([{".contains(sign) { open.append((sign, line, start - lineStart)) }
      if ")]}".contains(sign) {
        guard open.popLast() != nil else { throw error("unmatched '\(sign)'") }
      }
      return add(.sign(sign), from: start)
    }
    if matches("!") {
      index += 1
      return add(.sign("!"), from: start)
    }
    throw error("invalid syntax")
  }

  private func matches(_ text: String) -> Bool {
    index + text.count <= characters.count
      && zip(text, characters[index...]).allSatisfy { $0 == $1 }
  }

  private mutating func readText(
    prefix: String, from begin: Int? = nil
  ) throws(PythonSyntaxError) {
    let start = begin ?? index
    let quote = characters[index]
    let isLong = matches(String(repeating: quote, count: 3))
    let (firstLine, firstStart) = (line, lineStart)
    index += isLong ? 3 : 1
    var text = ""
    while true {
      guard index < characters.count, isLong || !characters[index].isNewline else {
        throw PythonSyntaxError(
          text: "unterminated \(isLong ? "triple-quoted " : "")string literal"
            + " (detected at line \(firstLine))", line: firstLine, column: start - firstStart)
      }
      let character = characters[index]
      if character == quote, !isLong || matches(String(repeating: quote, count: 3)) {
        index += isLong ? 3 : 1
        break
      }
      if character == "\\", !prefix.contains("r"), index + 1 < characters.count {
        text += escape(characters[index + 1])
        if characters[index + 1].isNewline { line += 1 }
        index += 2
        continue
      }
      text.append(character)
      if character.isNewline { advanceLine() } else { index += 1 }
    }
    tokens.append(
      Token(
        kind: .text(text, isFormat: prefix.contains("f")), line: firstLine,
        start: start - firstStart, end: firstLine == line ? index - lineStart : start - firstStart))
  }

  private func escape(_ character: Character) -> String {
    switch character {
    case "n": "\n"
    case "t": "\t"
    case "r": "\r"
    case "0": "\0"
    case "e": "\u{1b}"
    case "\n", "\r\n": ""
    case "\\", "'", "\"": String(character)
    default: "\\" + String(character)
    }
  }

  private mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(
      Token(
        kind: kind, line: line, start: max(0, start - lineStart), end: max(0, index - lineStart)))
  }

  private func error(_ text: String) -> PythonSyntaxError {
    PythonSyntaxError(text: text, line: line, column: index - lineStart)
  }
}

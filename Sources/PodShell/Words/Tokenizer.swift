/// Reads a typed text as sh would: words, quotes, backslashes, comments, heredocs, `&&`, `||`, `;`,
/// `|`, `>`, `>>` and line ends.
///
/// Variables, globs and command substitution are not a shell's business here: `$`, `*` and
/// backquotes are ordinary characters, so that `exec web -- sh -c "echo $HOME"` reaches the
/// container as it was typed.
package struct Tokenizer {
  private var scanner: WordScanner
  private var commands: [SimpleCommand] = []
  private var words: [Word] = []
  /// The stages of a pipe that were read already; the last one is in `words`.
  private var stages: [[Word]] = []
  private var target: SimpleCommand.Redirection?
  private var joint = SimpleCommand.Joint.always
  private var openHeredoc: OpenHeredoc?
  private var heredoc: Heredoc?

  private struct OpenHeredoc {
    let delimiter: String
    let stripsTabs: Bool
  }

  private init(_ text: String) { scanner = WordScanner(text) }

  /// The commands of a text; none in an empty line or a comment.
  package static func commands(in text: String) throws(WordsError) -> [SimpleCommand] {
    var tokenizer = Tokenizer(text)
    try tokenizer.run()
    return tokenizer.commands
  }

  private mutating func run() throws(WordsError) {
    while let character = scanner.peek() {
      if character == " " || character == "\t" {
        scanner.next()
      } else if character == "\\", scanner.peek(1)?.isNewline == true {
        try joinLines()
      } else if character.isNewline {
        try endLine()
      } else if character == "#" {
        scanner.skip { !$0.isNewline }
      } else if try !takeOperator() {
        let (position, offset) = (scanner.position, scanner.offset)
        words.append(Word(try scanner.word(), at: position, offset: offset))
      }
    }
    if let open = openHeredoc {
      throw .incomplete(.heredoc(delimiter: open.delimiter), scanner.position)
    }
    try endCommand(before: "the end", next: .always)
  }

  /// A backslash at the end of a line takes the line end away.
  private mutating func joinLines() throws(WordsError) {
    let position = scanner.position
    scanner.next()
    scanner.next()
    if scanner.isAtEnd { throw .incomplete(.backslash, position) }
  }

  private mutating func endLine() throws(WordsError) {
    scanner.next()
    if let open = openHeredoc { try readBody(open) }
    guard !words.isEmpty || joint == .always else { return }
    try endCommand(before: "the end of the line", next: .always)
  }

  private mutating func takeOperator() throws(WordsError) -> Bool {
    let position = scanner.position
    if let (text, joint) = Self.joints.first(where: { scanner.take($0.text) }) {
      guard !words.isEmpty else { throw .missingCommand(text, position) }
      try endCommand(before: text, next: joint)
    } else if scanner.peek() == "|" {
      scanner.next()
      guard !words.isEmpty else { throw .missingCommand("|", position) }
      stages.append(words)
      words = []
    } else if scanner.peek() == ">" {
      try redirect(at: position)
    } else if scanner.take(";") {
      try endCommand(before: ";", next: .always)
    } else if scanner.peek() == "<", scanner.peek(1) == "<", scanner.peek(2) != "<" {
      _ = scanner.take("<<")
      try openHeredoc(at: position)
    } else {
      for text in ["&", "<<<", "<"] where scanner.take(text) {
        throw .unsupportedOperator(text, position)
      }
      return false
    }
    return true
  }

  private static let joints: [(text: String, joint: SimpleCommand.Joint)] = [
    ("&&", .afterSuccess), ("||", .afterFailure),
  ]

  private mutating func redirect(at position: TextPosition) throws(WordsError) {
    // `2>` and `1>` name one of the two outputs.
    if let last = words.last, last.text == "2" || last.text == "1",
      last.offset + 1 == scanner.offset
    {
      throw .unsupportedOperator("\(last.text)>", last.position)
    }
    let isAppending = scanner.take(">>")
    if !isAppending { scanner.next() }
    let text = isAppending ? ">>" : ">"
    if scanner.peek() == "&" { throw .unsupportedOperator("\(text)&", position) }
    scanner.skip { $0 == " " || $0 == "\t" }
    let (start, offset) = (scanner.position, scanner.offset)
    let name = try scanner.word()
    guard !name.isEmpty else { throw .missingFile(text, position) }
    target = SimpleCommand.Redirection(
      file: Word(name, at: start, offset: offset), isAppending: isAppending)
  }

  private mutating func endCommand(
    before: String, next: SimpleCommand.Joint
  ) throws(WordsError) {
    defer { joint = next }
    if words.isEmpty {
      guard stages.isEmpty, target == nil else { throw .missingCommand("|", scanner.position) }
      guard joint == .always else {
        throw .missingCommand(joint == .afterSuccess ? "&&" : "||", scanner.position)
      }
      return
    }
    let all = stages + [words]
    var command = SimpleCommand(words: all[0], heredoc: heredoc, joint: joint)
    command.filters = Array(all.dropFirst())
    command.target = target
    commands.append(command)
    (words, stages, heredoc, target) = ([], [], nil, nil)
  }
}

extension Tokenizer {
  private mutating func openHeredoc(at position: TextPosition) throws(WordsError) {
    let stripsTabs = scanner.take("-")
    scanner.skip { $0 == " " || $0 == "\t" }
    let delimiter = try scanner.word()
    guard !delimiter.isEmpty else { throw .missingDelimiter(position) }
    openHeredoc = OpenHeredoc(delimiter: delimiter, stripsTabs: stripsTabs)
  }

  private mutating func readBody(_ open: OpenHeredoc) throws(WordsError) {
    openHeredoc = nil
    let position = scanner.position
    var body = ""
    while let line = scanner.nextLine() {
      let text = open.stripsTabs ? String(line.drop { $0 == "\t" }) : line
      if text == open.delimiter {
        heredoc = Heredoc(delimiter: open.delimiter, body: body, position: position)
        return
      }
      body += text + "\n"
    }
    throw .incomplete(.heredoc(delimiter: open.delimiter), scanner.position)
  }
}

extension WordScanner {
  /// One word with its quotes resolved; empty when none stands here.
  mutating func word() throws(WordsError) -> String {
    var text = ""
    while let character = peek(), !character.endsWord {
      let start = position
      next()
      switch character {
      case "'": text += try quoted(until: "'", start)
      case "\"": text += try quoted(until: "\"", start)
      case "\\":
        guard let escaped = next() else { throw .incomplete(.backslash, start) }
        if !escaped.isNewline {
          text.append(escaped)
        } else if isAtEnd {
          throw .incomplete(.backslash, start)
        }
      default: text.append(character)
      }
    }
    return text
  }

  private mutating func quoted(
    until quote: Character, _ start: TextPosition
  ) throws(WordsError) -> String {
    var text = ""
    while let character = next() {
      if character == quote { return text }
      guard character == "\\", quote == "\"", let escaped = peek(), escaped.isEscapable else {
        text.append(character)
        continue
      }
      next()
      if !escaped.isNewline { text.append(escaped) }
    }
    throw .incomplete(.quote(quote), start)
  }
}

extension Character {
  fileprivate var endsWord: Bool { isNewline || " \t;|&<>".contains(self) }

  /// What a backslash escapes between double quotes.
  fileprivate var isEscapable: Bool { isNewline || "\"\\$`".contains(self) }
}

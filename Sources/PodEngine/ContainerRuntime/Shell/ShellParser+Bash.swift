/// What bash has beyond POSIX.
extension ShellParser {
  var isBash: Bool { dialect == .bash }

  // MARK: Arrays

  /// `(a b [5]=c)`, with the opening bracket still to be taken.
  mutating func arrayItems() throws(ShellSyntaxError) -> [ArrayItem] {
    index += 1
    var items: [ArrayItem] = []
    while true {
      skipLineEnds()
      guard let byte = peek else { throw .unexpected("end of file", expecting: ")") }
      if byte == UInt8(ascii: ")") { break }
      let place = try itemIndex()
      guard let word = try word(allowsEmpty: place != nil) ?? (place == nil ? nil : []) else {
        throw unexpectedHere(expecting: ")")
      }
      items += BraceExpansion.words(word).map { ArrayItem(index: place, value: $0) }
    }
    index += 1
    return items
  }

  /// `[5]=`; nothing is taken where something else stands.
  private mutating func itemIndex() throws(ShellSyntaxError) -> Word? {
    guard peek == UInt8(ascii: "[") else { return nil }
    let start = index
    let place = try bracketed()
    guard peek == UInt8(ascii: "=") else {
      index = start
      return nil
    }
    index += 1
    return place
  }

  /// The text between `[` and `]`, as an arithmetic expression.
  mutating func bracketed() throws(ShellSyntaxError) -> Word {
    index += 1
    let start = index
    var open = 0
    while let byte = peek {
      if byte == UInt8(ascii: "[") { open += 1 }
      if byte == UInt8(ascii: "]") {
        if open == 0 { break }
        open -= 1
      }
      if byte == UInt8(ascii: "\n") { throw .badSubstitution }
      index += 1
    }
    guard peek != nil else { throw .badSubstitution }
    var inner = ShellParser(Array(source[start..<index]), dialect: dialect, depth: depth)
    let word = try inner.quotedText(until: nil)
    index += 1
    return word
  }

  /// What follows a name in `${name[…]}`.
  mutating func elementSelector() throws(ShellSyntaxError) -> ParameterExpansion.Element? {
    guard isBash, peek == UInt8(ascii: "[") else { return nil }
    for (text, element) in [("[@]", ParameterExpansion.Element.all), ("[*]", .joined)]
    where isAt(text) {
      index += 3
      return element
    }
    return .index(try bracketed())
  }

  // MARK: (( )) and for (( ))

  /// `(( expression ))` as the builtin `let`.
  mutating func arithmeticCommand() throws(ShellSyntaxError) -> ShellCommand? {
    guard isBash, isAt("((") else { return nil }
    let start = (index, line)
    index += 2
    guard let text = arithmeticText() else {
      (index, line) = start
      return nil
    }
    return try Self.letCommand(text, self)
  }

  /// The three parts of `for ((a; b; c))`, with `((` still to be taken.
  mutating func arithmeticLoop() throws(ShellSyntaxError) -> ShellCommand? {
    guard isBash, isAt("((") else { return nil }
    index += 2
    guard let text = arithmeticText() else { throw .badForVariable }
    let parts = text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    guard parts.count == 3 else { throw .badForVariable }
    let commands = try parts.map { (part) throws(ShellSyntaxError) in
      let isBlank = part.allSatisfy { $0 == 32 || $0 == 9 || $0 == 10 }
      return try Self.letCommand(isBlank ? [UInt8(ascii: "1")] : Array(part), self)
    }
    skipBlanks()
    if peek == UInt8(ascii: ";") { index += 1 }
    skipLineEnds()
    let loop = LoopCommand(
      isUntil: false, condition: commands[1], body: try block(after: "do", until: "done"),
      step: commands[2])
    return .list([
      ListItem(command: commands[0], isBackground: false),
      ListItem(command: .loop(loop), isBackground: false),
    ])
  }

  /// Everything up to `))`, which is taken; nil where no such end comes.
  private mutating func arithmeticText() -> [UInt8]? {
    let start = index
    var open = 0
    while let byte = peek {
      if byte == UInt8(ascii: "(") { open += 1 }
      if byte == UInt8(ascii: ")") {
        if open == 0 { break }
        open -= 1
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
    guard isAt("))") else { return nil }
    index += 2
    return Array(source[start..<(index - 2)])
  }

  private static func letCommand(
    _ text: [UInt8], _ parser: ShellParser
  ) throws(ShellSyntaxError) -> ShellCommand {
    var inner = ShellParser(text, dialect: parser.dialect, depth: parser.depth)
    let expression = try inner.quotedText(until: nil)
    return .simple(
      SimpleCommand(
        words: [[.plain(Array("let".utf8))], [.doubleQuoted(expression)]], line: parser.line))
  }

  // MARK: Quoting and redirections

  /// `$'…'`, whose escapes are those of `echo -e`.
  mutating func escapedQuotes() throws(ShellSyntaxError) -> WordPart? {
    guard dialect != .dash, peek == UInt8(ascii: "'") else { return nil }
    index += 1
    let start = index
    while let byte = peek, byte != UInt8(ascii: "'") {
      if byte == UInt8(ascii: "\n") { line += 1 }
      index += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard peek != nil else { throw .unterminatedQuote }
    index += 1
    return .quoted(
      Escapes.read(Array(source[start..<(index - 1)]), stopsAtC: false, unescapesQuotes: true).bytes
    )
  }

  /// `<<< word`: the word and a line end as input.
  mutating func hereString() throws(ShellSyntaxError) -> Redirection? {
    guard isBash, isAt("<<<") else { return nil }
    index += 3
    guard let word = try word() else { throw unexpectedHere(expecting: nil) }
    return Redirection(
      kind: .heredoc, descriptor: 0, target: word + [.quoted([UInt8(ascii: "\n")])])
  }

  /// `&> file` and `&>> file`: both outputs. The second redirection waits in
  /// `pendingRedirection`.
  mutating func bothOutputs() throws(ShellSyntaxError) -> Redirection? {
    guard isBash, isAt("&>") else { return nil }
    let appends = isAt("&>>")
    index += appends ? 3 : 2
    guard let word = try word() else { throw unexpectedHere(expecting: nil) }
    pendingRedirection = Redirection(
      kind: .duplicate, descriptor: 2, target: [.quoted([UInt8(ascii: "1")])])
    return Redirection(kind: appends ? .append : .write, descriptor: 1, target: word)
  }
}

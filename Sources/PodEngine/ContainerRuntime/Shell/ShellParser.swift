/// Reads a script command by command, as ash does: what stands before a syntax error has run by
/// then.
struct ShellParser: Sendable {
  let source: [UInt8]
  /// Whose language it is: bash has arrays, `[[ ]]`, `(( ))` and more.
  let dialect: ShellDialect
  var index = 0
  var line = 1
  /// Where the bodies of heredocs end that began on this line: reading a line end jumps there.
  var heredocEnd: (lineEnd: Int, resume: Int)?
  /// Whether the script ends in the body of a heredoc.
  var hasOpenHeredoc = false
  /// The second half of `&> file`.
  var pendingRedirection: Redirection?
  /// How deep the construct is nested that is being read.
  var depth: Int

  init(_ text: [UInt8], dialect: ShellDialect, depth: Int = 0) {
    source = text
    self.dialect = dialect
    self.depth = depth
  }

  /// The next complete line of commands; nil at the end of the script.
  mutating func nextCommand() throws(ShellSyntaxError) -> ShellCommand? {
    skipLineEnds()
    guard peek != nil else { return nil }
    let items = try list(isTopLevel: true)
    guard !items.isEmpty else { throw unexpectedHere(expecting: nil) }
    if let byte = peek, byte != UInt8(ascii: "\n") { throw unexpectedHere(expecting: nil) }
    return .list(items)
  }

  /// Everything up to a closing `)`; for `$(…)`.
  mutating func substitutionBody() throws(ShellSyntaxError) -> ShellCommand {
    try nested { (parser: inout Self) throws(ShellSyntaxError) in
      parser.skipLineEnds()
      let items = try parser.list(isTopLevel: false)
      parser.skipLineEnds()
      guard parser.peek == UInt8(ascii: ")") else {
        throw parser.unexpectedHere(expecting: ")")
      }
      parser.index += 1
      return .list(items)
    }
  }

  mutating func nested<Result>(
    _ body: (inout Self) throws(ShellSyntaxError) -> Result
  ) throws(ShellSyntaxError) -> Result {
    guard depth < RuntimeLimits.syntaxDepth else { throw .tooDeep }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  // MARK: Lists

  private mutating func list(isTopLevel: Bool) throws(ShellSyntaxError) -> [ListItem] {
    var items: [ListItem] = []
    while true {
      if !isTopLevel { skipLineEnds() } else { skipBlanks() }
      guard let byte = peek, !endsList(byte) else { break }
      let command = try andOr()
      skipBlanks()
      let isBackground = peek == UInt8(ascii: "&") && peek(1) != UInt8(ascii: "&")
      items.append(ListItem(command: command, isBackground: isBackground))
      if isBackground {
        index += 1
      } else if peek == UInt8(ascii: ";") && peek(1) != UInt8(ascii: ";") {
        index += 1
      } else if isTopLevel || peek != UInt8(ascii: "\n") {
        break
      }
    }
    return items
  }

  /// Whether a list ends here: at a closing word or character.
  private mutating func endsList(_ byte: UInt8) -> Bool {
    if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\n") { return true }
    if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "|") {
      return true
    }
    guard let word = reservedWord() else { return false }
    return ["then", "else", "elif", "fi", "do", "done", "esac", "}"].contains(word)
  }

  private mutating func andOr() throws(ShellSyntaxError) -> ShellCommand {
    let first = try pipeline()
    var steps: [AndOrStep] = []
    while true {
      skipBlanks()
      let isAnd = isAt("&&")
      guard isAnd || isAt("||") else { break }
      index += 2
      skipLineEnds()
      steps.append(AndOrStep(isAnd: isAnd, command: try pipeline()))
    }
    return steps.isEmpty ? first : .andOr(first, steps)
  }

  private mutating func pipeline() throws(ShellSyntaxError) -> ShellCommand {
    skipBlanks()
    var isNegated = false
    while reservedWord() == "!" {
      index += 1
      isNegated.toggle()
      skipBlanks()
    }
    var stages = [try command()]
    while true {
      skipBlanks()
      guard peek == UInt8(ascii: "|"), peek(1) != UInt8(ascii: "|") else { break }
      index += 1
      skipLineEnds()
      stages.append(try command())
    }
    if stages.count == 1, !isNegated { return stages[0] }
    return .pipeline(stages, isNegated: isNegated)
  }

  // MARK: Commands

  private mutating func command() throws(ShellSyntaxError) -> ShellCommand {
    try nested { (parser: inout Self) throws(ShellSyntaxError) in
      guard let compound = try parser.compound() else { return try parser.simpleOrFunction() }
      let redirections = try parser.redirections()
      return redirections.isEmpty ? compound : .redirected(compound, redirections)
    }
  }

  private mutating func compound() throws(ShellSyntaxError) -> ShellCommand? {
    skipBlanks()
    if let condition = try doubleBracket() { return condition }
    if let arithmetic = try arithmeticCommand() { return arithmetic }
    if peek == UInt8(ascii: "(") {
      index += 1
      return .subshell(try substitutionBody())
    }
    switch reservedWord() {
    case "{": return .group(try block(after: "{", until: "}"))
    case "if": return try conditional()
    case "while", "until": return try loop()
    case "for": return try forEach()
    case "case": return try choice()
    case "then", "else", "elif", "fi", "do", "done", "esac", "}", "in":
      throw unexpectedHere(expecting: nil)
    default: return nil
    }
  }

  mutating func block(after opening: String, until closing: String)
    throws(ShellSyntaxError) -> ShellCommand
  {
    try expect(opening)
    let items = try list(isTopLevel: false)
    guard !items.isEmpty else { throw unexpectedHere(expecting: peek == nil ? closing : nil) }
    try expect(closing)
    return .list(items)
  }

  /// Commands up to a reserved word that is not taken.
  private mutating func body(until closing: String) throws(ShellSyntaxError) -> ShellCommand {
    let items = try list(isTopLevel: false)
    guard !items.isEmpty else { throw unexpectedHere(expecting: peek == nil ? closing : nil) }
    return .list(items)
  }

  private mutating func conditional() throws(ShellSyntaxError) -> ShellCommand {
    var branches: [ConditionalBranch] = []
    var otherwise: ShellCommand?
    try expect("if")
    while true {
      let condition = try body(until: "then")
      try expect("then")
      branches.append(ConditionalBranch(condition: condition, body: try body(until: "fi")))
      skipLineEnds()
      switch reservedWord() {
      case "elif":
        try expect("elif")
        continue
      case "else":
        try expect("else")
        otherwise = try body(until: "fi")
        try expect("fi")
      default: try expect("fi")
      }
      return .conditional(branches, otherwise: otherwise)
    }
  }

  private mutating func loop() throws(ShellSyntaxError) -> ShellCommand {
    let isUntil = reservedWord() == "until"
    try expect(isUntil ? "until" : "while")
    let condition = try body(until: "do")
    return .loop(
      LoopCommand(
        isUntil: isUntil, condition: condition, body: try block(after: "do", until: "done")))
  }

  private mutating func forEach() throws(ShellSyntaxError) -> ShellCommand {
    try expect("for")
    skipBlanks()
    if let loop = try arithmeticLoop() { return loop }
    let name = plainName()
    guard !name.isEmpty else { throw .badForVariable }
    skipLineEnds()
    var words: [Word]?
    if reservedWord() == "in" {
      try expect("in")
      var found: [Word] = []
      while let word = try word() { found += expandedBraces(word) }
      words = found
    }
    skipBlanks()
    if peek == UInt8(ascii: ";") { index += 1 }
    skipLineEnds()
    return .forEach(
      ForCommand(name: name, words: words, body: try block(after: "do", until: "done")))
  }

  private mutating func choice() throws(ShellSyntaxError) -> ShellCommand {
    try expect("case")
    guard let subject = try word() else { throw unexpectedHere(expecting: nil) }
    skipLineEnds()
    try expect("in")
    var branches: [ChoiceBranch] = []
    while true {
      skipLineEnds()
      if reservedWord() == "esac" { break }
      branches.append(try choiceBranch())
      skipLineEnds()
      guard isAt(";;") else { break }
      index += 2
    }
    try expect("esac")
    return .choice(subject, branches)
  }

  private mutating func choiceBranch() throws(ShellSyntaxError) -> ChoiceBranch {
    if peek == UInt8(ascii: "(") { index += 1 }
    var patterns: [Word] = []
    while true {
      guard let pattern = try word() else { throw unexpectedHere(expecting: ")") }
      patterns.append(pattern)
      skipBlanks()
      if peek == UInt8(ascii: ")") { break }
      guard peek == UInt8(ascii: "|") else { throw unexpectedHere(expecting: ")") }
      index += 1
    }
    index += 1
    return ChoiceBranch(patterns: patterns, body: .list(try list(isTopLevel: false)))
  }

  private mutating func simpleOrFunction() throws(ShellSyntaxError) -> ShellCommand {
    var simple = SimpleCommand()
    skipBlanks()
    simple.line = line
    while true {
      skipBlanks()
      if let redirection = try redirection() {
        simple.redirections.append(redirection)
        continue
      }
      if simple.words.isEmpty, let assignment = try assignment() {
        simple.assignments.append(assignment)
        continue
      }
      let start = index
      guard let word = try word() else { break }
      if simple.words.isEmpty, word.onlyText == "function", dialect != .dash,
        let function = try keywordFunction()
      {
        return function
      }
      if simple.words.isEmpty, simple.assignments.isEmpty, simple.redirections.isEmpty,
        isFunctionHeader()
      {
        return try function(named: String(decoding: source[start..<index], as: UTF8.self))
      }
      simple.words += expandedBraces(word)
    }
    if peek == UInt8(ascii: "(") { throw unexpectedHere(expecting: nil) }
    guard !simple.words.isEmpty || !simple.assignments.isEmpty || !simple.redirections.isEmpty
    else { throw unexpectedHere(expecting: nil) }
    return .simple(simple)
  }

  private mutating func isFunctionHeader() -> Bool {
    var position = index
    while position < source.count, isBlank(source[position]) { position += 1 }
    guard position < source.count, source[position] == UInt8(ascii: "(") else { return false }
    position += 1
    while position < source.count, isBlank(source[position]) { position += 1 }
    return position < source.count && source[position] == UInt8(ascii: ")")
  }

  private func expandedBraces(_ word: Word) -> [Word] {
    isBash ? BraceExpansion.words(word) : [word]
  }

  /// `function NAME [()] …`, after the keyword.
  private mutating func keywordFunction() throws(ShellSyntaxError) -> ShellCommand? {
    skipBlanks()
    let start = index
    guard try word() != nil else { throw .badFunctionName }
    let name = String(decoding: source[start..<index], as: UTF8.self)
    if isFunctionHeader() { return try function(named: name) }
    skipLineEnds()
    return .function(name, try command())
  }

  private mutating func function(named name: String) throws(ShellSyntaxError) -> ShellCommand {
    let isName = name.utf8.allSatisfy {
      isAlphanumeric($0) || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":")
    }
    guard isName else { throw .badFunctionName }
    skipBlanks()
    index += 1
    skipBlanks()
    index += 1
    skipLineEnds()
    return .function(name, try command())
  }

  private mutating func assignment() throws(ShellSyntaxError) -> Assignment? {
    let start = index
    let name = plainName()
    var place: Word?
    if isBash, !name.isEmpty, peek == UInt8(ascii: "[") { place = try? bracketed() }
    let appends = isBash && isAt("+=")
    guard !name.isEmpty, appends || peek == UInt8(ascii: "=") else {
      index = start
      return nil
    }
    index += appends ? 2 : 1
    if isBash, place == nil, peek == UInt8(ascii: "(") {
      return Assignment(name: name, appends: appends, value: .elements(try arrayItems()))
    }
    return Assignment(
      name: name, index: place, appends: appends, value: .word(try word(allowsEmpty: true) ?? []))
  }

  // MARK: Redirections

  private mutating func redirections() throws(ShellSyntaxError) -> [Redirection] {
    var found: [Redirection] = []
    skipBlanks()
    while let redirection = try redirection() {
      found.append(redirection)
      skipBlanks()
    }
    return found
  }

  private mutating func redirection() throws(ShellSyntaxError) -> Redirection? {
    if let second = pendingRedirection {
      pendingRedirection = nil
      return second
    }
    if let both = try bothOutputs() { return both }
    if let text = try hereString() { return text }
    let start = index
    var descriptor: Int?
    if let byte = peek, isDigit(byte), let next = peek(1),
      next == UInt8(ascii: "<") || next == UInt8(ascii: ">")
    {
      descriptor = Int(byte - UInt8(ascii: "0"))
      index += 1
    }
    for (text, kind, standard) in Self.operators where isAt(text) {
      index += text.utf8.count
      if kind == .heredoc {
        return Redirection(
          kind: .heredoc, descriptor: descriptor ?? 0,
          target: try heredoc(stripsTabs: text == "<<-"))
      }
      guard let target = try word() else { throw unexpectedHere(expecting: nil) }
      return Redirection(kind: kind, descriptor: descriptor ?? standard, target: target)
    }
    index = start
    return nil
  }

  private static let operators: [(String, Redirection.Kind, Int)] = [
    ("<<-", .heredoc, 0), ("<<", .heredoc, 0), ("<&", .duplicate, 0), ("<>", .readWrite, 0),
    ("<", .read, 0), (">>", .append, 1), (">&", .duplicate, 1), (">|", .write, 1),
    (">", .write, 1),
  ]
}

extension ShellParser {
  /// The next word; nil where none stands. With `allowsEmpty` nothing at all is a word too.
  mutating func word(allowsEmpty: Bool = false) throws(ShellSyntaxError) -> Word? {
    if !allowsEmpty { skipBlanks() }
    let start = index
    var parts: Word = []
    if peek == UInt8(ascii: "~") {
      if endsTilde(peek(1)) {
        index += 1
        parts.append(.home)
      } else if isAt("~root"), endsTilde(peek(5)) {
        index += 5
        parts.append(.quoted(Array("/root".utf8)))
      }
    }
    while let byte = peek, !isMeta(byte) {
      try appendPart(&parts, byte)
    }
    return index > start ? parts : nil
  }

  /// The next part of a word.
  mutating func part() throws(ShellSyntaxError) -> Word {
    var parts: Word = []
    if let byte = peek { try appendPart(&parts, byte) }
    return parts
  }

  private func endsTilde(_ byte: UInt8?) -> Bool {
    guard let byte else { return true }
    return byte == UInt8(ascii: "/") || isMeta(byte)
  }

  private mutating func appendPart(_ parts: inout Word, _ byte: UInt8) throws(ShellSyntaxError) {
    switch byte {
    case UInt8(ascii: "\\"):
      index += 1
      guard let escaped = peek else { return parts.append(.quoted([UInt8(ascii: "\\")])) }
      index += 1
      if escaped == UInt8(ascii: "\n") { line += 1 } else { parts.append(.quoted([escaped])) }
    case UInt8(ascii: "'"): parts.append(.quoted(try singleQuoted()))
    case UInt8(ascii: "\""):
      index += 1
      parts.append(.doubleQuoted(try quotedText(until: UInt8(ascii: "\""))))
    case UInt8(ascii: "$"): parts.append(try dollar(isQuoted: false))
    case UInt8(ascii: "`"): parts.append(try backquoted(isQuoted: false))
    default: parts.append(.plain(plainRun()))
    }
  }

  private mutating func plainRun() -> [UInt8] {
    let start = index
    while let byte = peek, !isMeta(byte), !Self.isSpecial(byte) { index += 1 }
    return Array(source[start..<index])
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`")
  }

  private mutating func singleQuoted() throws(ShellSyntaxError) -> [UInt8] {
    index += 1
    let start = index
    while let byte = peek, byte != UInt8(ascii: "'") {
      if byte == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
    guard peek != nil else { throw .unterminatedQuote }
    index += 1
    return Array(source[start..<(index - 1)])
  }

  /// Text in which `$`, backquotes and some backslashes are active, up to a byte that is taken;
  /// nil: to the end.
  mutating func quotedText(until end: UInt8?) throws(ShellSyntaxError) -> Word {
    try nested { (parser: inout Self) throws(ShellSyntaxError) in
      var parts: Word = []
      var text: [UInt8] = []
      func flush() {
        if !text.isEmpty { parts.append(.quoted(text)) }
        text = []
      }
      while let byte = parser.peek, byte != end {
        if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`") {
          flush()
          parts.append(
            byte == UInt8(ascii: "$")
              ? try parser.dollar(isQuoted: true) : try parser.backquoted(isQuoted: true))
          continue
        }
        parser.index += 1
        if byte == UInt8(ascii: "\n") { parser.line += 1 }
        if byte == UInt8(ascii: "\\"), let next = parser.peek,
          next == end || Self.isEscapable(next)
        {
          parser.index += 1
          if next != UInt8(ascii: "\n") { text.append(next) }
        } else {
          text.append(byte)
        }
      }
      flush()
      if end != nil {
        guard parser.peek != nil else { throw .unterminatedQuote }
        parser.index += 1
      }
      return parts
    }
  }

  private static func isEscapable(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "\n")
  }

  // MARK: Dollar and backquote

  private mutating func dollar(isQuoted: Bool) throws(ShellSyntaxError) -> WordPart {
    index += 1
    guard let byte = peek else { return .quoted([UInt8(ascii: "$")]) }
    if !isQuoted, let text = try escapedQuotes() { return text }
    if isAt("((") {
      if let arithmetic = try arithmetic() { return arithmetic }
    }
    switch byte {
    case UInt8(ascii: "("):
      index += 1
      return .substitution(try substitutionBody())
    case UInt8(ascii: "{"):
      index += 1
      return .parameter(try braced(isQuoted: isQuoted))
    case _ where isDigit(byte) || "@*#?-$!".utf8.contains(byte):
      index += 1
      return .parameter(ParameterExpansion(name: String(decoding: [byte], as: UTF8.self)))
    default:
      let name = plainName()
      return name.isEmpty
        ? .quoted([UInt8(ascii: "$")]) : .parameter(ParameterExpansion(name: name))
    }
  }

  /// `$((…))`; nil where it turns out to be `$( (…) )`.
  private mutating func arithmetic() throws(ShellSyntaxError) -> WordPart? {
    let start = (index, line)
    index += 2
    var open = 0
    var position = index
    while position < source.count {
      if source[position] == UInt8(ascii: "(") { open += 1 }
      if source[position] == UInt8(ascii: ")") {
        if open == 0 { break }
        open -= 1
      }
      position += 1
    }
    guard position + 1 < source.count, source[position + 1] == UInt8(ascii: ")") else {
      (index, line) = start
      if position >= source.count { throw .unexpected("end of file", expecting: "))") }
      return nil
    }
    var inner = ShellParser(Array(source[index..<position]), dialect: dialect, depth: depth)
    let word = try inner.quotedText(until: nil)
    line += source[index..<position].count { $0 == UInt8(ascii: "\n") }
    index = position + 2
    return .arithmetic(word)
  }

  private mutating func backquoted(isQuoted: Bool) throws(ShellSyntaxError) -> WordPart {
    index += 1
    var text: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: "`") {
      index += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == UInt8(ascii: "\\"), let next = peek,
        next == UInt8(ascii: "`") || next == UInt8(ascii: "\\") || next == UInt8(ascii: "$")
          || isQuoted && next == UInt8(ascii: "\"")
      {
        text.append(next)
        index += 1
      } else {
        text.append(byte)
      }
    }
    guard peek != nil else { throw .unterminatedQuote }
    index += 1
    text.append(UInt8(ascii: ")"))
    var inner = ShellParser(text, dialect: dialect, depth: depth)
    let command = try inner.substitutionBody()
    guard inner.peek == nil else { throw inner.unexpectedHere(expecting: nil) }
    return .substitution(command)
  }

  private mutating func braced(isQuoted: Bool) throws(ShellSyntaxError) -> ParameterExpansion {
    if peek == UInt8(ascii: "#"), let next = peek(1), next != UInt8(ascii: "}") {
      index += 1
      let name = try parameterName()
      let element = try elementSelector()
      guard peek != nil else { throw .unterminatedBrace }
      guard peek == UInt8(ascii: "}") else { throw .badSubstitution }
      index += 1
      return ParameterExpansion(name: name, element: element, operation: .length)
    }
    let isIndirect = try takesIndirection()
    let name = try parameterName()
    var expansion = ParameterExpansion(
      name: name, element: try elementSelector(), isIndirect: isIndirect)
    if peek == UInt8(ascii: "}") {
      index += 1
      return expansion
    }
    guard peek != nil else { throw .unterminatedBrace }
    try readOperation(&expansion)
    expansion.word = try operand(isQuoted: isQuoted, stopsAt: Self.separator(expansion.operation))
    if let separator = Self.separator(expansion.operation), peek == separator {
      index += 1
      expansion.secondWord = try operand(isQuoted: isQuoted, stopsAt: nil)
    }
    guard peek == UInt8(ascii: "}") else { throw .badSubstitution }
    index += 1
    return expansion
  }

  /// `!` before a name, in bash.
  private mutating func takesIndirection() throws(ShellSyntaxError) -> Bool {
    guard isBash, peek == UInt8(ascii: "!"), let next = peek(1),
      isAlphanumeric(next) || next == UInt8(ascii: "_")
    else { return false }
    index += 1
    return true
  }

  private static func separator(_ operation: ParameterExpansion.Operation) -> UInt8? {
    switch operation {
    case .substring: UInt8(ascii: ":")
    case .replaceFirst, .replaceAll: UInt8(ascii: "/")
    case .none, .length, .useDefault, .assignDefault, .requireValue, .useAlternative,
      .removeSmallestPrefix, .removeLargestPrefix, .removeSmallestSuffix, .removeLargestSuffix,
      .upperFirst, .upperAll, .lowerFirst, .lowerAll:
      nil
    }
  }

  private mutating func parameterName() throws(ShellSyntaxError) -> String {
    let name = plainName()
    if !name.isEmpty { return name }
    let start = index
    while let byte = peek, isDigit(byte) { index += 1 }
    if index == start, let byte = peek, "@*#?-$!".utf8.contains(byte) { index += 1 }
    guard index > start else { throw .badSubstitution }
    return String(decoding: source[start..<index], as: UTF8.self)
  }

  private mutating func readOperation(_ expansion: inout ParameterExpansion)
    throws(ShellSyntaxError)
  {
    let posix = Self.operations.filter { entry in
      switch entry.1 {
      case .substring, .replaceAll, .replaceFirst: dialect != .dash
      case .none, .length, .useDefault, .assignDefault, .requireValue, .useAlternative,
        .removeSmallestPrefix, .removeLargestPrefix, .removeSmallestSuffix, .removeLargestSuffix,
        .upperFirst, .upperAll, .lowerFirst, .lowerAll:
        true
      }
    }
    let operations = posix + (isBash ? Self.caseOperations : [])
    for (text, operation, ignoresEmpty) in operations where isAt(text) {
      index += text.utf8.count
      expansion.operation = operation
      expansion.treatsEmptyAsUnset = ignoresEmpty
      return
    }
    throw .badSubstitution
  }

  private static let caseOperations: [(String, ParameterExpansion.Operation, Bool)] = [
    ("^^", .upperAll, false), ("^", .upperFirst, false), (",,", .lowerAll, false),
    (",", .lowerFirst, false),
  ]

  private static let operations: [(String, ParameterExpansion.Operation, Bool)] = [
    (":-", .useDefault, true), (":=", .assignDefault, true), (":?", .requireValue, true),
    (":+", .useAlternative, true), ("-", .useDefault, false), ("=", .assignDefault, false),
    ("?", .requireValue, false), ("+", .useAlternative, false),
    ("##", .removeLargestPrefix, false), ("#", .removeSmallestPrefix, false),
    ("%%", .removeLargestSuffix, false), ("%", .removeSmallestSuffix, false),
    ("//", .replaceAll, false), ("/", .replaceFirst, false), (":", .substring, false),
  ]

  /// The text after the operator, up to `}` or a separator, neither of which is taken.
  private mutating func operand(isQuoted: Bool, stopsAt separator: UInt8?)
    throws(ShellSyntaxError) -> Word
  {
    try nested { (parser: inout Self) throws(ShellSyntaxError) in
      var parts: Word = []
      while let byte = parser.peek, byte != UInt8(ascii: "}"), byte != separator {
        if parser.isMeta(byte) {
          if byte == UInt8(ascii: "\n") { parser.line += 1 }
          parser.index += 1
          parts.append(.plain([byte]))
        } else if byte == UInt8(ascii: "'"), isQuoted {
          parser.index += 1
          parts.append(.quoted([byte]))
        } else if Self.isSpecial(byte) {
          try parser.appendPart(&parts, byte)
        } else {
          parser.index += 1
          parts.append(.plain([byte]))
        }
      }
      guard parser.peek != nil else { throw .unterminatedBrace }
      return parts
    }
  }

  // MARK: Heredocs

  /// Reads the delimiter, and the body from the lines after this one.
  mutating func heredoc(stripsTabs: Bool) throws(ShellSyntaxError) -> Word {
    skipBlanks()
    let start = index
    guard let delimiterWord = try word() else { throw unexpectedHere(expecting: nil) }
    let isLiteral = source[start..<index].contains {
      $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
    }
    let delimiter = delimiterWord.flatMap(Self.delimiterBytes)
    let lineEnd = heredocEnd?.lineEnd ?? source[index...].firstIndex(of: UInt8(ascii: "\n"))
    hasOpenHeredoc = true
    guard let lineEnd else { return [] }
    var position = heredocEnd?.resume ?? lineEnd + 1
    var body: [UInt8] = []
    while position < source.count {
      let end = source[position...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
      var text = Array(source[position..<end])
      if stripsTabs { text = Array(text.drop { $0 == UInt8(ascii: "\t") }) }
      position = min(end + 1, source.count)
      if text == delimiter {
        hasOpenHeredoc = false
        break
      }
      body += text
      // A body that the script's end cuts off keeps its last line as it is.
      if end < source.count { body.append(UInt8(ascii: "\n")) }
    }
    heredocEnd = (lineEnd, position)
    if isLiteral { return [.quoted(body)] }
    var inner = ShellParser(body, dialect: dialect, depth: depth)
    return [.doubleQuoted(try inner.quotedText(until: nil))]
  }

  private static func delimiterBytes(_ part: WordPart) -> [UInt8] {
    switch part {
    case .plain(let bytes), .quoted(let bytes): bytes
    case .doubleQuoted(let parts): parts.flatMap(delimiterBytes)
    case .parameter, .substitution, .arithmetic: []
    case .home: [UInt8(ascii: "~")]
    }
  }
}

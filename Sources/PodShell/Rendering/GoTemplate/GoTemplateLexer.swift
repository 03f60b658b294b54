internal import PodEngine

/// Splits a template into texts and actions, and actions into words.
enum GoTemplateLexer {
  enum Part: Hashable, Sendable {
    case text(String)
    case action([Token], line: Int)
  }

  enum Token: Hashable, Sendable {
    case literal(APIValue)
    /// `.a.b` in one piece; `.` alone is empty.
    case field([String])
    /// A field right behind a closing bracket belongs to what stands in it.
    case member([String])
    case variable(String, [String])
    case word(String)
    /// `|`, `(`, `)`, `,`, `:=`, `=`
    case sign(String)

    var isLiteralOrName: Bool { if case .sign = self { false } else { true } }
  }

  static func parts(of source: String) throws(GoTemplateError) -> [Part] {
    var parts: [Part] = []
    var rest = source[...]
    var trimsNext = false
    while let start = rest.firstRange(of: "{{") {
      let line = source[..<start.lowerBound].count { $0 == "\n" } + 1
      var text = String(rest[..<start.lowerBound])
      rest = rest[start.upperBound...]
      if trimsNext { text = Self.trimmed(text, atStart: true) }
      if rest.hasPrefix("- ") || rest.hasPrefix("-\n") {
        text = Self.trimmed(text, atStart: false)
        rest = rest.dropFirst(2)
      }
      if !text.isEmpty { parts.append(.text(text)) }
      guard let end = Self.end(of: rest) else {
        throw GoTemplateError("unclosed action", line: line)
      }
      var action = rest[..<end]
      rest = rest[rest.index(end, offsetBy: 2)...]
      trimsNext = action.hasSuffix(" -")
      if trimsNext { action = action.dropLast(2) }
      guard !action.hasPrefix("/*") else { continue }
      parts.append(.action(try tokens(of: action, line: line), line: line))
    }
    let text = trimsNext ? Self.trimmed(String(rest), atStart: true) : String(rest)
    if !text.isEmpty { parts.append(.text(text)) }
    return parts
  }

  private static func trimmed(_ text: String, atStart: Bool) -> String {
    if atStart { return String(text.drop(while: \.isWhitespace)) }
    return String(text.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// The `}}` that ends an action; those inside quotes are text.
  private static func end(of rest: Substring) -> String.Index? {
    var (index, quote) = (rest.startIndex, Character?.none)
    while index < rest.endIndex {
      let character = rest[index]
      if let open = quote {
        if character == "\\", open == "\"" {
          index = rest.index(after: index)
          guard index < rest.endIndex else { return nil }
        } else if character == open {
          quote = nil
        }
      } else if character == "\"" || character == "`" {
        quote = character
      } else if rest[index...].hasPrefix("}}") {
        return index
      }
      index = rest.index(after: index)
    }
    return nil
  }

  private static func tokens(of action: Substring, line: Int) throws(GoTemplateError) -> [Token] {
    var (tokens, rest) = ([Token](), action)
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.dropFirst()
      } else if rest.hasPrefix(":=") {
        tokens.append(.sign(":="))
        rest = rest.dropFirst(2)
      } else if "|(),=".contains(first) {
        tokens.append(.sign(String(first)))
        rest = rest.dropFirst()
      } else if first == "\"" || first == "`" {
        tokens.append(.literal(.string(try quoted(&rest, first, line))))
      } else {
        let word = rest.prefix { !$0.isWhitespace && !"|(),=\"`".contains($0) && $0 != ":" }
        guard !word.isEmpty else {
          throw GoTemplateError("unexpected \(GoSyntax.quoted(String(first)))", line: line)
        }
        let isMember = word.hasPrefix(".") && action[..<word.startIndex].hasSuffix(")")
        rest = rest.dropFirst(word.count)
        let token = try token(String(word), line)
        if isMember, case .field(let path) = token {
          tokens.append(.member(path))
        } else {
          tokens.append(token)
        }
      }
    }
    return tokens
  }

  private static func token(_ word: String, _ line: Int) throws(GoTemplateError) -> Token {
    func names(_ text: Substring) throws(GoTemplateError) -> [String] {
      let names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard
        names.allSatisfy({ name in
          !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        })
      else {
        throw GoTemplateError("bad character in \(GoSyntax.quoted(word))", line: line)
      }
      return names
    }
    if word == "." { return .field([]) }
    if word.hasPrefix(".") { return .field(try names(word.dropFirst())) }
    if word.hasPrefix("$") {
      let parts = word.split(separator: ".", maxSplits: 1)
      return .variable(String(parts[0]), parts.count > 1 ? try names(parts[1]) : [])
    }
    switch word {
    case "true", "false": return .literal(.bool(word == "true"))
    case "nil": return .literal(.null)
    default: break
    }
    if let number = Int(word) { return .literal(.integer(number)) }
    if let number = Double(word) { return .literal(.double(number)) }
    return .word(word)
  }

  private static func quoted(
    _ rest: inout Substring, _ quote: Character, _ line: Int
  ) throws(GoTemplateError) -> String {
    rest = rest.dropFirst()
    var text = ""
    while let next = rest.popFirst() {
      if next == quote { return text }
      guard next == "\\", quote == "\"" else {
        text.append(next)
        continue
      }
      switch rest.popFirst() {
      case "n": text.append("\n")
      case "t": text.append("\t")
      case "r": text.append("\r")
      case let other?: text.append(other)
      case nil: break
      }
    }
    throw GoTemplateError("unterminated quoted string", line: line)
  }
}

/// A line of nginx' configuration: `listen 80;`, or `location / { … }` with what stands in it.
struct NginxDirective: Hashable, Sendable {
  let name: String
  let words: [String]
  /// Nil for a line that ends with a semicolon.
  let block: [NginxDirective]?
  let file: String
  let line: Int

  var place: String { "\(file):\(line)" }
}

/// Why nginx does not start: what it says behind `[emerg]`.
struct NginxError: Error, Hashable, Sendable {
  let text: String
}

/// Reads the files of a configuration, `include` and all.
struct NginxReader {
  /// The text of a file; nil where there is none.
  let contents: (String) -> String?
  /// The names in a folder.
  let names: (String) -> [String]
  private var depth = 0

  init(contents: @escaping (String) -> String?, names: @escaping (String) -> [String]) {
    self.contents = contents
    self.names = names
  }

  /// How deep files may include each other, and blocks may stand in blocks.
  private static let depthLimit = 16

  mutating func read(_ file: String) throws(NginxError) -> [NginxDirective] {
    guard let text = contents(file) else {
      throw NginxError(text: "open() \"\(file)\" failed (2: \(Errno.noEntry.text))")
    }
    guard depth < Self.depthLimit else {
      throw NginxError(text: "too many nested files at \"\(file)\"")
    }
    depth += 1
    defer { depth -= 1 }
    var tokens = NginxTokens(text)
    return try block(&tokens, file, isOutermost: true, level: 0)
  }

  private mutating func block(
    _ tokens: inout NginxTokens, _ file: String, isOutermost: Bool, level: Int
  ) throws(NginxError) -> [NginxDirective] {
    guard level < Self.depthLimit else { throw NginxError(text: "too deep a block in \(file)") }
    var found: [NginxDirective] = []
    var words: [String] = []
    var line = 0
    while let token = tokens.next() {
      if words.isEmpty { line = token.line }
      switch token.kind {
      case .word(let word): words.append(word)
      case .semicolon:
        guard let name = words.first else {
          throw NginxError(text: "unexpected \";\" in \(file):\(token.line)")
        }
        let rest = Array(words.dropFirst())
        if name == "include", let pattern = rest.first {
          found += try include(pattern)
        } else {
          found.append(
            NginxDirective(name: name, words: rest, block: nil, file: file, line: line))
        }
        words = []
      case .open:
        guard let name = words.first else {
          throw NginxError(text: "unexpected \"{\" in \(file):\(token.line)")
        }
        let inside = try block(&tokens, file, isOutermost: false, level: level + 1)
        found.append(
          NginxDirective(
            name: name, words: Array(words.dropFirst()), block: inside, file: file, line: line))
        words = []
      case .close:
        guard words.isEmpty, !isOutermost else {
          throw NginxError(text: "unexpected \"}\" in \(file):\(token.line)")
        }
        return found
      }
    }
    guard isOutermost, words.isEmpty else {
      let expected = words.isEmpty ? "\"}\"" : "\";\" or \"}\""
      throw NginxError(
        text: "unexpected end of file, expecting \(expected) in \(file):\(tokens.line)")
    }
    return found
  }

  /// A path, or all files of a folder that end alike (`conf.d/*.conf`); no file is no error there.
  private mutating func include(_ pattern: String) throws(NginxError) -> [NginxDirective] {
    let path = pattern.hasPrefix("/") ? pattern : "/etc/nginx/" + pattern
    guard let star = path.firstIndex(of: "*") else {
      // podlab's images have no list of media types.
      return path.hasSuffix("mime.types") || path.hasSuffix("_params") ? [] : try read(path)
    }
    let folder = String(path[..<star].prefix(through: path.lastIndex(of: "/") ?? star))
    let ending = path[path.index(after: star)...]
    var found: [NginxDirective] = []
    for name in names(folder).sorted() where name.hasSuffix(ending) && !name.hasPrefix(".") {
      found += try read(folder + name)
    }
    return found
  }
}

/// Words, `;`, `{` and `}`; `#` begins a remark.
struct NginxTokens {
  enum Kind: Hashable { case word(String), semicolon, open, close }
  struct Token: Hashable {
    let kind: Kind
    let line: Int
  }

  private var rest: Substring.UnicodeScalarView
  private(set) var line = 1

  init(_ text: String) { rest = Substring(text).unicodeScalars }

  mutating func next() -> Token? {
    while let character = rest.first {
      if character == "\n" { line += 1 }
      if character == "#" {
        while let other = rest.first, other != "\n" { rest.removeFirst() }
      } else if character.properties.isWhitespace {
        rest.removeFirst()
      } else {
        break
      }
    }
    guard let character = rest.first else { return nil }
    let start = line
    switch character {
    case ";", "{", "}":
      rest.removeFirst()
      return Token(
        kind: character == ";" ? .semicolon : character == "{" ? .open : .close, line: start)
    case "\"", "'":
      rest.removeFirst()
      return Token(kind: .word(quoted(until: character)), line: start)
    default: return Token(kind: .word(bare()), line: start)
    }
  }

  private mutating func quoted(until end: Unicode.Scalar) -> String {
    var word = String.UnicodeScalarView()
    while let character = rest.popFirst(), character != end {
      if character == "\n" { line += 1 }
      if character == "\\", let escaped = rest.popFirst() {
        let meanings: [Unicode.Scalar: Unicode.Scalar] = ["n": "\n", "t": "\t", "r": "\r"]
        word.append(meanings[escaped] ?? escaped)
      } else {
        word.append(character)
      }
    }
    return String(word)
  }

  private mutating func bare() -> String {
    var word = String.UnicodeScalarView()
    while let character = rest.first, character != ";", character != "}",
      !character.properties.isWhitespace
    {
      // `${name}` is a part of a word, another brace begins a block.
      if character == "{", word.last != "$" { break }
      word.append(rest.removeFirst())
      if character == "{" {
        while let inside = rest.popFirst() {
          word.append(inside)
          if inside == "}" { break }
        }
      }
    }
    return String(word)
  }
}

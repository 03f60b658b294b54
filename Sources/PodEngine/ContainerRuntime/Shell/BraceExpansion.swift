/// `a{b,c}d` and `{1..5}`, which bash expands before anything else.
enum BraceExpansion {
  /// How many words one word may become.
  private static let limit = 10_000

  /// The words that a word becomes; itself where it has no such braces.
  static func words(_ word: Word) -> [Word] {
    guard word.contains(where: { $0.hasOpeningBrace }) else { return [word] }
    var words = expand(tokens(word))
    if words.count > limit { words = [tokens(word)] }
    return words.map(merged)
  }

  /// A byte as written, or a part in which braces mean nothing.
  private enum Token {
    case byte(UInt8)
    case part(WordPart)

    func isByte(_ scalar: Unicode.Scalar) -> Bool {
      if case .byte(let byte) = self { byte == UInt8(ascii: scalar) } else { false }
    }
  }

  private static func tokens(_ word: Word) -> [Token] {
    word.flatMap { part -> [Token] in
      if case .plain(let bytes) = part { return bytes.map(Token.byte) }
      return [.part(part)]
    }
  }

  private static func merged(_ tokens: [Token]) -> Word {
    var word: Word = []
    var bytes: [UInt8] = []
    for token in tokens {
      switch token {
      case .byte(let byte): bytes.append(byte)
      case .part(let part):
        if !bytes.isEmpty { word.append(.plain(bytes)) }
        bytes = []
        word.append(part)
      }
    }
    if !bytes.isEmpty { word.append(.plain(bytes)) }
    return word
  }

  private static func expand(_ tokens: [Token]) -> [[Token]] {
    for start in tokens.indices where tokens[start].isByte("{") {
      guard let group = group(tokens, from: start), let choices = choices(group.inside)
      else { continue }
      let before = Array(tokens[..<start])
      let rests = expand(Array(tokens[(group.end + 1)...]))
      guard choices.count * rests.count <= limit else { return [tokens] }
      return choices.flatMap { choice in rests.map { before + choice + $0 } }
    }
    return [tokens]
  }

  /// What stands between a brace and the one that closes it.
  private static func group(
    _ tokens: [Token], from start: Int
  ) -> (inside: [Token], end: Int)? {
    var depth = 0
    for index in tokens.indices[start...] {
      if tokens[index].isByte("{") { depth += 1 }
      if tokens[index].isByte("}") {
        depth -= 1
        if depth == 0 { return (Array(tokens[(start + 1)..<index]), index) }
      }
    }
    return nil
  }

  private static func choices(_ inside: [Token]) -> [[Token]]? {
    var choices: [[Token]] = [[]]
    var depth = 0
    for token in inside {
      if token.isByte("{") { depth += 1 }
      if token.isByte("}") { depth -= 1 }
      if depth == 0, token.isByte(",") {
        choices.append([])
      } else {
        choices[choices.count - 1].append(token)
      }
    }
    guard choices.count > 1 else { return sequence(inside) }
    return choices.flatMap(expand)
  }

  /// `1..5`, `01..10`, `5..1..2`, `a..e`.
  private static func sequence(_ inside: [Token]) -> [[Token]]? {
    var bytes: [UInt8] = []
    for token in inside {
      guard case .byte(let byte) = token else { return nil }
      bytes.append(byte)
    }
    let parts = String(decoding: bytes, as: UTF8.self).split(
      separator: "..", omittingEmptySubsequences: false
    ).map(String.init)
    guard parts.count == 2 || parts.count == 3 else { return nil }
    let step = parts.count == 3 ? Int(parts[2]).map { abs($0) } : 1
    guard let step else { return nil }
    if let first = Int(parts[0]), let last = Int(parts[1]) {
      let isPadded = parts[0].hasPrefix("0") && parts[0].count > 1
      let width = isPadded ? max(parts[0].count, parts[1].count) : 0
      return numbers(first, last, max(1, step))?.map { number in
        let text = String(number)
        return bytesOf(String(repeating: "0", count: max(0, width - text.count)) + text)
      }
    }
    guard let first = letter(parts[0]), let last = letter(parts[1]) else { return nil }
    return numbers(first, last, max(1, step))?.map { [.byte(UInt8(truncatingIfNeeded: $0))] }
  }

  private static func numbers(_ first: Int, _ last: Int, _ step: Int) -> [Int]? {
    let distance = last.subtractingReportingOverflow(first)
    guard !distance.overflow, distance.partialValue.magnitude / UInt(step) < UInt(limit)
    else { return nil }
    return Array(stride(from: first, through: last, by: first <= last ? step : -step))
  }

  private static func letter(_ text: String) -> Int? {
    guard text.utf8.count == 1, let byte = text.utf8.first, isAlphanumeric(byte), !isDigit(byte)
    else { return nil }
    return Int(byte)
  }

  private static func bytesOf(_ text: String) -> [Token] { text.utf8.map(Token.byte) }
}

extension WordPart {
  fileprivate var hasOpeningBrace: Bool {
    if case .plain(let bytes) = self { bytes.contains(UInt8(ascii: "{")) } else { false }
  }
}

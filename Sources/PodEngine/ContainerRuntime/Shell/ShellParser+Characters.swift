extension ShellParser {
  var peek: UInt8? { index < source.count ? source[index] : nil }

  func peek(_ offset: Int) -> UInt8? {
    index + offset < source.count ? source[index + offset] : nil
  }

  func isAt(_ text: String) -> Bool {
    var position = index
    for byte in text.utf8 {
      guard position < source.count, source[position] == byte else { return false }
      position += 1
    }
    return true
  }

  func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// Whether a byte ends a word.
  func isMeta(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ";")
      || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
  }

  /// Skips blanks, continued lines and a comment, but no line end.
  mutating func skipBlanks() {
    while let byte = peek {
      if isBlank(byte) || byte == UInt8(ascii: "\r") && peek(1) == UInt8(ascii: "\n") {
        index += 1
      } else if byte == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "\n") {
        index += 2
        line += 1
      } else if byte == UInt8(ascii: "#") {
        while let byte = peek, byte != UInt8(ascii: "\n") { index += 1 }
      } else {
        return
      }
    }
  }

  /// Skips blanks and line ends.
  mutating func skipLineEnds() {
    skipBlanks()
    while peek == UInt8(ascii: "\n") {
      passLineEnd()
      skipBlanks()
    }
  }

  mutating func passLineEnd() {
    if let end = heredocEnd, end.lineEnd == index {
      line += source[index..<end.resume].count { $0 == UInt8(ascii: "\n") }
      index = end.resume
      heredocEnd = nil
    } else {
      index += 1
      line += 1
    }
  }

  /// The reserved word that stands here, not taken; nil where something else does.
  func reservedWord() -> String? {
    guard let first = peek else { return nil }
    for word in Self.reservedWords where word.bytes[0] == first {
      let end = index + word.bytes.count
      guard end <= source.count, end == source.count || isMeta(source[end]),
        source[index..<end] == word.bytes
      else { continue }
      return word.text
    }
    return nil
  }

  private static let reservedWords = [
    "!", "{", "}", "if", "then", "else", "elif", "fi", "while", "until", "for", "in", "do",
    "done", "case", "esac",
  ].map { (text: $0, bytes: ArraySlice($0.utf8)) }

  static func isReserved(_ word: String) -> Bool { reservedWords.contains { $0.text == word } }

  mutating func expect(_ word: String) throws(ShellSyntaxError) {
    skipLineEnds()
    guard reservedWord() == word else { throw unexpectedHere(expecting: word) }
    index += word.utf8.count
  }

  /// Letters, digits and `_`, not beginning with a digit; empty where no name stands.
  mutating func plainName() -> String {
    let start = index
    while let byte = peek, isAlphanumeric(byte) || byte == UInt8(ascii: "_") {
      if index == start, isDigit(byte) { return "" }
      index += 1
    }
    return String(decoding: source[start..<index], as: UTF8.self)
  }

  /// An error about what stands here.
  func unexpectedHere(expecting: String?) -> ShellSyntaxError {
    .unexpected(describedHere(), expecting: expecting)
  }

  private func describedHere() -> String {
    guard let byte = peek else { return "end of file" }
    if byte == UInt8(ascii: "\n") { return "newline" }
    for text in ["&&", "||", ";;"] where isAt(text) { return "\"\(text)\"" }
    if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">"), !isBash { return "redirection" }
    if isMeta(byte), !isBlank(byte) { return "\"\(String(decoding: [byte], as: UTF8.self))\"" }
    if let word = reservedWord() { return "\"\(word)\"" }
    return "word"
  }
}

/// Walks over the characters of a text and knows where it is.
struct WordScanner {
  private let characters: [Character]
  private var index = 0
  private(set) var position = TextPosition()
  /// In UTF-8 bytes.
  private(set) var offset = 0

  init(_ text: String) { characters = Array(text) }

  var isAtEnd: Bool { index >= characters.count }

  func peek(_ distance: Int = 0) -> Character? {
    index + distance < characters.count ? characters[index + distance] : nil
  }

  @discardableResult
  mutating func next() -> Character? {
    guard let character = peek() else { return nil }
    index += 1
    offset += character.utf8.count
    position =
      character.isNewline
      ? TextPosition(line: position.line + 1)
      : TextPosition(line: position.line, column: position.column + 1)
    return character
  }

  /// Takes a text when it stands next.
  mutating func take(_ text: String) -> Bool {
    for (distance, character) in text.enumerated() where peek(distance) != character {
      return false
    }
    for _ in text { next() }
    return true
  }

  mutating func skip(while condition: (Character) -> Bool) {
    while let character = peek(), condition(character) { next() }
  }

  /// The rest of the line without its end, which is taken too; nil at the end of the text.
  mutating func nextLine() -> String? {
    guard !isAtEnd else { return nil }
    var line = ""
    while let character = next() {
      if character.isNewline { break }
      line.append(character)
    }
    return line
  }
}

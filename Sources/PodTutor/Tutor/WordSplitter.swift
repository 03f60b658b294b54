internal import PodShell

/// Cuts a paragraph where its lines may be broken.
struct WordSplitter {
  struct Word: Hashable, Sendable {
    var text: String
    var width: Int
    /// Whether a space stands before it, unless it begins a line.
    let isAfterSpace: Bool
  }

  /// These never begin a line.
  private static let closing: Set<Character> = [
    "，", "。", "！", "？", "：", "；", "、", "）", "”", "’", "》", "」", "』", "】", "…", "—",
    ",", ".", "!", "?", ":", ";", ")", "]",
  ]
  /// These never end a line.
  private static let opening: Set<Character> = ["（", "“", "‘", "《", "「", "『", "【", "(", "["]

  private var words: [Word] = []
  private var word: Word?
  private var isCode = false
  private var isAfterSpace = false
  /// Whether the next character may begin a new word.
  private var isOpen = false

  static func words(of text: some StringProtocol) -> [Word] {
    var splitter = Self()
    for character in text { splitter.read(character) }
    splitter.finish()
    return splitter.words
  }

  private mutating func read(_ character: Character) {
    if character == " ", !isCode {
      finish()
      isAfterSpace = true
      return
    }
    if character == "`" { isCode.toggle() }
    if isOpen || (character.isWide && !isCode), !Self.closing.contains(character) {
      if !endsWithOpening { finish() }
    }
    let width = DisplayWidth.of(String(character))
    if word == nil {
      word = Word(text: "", width: 0, isAfterSpace: isAfterSpace)
      isAfterSpace = false
    }
    word?.text.append(character)
    word?.width += width
    isOpen = character.isWide && !isCode
  }

  private var endsWithOpening: Bool {
    word?.text.last.map { Self.opening.contains($0) } ?? false
  }

  private mutating func finish() {
    if let word { words.append(word) }
    word = nil
    isOpen = false
  }
}

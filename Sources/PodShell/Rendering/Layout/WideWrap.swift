/// Breaks lines of Chinese text: between any two wide characters and at spaces, measured in columns of
/// the terminal; no line begins with a closing mark or ends with an opening one.
enum WideWrap {
  static func wrap(_ text: String, width: Int) -> String {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for piece in pieces(of: text) {
      let own = DisplayWidth.of(piece)
      if columns + own > width, columns > 0 {
        lines.append(line)
        (line, columns) = ("", 0)
        if piece == " " { continue }
      }
      line += piece
      columns += own
    }
    return (lines + [line]).map { String($0.reversed().drop { $0 == " " }.reversed()) }
      .joined(separator: "\n")
  }

  private static let opening: [Character] = ["（", "“"]
  private static let closing: [Character] = ["，", "。", "；", "：", "、", "）", "”", "！", "？"]

  /// What cannot be broken: a wide character with the marks behind it, a word, a space.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var isOpen = false
    for character in text {
      let isWide = DisplayWidth.of(String(character)) > 1
      if closing.contains(character), !pieces.isEmpty {
        pieces[pieces.count - 1].append(character)
        isOpen = false
      } else if isOpen, !isWide, character != " " {
        pieces[pieces.count - 1].append(character)
      } else if let last = pieces.last?.last, opening.contains(last) {
        pieces[pieces.count - 1].append(character)
        isOpen = !isWide && character != " "
      } else {
        pieces.append(String(character))
        isOpen = !isWide && character != " "
      }
    }
    return pieces
  }
}

internal import PodShell

/// What is drawn over the row of the prompt while the editor waits: the colour of the verbs, the
/// suggestion, the time in the right corner. It is taken away before the next key is handled.
/// Without colour nothing is drawn: a suggestion that looks like what was typed would mislead.
struct Overlay: Hashable, Sendable {
  let edited: EditedText
  let verbs: [VerbMark]
  /// What could follow; only at the end of the text.
  let suggestion: String
  let status: String

  /// The escape sequences that draw it and take it away; nil where the text does not stand in one
  /// row, or cannot be drawn again as it is.
  func sequences(promptColumns: Int, columns: Int) -> (draw: String, erase: String)? {
    let width = displayWidth(edited.text)
    // A row that is full to the last column wraps, each terminal in its own way.
    let room = columns - promptColumns - width - 2
    guard room >= 0, !edited.text.unicodeScalars.contains(where: \.isControl) else { return nil }
    let ghost = fitted(visible(suggestion), to: room)
    let rest = room - displayWidth(ghost)
    let isShown = !status.isEmpty && displayWidth(status) + 2 <= rest
    let gap = isShown ? String(repeating: " ", count: rest - displayWidth(status)) : ""
    let corner = isShown ? gap + faint(status) : ""
    let start = "\r" + Self.right(promptColumns)
    let back = "\r" + Self.right(promptColumns + displayWidth(String(edited.beforeCursor)))
    return (
      start + marked + faint(ghost) + corner + back,
      start + edited.text + "\u{1B}[K" + back
    )
  }

  /// Known verbs bold, others red and underlined: the line says it twice, for eyes that see no red.
  private var marked: String {
    var (result, position) = ("", 0)
    let bytes = Array(edited.text.utf8)
    for verb in verbs
    where verb.range.lowerBound >= position && verb.range.upperBound <= bytes.count {
      result += String(decoding: bytes[position..<verb.range.lowerBound], as: UTF8.self)
      let style = verb.kind == .known ? "1" : "31;4"
      result += "\u{1B}[\(style)m\(String(decoding: bytes[verb.range], as: UTF8.self))\u{1B}[0m"
      position = verb.range.upperBound
    }
    return result + String(decoding: bytes[position...], as: UTF8.self)
  }

  private func faint(_ text: String) -> String {
    text.isEmpty ? text : "\u{1B}[2m\(text)\u{1B}[0m"
  }

  /// As much as fits; the suggestion itself stays whole.
  private func fitted(_ text: String, to room: Int) -> String {
    var (result, used) = ("", 0)
    for character in text {
      let next = displayWidth(String(character))
      if used + next > room { break }
      (result, used) = (result + String(character), used + next)
    }
    return result
  }

  private static func right(_ columns: Int) -> String {
    columns > 0 ? "\u{1B}[\(columns)C" : ""
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    properties.generalCategory == .control || properties.generalCategory == .format
  }
}

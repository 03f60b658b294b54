internal import CLibedit
internal import PodShell

/// The offers of Tab as lines of text: `word  -- description`, fitted to the terminal.
struct CompletionList {
  let candidates: [Completion]
  let columns: Int

  /// The lines, without newlines.
  func lines() -> [String] {
    let all = candidates.allSatisfy(\.description.isEmpty) ? wordLines() : describedLines()
    guard candidates.count >= Completions.limit else { return all }
    return all + [fitted("... there may be more; type another letter", to: columns - 1)]
  }

  private func describedLines() -> [String] {
    let words = candidates.map { visible($0.word) }
    let widest = min(words.map(displayWidth).max() ?? 0, max(columns / 2, 10))
    return zip(words, candidates).map { word, candidate in
      guard !candidate.description.isEmpty else { return fitted(word, to: columns - 1) }
      let padding = String(repeating: " ", count: max(widest - displayWidth(word), 0))
      return fitted("\(word)\(padding)  -- \(visible(candidate.description))", to: columns - 1)
    }
  }

  /// Words alone stand in columns, read downwards.
  private func wordLines() -> [String] {
    let words = candidates.map { fitted(visible($0.word), to: columns - 1) }
    let width = (words.map(displayWidth).max() ?? 0) + 2
    let perLine = max((columns - 1) / width, 1)
    let height = (words.count + perLine - 1) / perLine
    return (0..<height).map { row in
      let cells = stride(from: row, to: words.count, by: height).map { words[$0] }
      let padded = cells.dropLast().map { cell in
        cell + String(repeating: " ", count: width - displayWidth(cell))
      }
      return padded.joined() + (cells.last ?? "")
    }
  }

  private func fitted(_ text: String, to width: Int) -> String {
    guard displayWidth(text) > width else { return text }
    var result = ""
    var used = 0
    for character in text {
      let next = displayWidth(String(character))
      if used + next > width - 3 { break }
      result.append(character)
      used += next
    }
    return result + "..."
  }
}

/// The columns that a text takes at a terminal.
func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + max(Int(pl_display_width($1.value)), 0) }
}

/// Makes control characters visible, so that a name cannot move the cursor; no line ends in it.
func visible(_ text: String) -> String {
  VisibleText.escaping(text.replacing("\n", with: " "), tabs: .escaped)
}

package import PodEngine
package import PodShell

/// What a command of a page did, whatever the page says of it.
package struct StepResult: Hashable, Sendable {
  /// When the command was given, and when it was done.
  package let start: SimulatedTime
  package let end: SimulatedTime
  package let lines: [OutputLine]
  /// The name of the error, when it failed.
  package let error: String?
}

/// One line of output as a terminal shows it: tabs are spaces, and nothing in it moves the cursor.
package struct OutputLine: Hashable, Sendable {
  package let pieces: [TerminalText]

  package init(_ pieces: [TerminalText]) { self.pieces = pieces }

  package var text: String { pieces.map(\.text).joined() }

  /// The lines of an output.
  static func lines(of outcome: Outcome) -> [OutputLine] {
    var lines: [[TerminalText]] = [[]]
    var column = 0
    for piece in outcome.styledOutput {
      let parts = piece.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 {
          lines.append([])
          column = 0
        }
        let text = visible(part, &column)
        if !text.isEmpty { lines[lines.count - 1].append(TerminalText(text, piece.style)) }
      }
    }
    if lines.last == [] { lines.removeLast() }
    return lines.map(OutputLine.init)
  }

  private static func visible(_ part: Substring, _ column: inout Int) -> String {
    var shown = ""
    for (index, field) in part.split(separator: "\t", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 {
        let spaces = 8 - column % 8
        shown += String(repeating: " ", count: spaces)
        column += spaces
      }
      let text = field.withVisibleControls
      shown += text
      column += DisplayWidth.of(text)
    }
    return shown
  }
}

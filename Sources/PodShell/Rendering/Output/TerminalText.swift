/// What a piece of text is, for whoever shows it in colour. The words always say the same without.
package enum TerminalStyle: Hashable, Sendable {
  case plain
  case prompt
  case error
  case warning

  /// The number of the colour in an escape sequence, `ESC [ NUMBER m`; nil for none.
  package var colour: Int? {
    switch self {
    case .plain: nil
    case .prompt: 32
    case .error: 31
    case .warning: 33
    }
  }
}

/// A text of one style.
package struct TerminalText: Hashable, Sendable {
  package let text: String
  package let style: TerminalStyle

  package init(_ text: String, _ style: TerminalStyle = .plain) {
    (self.text, self.style) = (text, style)
  }

  /// As a terminal with colours gets it.
  package var withEscapeSequences: String {
    guard let colour = style.colour, !text.isEmpty else { return text }
    return "\u{1B}[\(colour)m\(text)\u{1B}[0m"
  }
}

extension Outcome {
  /// The output with its styles: errors are errors, and of a warning the word `Warning:` is marked,
  /// as kubectl has it.
  package var styledOutput: [TerminalText] { output.flatMap(styled) }

  /// One piece of the output with its styles. A line end has none.
  package func styled(_ chunk: OutputChunk) -> [TerminalText] {
    switch chunk.stream {
    case .standardOutput: return [TerminalText(chunk.text)]
    case .standardError: break
    }
    if chunk.text.hasPrefix("Warning:") {
      return [
        TerminalText("Warning:", .warning), TerminalText(String(chunk.text.dropFirst(8))),
      ]
    }
    guard error != nil else { return [TerminalText(chunk.text)] }
    let lines = chunk.text.split(separator: "\n", omittingEmptySubsequences: false)
    return Array(
      lines.map { [TerminalText(String($0), .error)] }.joined(separator: [TerminalText("\n")]))
  }
}

internal import PodShell

/// Writes what commands said to the two output streams.
struct OutcomePrinter {
  let console: Console
  /// At a terminal a second line tells what to do next.
  let showsSuggestions: Bool

  /// Everything that the command printed, in order.
  func show(_ outcome: Outcome) {
    for chunk in outcome.output {
      switch chunk.stream {
      case .standardOutput: console.output.write(chunk.text)
      case .standardError: console.errors.write(coloured(chunk, of: outcome))
      }
    }
    if let suggestion = suggestion(of: outcome) { console.errors.write(suggestion) }
  }

  /// The same as one text.
  func text(of outcome: Outcome) -> String {
    let chunks = outcome.output.map { chunk in
      chunk.stream == .standardOutput ? chunk.text : coloured(chunk, of: outcome)
    }
    return chunks.joined() + (suggestion(of: outcome) ?? "")
  }

  private func coloured(_ chunk: OutputChunk, of outcome: Outcome) -> String {
    guard console.terminal.errorColours else { return chunk.text }
    return outcome.styled(chunk).map(\.withEscapeSequences).joined()
  }

  private func suggestion(of outcome: Outcome) -> String? {
    guard showsSuggestions, let suggestion = outcome.error?.suggestion else { return nil }
    // A session that decorates its own errors has said it already.
    return outcome.standardError.contains(suggestion) ? nil : suggestion + "\n"
  }
}

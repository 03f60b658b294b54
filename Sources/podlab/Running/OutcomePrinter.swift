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
      case .standardError: console.errors.write(coloured(chunk.text, isError: outcome.error != nil))
      }
    }
    if let suggestion = suggestion(of: outcome) { console.errors.write(suggestion) }
  }

  /// The same as one text.
  func text(of outcome: Outcome) -> String {
    let chunks = outcome.output.map { chunk in
      chunk.stream == .standardOutput
        ? chunk.text : coloured(chunk.text, isError: outcome.error != nil)
    }
    return chunks.joined() + (suggestion(of: outcome) ?? "")
  }

  private func suggestion(of outcome: Outcome) -> String? {
    guard showsSuggestions, let suggestion = outcome.error?.suggestion else { return nil }
    // A session that decorates its own errors has said it already.
    return outcome.standardError.contains(suggestion) ? nil : suggestion + "\n"
  }

  /// Errors red, the word "Warning:" yellow as kubectl has it; the words say the same without
  /// colour.
  private func coloured(_ text: String, isError: Bool) -> String {
    guard console.terminal.errorColours else { return text }
    if text.hasPrefix("Warning:") {
      return "\u{1B}[33mWarning:\u{1B}[0m" + text.dropFirst("Warning:".count)
    }
    guard isError else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { $0.isEmpty ? "" : "\u{1B}[31m\($0)\u{1B}[0m" }.joined(separator: "\n")
  }
}

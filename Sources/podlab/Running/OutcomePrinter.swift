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
      case .standardError:
        let text =
          console.terminal.errorColours
          ? outcome.styled(chunk).map(\.withEscapeSequences).joined() : chunk.text
        console.errors.write(text)
      }
    }
    guard showsSuggestions, let suggestion = outcome.error?.suggestion else { return }
    // A session that decorates its own errors has said it already.
    if !outcome.standardError.contains(suggestion) { console.errors.write(suggestion + "\n") }
  }
}

internal import PodShell

/// Where commands come from, line by line: the line editor, a pipe, a script.
protocol LineSource: AnyObject {
  /// The next line, or why there is none.
  func nextLine(_ purpose: LinePurpose) -> LineEvent

  /// A whole command was entered: keep it for recall, where there is recall.
  func remember(_ command: String)

  /// Who helps while the next line is edited, where there is an editor.
  var assistant: (any TypingAssistant)? { get set }
}

extension LineSource {
  func remember(_ command: String) {}

  var assistant: (any TypingAssistant)? {
    get { nil }
    set {}
  }
}

/// What a line is read for; decides the prompt, and whether podlab's own words are drawn and
/// suggested: another prompt is one more case.
enum LinePurpose: Hashable, Sendable {
  case command
  /// For a command in a container, with its prompt.
  case container(String)
  case continuation(Continuation)
}

/// What came instead of a line, or the line.
enum LineEvent: Hashable, Sendable {
  /// Without the newline that ends it; may hold newlines that were pasted.
  case line(String)
  /// Ctrl-C; whether there was nothing to drop.
  case interrupted(onEmptyLine: Bool)
  /// Ctrl-D, or no more input.
  case end
  /// SIGTERM or SIGHUP asks the program to end.
  case terminated(signal: Int32)
  /// The input cannot be read; what to tell the user.
  case failed(String)
}

internal import PodShell

/// Types prepared commands where somebody only presses Enter.
final class PresenterSource: LineSource {
  private let source: any LineSource
  private var commands: ArraySlice<String>
  private let type: (String) -> Void

  init(_ source: any LineSource, commands: [String], type: @escaping (String) -> Void) {
    (self.source, self.commands, self.type) = (source, commands[...], type)
  }

  func nextLine(_ purpose: LinePurpose) -> LineEvent {
    let event = source.nextLine(purpose)
    guard event == .line(""), purpose == .command, let command = commands.popFirst() else {
      return event
    }
    type(Prompt(purpose).text + command + "\n")
    return .line(command)
  }

  func remember(_ command: String) { source.remember(command) }

  var assistant: (any TypingAssistant)? {
    get { source.assistant }
    set { source.assistant = newValue }
  }
}

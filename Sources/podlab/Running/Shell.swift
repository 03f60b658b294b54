internal import PodEngine
internal import PodShell

/// What the program drives: a session, or a session with lessons around it.
protocol Shell {
  /// Runs one whole command.
  mutating func submit(_ command: String) -> Outcome
  /// Why a text is not a whole command yet.
  func continuation(of text: String) -> Continuation?
  /// Goes on with what the last command watches; nil when there is nothing more.
  mutating func follow(isOver: Bool) -> Outcome?
  /// What stands before the cursor while lines go to a command in a container.
  var containerPrompt: String? { get }
  /// What could stand at the cursor, a UTF-8 offset.
  func completions(for line: String, cursor: Int) -> Completions
  /// Called once when the conversation is over: finishes what is still open.
  mutating func close() -> Outcome
  /// Which words of a line are verbs.
  func verbs(in line: String) -> [VerbMark]
  /// How a line could go on.
  func suggestion(for line: String) -> String
  /// What is to be said about the word at the cursor.
  func help(for line: String, cursor: Int) -> [String]
  /// The virtual time, in whole seconds.
  var clockText: String { get }
  /// How many virtual seconds pass in a real one; nil where the clock stands.
  var liveSpeed: Int? { get }
  /// Lets virtual milliseconds pass because the clock flows.
  mutating func flow(_ milliseconds: Int) -> Outcome
  /// The session, where no lesson has to do with it.
  var freeSession: Session? { get }
}

/// A shell whose every change can be written down.
protocol TracedShell: Shell {
  /// Every change that the API server has published so far.
  var changes: AppendLog<WatchEvent> { get }
}

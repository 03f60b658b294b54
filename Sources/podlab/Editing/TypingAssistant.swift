internal import PodShell

/// Who knows what a typed text means; the editor itself knows only keys and cells.
protocol TypingAssistant: AnyObject {
  /// What Tab offers.
  func completions(for line: String, cursor: Int) -> Completions
  /// Which words are verbs.
  func verbs(in line: String) -> [VerbMark]
  /// How the line could go on.
  func suggestion(for line: String) -> String
  /// What F1 says, line by line.
  func help(for line: String, cursor: Int) -> [String]
  /// What stands in the right corner.
  var status: String { get }
  /// How often `tick` is to be called while nobody types, in milliseconds; nil: never.
  var tickMilliseconds: Int? { get }
  /// Time has passed without a key. Gives lines to be printed above the prompt, each with its
  /// newline.
  func tick() -> String
}

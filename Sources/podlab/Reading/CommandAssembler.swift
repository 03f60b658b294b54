internal import PodShell

/// Puts lines together to whole commands: heredocs, open quotes and trailing backslashes go on in
/// the next line.
struct CommandAssembler {
  /// The lines so far of a command that is not whole; nil between commands.
  private(set) var pending: AssembledCommand?
  /// Why it is not whole.
  private(set) var continuation: Continuation?
  private var lineNumber = 0

  /// What the next line is read for.
  var purpose: LinePurpose { continuation.map(LinePurpose.continuation) ?? .command }

  /// Takes one line; gives the command that it completes. Blank lines and comments between commands
  /// are skipped.
  mutating func add(
    _ line: String, continuation reason: (String) -> Continuation?
  ) -> AssembledCommand? {
    lineNumber += 1
    let line = lineNumber == 1 ? Self.withoutByteOrderMark(line) : line
    if pending == nil, !AssembledCommand.hasContent(line) { return nil }
    var command = pending ?? AssembledCommand(firstLine: line, number: lineNumber)
    if pending != nil { command.text += "\n" + line }
    continuation = reason(command.text)
    pending = continuation == nil ? nil : command
    return continuation == nil ? command : nil
  }

  /// Forgets the lines of a command that is not whole.
  mutating func abandon() { (pending, continuation) = (nil, nil) }

  /// Ends a heredoc where the input ends, as if its last line had come; nil when something else is
  /// open.
  mutating func finish(continuation reason: (String) -> Continuation?) -> AssembledCommand? {
    guard case .heredoc(let delimiter) = continuation else { return nil }
    return add(delimiter, continuation: reason)
  }

  private static func withoutByteOrderMark(_ line: String) -> String {
    line.unicodeScalars.first == "\u{FEFF}" ? String(line.unicodeScalars.dropFirst()) : line
  }
}

/// A whole command and where it begins.
struct AssembledCommand: Hashable, Sendable {
  var text: String
  /// From 1.
  let line: Int
  /// From 1, in characters.
  let column: Int

  init(firstLine: String, number: Int) {
    text = firstLine
    line = number
    column = firstLine.prefix { $0 == " " || $0 == "\t" }.count + 1
  }

  /// Whether a line is more than spaces and a comment.
  static func hasContent(_ line: String) -> Bool {
    guard let first = line.first(where: { $0 != " " && $0 != "\t" }) else { return false }
    return first != "#"
  }
}

/// Reads the lines of a `console` fence: commands behind the prompt, their continuations, their
/// output.
struct ConsoleParser: Sendable {
  static let prompt = "pod@lab>"
  static let continuationPrompt = ">"

  private let source: SourceLines
  private let isIncomplete: IsIncomplete
  private var steps: [TranscriptStep] = []
  private var command: String?
  private var start = 0
  private var output: [String] = []
  private var outputStart = 0

  private init(_ source: SourceLines, _ isIncomplete: @escaping IsIncomplete) {
    (self.source, self.isIncomplete) = (source, isIncomplete)
  }

  /// The steps in some lines of a file. Throws where the lines are no session.
  static func steps(
    in lines: Range<Int>, of source: SourceLines, isIncomplete: @escaping IsIncomplete
  ) throws(SourceError) -> [TranscriptStep] {
    var parser = Self(source, isIncomplete)
    for line in lines { try parser.read(source[line], line) }
    try parser.finish(at: lines.upperBound)
    return parser.steps
  }

  /// What stands behind a prompt; nil where the line has none.
  private static func text(of line: String, behind prompt: String) -> String? {
    if line == prompt { return "" }
    return line.hasPrefix(prompt + " ") ? String(line.dropFirst(prompt.count + 1)) : nil
  }

  private mutating func read(_ line: String, _ number: Int) throws(SourceError) {
    if let command, isIncomplete(command) {
      guard let rest = Self.text(of: line, behind: Self.continuationPrompt) else {
        throw error(number, "the command above is not complete", "Begin this line with `> `.")
      }
      self.command = command + "\n" + rest
      outputStart = number + 1
    } else if let rest = Self.text(of: line, behind: Self.prompt) {
      finishStep()
      guard !rest.allSatisfy({ $0 == " " }) else {
        throw error(
          number, "there is no command behind the prompt", "Type one, or remove the line.")
      }
      (command, start, outputStart) = (rest, number, number + 1)
    } else if command == nil {
      throw error(
        number, "output stands before the first command",
        "Begin the fence with a line `\(Self.prompt) COMMAND`.")
    } else {
      output.append(line)
    }
  }

  private mutating func finish(at end: Int) throws(SourceError) {
    if let command, isIncomplete(command) {
      throw error(start, "the command is not complete", "Close its quotation or heredoc.")
    }
    finishStep()
  }

  private mutating func finishStep() {
    guard let command else { return }
    steps.append(
      TranscriptStep(
        command: command, position: source.position(start), output: output,
        outputLines: outputStart..<outputStart + output.count))
    (self.command, output) = (nil, [])
  }

  private func error(_ line: Int, _ message: String, _ advice: String) -> SourceError {
    SourceError(source.position(line), message, advice: advice)
  }
}

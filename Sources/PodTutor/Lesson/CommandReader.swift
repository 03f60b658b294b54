/// Cuts the lines of a `podlab` block into commands: one a line, longer with a heredoc; `#` begins
/// a comment.
struct CommandReader: Sendable {
  /// More commands than this in one block are a program, not a lesson.
  static let maximumCommands = 100

  let source: SourceLines
  let isIncomplete: IsIncomplete

  /// The commands of a block, and the texts behind `=>`.
  func commands(in lines: Range<Int>) throws(SourceError) -> (
    commands: [LessonCommand], expected: [LessonCommand]
  ) {
    var (commands, expected): ([LessonCommand], [LessonCommand]) = ([], [])
    var line = lines.lowerBound
    while line < lines.upperBound {
      let text = source[line]
      if text.trimmed.isEmpty || text.hasPrefix("#") {
        line += 1
      } else if text.hasPrefix("=>") {
        let wanted = String(text.dropFirst(2)).trimmed
        expected.append(LessonCommand(text: wanted, position: source.position(line)))
        line += 1
      } else {
        commands.append(try command(from: &line, to: lines.upperBound))
      }
    }
    guard commands.count <= Self.maximumCommands else {
      throw SourceError(
        source.position(lines.lowerBound),
        "\(commands.count) commands; \(Self.maximumCommands) is the limit of a block",
        advice: "Build the world with a manifest: `apply -f - <<YAML`.")
    }
    return (commands, expected)
  }

  private func command(from line: inout Int, to end: Int) throws(SourceError) -> LessonCommand {
    let start = line
    var text = source[line]
    line += 1
    while isIncomplete(text) {
      guard line < end else {
        throw SourceError(
          source.position(start), "the command is not complete",
          advice: "Close its quotation or heredoc within the block.")
      }
      text += "\n" + source[line]
      line += 1
    }
    return LessonCommand(text: text, position: source.position(start))
  }
}

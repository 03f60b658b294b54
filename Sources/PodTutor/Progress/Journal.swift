/// The commands of the lesson that is open, in order. Since the engine is deterministic, typing
/// them again brings back the middle of a step, whatever ended the program.
package struct Journal: Hashable, Sendable {
  package let lesson: String
  /// The digest of the lesson's text when it was begun.
  package let digest: String
  package var commands: [String] = []

  static let fileName = "journal"

  var heading: String { "podlab journal 1 lesson=\(lesson) text=\(digest)" }

  /// One line: line ends and backslashes of a heredoc are written as `\n` and `\\`.
  static func line(_ command: String) -> String {
    "> "
      + command.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
      .replacing("\r", with: "\\r")
  }

  var text: String { ([heading] + commands.map(Self.line)).map { $0 + "\n" }.joined() }

  /// Reads what can be read. A last line without its end was being written when the program died,
  /// and is left out silently; after a line that is none of ours nothing can be trusted.
  static func read(_ text: String) -> (journal: Journal?, problem: String?, isWhole: Bool) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isWhole = lines.popLast() == ""
    guard let first = lines.first else { return (nil, nil, isWhole || text.isEmpty) }
    guard var journal = Journal(heading: first) else {
      return (
        nil, "\(fileName):1: `\(first.prefix(60).withVisibleControls)` is no heading of a journal",
        isWhole
      )
    }
    for (index, line) in lines.enumerated().dropFirst() {
      guard let command = command(line) else {
        return (
          journal,
          "\(fileName):\(index + 1): `\(line.prefix(60).withVisibleControls)` is no line of a journal",
          isWhole
        )
      }
      journal.commands.append(command)
    }
    return (journal, nil, isWhole)
  }

  package init(lesson: String, digest: String) { (self.lesson, self.digest) = (lesson, digest) }

  private init?(heading: String) {
    let words = heading.split(separator: " ").map(String.init)
    guard words.count == 5, words[...2] == ["podlab", "journal", "1"],
      words[3].hasPrefix("lesson="), words[4].hasPrefix("text=")
    else { return nil }
    lesson = String(words[3].dropFirst("lesson=".count))
    digest = String(words[4].dropFirst("text=".count))
    guard isIdentifier(lesson) else { return nil }
  }

  private static func command(_ line: String) -> String? {
    guard line.hasPrefix("> ") else { return nil }
    var command = ""
    var isEscaped = false
    for character in line.dropFirst(2) {
      if isEscaped {
        guard let plain = ["n": "\n", "r": "\r", "\\": "\\"][String(character)] else { return nil }
        command += plain
      } else if character != "\\" {
        command.append(character)
      }
      isEscaped = !isEscaped && character == "\\"
    }
    return isEscaped ? nil : command
  }
}

/// The commands of the lesson that is open, in order, with the files that they read. Since the engine
/// is deterministic, typing them again brings back the middle of a step, whatever ended the
/// program.
package struct Journal: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let command: String
    /// The files that the command read, as they were then: they may be others by now.
    package var files: [TextFile]

    package init(command: String, files: [TextFile] = []) {
      (self.command, self.files) = (command, files)
    }
  }

  package let lesson: String
  /// The digest of the lesson's text when it was begun.
  package let digest: String
  /// The seed that the learner brought; nil for that of the lesson.
  package let seed: UInt64?
  package var entries: [Entry] = []

  package var commands: [String] { entries.map(\.command) }

  static let fileName = "journal"

  package init(lesson: String, digest: String, seed: UInt64? = nil) {
    (self.lesson, self.digest, self.seed) = (lesson, digest, seed)
  }

  var heading: String {
    "podlab journal 1 lesson=\(lesson) text=\(digest)" + (seed.map { " seed=\($0)" } ?? "")
  }

  /// `< PATH\nTEXT` for each file, then `> COMMAND`; line ends and backslashes are written as `\n`
  /// and `\\`.
  static func lines(_ entry: Entry) -> [String] {
    entry.files.map { "< " + escaped($0.path + "\n" + $0.text) } + ["> " + escaped(entry.command)]
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map {
      switch $0 {
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\r": "\\r"
      default: String($0)
      }
    }.joined()
  }

  var text: String { ([heading] + entries.flatMap(Self.lines)).map { $0 + "\n" }.joined() }
}

// Reading.
extension Journal {
  /// Reads what can be read. A last line without its end was being written when the program died,
  /// and is left out silently; after a line that is none of ours nothing can be trusted.
  static func read(_ text: String, of name: String = fileName) -> (
    journal: Journal?, problem: String?, isWhole: Bool
  ) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isWhole = lines.popLast() == ""
    func problem(_ index: Int, _ what: String) -> String {
      "\(name):\(index + 1): `\(lines[index].prefix(60).withVisibleControls)` is no \(what) of a journal"
    }
    guard let first = lines.first else { return (nil, nil, isWhole || text.isEmpty) }
    guard var journal = Journal(heading: first) else {
      return (nil, problem(0, "heading"), isWhole)
    }
    var files: [TextFile] = []
    for (index, line) in lines.enumerated().dropFirst() {
      guard let content = unescaped(line.dropFirst(2)) else {
        return (journal, problem(index, "line"), isWhole)
      }
      if line.hasPrefix("> ") {
        journal.entries.append(Entry(command: content, files: files))
        files = []
      } else if line.hasPrefix("< "), let end = content.firstIndex(of: "\n") {
        files.append(
          TextFile(
            path: String(content[..<end]), text: String(content[content.index(after: end)...])))
      } else {
        return (journal, problem(index, "line"), isWhole)
      }
    }
    // Files without their command: it was being written, too.
    return (journal, nil, isWhole && files.isEmpty)
  }

  private init?(heading: String) {
    let words = heading.split(separator: " ").map(String.init)
    guard (5...6).contains(words.count), words[..<3] == ["podlab", "journal", "1"],
      words[3].hasPrefix("lesson="), words[4].hasPrefix("text=")
    else { return nil }
    lesson = String(words[3].dropFirst("lesson=".count))
    digest = String(words[4].dropFirst("text=".count))
    seed = words.count == 6 ? UInt64(words[5].dropFirst("seed=".count)) : nil
    guard isIdentifier(lesson), words.count == 5 || (words[5].hasPrefix("seed=") && seed != nil)
    else { return nil }
  }

  private static func unescaped(_ line: Substring) -> String? {
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      switch (isEscaped, scalar) {
      case (true, "n"): text.append("\n")
      case (true, "r"): text.append("\r")
      case (true, "\\"): text.append("\\")
      case (true, _): return nil
      case (false, "\\"): break
      case (false, _): text.append(scalar)
      }
      isEscaped = !isEscaped && scalar == "\\"
    }
    return isEscaped ? nil : String(text)
  }
}

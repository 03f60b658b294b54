internal import PodShell

/// Answers the editor with what the laboratory knows, and lets the clock flow while somebody types.
final class ReplAssistant: TypingAssistant {
  private let laboratory: Laboratory
  /// The lines so far of a command that goes on in the next line: Tab sees the command as a whole.
  private var before = ""
  private var wall = WallClock()
  /// The longest stretch that counts while an editor ticks; more means that the program was
  /// stopped meanwhile. Nil without an editor: nothing ticks until Enter.
  private let longestPause: Int?
  private var ticksSinceKept = 0

  init(_ laboratory: Laboratory, ticks: Bool) {
    self.laboratory = laboratory
    longestPause = ticks ? 1000 : nil
  }

  /// A line is about to be read.
  func begin(after pending: String?) {
    before = pending.map { $0 + "\n" } ?? ""
    _ = wall.passed()
  }

  /// A line has been read. What changed meanwhile and was not shown yet.
  func finish() -> Outcome {
    let outcome = flow()
    if laboratory.shell.liveSpeed != nil { laboratory.keep() }
    return outcome
  }

  func completions(for line: String, cursor: Int) -> Completions {
    let offset = before.utf8.count
    let found = laboratory.shell.completions(for: before + line, cursor: offset + cursor)
    return Completions(replacing: max(found.replacing - offset, 0), candidates: found.candidates)
  }

  func verbs(in line: String) -> [VerbMark] { laboratory.shell.verbs(in: line) }

  func suggestion(for line: String) -> String { laboratory.shell.suggestion(for: line) }

  func help(for line: String, cursor: Int) -> [String] {
    laboratory.shell.help(for: line, cursor: cursor)
  }

  var status: String { "t=" + laboratory.shell.clockText }

  var tickMilliseconds: Int? { laboratory.shell.liveSpeed == nil ? nil : 100 }

  func tick() -> String {
    let lines = flow().output.map(\.text).joined()
    ticksSinceKept += 1
    if ticksSinceKept >= 20 {
      laboratory.keep()
      ticksSinceKept = 0
    }
    return lines.replacing("\n", with: "\r\n")
  }

  private func flow() -> Outcome {
    guard let speed = laboratory.shell.liveSpeed else { return Outcome() }
    let passed = min(wall.passed(), longestPause ?? .max)
    return laboratory.flow(passed.multipliedReportingOverflow(by: speed).partialValue)
  }
}

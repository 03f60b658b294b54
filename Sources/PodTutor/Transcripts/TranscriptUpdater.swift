internal import PodShell

/// Writes into a transcript what its commands print now: `podlab transcript update`.
package enum TranscriptUpdater {
  /// Lines of the file to be replaced, for editors that do it themselves.
  package struct Edit: Hashable, Sendable {
    /// The lines that go, counted from 1.
    package let lines: Range<Int>
    package let replacement: [String]
  }

  /// A file as it should be. Nothing has been written.
  package struct Update: Sendable {
    /// The whole text; equal to the old one when all was right.
    package let text: String
    /// The changes in the order of the lines.
    package let edits: [Edit]
    /// How many steps have new output.
    package let changedSteps: Int
    /// The differences, for people.
    package let report: String
  }

  /// Only output lines change. Where a command that succeeded fails now, or the other way round,
  /// the page would say something else than its author meant: that is refused, unless errors are
  /// accepted, which also moves the `expect error` directives. With a line, only the block at that
  /// line is touched.
  package static func update(
    _ file: TextFile, acceptErrors: Bool = false, line: Int? = nil,
    beside: FilesOfPage = .none
  ) throws(SourceErrors) -> Update {
    let transcript = try TranscriptVerifier.parse(file)
    let wanted = try blocks(of: transcript, at: line)
    var editor = TranscriptEditor(file, acceptErrors: acceptErrors)
    let execution = TranscriptVerifier.execute(transcript, beside: beside)
    for index in wanted {
      let block = transcript.blocks[index]
      editor.edit(block, block.compared(with: execution.results[index]))
    }
    let update = try editor.finish()
    try check(TextFile(path: file.path, text: update.text), wanted, execution)
    return update
  }

  private static func blocks(
    of transcript: Transcript, at line: Int?
  ) throws(SourceErrors) -> [Int] {
    guard let line else { return Array(transcript.blocks.indices) }
    let found = transcript.blocks.indices.filter {
      (transcript.blocks[$0].position.line...transcript.blocks[$0].end).contains(line)
    }
    guard found.isEmpty else { return found }
    throw SourceErrors([
      SourceError(
        SourcePosition(transcript.file, line), "no session stands at this line",
        advice: "Name a line from a ```console fence to its end.")
    ])
  }

  /// The new text must say what came out; the commands are the same, so they need not run again.
  private static func check(
    _ file: TextFile, _ wanted: [Int], _ execution: TranscriptExecution
  ) throws(SourceErrors) {
    let transcript = try TranscriptVerifier.parse(file)
    let steps = wanted.flatMap {
      transcript.blocks.indices.contains($0)
        ? transcript.blocks[$0].compared(with: execution.results[$0]) : []
    }
    guard let wrong = steps.first(where: { !$0.isFine }) else { return }
    throw SourceErrors([
      SourceError(
        wrong.step.position, "the updated page would not verify; nothing was changed",
        advice: "Please report this with the file.")
    ])
  }
}

/// Collects the changes of lines and applies them from the end of the file to its beginning.
struct TranscriptEditor: Sendable {
  private typealias Edit = TranscriptUpdater.Edit

  private let file: TextFile
  private let acceptErrors: Bool
  private var problems = Problems()
  private var edits: [Edit] = []
  private var changedSteps = 0
  private var report = ""

  init(_ file: TextFile, acceptErrors: Bool) {
    (self.file, self.acceptErrors) = (file, acceptErrors)
  }

  mutating func edit(_ block: TranscriptBlock, _ steps: [ExecutedStep]) {
    for (index, step) in steps.enumerated() {
      let isLast = index == steps.count - 1
      switch step.status {
      case .same, .skipped: break
      case .differs: replaceOutput(of: step)
      case .unannotatedError(let name):
        if changeMeaning(step, block, canAnnotate: isLast && !block.isHidden) {
          let line = block.position.line
          edits.append(
            Edit(lines: line..<line, replacement: ["<!-- podlab: expect error=\(name) -->"]))
          replaceOutput(of: step)
        }
      case .otherError(_, let actual):
        if changeMeaning(step, block, canAnnotate: !block.isHidden) {
          replaceDirective(of: block, with: actual)
          replaceOutput(of: step)
        }
      }
    }
  }

  private mutating func changeMeaning(
    _ step: ExecutedStep, _ block: TranscriptBlock, canAnnotate: Bool
  ) -> Bool {
    if acceptErrors, canAnnotate { return true }
    let advice =
      !acceptErrors
      ? "Correct the command, or accept the change with --accept-errors."
      : block.isHidden
        ? "A hidden session must succeed: correct the command."
        : "Only the last command of a fence may fail: split the fence after it."
    problems.add(step.step.position, step.summary, advice: advice)
    return false
  }

  private mutating func replaceDirective(of block: TranscriptBlock, with error: String?) {
    guard let line = block.expectLine else { return }
    edits.append(
      Edit(
        lines: line..<line + 1,
        replacement: error.map { ["<!-- podlab: expect error=\($0) -->"] } ?? []))
  }

  private mutating func replaceOutput(of step: ExecutedStep) {
    if step.actual.contains(where: { $0.hasPrefix(ConsoleParser.prompt) || $0.hasPrefix("```") }) {
      problems.add(
        step.step.position,
        "the output has a line that looks like a prompt or the end of the fence",
        advice: "Show it in another way, for instance with -o name or jsonpath.")
      return
    }
    guard step.actual != step.step.output else { return }
    changedSteps += 1
    edits.append(Edit(lines: step.step.outputLines, replacement: step.actual))
    let heading =
      "\(file.path):\(step.step.position.line): \(ConsoleParser.prompt) \(step.step.command.firstLine)"
    let difference = LineDiff.unified(
      LineDiff.edits(from: step.step.output, to: step.actual),
      firstLine: step.step.outputLines.lowerBound)
    report += ([heading] + difference).map { "\($0)\n" }.joined()
  }

  func finish() throws(SourceErrors) -> TranscriptUpdater.Update {
    guard problems.errors.isEmpty else { throw SourceErrors(problems.errors) }
    let ordered = edits.enumerated().sorted {
      ($0.element.lines.lowerBound, $0.offset) < ($1.element.lines.lowerBound, $1.offset)
    }.map(\.element)
    var lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for edit in ordered.reversed() {
      lines.replaceSubrange(
        edit.lines.lowerBound - 1..<edit.lines.upperBound - 1, with: edit.replacement)
    }
    return .init(
      text: lines.joined(separator: "\n"), edits: ordered, changedSteps: changedSteps,
      report: report.withVisibleControls)
  }
}

extension TranscriptUpdater.Edit {
  /// One line of JSON: lines `fromLine` up to, but without, `toLine` become `content`.
  package func json(of path: String) -> String {
    JSONText.object([
      ("file", .text(path)), ("fromLine", .number(lines.lowerBound)),
      ("toLine", .number(lines.upperBound)),
      ("content", .text(replacement.map { $0 + "\n" }.joined())),
    ]) + "\n"
  }
}

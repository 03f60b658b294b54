package import PodShell

/// Writes into a transcript what its commands print now: `podlab transcript update`.
package enum TranscriptUpdater {
  /// A file as it should be. Nothing has been written.
  package struct Update: Sendable {
    /// The whole text; equal to the old one when all was right.
    package let text: String
    /// How many steps have new output.
    package let changedSteps: Int
    /// The differences, for people.
    package let report: String
  }

  /// Only output lines change. Where a command that succeeded fails now, or the other way round,
  /// the page would say something else than its author meant: that is refused, unless errors are
  /// accepted, which also moves the `expect error` directives.
  package static func update(
    _ file: TextFile, acceptErrors: Bool = false,
    configuration: SessionConfiguration = SessionConfiguration(manner: .terminal)
  ) throws(SourceErrors) -> Update {
    let transcript = try TranscriptVerifier.parse(file)
    var editor = TranscriptEditor(file, acceptErrors: acceptErrors)
    var run = TranscriptRun(transcript.settings.applied(to: configuration))
    for block in transcript.blocks { editor.edit(block, run.run(block)) }
    let update = try editor.finish()
    let check = TranscriptVerifier.verify(
      TextFile(path: file.path, text: update.text), configuration)
    guard check.isFine else {
      throw SourceErrors([
        SourceError(
          SourcePosition(file.path, 1), "the updated page would not verify; nothing was changed",
          advice: "Please report this with the file.\n\(check.text)")
      ])
    }
    return update
  }
}

/// Collects the changes of lines and applies them from the end of the file to its beginning.
struct TranscriptEditor: Sendable {
  private struct Edit: Sendable {
    let lines: Range<Int>
    let replacement: [String]
  }

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
    guard !edits.isEmpty else { return .init(text: file.text, changedSteps: 0, report: "") }
    var lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let ordered = edits.enumerated().sorted {
      ($0.element.lines.lowerBound, $0.offset) > ($1.element.lines.lowerBound, $1.offset)
    }
    for (_, edit) in ordered {
      lines.replaceSubrange(
        edit.lines.lowerBound - 1..<edit.lines.upperBound - 1, with: edit.replacement)
    }
    return .init(
      text: lines.joined(separator: "\n"), changedSteps: changedSteps, report: report)
  }
}

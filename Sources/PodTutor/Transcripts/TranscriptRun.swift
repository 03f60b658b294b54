internal import PodEngine
package import PodShell

/// Runs the blocks of a page in one session, as a reader would type them.
package struct TranscriptRun: Sendable {
  package private(set) var session: Session
  private let fresh: SessionConfiguration
  private let meter = WorkMeter()
  private let files: ScratchFiles

  /// Begins with a fresh cluster. What the page writes stays in memory; what it reads is in `files`
  /// of the configuration. The limits are those of transcripts.
  package init(_ configuration: SessionConfiguration) {
    files = ScratchFiles(beside: configuration.files)
    var limited = TranscriptLimits.apply(to: configuration, meter)
    limited.files = files
    fresh = limited
    session = Session(configuration: limited)
  }

  /// Goes on from a session that exists, as the excerpts of lessons do.
  package init(from session: Session) {
    fresh = session.configuration
    files = ScratchFiles(beside: session.configuration.files)
    self.session = session
  }

  /// Runs a block and compares.
  package mutating func run(_ block: TranscriptBlock) -> [ExecutedStep] {
    block.compared(with: execute(block))
  }

  /// Runs a block; of one that is not run the results are empty.
  package mutating func execute(_ block: TranscriptBlock) -> [StepResult] {
    prepare(block)
    return block.steps.map { execute($0, in: block) }
  }

  /// Brings the session to where it stands before a step of a block.
  package mutating func execute(_ block: TranscriptBlock, before index: Int) {
    prepare(block)
    for step in block.steps[..<index] { _ = execute(step, in: block) }
  }

  private mutating func prepare(_ block: TranscriptBlock) {
    // The names were checked where the page was read.
    for file in block.files { try? files.write(file.text, to: file.path, appending: false) }
    if block.startsAfresh, block.skipReason == nil { session = Session(configuration: fresh) }
  }

  private mutating func execute(_ step: TranscriptStep, in block: TranscriptBlock) -> StepResult {
    let start = session.cluster.now
    guard block.skipReason == nil else {
      return StepResult(start: start, end: start, lines: [], error: nil)
    }
    let outcome = refusingTutorWords(withinLimits(session.submit(step.command)))
    return StepResult(
      start: start, end: session.cluster.now, lines: shortened(OutputLine.lines(of: outcome)),
      error: outcome.error?.name)
  }

  private func withinLimits(_ outcome: Outcome) -> Outcome {
    if meter.wasExhausted, outcome.error?.name == "interrupted" {
      return refusal("limit", "error: the page asks for more than a page may: it does not end")
    }
    let limits = session.configuration.limits
    do { try limits.check(objects: limits.countedObjects(of: session.cluster)) } catch {
      return refusal(error.name, error.message)
    }
    return outcome
  }

  private func shortened(_ lines: [OutputLine]) -> [OutputLine] {
    let dropped = lines.count - TranscriptLimits.outputLines
    guard dropped > 0 else { return lines }
    let note = TerminalText("(\(dropped) lines more than a transcript takes)", .warning)
    return lines.prefix(TranscriptLimits.outputLines) + [OutputLine([note])]
  }

  private func refusingTutorWords(_ outcome: Outcome) -> Outcome {
    switch outcome.request {
    case .none, .exit: outcome
    case .tutor: unsupported("take lessons or record")
    case .edit: unsupported("open an editor: edit KIND NAME <<YAML takes the text")
    case .follow: unsupported("wait for Ctrl-C: --for 30s says for how long")
    }
  }

  private func unsupported(_ what: String) -> Outcome {
    refusal("unsupported", "error: a transcript cannot \(what)")
  }

  private func refusal(_ name: String, _ message: String) -> Outcome {
    var refused = Outcome()
    refused.output = [OutputChunk(.standardError, message + "\n")]
    refused.error = CommandError(name, message)
    return refused
  }
}

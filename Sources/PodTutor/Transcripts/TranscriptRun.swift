internal import PodEngine
package import PodShell

/// What came out when a step was run again.
package struct ExecutedStep: Sendable {
  package enum Status: Hashable, Sendable {
    case same
    case differs
    case skipped
    /// Failed, and the page does not say so.
    case unannotatedError(String)
    /// The page says that it fails; it succeeded, or failed with another error.
    case otherError(expected: String, actual: String?)
  }

  package let step: TranscriptStep
  /// When the command was given, as `5m42s`.
  package let time: String
  package let actual: [String]
  package let status: Status
  /// The name of the error, when it failed.
  package let error: String?

  package var isFine: Bool { status == .same || status == .skipped }
}

/// Runs the blocks of a page in one session, as a reader would type them.
package struct TranscriptRun: Sendable {
  package private(set) var session: Session
  private let fresh: SessionConfiguration

  /// How many lines of output one command may print in a transcript.
  static let maximumLines = 10_000

  package init(_ configuration: SessionConfiguration) {
    fresh = configuration
    session = Session(configuration: configuration)
  }

  /// Goes on from a session that exists, as the excerpts of lessons do.
  package init(from session: Session) {
    fresh = session.configuration
    self.session = session
  }

  package mutating func run(_ block: TranscriptBlock) -> [ExecutedStep] {
    if block.skipReason != nil { return block.steps.map(skipped) }
    if block.startsAfresh { session = Session(configuration: fresh) }
    return block.steps.enumerated().map { index, step in
      let isLast = index == block.steps.count - 1
      return run(step, in: block, expecting: isLast ? block.expectedError : nil)
    }
  }

  private func skipped(_ step: TranscriptStep) -> ExecutedStep {
    ExecutedStep(step: step, time: clock, actual: step.output, status: .skipped, error: nil)
  }

  private var clock: String { VirtualDuration.text(session.cluster.now - .start) }

  private mutating func run(
    _ step: TranscriptStep, in block: TranscriptBlock, expecting expected: String?
  ) -> ExecutedStep {
    let time = clock
    let outcome = refusingTutorWords(session.submit(step.command))
    let text = outcome.output.map(\.text).joined()
    var actual = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if actual.last == "" { actual.removeLast() }
    if actual.count > Self.maximumLines {
      let dropped = actual.count - Self.maximumLines
      actual =
        actual.prefix(Self.maximumLines) + ["(\(dropped) lines more than a transcript takes)"]
    }
    return ExecutedStep(
      step: step, time: time, actual: actual,
      status: status(of: outcome, actual, step, in: block, expecting: expected),
      error: outcome.error?.name)
  }

  private func refusingTutorWords(_ outcome: Outcome) -> Outcome {
    let what: String
    switch outcome.request {
    case .none, .exit: return outcome
    case .tutor: what = "take lessons or record"
    case .edit: what = "open an editor: edit KIND NAME <<YAML takes the text"
    case .follow: what = "wait for Ctrl-C: --for 30s says for how long"
    }
    var refused = Outcome()
    let error = CommandError("unsupported", "error: a transcript cannot \(what)")
    refused.output = [OutputChunk(.standardError, error.message + "\n")]
    refused.error = error
    return refused
  }

  private func status(
    of outcome: Outcome, _ actual: [String], _ step: TranscriptStep, in block: TranscriptBlock,
    expecting expected: String?
  ) -> ExecutedStep.Status {
    let error = outcome.error?.name
    if let expected, error != expected { return .otherError(expected: expected, actual: error) }
    if expected == nil, let error { return .unannotatedError(error) }
    if block.isHidden { return .same }
    let matches =
      block.allowsElisions
      ? Elision.matches(actual, step.output) : actual == step.output
    return matches ? .same : .differs
  }
}

internal import PodEngine
internal import PodShell

/// A documented step beside what came out when it was run again.
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
  package let result: StepResult
  /// Its output as lines; of a step that was not run, what is documented.
  package let actual: [String]
  package let status: Status

  package var isFine: Bool {
    switch status {
    case .same, .skipped: true
    case .differs, .unannotatedError, .otherError: false
    }
  }

  /// Whether the page would have to say something else than its author meant.
  package var changesMeaning: Bool {
    switch status {
    case .same, .skipped, .differs: false
    case .unannotatedError, .otherError: true
    }
  }

  /// When the command was given, as `5m42s`.
  package var time: String { VirtualDuration.text(result.start - .start) }
}

extension TranscriptBlock {
  /// Holds the documented steps against results; of the last step the page may say that it fails.
  package func compared(with results: [StepResult]) -> [ExecutedStep] {
    zip(steps, results).enumerated().map { index, pair in
      let (step, result) = pair
      let actual = skipReason == nil ? result.lines.map(\.text) : step.output
      let expected = index == steps.count - 1 ? expectedError : nil
      return ExecutedStep(
        step: step, result: result, actual: actual,
        status: status(of: step, result, actual, expecting: expected))
    }
  }

  private func status(
    of step: TranscriptStep, _ result: StepResult, _ actual: [String], expecting expected: String?
  ) -> ExecutedStep.Status {
    if skipReason != nil { return .skipped }
    if let expected, result.error != expected {
      return .otherError(expected: expected, actual: result.error)
    }
    if expected == nil, let error = result.error { return .unannotatedError(error) }
    if isHidden { return .same }
    let matches =
      allowsElisions ? Elision.matches(actual, step.output) : actual == step.output
    return matches ? .same : .differs
  }
}

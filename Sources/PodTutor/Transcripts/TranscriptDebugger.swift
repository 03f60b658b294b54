package import PodShell

/// Stops a page just before one of its steps: `podlab transcript verify --debug-at FILE:LINE`.
package struct TranscriptDebugger: Sendable {
  /// The session as it stands before the step.
  package let session: Session
  package let step: TranscriptStep
  /// How the step came out when the page was run.
  package let executed: ExecutedStep

  /// Runs a page up to the command at a line, or at the last one before it; without a line up to
  /// the first step that is not as documented. Nil where there is no such step.
  package init?(
    _ transcript: Transcript, line: Int?, beside: FilesOfPage = .none
  ) {
    let execution = TranscriptVerifier.execute(transcript, beside: beside)
    let all = zip(transcript.blocks, execution.results).enumerated().flatMap { block, pair in
      pair.0.compared(with: pair.1).enumerated().map { (block: block, index: $0, step: $1) }
    }
    let found =
      if let line {
        all.last { $0.step.step.position.line <= line } ?? all.first
      } else {
        all.first { !$0.step.isFine }
      }
    guard let found else { return nil }
    var run = TranscriptRun(transcript.configuration(beside: beside))
    for block in transcript.blocks[..<found.block] { _ = run.execute(block) }
    run.execute(transcript.blocks[found.block], before: found.index)
    (session, step, executed) = (run.session, found.step.step, found.step)
  }

  /// What to say where the conversation begins.
  package var greeting: String {
    var text =
      "Before \(step.position.file):\(step.position.line), t=\(executed.time). The page goes on:\n"
      + "  \(ConsoleParser.prompt) \(step.command.replacing("\n", with: "\n  > "))\n"
    if !executed.isFine {
      text += (["There \(executed.summary):"] + executed.difference(in: step.position.file)).map {
        "  \($0)\n"
      }.joined()
    }
    return text.withVisibleControls
  }
}

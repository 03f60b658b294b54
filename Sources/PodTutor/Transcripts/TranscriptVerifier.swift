package import PodEngine
package import PodShell

/// What came out when a page was run, block by block.
package struct TranscriptExecution: Sendable {
  package let results: [[StepResult]]
  package let end: SimulatedTime
}

/// Runs transcripts again and compares: `podlab transcript verify`.
package enum TranscriptVerifier {
  /// Verifies files in the order given. Seed and number of nodes come from each file.
  package static func verify(
    files: [TextFile], showsAll: Bool = false, beside: FilesOfPage = .none
  ) -> VerifyReport {
    VerifyReport(files: files.map { verify($0, beside: beside) }, showsAll: showsAll)
  }

  static func verify(_ file: TextFile, beside: FilesOfPage) -> VerifiedFile {
    do {
      let transcript = try parse(file)
      let execution = execute(transcript, beside: beside)
      return compare(transcript, with: execution)
    } catch {
      return VerifiedFile(path: file.path, errors: error.errors)
    }
  }

  /// Runs a page from its beginning to its end.
  package static func execute(
    _ transcript: Transcript, beside: FilesOfPage = .none
  ) -> TranscriptExecution {
    var run = TranscriptRun(transcript.configuration(beside: beside))
    let results = transcript.blocks.map { run.execute($0) }
    return TranscriptExecution(results: results, end: run.session.cluster.now)
  }

  /// Holds a page against what came out.
  package static func compare(
    _ transcript: Transcript, with execution: TranscriptExecution
  ) -> VerifiedFile {
    let steps = zip(transcript.blocks, execution.results).flatMap { $0.compared(with: $1) }
    let elided = transcript.blocks.filter(\.allowsElisions).flatMap(\.steps).flatMap(\.output)
    return VerifiedFile(
      path: transcript.file, steps: steps, endTime: VirtualDuration.text(execution.end - .start),
      elidedLines: elided.count { $0 == "..." || $0.contains("[..]") })
  }

  /// Reads a transcript; a page without a command is refused, since it would prove nothing.
  package static func parse(_ file: TextFile) throws(SourceErrors) -> Transcript {
    let transcript = try TranscriptParser.parse(file, isIncomplete: Session.isIncomplete)
    guard !transcript.steps.isEmpty else {
      throw SourceErrors([
        SourceError(
          SourcePosition(file.path, 1), "the transcript has no command",
          advice: "Add a ```console fence with a line `\(ConsoleParser.prompt) COMMAND`.")
      ])
    }
    return transcript
  }
}

extension Transcript {
  /// A page shows what a learner sees at a terminal.
  package func configuration(beside: FilesOfPage) -> SessionConfiguration {
    SessionConfiguration(
      nodeCount: settings.nodes, seed: settings.seed, manner: .terminal, files: beside(file))
  }
}

extension Session {
  /// Whether a text is the beginning of a longer command; a question of grammar alone.
  static let isIncomplete: IsIncomplete = { goesOn($0) }

  /// No session is asked: to make a whole cluster for this would be felt at every start.
  private static func goesOn(_ text: String) -> Bool {
    do { _ = try Tokenizer.commands(in: text) } catch {
      if case .incomplete = error { return true }
    }
    return false
  }
}

internal import PodEngine
package import PodShell

/// Runs transcripts again and compares: `podlab transcript verify`.
package enum TranscriptVerifier {
  /// Verifies files in the order given. The seed and the number of nodes come from each file; the
  /// rest of the configuration (files that `-f` reaches, manner) from the caller.
  package static func verify(
    files: [TextFile], configuration: SessionConfiguration = SessionConfiguration(manner: .terminal)
  ) -> VerifyReport {
    VerifyReport(files: files.map { verify($0, configuration) })
  }

  static func verify(_ file: TextFile, _ configuration: SessionConfiguration) -> VerifiedFile {
    do {
      let transcript = try parse(file)
      var run = TranscriptRun(transcript.settings.applied(to: configuration))
      let steps = transcript.blocks.flatMap { run.run($0) }
      let end = VirtualDuration.text(run.session.cluster.now - .start)
      return VerifiedFile(path: file.path, steps: steps, endTime: end, errors: [])
    } catch {
      return VerifiedFile(path: file.path, steps: [], endTime: "0s", errors: error.errors)
    }
  }

  /// Reads a transcript; a page without a command is refused, since it would prove nothing.
  static func parse(_ file: TextFile) throws(SourceErrors) -> Transcript {
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

extension TranscriptSettings {
  func applied(to configuration: SessionConfiguration) -> SessionConfiguration {
    var result = configuration
    (result.seed, result.nodeCount) = (seed, nodes)
    return result
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

package import PodEngine

/// One learner's laboratory: the cluster, the way back (undo), and the settings. A value: a copy is
/// a fork.
package struct Session: Sendable {
  package let configuration: SessionConfiguration
  /// The cluster as it is now.
  package internal(set) var cluster: Cluster
  package internal(set) var settings = SessionSettings()
  package internal(set) var history = History()

  package init(configuration: SessionConfiguration) {
    self.configuration = configuration
    cluster = Cluster(nodeCount: configuration.nodeCount, seed: configuration.seed)
  }

  /// Runs one whole command: a line, or a line with its heredoc. Never fails: what went wrong is in
  /// the outcome.
  ///
  /// A command that fails leaves the cluster as it was, unless something real happened before, as
  /// in `delete pod web nope`. Every command that changed the cluster can be undone.
  package mutating func submit(_ command: String) -> Outcome {
    var outcome = Outcome()
    let commands: [SimpleCommand]
    do { commands = try Tokenizer.commands(in: command) } catch {
      report(CommandError(error), in: &outcome)
      return outcome
    }
    for simple in commands {
      if simple.joint == .afterSuccess, outcome.error != nil { break }
      run(simple, into: &outcome)
    }
    return outcome
  }

  /// Why a text is not a whole command yet (an open heredoc, quote or trailing backslash); nil when
  /// it is complete.
  package func continuation(of text: String) -> Continuation? {
    do {
      _ = try Tokenizer.commands(in: text)
      return nil
    } catch {
      if case .incomplete(let continuation, _) = error { return continuation }
      return nil
    }
  }

  /// What could stand at the cursor (a UTF-8 offset into `line`).
  package func completions(for line: String, cursor: Int) -> Completions {
    Completer(line, cursor: cursor, session: self).completions
  }

  private mutating func run(_ simple: SimpleCommand, into outcome: inout Outcome) {
    var bench = workbench()
    do {
      let reading = try CommandTable.read(simple)
      bench.givenNamespace = reading.namespace
      try reading.command.run(in: &bench)
      keep(bench, command: simple)
    } catch {
      // What the command changed before it failed is not kept; what it printed was printed.
      bench.fail(error.located(at: simple.words.first?.position))
    }
    outcome.output += bench.output
    outcome.error = outcome.error ?? bench.failure?.located(at: simple.words.first?.position)
    if bench.request != .none { outcome.request = bench.request }
  }

  private func workbench() -> Workbench {
    Workbench(
      cluster: cluster, settings: settings, history: history, configuration: configuration)
  }

  private mutating func keep(_ bench: Workbench, command: SimpleCommand) {
    (settings, history) = (bench.settings, bench.history)
    if !bench.travelsInHistory, bench.cluster.differs(from: cluster) {
      let text = command.words.map(\.text).joined(separator: " ")
      history.enter(text, before: cluster)
    }
    cluster = bench.cluster
  }

  private func report(_ error: CommandError, in outcome: inout Outcome) {
    var bench = workbench()
    bench.fail(error)
    outcome.output += bench.output
    outcome.error = error
  }
}

extension CommandError {
  fileprivate func located(at start: TextPosition?) -> Self {
    var error = self
    error.position = position ?? start
    return error
  }
}

extension Cluster {
  /// Whether anything happened between an earlier value of this cluster and this one.
  fileprivate func differs(from earlier: Cluster) -> Bool {
    now != earlier.now || timeline.count != earlier.timeline.count
      || watchLog.count != earlier.watchLog.count || settings != earlier.settings
  }
}

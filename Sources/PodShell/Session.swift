package import PodEngine

/// One learner's laboratory: the cluster, the way back (undo), and the settings. A value: a copy is
/// a fork.
package struct Session: Sendable {
  package var configuration: SessionConfiguration
  /// The cluster as it is now.
  package internal(set) var cluster: Cluster
  package internal(set) var settings = SessionSettings()
  package internal(set) var history = History()
  /// What `get -w` or `logs -f` is watching.
  var following: Following?
  /// The command in a container that the next lines are for.
  var attached: AttachedExec?
  /// Whether the last command goes on until Ctrl-C.
  package var isWatching: Bool { following != nil }
  /// Whether a saved world is being done again.
  var isReplaying = false
  /// How fast the clock flows by itself; nil where it stands.
  var live: LiveClock?
  /// What was typed so far.
  package internal(set) var record = SessionRecord()

  package init(configuration: SessionConfiguration) {
    self.configuration = configuration
    settings.language = configuration.language
    cluster = Cluster(nodeCount: configuration.nodeCount, seed: configuration.seed)
  }

  /// Runs one whole command: a line, or a line with its heredoc. Never fails: what went wrong is in
  /// the outcome.
  ///
  /// A command that fails leaves the cluster as it was, unless something real happened before, as
  /// in `delete pod web nope`. Every command that changed the cluster can be undone.
  package mutating func submit(_ command: String) -> Outcome {
    let (command, changes) = (canonical(command), record.changes.count)
    let files = configuration.files
    configuration.files = FileLog(files)
    let outcome = perform(command, depth: 0)
    configuration.files = files
    record.enter(
      command, failed: outcome.error != nil, hasChanged: record.changes.count != changes)
    if outcome.request.isForProgram || command.hasPrefix("clock live") {
      record.leaveLastOutOfScript()
    }
    return outcome
  }

  /// Makes the present the beginning: `undo` does not go behind it.
  package mutating func beginHistory() { history = History() }

  /// Goes on in another language.
  package mutating func speak(_ language: Language) { settings.language = language }

  /// Why a text is not a whole command yet (an open heredoc, quote or trailing backslash); nil when
  /// it is complete.
  package func continuation(of text: String) -> Continuation? {
    guard attached == nil else { return nil }
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
    guard attached == nil else { return Completions(replacing: cursor, candidates: []) }
    return Completer(line, cursor: cursor, session: self).completions
  }

  /// What a command can change, as it is now. Holding the history itself would copy it with the
  /// next command.
  struct Mark {
    let cluster: Cluster
    let settings: SessionSettings
    let past: Int
    let undone: Int
  }

  var mark: Mark {
    Mark(
      cluster: cluster, settings: settings, past: history.past.count,
      undone: history.undone.count)
  }

  func hasChanged(since earlier: Mark) -> Bool {
    settings != earlier.settings || cluster.differs(from: earlier.cluster)
      || history.past.count != earlier.past || history.undone.count != earlier.undone
  }

  func workbench() -> Workbench {
    var bench = Workbench(
      cluster: cluster, settings: settings, history: history, configuration: configuration)
    (bench.record, bench.live) = (record, live)
    return bench
  }

  mutating func keep(_ bench: Workbench, command: SimpleCommand) {
    (settings, history, following) = (bench.settings, bench.history, bench.following)
    attached = bench.attached
    // Whoever looks at the past wants it to stand still.
    live = bench.travelsInHistory ? nil : bench.live
    guard bench.travelsInHistory || bench.cluster.differs(from: cluster) else { return }
    if !bench.travelsInHistory {
      let text = command.words.map(\.text).joined(separator: " ")
      history.enter(text, before: cluster)
    }
    cluster = bench.cluster
    cluster.begin(command: nil)
  }

  /// Says what went wrong outside of any command.
  func report(_ error: CommandError, in outcome: inout Outcome) {
    var bench = workbench()
    bench.fail(error)
    outcome.output += bench.output
  }
}

extension CommandError {
  /// With a place where it has none of its own.
  func located(at start: TextPosition?) -> Self {
    var error = self
    error.position = position ?? start
    return error
  }
}

extension Cluster {
  /// Whether anything happened between an earlier value of this cluster and this one. That a command
  /// was given which then was refused is nothing to undo.
  func differs(from earlier: Cluster) -> Bool {
    now != earlier.now || watchLog.count != earlier.watchLog.count || settings != earlier.settings
      || timeline.entries(from: earlier.timeline.count).contains { entry in
        if case .command = entry.happening { false } else { true }
      }
  }
}

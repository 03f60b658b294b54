internal import PodEngine
package import PodShell

// What the editor asks while somebody types, and the clock that flows meanwhile.
extension Tutor {
  /// See `Session.completions(for:cursor:)`; the ids of lessons are known here alone.
  package func completions(for line: String, cursor: Int) -> Completions {
    let before = String(decoding: line.utf8.prefix(max(0, cursor)), as: UTF8.self)
    guard let found = before.firstMatch(of: /^\s*lesson\s+start\s+(\S*)$/) else {
      return session.completions(for: line, cursor: cursor)
    }
    let typed = found.output.1
    return Completions(
      replacing: before.utf8.count - typed.utf8.count,
      candidates: lessons.filter { $0.id.hasPrefix(typed) }.map { Completion($0.id, $0.title) })
  }

  /// See `Session.verbs(in:)`.
  package func verbs(in line: String) -> [VerbMark] { session.verbs(in: line) }

  /// See `Session.suggestion(for:)`.
  package func suggestion(for line: String) -> String { session.suggestion(for: line) }

  /// See `Session.help(for:cursor:)`.
  package func help(for line: String, cursor: Int) -> [String] {
    session.help(for: line, cursor: cursor)
  }

  /// See `Session.clockText`.
  package var clockText: String { session.clockText }

  /// See `Session.liveSpeed`.
  package var liveSpeed: Int? { session.liveSpeed }

  /// See `Session.flow`. A lesson looks at what changed as after a command.
  package mutating func flow(_ milliseconds: Int) -> Outcome {
    let before = session.cluster
    var outcome = session.flow(milliseconds)
    guard run != nil else { return outcome }
    flowed += (session.cluster.now - before.now).milliseconds
    if !outcome.output.isEmpty { observe(&outcome, since: before) }
    return outcome
  }

  /// The session, where no lesson has to do with it.
  package var freeSession: Session? { run == nil ? session : nil }

  /// Goes on with the session of a journal.
  package mutating func takeUp(_ journal: FoundJournal) {
    session = journal.session(configuration)
  }
}

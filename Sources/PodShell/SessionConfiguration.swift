internal import PodEngine

/// What a session is started with.
package struct SessionConfiguration: Sendable {
  package var nodeCount: Int
  package var seed: UInt64
  /// Whether errors carry a second line with a suggestion (`terminal`). The program itself adds
  /// where a script failed.
  package var manner: Manner
  /// The language in which the session begins. Scripts begin in English, so that their bytes repeat.
  package var language = Language.english
  /// The files that `-f FILE` can reach.
  package var files: any FileAccess
  /// Whether somebody types and sees what happens: shortened verbs count, and the clock may flow.
  package var isInteractive = false
  /// Whether standard output is a file or a pipe: those get every byte as it is.
  package var writesRawOutput = false
  /// Whether somebody pressed Ctrl-C; asked again and again while the clock moves.
  package var isInterrupted: @Sendable () -> Bool = { false }
  /// Whether the session has worked enough; asked once for each `Cluster.eventsBetweenQuestions`
  /// events, so that it depends on the work alone and not on the machine.
  package var isExhausted: @Sendable () -> Bool = { false }
  /// How far the session may go.
  package var limits = SessionLimits()

  package enum Manner: Sendable { case terminal, script, plain }

  package init(
    nodeCount: Int = 3, seed: UInt64 = 1, manner: Manner = .plain, files: any FileAccess = NoFiles()
  ) {
    (self.nodeCount, self.seed, self.manner, self.files) = (nodeCount, seed, manner, files)
  }

  /// A text for standard output: at a terminal control characters are made visible.
  func shown(_ text: String) -> String { writesRawOutput ? text : VisibleText.escaping(text) }
}

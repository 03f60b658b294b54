/// One learner's laboratory: the cluster, the way back (undo), and the settings. A value: a copy is a fork.
package struct Session: Sendable {
  package let configuration: SessionConfiguration

  package init(configuration: SessionConfiguration) {
    self.configuration = configuration
  }

  /// Runs one whole command: a line, or a line with its heredoc. Never fails: what went wrong is in the outcome.
  package mutating func submit(_ command: String) -> Outcome {
    Outcome()
  }

  /// Why a text is not a whole command yet (an open heredoc, quote or trailing backslash); nil when it is complete.
  package func continuation(of text: String) -> Continuation? { nil }

  /// What could stand at the cursor (a UTF-8 offset into `line`).
  package func completions(for line: String, cursor: Int) -> Completions {
    Completions(replacing: 0, candidates: [])
  }
}

/// What a session is started with.
package struct SessionConfiguration: Sendable {
  package var nodeCount: Int
  package var seed: UInt64
  /// How errors are decorated: see product.md, "Errors".
  package var manner: Manner
  /// The files that `-f FILE` can reach.
  package var files: any FileAccess

  package enum Manner: Sendable { case terminal, script, plain }

  package init(
    nodeCount: Int = 3, seed: UInt64 = 1, manner: Manner = .plain, files: any FileAccess = NoFiles()
  ) {
    (self.nodeCount, self.seed, self.manner, self.files) = (nodeCount, seed, manner, files)
  }
}

/// Where commands read files: the real disk in the program, the files of the lesson in a lesson.
package protocol FileAccess: Sendable {
  /// The text of a file. Throws when there is none, it is too large, or it is no UTF-8.
  func read(_ path: String) throws(FileAccessError) -> String
}

/// Why a file could not be read.
package struct FileAccessError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable { case missing, isDirectory, tooLarge, notText, denied }
  package let reason: Reason
  package let path: String

  package init(_ reason: Reason, path: String) { (self.reason, self.path) = (reason, path) }
}

/// No files at all.
package struct NoFiles: FileAccess {
  package init() {}

  package func read(_ path: String) throws(FileAccessError) -> String {
    throw FileAccessError(.missing, path: path)
  }
}

internal import PodShell

/// The shell, where both the conversation and the editor can reach it, and its journal.
final class Laboratory {
  private(set) var shell: any Shell
  private var journal: JournalFile?

  init(_ shell: any Shell, journal: JournalFile?) {
    (self.shell, self.journal) = (shell, journal)
    keep()
  }

  func submit(_ command: String) -> Outcome {
    defer { keep() }
    return shell.submit(command)
  }

  func follow(isOver: Bool) -> Outcome? {
    // While it goes on, only the end counts: a journal of steps would grow with the time alone.
    defer { if isOver { keep() } }
    return shell.follow(isOver: isOver)
  }

  func flow(_ milliseconds: Int) -> Outcome { shell.flow(milliseconds) }

  /// See `Shell.close()`.
  func close() -> Outcome { shell.close() }

  /// Writes down what is new.
  func keep() {
    guard let session = shell.freeSession else {
      // A lesson has begun, and keeps a journal of its own.
      return journal = nil
    }
    journal?.keep(session)
  }

  /// Somebody has left: there is nothing to go on with.
  func leave() { journal?.remove() }
}

internal import Synchronization

/// What was typed in a session, for `history` and `save`.
package struct SessionRecord: Sendable {
  /// A command as it was typed.
  package struct Typed: Hashable, Sendable {
    package let text: String
    package let failed: Bool
  }

  /// A command that changed something, with the files that it read: enough to do it again.
  package struct Change: Hashable, Sendable {
    package let command: String
    package let files: [FileText]
  }

  package private(set) var typed: [Typed] = []
  package internal(set) var changes: [Change] = []

  package init() {}

  /// A line that was typed.
  mutating func enter(_ command: String, failed: Bool) {
    guard command.contains(where: { !$0.isWhitespace }) else { return }
    typed.append(Typed(text: command, failed: failed))
  }

  /// A single command that changed something.
  mutating func enter(change command: String, reads: [FileText]) {
    changes.append(Change(command: command, files: reads))
  }

  /// Time that somebody let pass by watching: one command, however many steps it took.
  mutating func enterAdvance(_ milliseconds: Int, continues: Bool) {
    if continues { _ = changes.popLast() }
    changes.append(Change(command: "advance \(milliseconds)ms", files: []))
  }
}

/// A file as it was when a command read it.
package struct FileText: Hashable, Sendable {
  package let path: String
  package let text: String

  package init(path: String, text: String) { (self.path, self.text) = (path, text) }
}

/// Notes which files commands read. It lives for one line that was typed.
package final class FileLog: FileAccess {
  private let files: any FileAccess
  private let seen = Mutex<[FileText]>([])

  package init(_ files: any FileAccess) { self.files = files }

  /// What was read since the last time.
  package func take() -> [FileText] {
    seen.withLock { list in
      defer { list = [] }
      return list
    }
  }

  package func read(_ path: String) throws(FileAccessError) -> String {
    let text = try files.read(path)
    seen.withLock { list in
      if !list.contains(where: { $0.path == path }) {
        list.append(FileText(path: path, text: text))
      }
    }
    return text
  }

  package func write(
    _ text: String, to path: String, appending: Bool
  ) throws(FileAccessError) {
    try files.write(text, to: path, appending: appending)
  }
}

/// The files that a saved command read. What it wrote then is not written again.
struct SavedFiles: FileAccess {
  let files: [FileText]

  func read(_ path: String) throws(FileAccessError) -> String {
    guard let file = files.first(where: { $0.path == path }) else {
      throw FileAccessError(.missing, path: path)
    }
    return file.text
  }

  func write(_ text: String, to path: String, appending: Bool) throws(FileAccessError) {}
}

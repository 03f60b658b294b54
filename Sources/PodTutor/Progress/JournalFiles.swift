internal import PodShell
internal import Synchronization

/// Notes which files the learner's commands read, so that the journal can keep them; and gives them
/// back when the journal is played. Nothing is written then: it was written the first time.
final class JournalFiles: FileAccess {
  private let files: any FileAccess
  private let state = Mutex(State())

  private struct State {
    var seen: [TextFile] = []
    /// The files of the command that is being played; nil while somebody types.
    var played: [TextFile]?
  }

  init(_ files: any FileAccess) { self.files = files }

  /// What was read since the last time.
  func take() -> [TextFile] {
    state.withLock { state in
      defer { state.seen = [] }
      return state.seen
    }
  }

  /// From now on these are all the files there are; nil ends that.
  func play(_ files: [TextFile]?) { state.withLock { $0.played = files } }

  func read(_ path: String) throws(FileAccessError) -> String {
    if let played = state.withLock({ $0.played }) {
      guard let file = played.first(where: { $0.path == path }) else {
        throw FileAccessError(.missing, path: path)
      }
      return file.text
    }
    let text = try files.read(path)
    state.withLock { state in
      if !state.seen.contains(where: { $0.path == path }) {
        state.seen.append(TextFile(path: path, text: text))
      }
    }
    return text
  }

  func names(beginning path: String) -> [String] {
    guard let played = state.withLock({ $0.played }) else { return files.names(beginning: path) }
    return PathText.names(of: played.map(\.path), beginning: path)
  }

  func write(_ text: String, to path: String, appending: Bool) throws(FileAccessError) {
    guard state.withLock({ $0.played }) == nil else { return }
    try files.write(text, to: path, appending: appending)
  }

  func move(_ path: String, to other: String) throws(FileAccessError) {
    guard state.withLock({ $0.played }) == nil else { return }
    try files.move(path, to: other)
  }

  func remove(_ path: String) throws(FileAccessError) {
    guard state.withLock({ $0.played }) == nil else { return }
    try files.remove(path)
  }
}

import PodShell
import Synchronization

/// A disk that exists only in a test.
final class MemoryFiles: FileAccess {
  private let texts: Mutex<[String: String]>

  init(_ texts: [String: String] = [:]) { self.texts = Mutex(texts) }

  subscript(path: String) -> String? { texts.withLock { $0[path] } }

  var names: [String] { texts.withLock { $0.keys.sorted() } }

  func read(_ path: String) throws(FileAccessError) -> String {
    guard let text = self[path] else { throw FileAccessError(.missing, path: path) }
    return text
  }

  func write(_ text: String, to path: String, appending: Bool) throws(FileAccessError) {
    texts.withLock { $0[path] = (appending ? $0[path] ?? "" : "") + text }
  }

  func move(_ path: String, to other: String) throws(FileAccessError) {
    texts.withLock { ($0[other], $0[path]) = ($0[path], nil) }
  }

  func remove(_ path: String) throws(FileAccessError) { texts.withLock { $0[path] = nil } }
}

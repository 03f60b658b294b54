import PodTutor
import Synchronization

/// A state folder that exists only in a test.
final class MemoryStateFiles: StateFiles {
  private let texts = Mutex<[String: String]>([:])

  init(_ texts: [String: String] = [:]) { self.texts.withLock { $0 = texts } }

  subscript(name: String) -> String? {
    get { texts.withLock { $0[name] } }
    set { texts.withLock { $0[name] = newValue } }
  }

  func read(_ name: String) throws(StateFilesError) -> String? { self[name] }

  func appendLine(_ line: String, to name: String) throws(StateFilesError) {
    texts.withLock { $0[name, default: ""] += line + "\n" }
  }

  func replaceAtomically(_ name: String, with text: String) throws(StateFilesError) {
    self[name] = text
  }

  func setAside(_ name: String) throws(StateFilesError) -> String {
    let other = "\(name).broken-1"
    (self[other], self[name]) = (self[name], nil)
    return other
  }
}

/// A disk on which nothing can be written.
struct FullDisk: StateFiles {
  func read(_ name: String) throws(StateFilesError) -> String? { nil }
  func appendLine(_ line: String, to name: String) throws(StateFilesError) {
    throw StateFilesError("no space left")
  }
  func replaceAtomically(_ name: String, with text: String) throws(StateFilesError) {
    throw StateFilesError("no space left")
  }
  func setAside(_ name: String) throws(StateFilesError) -> String { name }
}

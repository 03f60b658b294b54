import PodTutor
import Synchronization

/// A state folder that exists only in a test.
final class MemoryStateFiles: StateFiles {
  private let texts = Mutex<[String: String]>([:])
  private let held = Mutex<[String]>([])

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

  func hold(_ name: String) -> Bool {
    held.withLock { held in
      if held.contains(name) { return false }
      held.append(name)
      return true
    }
  }

  /// What the system does when a process ends.
  func releaseAll() { held.withLock { $0 = [] } }

  func alone(_ work: () throws(StateFilesError) -> Void) throws(StateFilesError) { try work() }

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
  func hold(_ name: String) -> Bool { true }
  func alone(_ work: () throws(StateFilesError) -> Void) throws(StateFilesError) { try work() }
  func setAside(_ name: String) throws(StateFilesError) -> String { name }
}

import PodShell
import Synchronization
import Testing

/// Types commands into a session and shows what came back, as a learner sees it.
struct Laboratory {
  var session: Session

  init(manner: SessionConfiguration.Manner = .plain, files: [String: String] = [:]) {
    session = Session(
      configuration: SessionConfiguration(manner: manner, files: FilesInMemory(texts: files)))
  }

  /// Both streams in order.
  mutating func type(_ command: String) -> String {
    session.submit(command).output.map(\.text).joined()
  }
}

/// Files that can be read and written, but for those below `/etc`.
final class FilesInMemory: FileAccess {
  private let texts: Mutex<[String: String]>

  init(texts: [String: String]) { self.texts = Mutex(texts) }

  func read(_ path: String) throws(FileAccessError) -> String {
    guard let text = texts.withLock({ $0[path] }) else {
      throw FileAccessError(.missing, path: path)
    }
    return text
  }

  func names(beginning path: String) -> [String] {
    PathText.names(of: texts.withLock { $0.keys.sorted() }, beginning: path)
  }

  func write(_ text: String, to path: String, appending: Bool) throws(FileAccessError) {
    if path.hasPrefix("/etc") { throw FileAccessError(.outside, path: path) }
    texts.withLock { $0[path] = (appending ? $0[path] ?? "" : "") + text }
  }
}

/// A session as text: lines that begin with `$ ` are typed, `> ` goes on with the command, the
/// others are expected.
struct WrittenSession: CustomTestStringConvertible, Sendable {
  let name: String
  let steps: [Step]

  struct Step: Sendable {
    let command: String
    let expected: String
  }

  var testDescription: String { name }

  init(_ name: String, _ text: String) {
    self.name = name
    var steps: [Step] = []
    var (command, expected) = ("", "")
    func finish() {
      if !command.isEmpty { steps.append(Step(command: command, expected: expected)) }
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") {
        finish()
        (command, expected) = (String(line.dropFirst(2)), "")
      } else if line.hasPrefix("> ") {
        command += "\n" + line.dropFirst(2)
      } else {
        expected += line + "\n"
      }
    }
    finish()
    self.steps = steps
  }
}

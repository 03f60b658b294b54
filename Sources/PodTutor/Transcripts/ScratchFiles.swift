package import PodShell
internal import Synchronization

/// The files of a page: what it declares with `file=NAME` and what its commands write, in memory
/// only, in front of the files that lie beside it. Nothing that a page does reaches the disk.
package final class ScratchFiles: FileAccess {
  private let beside: any FileAccess
  private let texts = Mutex<[String: String]>([:])

  package init(beside: any FileAccess) { self.beside = beside }

  package func read(_ path: String) throws(FileAccessError) -> String {
    guard Self.isInside(path) else { throw FileAccessError(.elsewhere, path: path) }
    if let text = texts.withLock({ $0[Self.normal(path)] }) { return text }
    return try beside.read(path)
  }

  package func names(beginning path: String) -> [String] {
    guard path.isEmpty || Self.isInside(path) else { return [] }
    let own = texts.withLock { PathText.names(of: $0.keys.sorted(), beginning: path) }
    return (own + beside.names(beginning: path).filter { !own.contains($0) }).sorted()
  }

  package func write(
    _ text: String, to path: String, appending: Bool
  ) throws(FileAccessError) {
    if path == "/dev/null" { return }
    guard Self.isInside(path) else {
      throw FileAccessError(.elsewhere, path: path)
    }
    let name = Self.normal(path)
    let isTaken = texts.withLock { texts in
      let whole = (appending ? texts[name] ?? "" : "") + text
      let others = texts.reduce(0) { $0 + ($1.key == name ? 0 : $1.value.utf8.count) }
      guard others + whole.utf8.count <= TranscriptLimits.fileBytes else { return false }
      texts[name] = whole
      return true
    }
    if !isTaken { throw FileAccessError(.tooLarge, path: path) }
  }

  /// Whether a path leads into the folder of the page.
  package static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.hasPrefix("~")
      && !path.split(separator: "/").contains("..") && !path.utf8.contains(0)
  }

  private static func normal(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}

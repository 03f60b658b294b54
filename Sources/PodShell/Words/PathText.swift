/// Paths as texts.
package enum PathText {
  /// The shortest path that means the same (`filepath.Clean`).
  static func cleaned(_ path: String) -> String {
    var parts: [Substring] = []
    let isAbsolute = path.hasPrefix("/")
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    let text = (isAbsolute ? "/" : "") + parts.joined(separator: "/")
    return text.isEmpty ? "." : text
  }

  /// Whether a name fits a pattern in which `*` stands for any characters and `?` for one.
  static func fits(_ name: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
    var (rest, open) = (name, pattern)
    /// Where to try again, with one character more for the last `*`.
    var retry: (name: ArraySlice<Character>, pattern: ArraySlice<Character>)?
    while true {
      if let wanted = open.first, wanted == "*" {
        open = open.dropFirst()
        retry = (rest, open)
      } else if let wanted = open.first, let next = rest.first, wanted == "?" || wanted == next {
        (rest, open) = (rest.dropFirst(), open.dropFirst())
      } else if rest.isEmpty, open.isEmpty {
        return true
      } else if let again = retry, !again.name.isEmpty {
        retry = (again.name.dropFirst(), again.pattern)
        (rest, open) = (again.name.dropFirst(), again.pattern)
      } else {
        return false
      }
    }
  }

  /// What `FileAccess.names(beginning:)` finds among paths that are known.
  package static func names(of paths: [String], beginning path: String) -> [String] {
    let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    let split = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let isHidden = path[split...].hasPrefix(".")
    var names: [String] = []
    for other in paths where other.hasPrefix(path) {
      let rest = other.dropFirst(path.count)
      let name = path + (rest.firstIndex(of: "/").map { rest[...$0] } ?? rest)
      let last = name.dropFirst(path[..<split].count)
      guard isHidden || !last.hasPrefix("."), !names.contains(name) else { continue }
      names.append(name)
    }
    return names.sorted()
  }
}

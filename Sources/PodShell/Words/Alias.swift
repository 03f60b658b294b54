/// A word that stands for the beginning of a command: `alias w='get pods -o wide'`.
struct Alias: Hashable, Sendable {
  let name: String
  let text: String
}

extension [Alias] {
  subscript(name: String) -> String? { first { $0.name == name }?.text }

  var names: [String] { map(\.name) }

  /// What an alias comes to when the aliases that it begins with are written out too; nil when it
  /// comes back to itself.
  func writtenOut(_ name: String) -> String? {
    guard var text = self[name] else { return nil }
    for _ in 0..<count {
      let first = String(text.prefix { !$0.isWhitespace })
      guard let next = self[first] else { return text }
      text = next + text.dropFirst(first.count)
    }
    let first = String(text.prefix { !$0.isWhitespace })
    return self[first] == nil ? text : nil
  }
}

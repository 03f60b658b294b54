/// What Up and Down do: walk through the commands that begin as the typed text does.
struct HistoryRecall: Hashable, Sendable {
  private var entries: [String]
  private var search: Search?

  private struct Search: Hashable, Sendable {
    let typed: String
    var index: Int
    var shown: String
  }

  /// `entries` oldest first.
  init(entries: [String]) { self.entries = entries }

  /// Adds a command at the new end and ends the walk.
  mutating func add(_ command: String) {
    search = nil
    if entries.last != command { entries.append(command) }
  }

  /// The rest of the newest command of one line that begins so; nil when there is none.
  func suggestion(for text: String) -> String? {
    let found = entries.last {
      $0.utf8.count > text.utf8.count && $0.hasPrefix(text) && !$0.contains("\n")
    }
    return found.map { String($0.dropFirst(text.count)) }
  }

  /// The next older command, given the text on the screen; nil when there is none.
  mutating func older(than text: String) -> String? {
    var current = search(from: text)
    let found = entries[..<current.index].lastIndex { entry in
      entry.hasPrefix(current.typed) && entry != current.shown
    }
    guard let found else { return nil }
    (current.index, current.shown) = (found, entries[found])
    search = current
    return current.shown
  }

  /// The next newer command, at last the text that was typed; nil when no walk is on.
  mutating func newer(than text: String) -> String? {
    var current = search(from: text)
    guard current.index < entries.count else { return nil }
    let found = entries[(current.index + 1)...].firstIndex { entry in
      entry.hasPrefix(current.typed) && entry != current.shown
    }
    current.index = found ?? entries.count
    current.shown = found.map { entries[$0] } ?? current.typed
    search = current
    return current.shown
  }

  /// The walk that is on, or a new one when the text was edited since.
  private func search(from text: String) -> Search {
    if let search, search.shown == text { return search }
    return Search(typed: text, index: entries.count, shown: text)
  }
}

extension Session {
  /// How a line that is being typed could go on, by what podlab knows; empty where nothing is
  /// likely. Once a word has begun, the first that fits; before that, only what is the one choice.
  package func suggestion(for line: String) -> String {
    guard let last = line.last, !last.isNewline else { return "" }
    let offers = completions(for: line, cursor: line.utf8.count)
    let typed = String(decoding: line.utf8.dropFirst(offers.replacing), as: UTF8.self)
    guard let first = offers.candidates.first, first.word.hasPrefix(typed) else { return "" }
    if typed.isEmpty || typed.last == "/", offers.candidates.count > 1 { return "" }
    // What is complete is not in need of a longer word that begins with it: `get` and `get-all`.
    if offers.candidates.contains(where: { $0.word == typed }) { return "" }
    return String(decoding: first.word.utf8.dropFirst(typed.utf8.count), as: UTF8.self)
  }
}

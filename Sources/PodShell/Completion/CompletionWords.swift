/// Reads the words before the cursor; an open quote or a half-typed operator is no reason to offer
/// nothing.
enum CompletionWords {
  static func read(_ text: String) -> [Word] {
    // What follows a pipe is a filter, or a command of its own; after `;` and `&&` a new one begins.
    guard let last = commands(in: text).last, !endsCommand(text) else { return [] }
    return last.filters.last ?? last.words
  }

  /// The commands of a text that is not finished.
  static func commands(in text: String) -> [SimpleCommand] {
    // `&&` at the end lacks a command, an open quote its end, a backslash what it hides.
    for ending in ["", "'", "\"", "x", " x"] {
      if let commands = try? Tokenizer.commands(in: text + ending) { return commands }
    }
    return []
  }

  private static func endsCommand(_ text: String) -> Bool {
    let trimmed = text.reversed().drop { $0 == " " }
    return trimmed.first == ";" || trimmed.first == "|" || trimmed.starts(with: "&&")
  }
}

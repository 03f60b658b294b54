/// Reads the words before the cursor; an open quote or a half-typed operator is no reason to offer
/// nothing.
enum CompletionWords {
  static func read(_ text: String) -> [Word] {
    // `&&` at the end lacks a command, an open quote its end, a backslash what it hides.
    for ending in ["", "'", "\"", "x", " x"] {
      guard let commands = try? Tokenizer.commands(in: text + ending) else { continue }
      // What follows a pipe is a filter, or a command of its own.
      if let filter = commands.last?.filters.last {
        return endsCommand(text) ? [] : filter
      }
      let words = commands.last?.words ?? []
      // After `;` and `&&` a new command begins.
      return endsCommand(text) ? [] : words
    }
    return []
  }

  private static func endsCommand(_ text: String) -> Bool {
    let trimmed = text.reversed().drop { $0 == " " }
    return trimmed.first == ";" || trimmed.first == "|" || trimmed.starts(with: "&&")
  }
}

/// The suggestion behind the cursor, and what keys take of it.
struct Suggested: Hashable, Sendable {
  let text: String

  /// The command that was entered last and begins so; else what podlab knows.
  init(for edited: EditedText, recall: HistoryRecall, grammar: (String) -> String) {
    guard edited.afterCursor.isEmpty, edited.text.contains(where: { $0 != " " }) else {
      text = ""
      return
    }
    text = recall.suggestion(for: edited.text) ?? grammar(edited.text)
  }

  /// Up to the end of its first word: with the spaces before it.
  var firstWord: String {
    let spaces = text.prefix { $0 == " " }
    return String(spaces + text.dropFirst(spaces.count).prefix { $0 != " " })
  }
}

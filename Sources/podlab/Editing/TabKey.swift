internal import PodShell

/// What Tab does with what could stand at the cursor.
enum TabKey {
  enum Action: Hashable, Sendable {
    case change(EditedText.Change)
    /// Show the offers below the line.
    case list([Completion])
    /// Nothing fits; the word that nothing fits.
    case nothing(String)
  }

  /// Completes as far as all offers agree; lists them when there is nothing more to add.
  static func action(for edited: EditedText, offers: Completions) -> Action {
    let start = min(max(offers.replacing, 0), edited.cursor)
    let typed = String(
      decoding: edited.text.utf8.prefix(edited.cursor).dropFirst(start), as: UTF8.self)
    guard let first = offers.candidates.first else {
      return .nothing(typed.isEmpty ? lastWord(of: edited.beforeCursor) : typed)
    }
    if offers.candidates.count == 1 {
      let isDone = "/=:,.".contains(first.word.last ?? " ") || edited.afterCursor.first == " "
      return .change(replacing(typed, with: isDone ? first.word : first.word + " "))
    }
    let agreed = offers.candidates.dropFirst().reduce(first.word) { commonPrefix($0, $1.word) }
    guard agreed.count > typed.count, agreed.hasPrefix(typed) else {
      return .list(offers.candidates)
    }
    return .change(replacing(typed, with: agreed))
  }

  /// Inside a heredoc Tab indents: to the next even column, as manifests are written.
  static func indentation(at cursorInRow: Int) -> EditedText.Change {
    .replace(count: 0, with: String(repeating: " ", count: 2 - cursorInRow % 2))
  }

  private static func replacing(_ typed: String, with word: String) -> EditedText.Change {
    .replace(count: typed.unicodeScalars.count, with: word)
  }

  private static func commonPrefix(_ left: String, _ right: String) -> String {
    String(zip(left, right).prefix { $0 == $1 }.map(\.0))
  }

  private static func lastWord(of text: Substring) -> String {
    String(text.split(separator: " ").last ?? "")
  }
}

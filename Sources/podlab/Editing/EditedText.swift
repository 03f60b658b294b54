/// The text in the editor and the cursor in it, and what keys would change.
struct EditedText: Hashable, Sendable {
  let text: String
  /// In bytes of UTF-8.
  let cursor: Int

  /// What an editor is to do: delete before the cursor, insert there, move. All in Unicode scalars.
  enum Change: Hashable, Sendable {
    case replace(count: Int, with: String)
    case replaceAll(String)
    case move(Int)
  }

  var beforeCursor: Substring { text[..<text.utf8.index(text.startIndex, offsetBy: cursor)] }
  var afterCursor: Substring { text[text.utf8.index(text.startIndex, offsetBy: cursor)...] }

  /// To the same column of the row above; nil in the first row.
  func rowAbove() -> Change? {
    let before = Array(beforeCursor.unicodeScalars)
    guard let end = before.lastIndex(of: "\n") else { return nil }
    let start = (before[..<end].lastIndex(of: "\n") ?? -1) + 1
    let column = min(before.count - end - 1, end - start)
    return .move(start + column - before.count)
  }

  /// To the same column of the row below; nil in the last row.
  func rowBelow() -> Change? {
    let before = Array(beforeCursor.unicodeScalars)
    let after = Array(afterCursor.unicodeScalars)
    guard let end = after.firstIndex(of: "\n") else { return nil }
    let column = before.count - ((before.lastIndex(of: "\n") ?? -1) + 1)
    let row = after[(end + 1)...].prefix { $0 != "\n" }
    return .move(end + 1 + min(column, row.count))
  }

  /// To the end of the word at the cursor or after it, as Emacs has it.
  func wordRight() -> Change? {
    let after = Array(afterCursor.unicodeScalars)
    guard !after.isEmpty else { return nil }
    let gap = after.prefix { !Self.isPartOfWord($0) }.count
    return .move(gap + after[gap...].prefix(while: Self.isPartOfWord).count)
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
  }

  /// To the end of the row.
  var endOfRow: Change { .move(afterCursor.unicodeScalars.prefix { $0 != "\n" }.count) }

  /// Whether `?` asks for help here: at the end, outside of quotes, and not in a word such as a URL
  /// in which it could stand itself.
  var isQuestion: Bool {
    guard afterCursor.isEmpty, !text.contains(" -- "), !text.contains("\n") else { return false }
    let isOpen = ["'", "\""].contains { quote in text.filter { String($0) == quote }.count % 2 == 1
    }
    let word = text.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    return !isOpen && word.allSatisfy { $0.isLetter || $0.isNumber || "-_./".contains($0) }
      && !word.contains("//")
  }
}

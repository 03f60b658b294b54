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
}

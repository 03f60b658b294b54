/// Lines that are shown by the screenful, as `more` does.
struct MorePages {
  /// What stands below a screenful.
  static let question = "--More--"

  private var rest: ArraySlice<String>
  private let rows: Int

  /// `rows` is the height of the terminal; one row is for the question.
  init(_ lines: [String], rows: Int) {
    rest = lines[...]
    self.rows = max(rows - 1, 1)
  }

  var isDone: Bool { rest.isEmpty }

  /// The next screenful.
  mutating func next() -> [String] { take(rows) }

  /// What a key asks for: Space and Tab for a screenful, Enter for a line, every other key for the end.
  mutating func next(after key: Int) -> [String] {
    switch key {
    case 0x20, 0x09: return take(rows)
    case 0x0A, 0x0D: return take(1)
    default:
      rest = []
      return []
    }
  }

  private mutating func take(_ count: Int) -> [String] {
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }
}

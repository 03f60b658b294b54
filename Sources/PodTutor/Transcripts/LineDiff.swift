/// The difference between two texts in lines, as `diff -u` shows it.
package enum LineDiff {
  package enum Edit: Hashable, Sendable {
    case same(String)
    case removed(String)
    case added(String)
  }

  /// Where the table of a comparison would grow beyond this, the middle is replaced as a whole.
  static let maximumCells = 4_000_000

  /// The shortest way from the old lines to the new ones; removals before additions.
  package static func edits(from old: [String], to new: [String]) -> [Edit] {
    var head = 0
    while head < old.count, head < new.count, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < old.count - head, tail < new.count - head,
      old[old.count - 1 - tail] == new[new.count - 1 - tail]
    { tail += 1 }
    let middle = middleEdits(
      Array(old[head..<old.count - tail]), Array(new[head..<new.count - tail]))
    return old[..<head].map(Edit.same) + middle + old[(old.count - tail)...].map(Edit.same)
  }

  private static func middleEdits(_ old: [String], _ new: [String]) -> [Edit] {
    guard old.count * new.count <= maximumCells, !old.isEmpty, !new.isEmpty else {
      return old.map(Edit.removed) + new.map(Edit.added)
    }
    let common = commonLengths(old, new)
    var (row, column) = (0, 0)
    var edits: [Edit] = []
    while row < old.count || column < new.count {
      if row < old.count, column < new.count, old[row] == new[column] {
        edits.append(.same(old[row]))
        (row, column) = (row + 1, column + 1)
      } else if column == new.count
        || (row < old.count && common[row + 1][column] >= common[row][column + 1])
      {
        edits.append(.removed(old[row]))
        row += 1
      } else {
        edits.append(.added(new[column]))
        column += 1
      }
    }
    return edits
  }

  /// `[row][column]`: how many lines the rests from there on have in common.
  private static func commonLengths(_ old: [String], _ new: [String]) -> [[Int]] {
    var table = Array(
      repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
    for row in old.indices.reversed() {
      for column in new.indices.reversed() {
        table[row][column] =
          old[row] == new[column]
          ? table[row + 1][column + 1] + 1 : max(table[row + 1][column], table[row][column + 1])
      }
    }
    return table
  }

  /// Unified hunks with three lines of context; `firstLine` is the number of the first old line.
  /// Spaces at the end of a changed line are made visible, since nobody would find that difference
  /// otherwise.
  package static func unified(_ edits: [Edit], firstLine: Int) -> [String] {
    let changed = edits.indices.filter { if case .same = edits[$0] { false } else { true } }
    var lines: [String] = []
    var index = 0
    while index < changed.count {
      let first = max(0, changed[index] - 3)
      var last = changed[index]
      while index < changed.count, changed[index] <= last + 6 {
        last = changed[index]
        index += 1
      }
      lines += hunk(edits, first...min(edits.count - 1, last + 3), firstLine)
    }
    return lines
  }

  private static func hunk(_ edits: [Edit], _ range: ClosedRange<Int>, _ firstLine: Int) -> [String]
  {
    let before = edits[..<range.lowerBound]
    let inside = edits[range]
    let oldStart = firstLine + before.count { if case .added = $0 { false } else { true } }
    let newStart = firstLine + before.count { if case .removed = $0 { false } else { true } }
    let oldCount = inside.count { if case .added = $0 { false } else { true } }
    let newCount = inside.count { if case .removed = $0 { false } else { true } }
    return ["@@ -\(oldStart),\(oldCount) +\(newStart),\(newCount) @@"]
      + inside.map {
        switch $0 {
        case .same(let line): line.isEmpty ? "" : " \(line)"
        case .removed(let line): "-\(withVisibleEnd(line))"
        case .added(let line): "+\(withVisibleEnd(line))"
        }
      }
  }

  private static func withVisibleEnd(_ line: String) -> String {
    let spaces = line.reversed().prefix { $0 == " " }.count
    return line.dropLast(spaces) + String(repeating: "·", count: spaces)
  }
}

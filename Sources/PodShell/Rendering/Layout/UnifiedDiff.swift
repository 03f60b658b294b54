/// The differences between two texts as `diff -u` shows them: hunks with three lines around each
/// change.
enum UnifiedDiff {
  private static let context = 3

  private struct Line {
    let mark: Character
    let text: String
    /// How many lines of the old and of the new text stand before it.
    let old: Int
    let new: Int
  }

  /// The hunks; empty where nothing differs.
  static func hunks(from before: [String], to after: [String]) -> String {
    let lines = merged(before, after)
    let changed = lines.indices.filter { lines[$0].mark != " " }
    var (text, next) = ("", 0)
    while next < changed.count {
      let first = max(changed[next] - context, 0)
      var last = changed[next]
      while next < changed.count, changed[next] <= last + 2 * context + 1 {
        last = changed[next]
        next += 1
      }
      text += hunk(Array(lines[first...min(last + context, lines.count - 1)]))
    }
    return text
  }

  private static func merged(_ before: [String], _ after: [String]) -> [Line] {
    var (removed, inserted) = (Set<Int>(), Set<Int>())
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var (lines, old, new) = ([Line](), 0, 0)
    while old < before.count || new < after.count {
      if old < before.count, removed.contains(old) {
        lines.append(Line(mark: "-", text: before[old], old: old, new: new))
        old += 1
      } else if new < after.count, inserted.contains(new) {
        lines.append(Line(mark: "+", text: after[new], old: old, new: new))
        new += 1
      } else {
        lines.append(Line(mark: " ", text: before[old], old: old, new: new))
        (old, new) = (old + 1, new + 1)
      }
    }
    return lines
  }

  private static func hunk(_ lines: [Line]) -> String {
    guard let first = lines.first else { return "" }
    let old = lines.count { $0.mark != "+" }
    let new = lines.count { $0.mark != "-" }
    return "@@ -\(range(first.old, old)) +\(range(first.new, new)) @@\n"
      + lines.map { "\($0.mark)\($0.text)\n" }.joined()
  }

  /// `3,7`; a single line without its count; before the first line where there is none.
  private static func range(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }
}

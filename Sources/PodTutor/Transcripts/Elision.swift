/// Documented output that leaves something out: a line `...` stands for any number of lines, `[..]`
/// for any characters within a line.
enum Elision {
  static func matches(_ actual: [String], _ documented: [String]) -> Bool {
    let documented = documented.indices.filter {
      $0 == 0 || documented[$0] != "..." || documented[$0 - 1] != "..."
    }.map { documented[$0] }
    guard documented.count(where: { $0 != "..." }) <= actual.count else { return false }
    // Row by row: which beginnings of `actual` do the documented lines so far account for?
    var reached = Array(repeating: false, count: actual.count + 1)
    reached[0] = true
    for pattern in documented {
      var next = Array(repeating: false, count: actual.count + 1)
      if pattern == "..." {
        var any = false
        for index in reached.indices {
          any = any || reached[index]
          next[index] = any
        }
      } else {
        for index in actual.indices where reached[index] {
          next[index + 1] = matches(actual[index], pattern: pattern)
        }
      }
      reached = next
    }
    return reached.last ?? false
  }

  static func matches(_ line: String, pattern: String) -> Bool {
    let parts = pattern.split(separator: "[..]", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return line == pattern
    }
    guard line.hasPrefix(first), line.hasSuffix(last), line.count >= first.count + last.count else {
      return false
    }
    var rest = line.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}

/// `diff [-q] [-u] A B`, `cmp A B`, `comm A B`.
enum CompareUtility {
  static func runDiff(_ call: inout UtilityCall) -> Int {
    let (letters, files) = call.options()
    guard files.count == 2 else { return call.complain("two files expected", status: 2) }
    guard let left = call.lines(of: files[0]), let right = call.lines(of: files[1]) else {
      return 2
    }
    guard left != right else { return 0 }
    if letters.contains("q") {
      call.print("Files \(files[0]) and \(files[1]) differ")
      return 1
    }
    let hunks = Difference.hunks(left, right)
    if call.isBusybox || letters.contains("u") {
      call.print("--- \(files[0])\n+++ \(files[1])")
      for hunk in hunks.joined(within: 3) { print(hunk, left, right, &call) }
    } else {
      for hunk in hunks { printClassic(hunk, left, right, &call) }
    }
    return 1
  }

  private static func print(
    _ hunk: [Difference.Hunk], _ left: [String], _ right: [String], _ call: inout UtilityCall
  ) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let leftStart = max(0, first.left.lowerBound - 3)
    let rightStart = max(0, first.right.lowerBound - 3)
    let leftEnd = min(left.count, last.left.upperBound + 3)
    let rightEnd = min(right.count, last.right.upperBound + 3)
    call.print(
      "@@ -\(range(leftStart, leftEnd)) +\(range(rightStart, rightEnd)) @@")
    var position = leftStart
    for part in hunk {
      for index in position..<part.left.lowerBound { call.print(" " + left[index]) }
      for index in part.left { call.print("-" + left[index]) }
      for index in part.right { call.print("+" + right[index]) }
      position = part.left.upperBound
    }
    for index in position..<leftEnd { call.print(" " + left[index]) }
  }

  private static func range(_ start: Int, _ end: Int) -> String {
    let count = end - start
    return count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }

  private static func printClassic(
    _ hunk: Difference.Hunk, _ left: [String], _ right: [String], _ call: inout UtilityCall
  ) {
    func lines(_ range: Range<Int>) -> String {
      range.isEmpty
        ? "\(range.lowerBound)"
        : range.count == 1
          ? "\(range.lowerBound + 1)" : "\(range.lowerBound + 1),\(range.upperBound)"
    }
    let letter = hunk.left.isEmpty ? "a" : hunk.right.isEmpty ? "d" : "c"
    call.print(lines(hunk.left) + letter + lines(hunk.right))
    for index in hunk.left { call.print("< " + left[index]) }
    if letter == "c" { call.print("---") }
    for index in hunk.right { call.print("> " + right[index]) }
  }

  static func runCmp(_ call: inout UtilityCall) -> Int {
    let (letters, files) = call.options()
    guard files.count == 2 else { return call.complain("two files expected", status: 2) }
    guard let left = call.contents(of: files[0]), let right = call.contents(of: files[1]) else {
      return 2
    }
    if left.text() == right.text(), left.count == right.count { return 0 }
    guard !letters.contains("s") else { return 1 }
    let pairs = zip(left.text().utf8, right.text().utf8)
    var (place, line) = (1, 1)
    for (first, second) in pairs {
      if first != second {
        call.print("\(files[0]) \(files[1]) differ: char \(place), line \(line)")
        return 1
      }
      place += 1
      if first == 10 { line += 1 }
    }
    let shorter = left.count < right.count ? files[0] : files[1]
    return call.complain("EOF on \(shorter)")
  }

  static func runComm(_ call: inout UtilityCall) -> Int {
    let (letters, files) = call.options()
    guard files.count == 2, let left = call.lines(of: files[0]),
      let right = call.lines(of: files[1])
    else { return 1 }
    var (first, second) = (0, 0)
    let shows = ["1", "2", "3"].map { !letters.contains($0) }
    while first < left.count || second < right.count {
      if second >= right.count || first < left.count && left[first] < right[second] {
        if shows[0] { call.print(left[first]) }
        first += 1
      } else if first >= left.count || right[second] < left[first] {
        if shows[1] { call.print((shows[0] ? "\t" : "") + right[second]) }
        second += 1
      } else {
        let indent = (shows[0] ? "\t" : "") + (shows[1] ? "\t" : "")
        if shows[2] { call.print(indent + left[first]) }
        first += 1
        second += 1
      }
    }
    return 0
  }
}

/// The longest common lines of two texts, of at most 1000 lines each.
enum Difference {
  struct Hunk {
    var left: Range<Int>
    var right: Range<Int>
  }

  static func hunks(_ left: [String], _ right: [String]) -> [Hunk] {
    let (left, right) = (Array(left.prefix(1000)), Array(right.prefix(1000)))
    var lengths = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for first in left.indices.reversed() {
      for second in right.indices.reversed() {
        lengths[first][second] =
          left[first] == right[second]
          ? lengths[first + 1][second + 1] + 1
          : max(lengths[first + 1][second], lengths[first][second + 1])
      }
    }
    var hunks: [Hunk] = []
    var (first, second) = (0, 0)
    var open = Hunk(left: 0..<0, right: 0..<0)
    func close() {
      if !open.left.isEmpty || !open.right.isEmpty { hunks.append(open) }
    }
    while first < left.count || second < right.count {
      if first < left.count, second < right.count, left[first] == right[second] {
        close()
        (first, second) = (first + 1, second + 1)
        open = Hunk(left: first..<first, right: second..<second)
      } else if second >= right.count
        || first < left.count && lengths[first + 1][second] >= lengths[first][second + 1]
      {
        first += 1
        open.left = open.left.lowerBound..<first
      } else {
        second += 1
        open.right = open.right.lowerBound..<second
      }
    }
    close()
    return hunks
  }
}

extension [Difference.Hunk] {
  /// Hunks that stand so close that the lines around them touch, together.
  fileprivate func joined(within lines: Int) -> [[Difference.Hunk]] {
    var groups: [[Difference.Hunk]] = []
    for hunk in self {
      if let last = groups.last?.last, hunk.left.lowerBound - last.left.upperBound <= 2 * lines {
        groups[groups.count - 1].append(hunk)
      } else {
        groups.append([hunk])
      }
    }
    return groups
  }
}

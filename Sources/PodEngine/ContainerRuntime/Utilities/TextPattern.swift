/// A regular expression of grep and sed: `.`, `[…]`, `*`, `+`, `?`, `|`, groups and anchors; no
/// back references.
package struct TextPattern: Sendable {
  private indirect enum Node: Sendable {
    case byte(UInt8)
    case any
    case set([ClosedRange<UInt8>], isNegated: Bool)
    /// With its number, from 1.
    case group([[Item]], Int)
    case lineStart
    case lineEnd
  }
  private struct Item: Sendable {
    let node: Node
    var minimum = 1
    var maximum = 1
  }
  private var alternatives: [[Item]]
  private let ignoresCase: Bool

  /// The text is no pattern.
  package enum Failure: Error { case invalid }

  /// Reads a pattern. Basic patterns write groups, `+`, `?` and `|` with a backslash, extended ones
  /// without.
  package init(
    _ text: String, isExtended: Bool, ignoresCase: Bool, isFixed: Bool = false
  ) throws(Failure) {
    self.ignoresCase = ignoresCase
    if isFixed {
      alternatives = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.utf8.map { Item(node: .byte($0)) } }
      return
    }
    var reader = Reader(text: Array(text.utf8), isExtended: isExtended)
    alternatives = try reader.alternatives()
    guard reader.index == reader.text.count else { throw .invalid }
  }

  private struct Reader {
    let text: [UInt8]
    let isExtended: Bool
    var index = 0
    var depth = 0
    var groups = 0

    /// An operator is a plain character in extended patterns, one with a backslash in basic ones.
    func isOperator(_ letter: Unicode.Scalar) -> Bool {
      let byte = UInt8(ascii: letter)
      if isExtended { return index < text.count && text[index] == byte }
      return index + 1 < text.count && text[index] == UInt8(ascii: "\\") && text[index + 1] == byte
    }

    mutating func takeOperator(_ letter: Unicode.Scalar) -> Bool {
      guard isOperator(letter) else { return false }
      index += isExtended ? 1 : 2
      return true
    }

    mutating func alternatives() throws(Failure) -> [[Item]] {
      guard depth < RuntimeLimits.syntaxDepth else { throw .invalid }
      depth += 1
      defer { depth -= 1 }
      var result = [try sequence()]
      while takeOperator("|") { result.append(try sequence()) }
      return result
    }

    private mutating func sequence() throws(Failure) -> [Item] {
      var items: [Item] = []
      while index < text.count, !isOperator("|"), !isOperator(")") {
        var item = Item(node: try node(isFirst: items.isEmpty))
        while true {
          if index < text.count, text[index] == UInt8(ascii: "*") {
            index += 1
            (item.minimum, item.maximum) = (0, .max)
          } else if takeOperator("+") {
            item.maximum = .max
          } else if takeOperator("?") {
            item.minimum = 0
          } else {
            break
          }
        }
        items.append(item)
      }
      return items
    }

    private mutating func node(isFirst: Bool) throws(Failure) -> Node {
      if takeOperator("(") {
        groups += 1
        let number = groups
        let inner = try alternatives()
        guard takeOperator(")") else { throw .invalid }
        return .group(inner, number)
      }
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "."): return .any
      case UInt8(ascii: "^") where isFirst || isExtended: return .lineStart
      case UInt8(ascii: "$") where index == text.count || isExtended || isOperator(")"):
        return .lineEnd
      case UInt8(ascii: "["): return try set()
      case UInt8(ascii: "\\"):
        guard index < text.count else { throw .invalid }
        index += 1
        return Self.escaped(text[index - 1])
      default: return .byte(byte)
      }
    }

    private static func escaped(_ byte: UInt8) -> Node {
      let word: [ClosedRange<UInt8>] = [48...57, 65...90, 95...95, 97...122]
      switch byte {
      case UInt8(ascii: "d"): return .set([48...57], isNegated: false)
      case UInt8(ascii: "s"): return .set([9...13, 32...32], isNegated: false)
      case UInt8(ascii: "S"): return .set([9...13, 32...32], isNegated: true)
      case UInt8(ascii: "w"): return .set(word, isNegated: false)
      case UInt8(ascii: "W"): return .set(word, isNegated: true)
      case UInt8(ascii: "n"): return .byte(10)
      case UInt8(ascii: "t"): return .byte(9)
      default: return .byte(byte)
      }
    }

    private mutating func set() throws(Failure) -> Node {
      var isNegated = false
      if index < text.count, text[index] == UInt8(ascii: "^") {
        isNegated = true
        index += 1
      }
      var ranges: [ClosedRange<UInt8>] = []
      var isFirst = true
      while index < text.count, isFirst || text[index] != UInt8(ascii: "]") {
        isFirst = false
        if let (named, end) = ShellPattern.namedClass(text, from: index) {
          ranges += named
          index = end
        } else if index + 2 < text.count, text[index + 1] == UInt8(ascii: "-"),
          text[index + 2] != UInt8(ascii: "]")
        {
          guard text[index] <= text[index + 2] else { throw .invalid }
          ranges.append(text[index]...text[index + 2])
          index += 3
        } else {
          ranges.append(text[index]...text[index])
          index += 1
        }
      }
      guard index < text.count else { throw .invalid }
      index += 1
      return .set(ranges, isNegated: isNegated)
    }
  }

  // MARK: Matching

  /// How far looking for a match has come.
  private struct Progress {
    var steps = 0
    /// What the groups have matched.
    var groups: [Int: Range<Int>] = [:]
  }

  /// The first match in a line; nil where there is none, or where looking for it takes more than
  /// 20,000 steps.
  package func firstMatch(in text: [UInt8], from start: Int = 0) -> Range<Int>? {
    firstMatchWithGroups(in: text, from: start)?.range
  }

  /// The first match, and the parts that the groups `\1` to `\9` have matched.
  func firstMatchWithGroups(in text: [UInt8], from start: Int = 0)
    -> (range: Range<Int>, groups: [Int: Range<Int>])?
  {
    var progress = Progress()
    for position in start...max(start, text.count) {
      for items in alternatives {
        var end: (Int, [Int: Range<Int>])?
        progress.groups = [:]
        let found = matches(items[...], text, position, &progress) { reached, progress in
          end = (reached, progress.groups)
          return true
        }
        if found, let (last, groups) = end { return (position..<last, groups) }
      }
      if progress.steps > Self.stepLimit { return nil }
    }
    return nil
  }

  private static let stepLimit = 20_000

  private func matches(
    _ items: ArraySlice<Item>, _ text: [UInt8], _ position: Int, _ progress: inout Progress,
    _ then: (Int, inout Progress) -> Bool
  ) -> Bool {
    progress.steps += 1
    if progress.steps > Self.stepLimit { return false }
    guard let item = items.first else { return then(position, &progress) }
    let rest = items.dropFirst()
    switch item.node {
    case .lineStart: return position == 0 && matches(rest, text, position, &progress, then)
    case .lineEnd: return position == text.count && matches(rest, text, position, &progress, then)
    case .group(let choices, let number):
      return matchesGroup(choices, number, item, rest, text, position, 0, &progress, then)
    case .byte, .any, .set:
      var count = 0
      while count < item.maximum, position + count < text.count,
        accepts(item.node, text[position + count])
      {
        count += 1
      }
      while count >= item.minimum {
        if matches(rest, text, position + count, &progress, then) { return true }
        count -= 1
      }
      return false
    }
  }

  private func matchesGroup(
    _ choices: [[Item]], _ number: Int, _ item: Item, _ rest: ArraySlice<Item>, _ text: [UInt8],
    _ position: Int, _ count: Int, _ progress: inout Progress, _ then: (Int, inout Progress) -> Bool
  ) -> Bool {
    if count < min(item.maximum, RuntimeLimits.syntaxDepth) {
      for choice in choices {
        let found = matches(choice[...], text, position, &progress) { end, progress in
          guard end > position || count == 0 else { return false }
          let before = progress.groups[number]
          progress.groups[number] = position..<end
          if matchesGroup(
            choices, number, item, rest, text, end, count + 1, &progress, then)
          {
            return true
          }
          progress.groups[number] = before
          return false
        }
        if found { return true }
      }
    }
    return count >= item.minimum && matches(rest, text, position, &progress, then)
  }

  private func accepts(_ node: Node, _ byte: UInt8) -> Bool {
    switch node {
    case .byte(let expected): return fold(expected) == fold(byte)
    case .any: return true
    case .set(let ranges, let isNegated):
      let isIn = ranges.contains { $0.contains(byte) || ignoresCase && $0.contains(byte ^ 0x20) }
      return isIn != isNegated
    case .group, .lineStart, .lineEnd: return false
    }
  }

  private func fold(_ byte: UInt8) -> UInt8 {
    ignoresCase && (65...90).contains(byte) ? byte + 32 : byte
  }
}

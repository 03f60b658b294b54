/// A pattern of the shell: `*`, `?`, `[a-z]`; a backslash takes away the meaning of what follows.
struct ShellPattern: Sendable {
  private enum Element: Sendable {
    case byte(UInt8)
    case any
    case anyRun
    case set([ClosedRange<UInt8>], isNegated: Bool)
  }
  private var elements: [Element] = []
  /// Whether anything but plain bytes is in it.
  private(set) var isActive = false

  init(_ text: [UInt8]) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\") where index < text.count:
        elements.append(.byte(text[index]))
        index += 1
      case UInt8(ascii: "*"): add(.anyRun)
      case UInt8(ascii: "?"): add(.any)
      case UInt8(ascii: "["):
        if let (set, end) = Self.set(text, from: index) {
          add(set)
          index = end
        } else {
          elements.append(.byte(byte))
        }
      default: elements.append(.byte(byte))
      }
    }
  }

  private mutating func add(_ element: Element) {
    elements.append(element)
    isActive = true
  }

  private static func set(_ text: [UInt8], from start: Int) -> (Element, Int)? {
    var index = start
    var isNegated = false
    if index < text.count, text[index] == UInt8(ascii: "!") || text[index] == UInt8(ascii: "^") {
      isNegated = true
      index += 1
    }
    var ranges: [ClosedRange<UInt8>] = []
    var isFirst = true
    while index < text.count, isFirst || text[index] != UInt8(ascii: "]") {
      isFirst = false
      if let (named, end) = namedClass(text, from: index) {
        ranges += named
        index = end
        continue
      }
      if text[index] == UInt8(ascii: "\\"), index + 1 < text.count { index += 1 }
      let low = text[index]
      if index + 2 < text.count, text[index + 1] == UInt8(ascii: "-"),
        text[index + 2] != UInt8(ascii: "]")
      {
        let high = text[index + 2]
        if low <= high { ranges.append(low...high) }
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    return index < text.count ? (.set(ranges, isNegated: isNegated), index + 1) : nil
  }

  /// `[:digit:]` and its like.
  static func namedClass(_ text: [UInt8], from start: Int) -> ([ClosedRange<UInt8>], Int)? {
    for (name, ranges) in classes {
      let bytes = Array("[:\(name):]".utf8)
      if text.count >= start + bytes.count, Array(text[start..<(start + bytes.count)]) == bytes {
        return (ranges, start + bytes.count)
      }
    }
    return nil
  }

  private static let upper = UInt8(ascii: "A")...UInt8(ascii: "Z")
  private static let lower = UInt8(ascii: "a")...UInt8(ascii: "z")
  private static let digit = UInt8(ascii: "0")...UInt8(ascii: "9")
  private static let classes: [(String, [ClosedRange<UInt8>])] = [
    ("upper", [upper]), ("lower", [lower]), ("digit", [digit]), ("alpha", [upper, lower]),
    ("alnum", [digit, upper, lower]), ("space", [9...13, 32...32]), ("blank", [9...9, 32...32]),
    ("punct", [33...47, 58...64, 91...96, 123...126]), ("print", [32...126]),
    ("cntrl", [0...31, 127...127]), ("xdigit", [digit, 65...70, 97...102]),
  ]

  /// Whether the whole text matches. Takes text length × pattern length steps at most.
  func matches(_ text: some RandomAccessCollection<UInt8>) -> Bool {
    let text = Array(text)
    var position = 0
    var element = 0
    var retry: (element: Int, position: Int)?
    while position < text.count || element < elements.count {
      if element < elements.count, case .anyRun = elements[element] {
        retry = (element + 1, position)
        element += 1
        continue
      }
      if element < elements.count, position < text.count, accepts(elements[element], text[position])
      {
        element += 1
        position += 1
        continue
      }
      guard let last = retry, last.position < text.count else { return false }
      retry = (last.element, last.position + 1)
      (element, position) = (last.element, last.position + 1)
    }
    return true
  }

  private func accepts(_ element: Element, _ byte: UInt8) -> Bool {
    switch element {
    case .byte(let expected): byte == expected
    case .any: true
    case .anyRun: false
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(byte) } != isNegated
    }
  }

  /// The length of the prefix that matches: the smallest or the largest; nil where none does.
  func prefixLength(in text: [UInt8], isLargest: Bool) -> Int? {
    let lengths = Array(0...text.count)
    return (isLargest ? lengths.reversed() : lengths).first { matches(text[..<$0]) }
  }

  /// The start of the suffix that matches; nil where none does.
  func suffixStart(in text: [UInt8], isLargest: Bool) -> Int? {
    let starts = Array(0...text.count)
    return (isLargest ? starts : starts.reversed()).first { matches(text[$0...]) }
  }

  /// Text with a backslash before everything that is active in patterns.
  static func escaping(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      if "\\*?[]!-^".utf8.contains(byte) { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return result
  }
}

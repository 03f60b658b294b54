/// `sort [-n -r -u] [FILE…]`.
struct SortUtility: LineFilter {
  private let letters: String
  private var lines: [String] = []
  private var byteCount = 0

  static func program(_ arguments: [String]) -> any Program {
    let files = arguments.filter { !$0.hasPrefix("-") || $0 == "-" }
    let letters = arguments.filter { $0.hasPrefix("-") }.joined()
    return FilterProgram("sort", files: files, Lines(SortUtility(letters: letters)))
  }

  private init(letters: String) { self.letters = letters }

  var heldBytes: Int { byteCount }

  mutating func take(line: Bytes, hasEnd: Bool, _ output: inout Bytes) -> Bool {
    byteCount += line.count + 1
    guard byteCount <= RuntimeLimits.storedBytesPerFile else { return true }
    lines.append(line.text())
    return true
  }

  mutating func end(_ output: inout Bytes) -> Int {
    guard byteCount <= RuntimeLimits.storedBytesPerFile else { return 2 }
    let isNumeric = letters.contains("n")
    var sorted = lines.sorted { left, right in
      if isNumeric {
        let (first, second) = (Self.number(left), Self.number(right))
        if first != second { return first < second }
      }
      return Array(left.utf8).lexicographicallyPrecedes(Array(right.utf8))
    }
    if letters.contains("r") { sorted.reverse() }
    var previous: String?
    for line in sorted {
      if letters.contains("u"), line == previous { continue }
      output.append(line + "\n")
      previous = line
    }
    return 0
  }

  private static func number(_ text: String) -> Int {
    let trimmed = text.drop { $0 == " " }
    let digits = trimmed.enumerated().prefix {
      $0.element.isNumber || $0.offset == 0 && $0.element == "-"
    }
    return Int(String(digits.map(\.element))) ?? 0
  }
}

/// `sort [-n -r -u] [-t C] [-k FIELD] [FILE…]`.
struct SortUtility: LineFilter {
  private let letters: String
  private let separator: Character?
  private let key: Int?
  private var lines: [String] = []
  private var byteCount = 0

  static func program(_ arguments: [String]) -> any Program {
    var letters = ""
    var files: [String] = []
    var separator: Character?
    var key: Int?
    var words = arguments[...]
    while let word = words.popFirst() {
      guard word.hasPrefix("-"), word.count > 1 else {
        files.append(word)
        continue
      }
      let value = String(word.dropFirst(2))
      switch word.prefix(2) {
      case "-t": separator = (value.isEmpty ? words.popFirst() ?? "" : value).first
      case "-k":
        let text = value.isEmpty ? words.popFirst() ?? "" : value
        key = Int(text.prefix { $0.isNumber })
        letters += text.filter { "nr".contains($0) }
      default: letters += word.dropFirst()
      }
    }
    let content = SortUtility(letters: letters, separator: separator, key: key)
    return FilterProgram("sort", files: files, Lines(content))
  }

  private init(letters: String, separator: Character?, key: Int?) {
    self.letters = letters
    self.separator = separator
    self.key = key
  }

  /// The part of a line that decides: from a field to the end.
  private func decisive(_ line: String) -> String {
    guard let key, key > 0 else { return line }
    if let separator {
      return line.split(separator: separator, omittingEmptySubsequences: false)
        .dropFirst(key - 1).joined(separator: String(separator))
    }
    return line.split { $0 == " " || $0 == "\t" }.dropFirst(key - 1).joined(separator: " ")
  }

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
        let (first, second) = (Self.number(decisive(left)), Self.number(decisive(right)))
        if first != second { return first < second }
      } else if key != nil {
        let (first, second) = (Array(decisive(left).utf8), Array(decisive(right).utf8))
        if first != second { return first.lexicographicallyPrecedes(second) }
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

/// `sort [-n -r -u -f -b] [-k FIRST[,LAST][n][r]] [-t C]`: lines in order, by their bytes.
struct SortFilter: TextFilter {
  private let options: FilterOptions
  private let first: Int?
  private let last: Int?
  private let isNumeric: Bool
  private let isReversed: Bool

  init(_ options: FilterOptions) throws(CommandError) {
    self.options = options
    guard let key = options.value("k") else {
      (first, last) = (nil, nil)
      (isNumeric, isReversed) = (options.has("n") || options.has("h"), options.has("r"))
      return
    }
    let letters = key.text.filter(\.isLetter)
    let numbers = key.text.filter { !$0.isLetter }.split(separator: ",").map {
      $0.prefix { $0 != "." }
    }
    guard let start = numbers.first.flatMap({ Int($0) }), start > 0, numbers.count <= 2 else {
      throw options.problem("-k needs the number of a field, such as -k 3", at: key.position)
    }
    first = start
    last = numbers.count > 1 ? Int(numbers[1]) : nil
    isNumeric = options.has("n") || options.has("h") || letters.contains("n")
    isReversed = options.has("r") || letters.contains("r")
  }

  func apply(_ text: String) -> FilterResult {
    var lines = FilterLines.split(text).map { line in (key: key(of: line), line: String(line)) }
    lines.sort { left, right in
      switch compare(left.key, right.key) {
      case ..<0: !isReversed
      case 1...: isReversed
      // As in sort: what is equal is ordered by the whole line.
      default:
        options.has("u")
          ? false : goOrder(left.line, right.line) != isReversed && left.line != right.line
      }
    }
    guard options.has("u") else { return FilterResult(text: FilterLines.join(lines.map(\.line))) }
    var kept: [(key: String, line: String)] = []
    for line in lines where kept.last.map({ compare($0.key, line.key) != 0 }) ?? true {
      kept.append(line)
    }
    return FilterResult(text: FilterLines.join(kept.map(\.line)))
  }

  private func key(of line: Substring) -> String {
    var part = String(line)
    if let first {
      let fields = fields(of: line)
      let end = min(last ?? fields.count, fields.count)
      part = first <= end ? fields[(first - 1)..<end].joined(separator: " ") : ""
    }
    return options.has("f") ? part.uppercased() : part
  }

  private func fields(of line: Substring) -> [Substring] {
    guard let separator = options.value("t")?.text.first else {
      return line.split { $0 == " " || $0 == "\t" }
    }
    return line.split(separator: separator, omittingEmptySubsequences: false)
  }

  /// Below 0, 0, or above.
  private func compare(_ left: String, _ right: String) -> Int {
    if isNumeric {
      let (first, second) = (Self.number(left), Self.number(right))
      return first < second ? -1 : first > second ? 1 : 0
    }
    return left == right ? 0 : goOrder(left, right) ? -1 : 1
  }

  /// The number at the beginning; 0 where there is none.
  private static func number(_ text: String) -> Double {
    let trimmed = text.drop { $0 == " " || $0 == "\t" }
    let digits = trimmed.enumerated().prefix {
      $0.element.isASCII && $0.element.isNumber || $0.element == "."
        || $0.offset == 0 && $0.element == "-"
    }
    return Double(String(digits.map(\.element))) ?? 0
  }
}

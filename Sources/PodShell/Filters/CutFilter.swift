internal import PodEngine

/// `cut -d C -f LIST [-s]` or `cut -c LIST`: parts of each line.
struct CutFilter: TextFilter {
  private let delimiter: Character?
  private let ranges: [ClosedRange<Int>]
  private let onlyDelimited: Bool

  init(_ options: FilterOptions) throws(CommandError) {
    let characters = options.value("c") ?? options.value("b")
    guard let list = characters ?? options.value("f") else {
      throw options.problem("cut needs -f LIST or -c LIST")
    }
    let separator = options.value("d")?.text ?? "\t"
    guard separator.count == 1 else {
      throw options.problem("the delimiter must be a single character")
    }
    delimiter = characters == nil ? separator.first : nil
    onlyDelimited = options.has("s")
    var ranges: [ClosedRange<Int>] = []
    for part in list.text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let range = Self.range(part) else {
        throw options.problem(
          "\(GoSyntax.quoted(list.text)) is no list such as 1,3-5", at: list.position)
      }
      ranges.append(range)
    }
    self.ranges = ranges
  }

  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = ends.first, text != "-", !text.isEmpty else { return nil }
    let low = first.isEmpty ? 1 : Int(first)
    let high = ends.count == 1 ? low : ends[1].isEmpty ? .max : Int(ends[1])
    guard let low, let high, low >= 1, high >= low else { return nil }
    return low...high
  }

  func apply(_ text: String) -> FilterResult {
    FilterResult(text: FilterLines.join(FilterLines.split(text).compactMap(cut)))
  }

  private func cut(_ line: Substring) -> String? {
    guard let delimiter else { return String(chosen(Array(line))) }
    let fields = line.split(separator: delimiter, omittingEmptySubsequences: false)
    if fields.count == 1 { return onlyDelimited ? nil : String(line) }
    return chosen(fields).joined(separator: String(delimiter))
  }

  private func chosen<Element>(_ parts: [Element]) -> [Element] {
    parts.enumerated().filter { part in ranges.contains { $0.contains(part.offset + 1) } }
      .map(\.element)
  }
}

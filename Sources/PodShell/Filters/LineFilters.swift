internal import PodEngine

/// `cat`, `less`, `more`, `tee`: everything as it comes; `cat -n` numbers the lines.
struct ConcatenateFilter: TextFilter {
  private let numbers: Bool

  init(_ options: FilterOptions) throws(CommandError) {
    numbers = options.name.text == "cat" && options.has("n")
  }

  func apply(_ text: String) -> FilterResult {
    guard numbers else { return FilterResult(text: text) }
    let lines = FilterLines.split(text).enumerated().map { index, line in
      "\(Columns6.right(index + 1))\t\(line)"
    }
    return FilterResult(text: FilterLines.join(lines))
  }
}

/// Numbers at the right end of a column of six or seven.
enum Columns6 {
  static func right(_ number: Int, width: Int = 6) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, width - digits.count)) + digits
  }
}

/// `head [-n N | -N | -n -N] [-c N]`: the beginning.
struct HeadFilter: TextFilter {
  private let slice: Slice

  init(_ options: FilterOptions) throws(CommandError) { slice = try Slice(options, mark: "-") }

  func apply(_ text: String) -> FilterResult {
    FilterResult(
      text: slice.apply(text) { items, count, isMarked in
        isMarked ? items.dropLast(min(count, items.count)) : items.prefix(count)
      })
  }
}

/// `tail [-n N | -N | -n +N] [-c N]`: the end.
struct TailFilter: TextFilter {
  private let slice: Slice

  init(_ options: FilterOptions) throws(CommandError) { slice = try Slice(options, mark: "+") }

  func apply(_ text: String) -> FilterResult {
    FilterResult(
      text: slice.apply(text) { items, count, isMarked in
        isMarked ? items.dropFirst(max(count - 1, 0)) : items.suffix(count)
      })
  }
}

/// How much `head` and `tail` take.
private struct Slice: Hashable, Sendable {
  private let count: Int
  /// Whether a sign before the number turns its meaning: all but so many, or from there on.
  private let isMarked: Bool
  private let countsBytes: Bool

  init(_ options: FilterOptions, mark: Character) throws(CommandError) {
    countsBytes = options.has("c")
    let word = options.value(countsBytes ? "c" : "n") ?? Word("10")
    isMarked = word.text.first == mark
    let sign = word.text.first == "-" || word.text.first == "+"
    guard let count = Int(sign ? word.text.dropFirst() : word.text[...]), count >= 0 else {
      throw options.problem("\(GoSyntax.quoted(word.text)) is no number", at: word.position)
    }
    self.count = count
  }

  func apply(
    _ text: String, _ choose: (ArraySlice<String>, Int, Bool) -> ArraySlice<String>
  ) -> String {
    if countsBytes {
      let bytes = text.utf8.map { String(UnicodeScalar($0)) }
      let chosen = choose(bytes[...], count, isMarked)
      return String(decoding: Array(text.utf8)[chosen.indices], as: UTF8.self)
    }
    return FilterLines.join(choose(FilterLines.split(text).map(String.init)[...], count, isMarked))
  }
}

/// `uniq [-c -d -u -i]`: lines that follow themselves, once.
struct UniqueFilter: TextFilter {
  private let options: FilterOptions

  init(_ options: FilterOptions) throws(CommandError) { self.options = options }

  func apply(_ text: String) -> FilterResult {
    var groups: [(line: String, count: Int)] = []
    for line in FilterLines.split(text).map(String.init) {
      if let last = groups.last, key(last.line) == key(line) {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((line, 1))
      }
    }
    if options.has("d") { groups.removeAll { $0.count == 1 } }
    if options.has("u") { groups.removeAll { $0.count > 1 } }
    let counts = options.has("c")
    return FilterResult(
      text: FilterLines.join(
        groups.map { counts ? "\(Columns6.right($0.count, width: 7)) \($0.line)" : $0.line }))
  }

  private func key(_ line: String) -> [UInt8] {
    Array((options.has("i") ? line.lowercased() : line).utf8)
  }
}

/// `wc [-l -w -c -m]`: counts lines, words and bytes.
struct WordCountFilter: TextFilter {
  private let options: FilterOptions

  init(_ options: FilterOptions) throws(CommandError) { self.options = options }

  func apply(_ text: String) -> FilterResult {
    let words = text.split { $0.isWhitespace }.count
    let counts: [(Character, Int)] = [
      ("l", text.utf8.count { $0 == 10 }), ("w", words), ("m", text.unicodeScalars.count),
      ("c", text.utf8.count),
    ]
    let letters = options.given.isEmpty ? "lwc" : String(options.given.map(\.letter))
    let wanted = counts.filter { letters.contains($0.0) }.map(\.1)
    let line =
      wanted.count == 1
      ? "\(wanted[0])" : wanted.map { Columns6.right($0, width: 7) }.joined(separator: " ")
    return FilterResult(text: line + "\n")
  }
}

internal import PodEngine

/// `grep [-E -F -i -v -w -x -c -n -o -q] [-m N] [-A N -B N -C N] PATTERN`
struct GrepFilter: TextFilter {
  static let switches = "EFGivwxcnoqhs"
  static let long: [(name: String, letter: Character)] = [
    ("extended-regexp", "E"), ("fixed-strings", "F"), ("ignore-case", "i"), ("invert-match", "v"),
    ("word-regexp", "w"), ("line-regexp", "x"), ("count", "c"), ("line-number", "n"),
    ("only-matching", "o"), ("quiet", "q"), ("regexp", "e"), ("max-count", "m"),
    ("after-context", "A"), ("before-context", "B"), ("context", "C"), ("color", " "),
    ("colour", " "),
  ]

  private let patterns: [TextPattern]
  private let options: FilterOptions
  private let before: Int
  private let after: Int
  private let maximum: Int?

  init(_ options: FilterOptions) throws(CommandError) {
    var texts = options.given.filter { $0.letter == "e" }.map(\.value)
    if texts.isEmpty { texts = Array(options.operands.prefix(1)) }
    guard !texts.isEmpty else { throw options.problem("grep needs a pattern") }
    var patterns: [TextPattern] = []
    for text in texts {
      do {
        patterns.append(
          try TextPattern(
            text.text, isExtended: options.has("E") || options.name.text == "egrep",
            ignoresCase: options.has("i"), isFixed: options.has("F")))
      } catch {
        throw options.problem(
          "\(GoSyntax.quoted(text.text)) is no pattern that podlab's grep understands",
          at: text.position)
      }
    }
    self.patterns = patterns
    self.options = options
    let around = try options.count("C") ?? 0
    before = try options.count("B") ?? around
    after = try options.count("A") ?? around
    maximum = try options.count("m")
  }

  func apply(_ text: String) -> FilterResult {
    let lines = FilterLines.split(text)
    var matches: [(index: Int, parts: [Range<Int>])] = []
    for (index, line) in lines.enumerated() {
      if let maximum, matches.count >= maximum { break }
      let parts = self.parts(of: Array(line.utf8))
      if parts.isEmpty == options.has("v") { matches.append((index, parts)) }
    }
    let isSuccess = !matches.isEmpty
    if options.has("q") { return FilterResult(text: "", isSuccess: isSuccess) }
    if options.has("c") { return FilterResult(text: "\(matches.count)\n", isSuccess: isSuccess) }
    let text =
      options.has("o")
      ? onlyParts(lines, matches) : withContext(lines, matches.map(\.index))
    return FilterResult(text: text, isSuccess: isSuccess)
  }

  private func onlyParts(
    _ lines: [Substring], _ matches: [(index: Int, parts: [Range<Int>])]
  ) -> String {
    var found = ""
    for (index, parts) in matches {
      let bytes = Array(lines[index].utf8)
      for part in parts where !part.isEmpty {
        found += (options.has("n") ? "\(index + 1):" : "")
        found += String(decoding: bytes[part], as: UTF8.self) + "\n"
      }
    }
    return found
  }

  /// The lines found with their neighbours; `--` where lines were left out between.
  private func withContext(_ lines: [Substring], _ found: [Int]) -> String {
    let hits = Set(found)
    var (shown, next) = ("", 0)
    for hit in found {
      let (first, last) = (max(hit - before, next), min(hit + after, lines.count - 1))
      if before + after > 0, next > 0, first > next { shown += "--\n" }
      guard first <= last else { continue }
      for index in first...last {
        let mark = hits.contains(index) ? ":" : "-"
        shown += (options.has("n") ? "\(index + 1)\(mark)" : "") + lines[index] + "\n"
      }
      next = last + 1
    }
    return shown
  }

  /// Where the patterns are found in a line, from left to right.
  private func parts(of line: [UInt8]) -> [Range<Int>] {
    var (found, start) = ([Range<Int>](), 0)
    while start <= line.count {
      guard
        let part = patterns.compactMap({ $0.firstMatch(in: line, from: start) })
          .min(by: { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) })
      else { break }
      if isWanted(part, in: line) {
        found.append(part)
        start = max(part.upperBound, part.lowerBound + 1)
      } else {
        start = part.lowerBound + 1
      }
    }
    return found
  }

  private func isWanted(_ part: Range<Int>, in line: [UInt8]) -> Bool {
    if options.has("x"), part != 0..<line.count { return false }
    guard options.has("w") else { return true }
    let startsWord = part.lowerBound == 0 || !Self.isWord(line[part.lowerBound - 1])
    let endsWord = part.upperBound == line.count || !Self.isWord(line[part.upperBound])
    return startsWord && endsWord
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 95, 97...122, 128...: true
    default: false
    }
  }
}

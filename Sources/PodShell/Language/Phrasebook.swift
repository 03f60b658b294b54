/// What podlab says itself, in another language: English stands where it is said, and the book is
/// asked where the finished text goes out.
///
/// An entry is a line of English and, indented below it, its translation. `{}` stands for words
/// that are copied: names, times, commands. `{~}` stands for a part that is looked up itself. The
/// translation puts them where they belong: `{1}`, `{2}`.
package struct Phrasebook: Sendable {
  /// The most certain first: those with the most words of their own.
  private let sentences: [Entry]
  /// The same with what is only part of a sentence.
  private let parts: [Entry]

  private struct Entry: Sendable {
    let english: [Piece]
    let translation: [Piece]
    /// The bytes of English that must be there.
    let weight: Int
  }

  fileprivate enum Piece: Hashable, Sendable {
    case words(String)
    /// `{}` and `{~}`, and in a translation `{2}`.
    case copied
    case translated
    case number(Int)
  }

  /// Reads entries. `clauses` are looked for behind `{~}` alone: they are too short to be sure of
  /// elsewhere.
  package init(sentences: [String], clauses: [String]) {
    self.sentences = Self.entries(sentences)
    parts = Self.entries(sentences + clauses)
  }

  private static func entries(_ tables: [String]) -> [Entry] {
    let found = tables.flatMap(pairs).map { english, translation in
      let pieces = pieces(of: english)
      let weight = pieces.reduce(0) { sum, piece in
        if case .words(let text) = piece { sum + text.utf8.count } else { sum }
      }
      return Entry(english: pieces, translation: Self.pieces(of: translation), weight: weight)
    }
    // A stable order, so that one text has one translation.
    return found.enumerated().sorted {
      $0.element.weight == $1.element.weight
        ? $0.offset < $1.offset : $0.element.weight > $1.element.weight
    }.map(\.element)
  }

  /// The pairs of a table. `␤` is a line end, `␠` a space at an edge.
  package static func pairs(in table: String) -> [(english: String, translation: String)] {
    var found: [(english: String, translation: String)] = []
    var english: String?
    for line in table.split(separator: "\n").map(String.init) {
      if line.hasPrefix("  "), let key = english {
        found.append((plain(key), plain(String(line.dropFirst(2)))))
        english = nil
      } else {
        english = line
      }
    }
    return found
  }

  private static func plain(_ text: String) -> String {
    text.replacing("␤", with: "\n").replacing("␠", with: " ")
  }

  /// A text in the other language; nil where the book has nothing that fits.
  package func translation(of text: String) -> String? { translation(of: text, depth: 0) }

  /// Parts within parts are looked up so deep at most.
  private static let maximumDepth = 4
  /// Longer texts are none of podlab's own.
  private static let maximumLength = 2000

  private func translation(of text: String, depth: Int) -> String? {
    guard depth <= Self.maximumDepth, text.utf8.count <= Self.maximumLength else { return nil }
    for entry in depth == 0 ? sentences : parts {
      var found: [Substring] = []
      guard Self.match(entry.english[...], text[...], &found) else { continue }
      return fill(entry, found, depth: depth)
    }
    return nil
  }

  private func fill(_ entry: Entry, _ parts: [Substring], depth: Int) -> String {
    let holes = entry.english.filter { $0 == .copied || $0 == .translated }
    let filled = zip(holes, parts).map { hole, part in
      let text = String(part)
      return hole == .copied ? text : translation(of: text, depth: depth + 1) ?? text
    }
    return entry.translation.map { piece in
      switch piece {
      case .words(let text): text
      case .number(let number): number <= filled.count ? filled[number - 1] : ""
      case .copied, .translated: filled.first ?? ""
      }
    }.joined()
  }

  /// Fits pieces to a text, each hole as short as can be.
  private static func match(
    _ pieces: ArraySlice<Piece>, _ text: Substring, _ parts: inout [Substring]
  ) -> Bool {
    guard let piece = pieces.first else { return text.isEmpty }
    let rest = pieces.dropFirst()
    if case .words(let words) = piece {
      return text.hasPrefix(words) && match(rest, text.dropFirst(words.count), &parts)
    }
    guard case .words(let next)? = rest.first else {
      // A hole at the end takes everything; two holes side by side say nothing.
      guard rest.isEmpty else { return false }
      parts.append(text)
      return piece == .translated || !text.isEmpty
    }
    var from = text.startIndex
    while let found = text[from...].firstRange(of: next) {
      let count = parts.count
      let part = text[..<found.lowerBound]
      if piece == .translated || !part.isEmpty {
        parts.append(part)
        if match(rest.dropFirst(), text[found.upperBound...], &parts) { return true }
        parts.removeSubrange(count...)
      }
      from = text.index(after: found.lowerBound)
    }
    return false
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var words = ""
    var rest = text[...]
    while let first = rest.first {
      let hole = first == "{" ? Self.hole(at: rest) : nil
      guard let (piece, length) = hole else {
        words.append(first)
        rest = rest.dropFirst()
        continue
      }
      if !words.isEmpty { pieces.append(.words(words)) }
      words = ""
      pieces.append(piece)
      rest = rest.dropFirst(length)
    }
    return words.isEmpty ? pieces : pieces + [.words(words)]
  }

  private static func hole(at text: Substring) -> (piece: Piece, length: Int)? {
    if text.hasPrefix("{}") { return (.copied, 2) }
    if text.hasPrefix("{~}") { return (.translated, 3) }
    guard let digit = text.dropFirst().first?.wholeNumberValue, text.dropFirst(2).first == "}"
    else { return nil }
    return (.number(digit), 3)
  }
}

extension Language {
  /// What podlab says itself, in this language; English where the book has nothing. kubectl's words
  /// are in no book.
  package func text(_ english: String) -> String {
    switch self {
    case .english: english
    case .chinese: Self.chineseBook.translation(of: english) ?? english
    }
  }

  /// The same for several lines that are each said for themselves.
  func lines(_ english: String) -> String {
    guard self != .english else { return english }
    let whole = text(english)
    guard whole == english else { return whole }
    return english.split(separator: "\n", omittingEmptySubsequences: false)
      .map { text(String($0)) }.joined(separator: "\n")
  }

  /// A translation is a matter of words alone, so it is read once.
  private static let chineseBook = Phrasebook(
    sentences: [
      ChineseFlags.table, ChineseKubectl.table, ChineseAdvice.table, ChineseProblems.table,
      ChineseReasons.table,
    ],
    clauses: [ChineseProblems.clauses, ChineseReasons.clauses])
}

internal import PodEngine

/// `tr [-s] SET1 SET2`, `tr -d SET`, `tr -s SET`: changes, deletes or squeezes characters.
struct TranslateFilter: TextFilter {
  private let first: [Character]
  private let second: [Character]
  private let complements: Bool
  private let deletes: Bool
  private let squeezes: Bool

  init(_ options: FilterOptions) throws(CommandError) {
    (deletes, squeezes) = (options.has("d"), options.has("s"))
    complements = options.has("c") || options.has("C")
    guard let set = options.operands.first else { throw options.problem("missing operand") }
    guard options.operands.count > 1 || deletes || squeezes else {
      throw options.problem("two sets must be given when translating", at: set.position)
    }
    first = Self.characters(of: set.text)
    second = options.operands.count > 1 ? Self.characters(of: options.operands[1].text) : []
  }

  func apply(_ text: String) -> FilterResult {
    var (result, previous) = ("", Character?.none)
    let squeezed = second.isEmpty ? nil : second
    for character in text {
      if isMeant(character), deletes { continue }
      let written = deletes ? character : translated(character)
      let mayRepeat = !squeezes || !(squeezed?.contains(written) ?? isMeant(written))
      if mayRepeat || written != previous { result.append(written) }
      previous = written
    }
    return FilterResult(text: result)
  }

  private func isMeant(_ character: Character) -> Bool { first.contains(character) != complements }

  private func translated(_ character: Character) -> Character {
    guard isMeant(character), let last = second.last else { return character }
    guard !complements, let place = first.firstIndex(of: character) else { return last }
    return place < second.count ? second[place] : last
  }

  /// `a-z`, `[:space:]`, `\\n` and plain characters.
  private static func characters(of text: String) -> [Character] {
    var (found, rest) = ([Character](), Substring(text))
    while let next = rest.first {
      // `[[:space:]]` is what people write; its brackets mean themselves.
      if let kind = classes.first(where: { rest.hasPrefix("[:\($0.name):]") }) {
        found += kind.characters
        rest = rest.dropFirst(kind.name.count + 4)
        continue
      }
      rest = rest.dropFirst()
      guard next != "\\" else {
        found.append(escape(rest.popFirst()))
        continue
      }
      if rest.first == "-", let end = rest.dropFirst().first, next <= end {
        found += range(next, end)
        rest = rest.dropFirst(2)
      } else {
        found.append(next)
      }
    }
    return found
  }

  private static func escape(_ character: Character?) -> Character {
    switch character {
    case "n": "\n"
    case "t": "\t"
    case "r": "\r"
    case let character?: character
    case nil: "\\"
    }
  }

  private static func range(_ start: Character, _ end: Character) -> [Character] {
    guard let low = start.asciiValue, let high = end.asciiValue, low <= high else { return [start] }
    return (low...high).map { Character(Unicode.Scalar($0)) }
  }

  private static let classes: [(name: String, characters: [Character])] = [
    ("space", [" ", "\t", "\n", "\u{0B}", "\u{0C}", "\r"]), ("blank", [" ", "\t"]),
    ("digit", range("0", "9")), ("lower", range("a", "z")), ("upper", range("A", "Z")),
    ("alpha", range("A", "Z") + range("a", "z")),
    ("alnum", range("0", "9") + range("A", "Z") + range("a", "z")),
  ]
}

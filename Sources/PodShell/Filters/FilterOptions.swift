internal import PodEngine

/// The words of a filter, read as getopt reads them: options and operands in any order.
struct FilterOptions: Hashable, Sendable {
  let name: Word
  /// The letters that were given, in order, each with its value where it has one.
  private(set) var given: [Given] = []
  /// The words that are no options.
  private(set) var operands: [Word] = []

  struct Given: Hashable, Sendable {
    let letter: Character
    let value: Word
  }

  init(_ words: [Word], _ description: FilterDescription) throws(CommandError) {
    name = words.first ?? Word("")
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      if word.text == "--" {
        operands += rest
        return
      } else if word.text.hasPrefix("--") {
        try long(word, &rest, description)
      } else if description.takesNumbers, Self.isNumber(word.text) {
        let number = word.text.hasPrefix("-") ? String(word.text.dropFirst()) : word.text
        given.append(Given(letter: "n", value: Word(number, at: word.position)))
      } else if word.text.hasPrefix("-"), word.text.count > 1 {
        try short(word, &rest, description)
      } else {
        operands.append(word)
      }
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    guard text.first == "-" || text.first == "+", text.count > 1 else { return false }
    return text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }

  private mutating func long(
    _ word: Word, _ rest: inout ArraySlice<Word>, _ description: FilterDescription
  ) throws(CommandError) {
    let parts = word.text.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
    guard let name = parts.first,
      let letter = description.long.first(where: { $0.name == name })?.letter
    else { throw unknown(word) }
    if letter == " " { return }
    let value = parts.count > 1 ? Word(parts[1], at: word.position) : nil
    try add(letter, value, word, &rest, description)
  }

  private mutating func short(
    _ word: Word, _ rest: inout ArraySlice<Word>, _ description: FilterDescription
  ) throws(CommandError) {
    var letters = word.text.dropFirst()
    while let letter = letters.popFirst() {
      if description.valued.contains(letter) {
        let value = letters.isEmpty ? nil : Word(String(letters), at: word.position)
        return try add(letter, value, word, &rest, description)
      }
      try add(letter, nil, word, &rest, description)
    }
  }

  private mutating func add(
    _ letter: Character, _ value: Word?, _ word: Word, _ rest: inout ArraySlice<Word>,
    _ description: FilterDescription
  ) throws(CommandError) {
    guard description.valued.contains(letter) else {
      guard description.switches.contains(letter) else { throw unknown(word) }
      return given.append(Given(letter: letter, value: word))
    }
    guard let value = value ?? rest.popFirst() else {
      throw problem("option \(word.text) needs a value", at: word.position)
    }
    given.append(Given(letter: letter, value: value))
  }

  private func unknown(_ word: Word) -> CommandError {
    problem("podlab's \(name.text) does not know the option \(word.text)", at: word.position)
  }

  /// A mistake in the words of the filter.
  func problem(_ text: String, at position: TextPosition? = nil) -> CommandError {
    CommandError(
      "usage", "error: \(text)", suggestion: "write get pods | grep web, | head -5, | wc -l",
      exitCode: 2, position: position ?? name.position)
  }

  func has(_ letter: Character) -> Bool { given.contains { $0.letter == letter } }

  func value(_ letter: Character) -> Word? { given.last { $0.letter == letter }?.value }

  /// A number from 0 on; nil where the option was not given.
  func count(_ letter: Character) throws(CommandError) -> Int? {
    guard let word = value(letter) else { return nil }
    let digits = word.text
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let count = Int(digits) else {
      throw problem("\(GoSyntax.quoted(word.text)) is no number", at: word.position)
    }
    return count
  }
}

/// Lines as filters see them.
enum FilterLines {
  /// The lines of a text without their ends. A carriage return before the end belongs to the line,
  /// as in the real filters; Swift takes both for one character.
  static func split(_ text: String) -> [Substring] {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map(Substring.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  static func join(_ lines: some Sequence<some StringProtocol>) -> String {
    lines.map { $0 + "\n" }.joined()
  }
}

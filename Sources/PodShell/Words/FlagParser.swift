internal import PodEngine

/// Reads the flags of a command as pflag does: flags and arguments in any order, `--flag=value`,
/// `--flag value`, `-ofoo`, `-o=foo`, `-o foo`, joined switches (`-it`), and `--` before what is
/// not looked at.
package struct FlagParser {
  private let flags: [Flag]
  /// Whether `-5s` is an argument, as podlab's own commands see it; to kubectl it is a flag.
  private let takesNegativeNumbers: Bool
  private var values = FlagValues()
  private var arguments: [Word] = []
  private var afterDash: [Word]?
  private var words: ArraySlice<Word>

  /// What was read.
  package struct Result: Hashable, Sendable {
    package let values: FlagValues
    /// The words that are no flags, those after `--` left out.
    package let arguments: [Word]
    /// The words after `--`; nil without one.
    package let afterDash: [Word]?
  }

  private init(_ words: [Word], flags: [Flag], takesNegativeNumbers: Bool) {
    (self.words, self.flags) = (words[...], flags)
    self.takesNegativeNumbers = takesNegativeNumbers
  }

  /// Reads the words after the verb.
  package static func parse(
    _ words: [Word], flags: [Flag], takesNegativeNumbers: Bool = false
  ) throws(FlagError) -> Result {
    var parser = FlagParser(words, flags: flags, takesNegativeNumbers: takesNegativeNumbers)
    try parser.run()
    return Result(
      values: parser.values, arguments: parser.arguments, afterDash: parser.afterDash)
  }

  private mutating func run() throws(FlagError) {
    while let word = words.popFirst() {
      if word.text == "--" {
        afterDash = Array(words)
        return
      } else if word.text.hasPrefix("--") {
        try long(word)
      } else if word.text.hasPrefix("-"), word.text.count > 1, !isNegativeNumber(word) {
        try short(word)
      } else {
        arguments.append(word)
      }
    }
  }

  private func isNegativeNumber(_ word: Word) -> Bool {
    takesNegativeNumbers && word.text.dropFirst().first?.isNumber == true
  }

  private mutating func long(_ word: Word) throws(FlagError) {
    let body = word.text.dropFirst(2)
    guard body.first != "=", body.first != "-" else { throw .badSyntax(word.text, word.position) }
    let parts = body.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    guard let flag = flags.first(where: { $0.name == name }) else {
      throw .unknown(name, word.position)
    }
    let written = parts.count > 1 ? String(parts[1]) : nil
    guard let value = written ?? valueByDefault(flag) ?? words.popFirst()?.text else {
      throw .missingValue(name, word.position)
    }
    try set(flag, value, word.position)
  }

  private mutating func short(_ word: Word) throws(FlagError) {
    var letters = word.text.dropFirst()
    while let letter = letters.popFirst() {
      guard let flag = flags.first(where: { $0.short == letter }) else {
        throw .unknownShort(letter, in: "-\(letter)\(letters)", word.position)
      }
      if letters.first == "=" {
        return try set(flag, String(letters.dropFirst()), word.position)
      }
      if let value = valueByDefault(flag) {
        try set(flag, value, word.position)
      } else if !letters.isEmpty {
        return try set(flag, String(letters), word.position)
      } else if let next = words.popFirst() {
        return try set(flag, next.text, word.position)
      } else {
        throw .missingShortValue(letter, in: "-\(letter)", word.position)
      }
    }
  }

  /// The value of a flag that stands alone; nil where it needs one.
  private func valueByDefault(_ flag: Flag) -> String? {
    switch flag.kind {
    case .switched: "true"
    case .textOr(let value): value
    case .missing(let takesValue, _): takesValue ? nil : "true"
    case .text, .texts, .list, .integer, .duration: nil
    }
  }

  private mutating func set(
    _ flag: Flag, _ text: String, _ position: TextPosition
  ) throws(FlagError) {
    for value in try Self.read(text, as: flag, position) {
      values.add(flag.name, value, at: position)
    }
  }

  private static func read(
    _ text: String, as flag: Flag, _ position: TextPosition
  ) throws(FlagError) -> [FlagValue] {
    func problem(_ problem: String) -> FlagError {
      .badValue(text, flag: flag.nameInErrors, problem: problem, position)
    }
    switch flag.kind {
    case .text, .texts, .textOr: return [.text(text)]
    case .list:
      return text.split(separator: ",", omittingEmptySubsequences: false).map {
        .text(String($0))
      }
    case .switched:
      guard let value = GoConversion.bool(text) else {
        throw problem("strconv.ParseBool: parsing \(GoSyntax.quoted(text)): invalid syntax")
      }
      return [.switched(value)]
    case .integer:
      do { return [.integer(try GoConversion.integer(text))] } catch {
        throw problem(error.message)
      }
    case .duration:
      do { return [.duration(try GoDuration.parse(text))] } catch { throw problem(error.message) }
    case .missing(_, let instead):
      throw .notSimulated(flag.name, instead: instead, position)
    }
  }
}

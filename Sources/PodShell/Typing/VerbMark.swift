/// Where a verb stands in a typed line, and whether podlab knows it.
package struct VerbMark: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case known, unknown }

  /// In UTF-8 bytes of the line.
  package let range: Range<Int>
  package let kind: Kind

  package init(_ range: Range<Int>, _ kind: Kind) { (self.range, self.kind) = (range, kind) }
}

extension Session {
  /// The verbs of a line that is being typed, first to last. A word that may still become a verb is
  /// left out.
  package func verbs(in line: String) -> [VerbMark] {
    CompletionWords.commands(in: line).compactMap { command in
      let words = CommandTable.withoutProgramName(command.words)
      guard let verb = words.first, verb.stands(in: line) else { return nil }
      let range = verb.offset..<(verb.offset + verb.text.utf8.count)
      if isVerb(words) { return VerbMark(range, .known) }
      let isOpen = range.upperBound == line.utf8.count
      return isOpen && mayBecomeVerb(verb.text) ? nil : VerbMark(range, .unknown)
    }
  }

  private func isVerb(_ words: [Word]) -> Bool {
    let verb = words[0].text
    return CommandTable.find(Vocabulary.translated(words)) != nil || TutorWords.contains(verb)
      || settings.aliases[verb] != nil || PipeStage.isFilter(verb)
      || CommandTable.isFamily(verb) || verbsBehind(prefix: verb).count == 1
  }

  private func mayBecomeVerb(_ text: String) -> Bool {
    (CommandTable.firstWords + Vocabulary.firstWords + settings.aliases.names)
      .contains { $0.hasPrefix(text) }
  }
}

extension Word {
  /// Whether the text has the word as it is, without quotes.
  func stands(in line: String) -> Bool {
    Array(line.utf8.dropFirst(offset).prefix(text.utf8.count)) == Array(text.utf8)
  }
}

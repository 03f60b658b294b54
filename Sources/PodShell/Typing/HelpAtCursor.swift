internal import PodEngine

extension Session {
  /// What is to be said about the word at the cursor, line by line: a verb, a flag, a kind, a field,
  /// the name of an object.
  package func help(for line: String, cursor: Int) -> [String] {
    let end = Self.endOfWord(in: line, at: cursor)
    let words = CommandTable.withoutProgramName(
      CompletionWords.read(String(decoding: line.utf8.prefix(end), as: UTF8.self)))
    guard let verb = words.first else {
      return HelpAtCursor.lines(HelpPages.overview(in: settings.language))
    }
    guard let (command, rest) = CommandTable.find(Vocabulary.translated(words)) else {
      return HelpAtCursor.family(verb.text, settings.language) ?? unknown(verb)
    }
    let description = command.description
    guard let word = rest.last else {
      return HelpAtCursor.lines(HelpPages.text(of: description, settings.language))
    }
    if word.text.hasPrefix("-"), let flag = description.flag(named: word.text) {
      return [HelpPages.line(of: flag, settings.language), description.synopsis]
    }
    return about(word, line: line, end: end, in: description)
  }

  private func about(
    _ word: Word, line: String, end: Int, in description: CommandDescription
  ) -> [String] {
    let said: [String]
    if let text = HelpAtCursor.explained(word.text) {
      said = text
    } else {
      let offers = completions(for: line, cursor: end).candidates
      let found = offers.first { $0.word == word.text && !$0.description.isEmpty }
      said = found.map { ["\($0.word): \($0.description)"] } ?? []
    }
    return said + [description.synopsis, "    \(description.about(in: settings.language))"]
  }

  private func unknown(_ verb: Word) -> [String] {
    if let text = settings.aliases[verb.text] { return ["\(verb.text) stands for: \(text)"] }
    let error = CommandTable.unknown([verb]).said(in: settings.language)
    return [error.message, error.suggestion ?? ""].filter { !$0.isEmpty }
  }

  /// Help is about the whole word, wherever in it the cursor stands.
  private static func endOfWord(in line: String, at cursor: Int) -> Int {
    let after = line.utf8.dropFirst(cursor).prefix { $0 != UInt8(ascii: " ") && $0 != 10 }
    return min(cursor, line.utf8.count) + after.count
  }
}

// Wording
enum HelpAtCursor {
  static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// What `explain` says of a kind or field, without the list of fields; nil where it is neither.
  static func explained(_ word: String) -> [String]? {
    let path = word.split(separator: ".").map(String.init)
    let api = APIDescription.kubernetes
    guard let name = path.first, let resource = Resource(word: name),
      let kind = api.kinds.first(where: { $0.kind == resource.kind })
    else { return nil }
    let page = ExplainText(api, isRecursive: false).page(of: kind, path: Array(path.dropFirst()))
    guard page.missing == nil else { return nil }
    return lines(page.text.components(before: "FIELDS:\n"))
  }

  /// The commands that begin with a verb; nil where there are none.
  static func family(_ verb: String, _ language: Language) -> [String]? {
    let family = CommandTable.all.map { $0.description }.filter { $0.name.hasPrefix(verb + " ") }
    return family.isEmpty ? nil : family.flatMap { [$0.synopsis, "    \($0.about(in: language))"] }
  }
}

extension String {
  /// What stands before a part; everything where it is not there.
  fileprivate func components(before part: String) -> String {
    firstRange(of: part).map { String(self[..<$0.lowerBound]) } ?? self
  }
}

extension CommandDescription {
  /// The flag of a word: `-o`, `--output`, `--output=wide`.
  fileprivate func flag(named word: String) -> Flag? {
    let name = String(word.prefix { $0 != "=" })
    return (flags + CommonFlags.all(for: self)).first { flag in
      !flag.isHidden && (name == "--\(flag.name)" || flag.short.map { name == "-\($0)" } ?? false)
    }
  }
}

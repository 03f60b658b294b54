/// What was typed, written out: aliases replaced, shortened verbs complete. Only this is run, kept
/// and recorded, so that it means the same where neither aliases nor short forms are known.
extension Session {
  /// The text with its aliases and, where somebody types, its shortened verbs written out.
  package func canonical(_ text: String) -> String {
    guard attached == nil, !settings.aliases.isEmpty || configuration.isInteractive,
      let commands = try? Tokenizer.commands(in: text)
    else { return text }
    var result = Array(text.utf8)
    for command in commands.reversed() {
      let words = CommandTable.withoutProgramName(command.words)
      guard let verb = words.first, verb.stands(in: text), let full = writtenOut(verb.text)
      else { continue }
      result.replaceSubrange(verb.offset..<(verb.offset + verb.text.utf8.count), with: full.utf8)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func writtenOut(_ verb: String) -> String? {
    if let alias = settings.aliases.writtenOut(verb) { return alias }
    let verbs = verbsBehind(prefix: verb)
    return verbs.count == 1 ? verbs[0] : nil
  }

  /// The verbs that a shortened one could be; none where short forms do not count, or where the
  /// word is a verb itself.
  func verbsBehind(prefix: String) -> [String] {
    guard configuration.isInteractive, !prefix.isEmpty, prefix.allSatisfy(\.isLetter),
      !CommandTable.isFirstWord(prefix), !Vocabulary.firstWords.contains(prefix),
      !PipeStage.isFilter(prefix)
    else { return [] }
    // Of the names of one command the first counts: `del` is `delete`, not also its alias.
    return CommandTable.names.filter { $0.hasPrefix(prefix) }
  }
}

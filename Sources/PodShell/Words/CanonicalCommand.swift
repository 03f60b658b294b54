internal import PodEngine

extension CommandTable {
  /// A typed text as it is best shown to others: without a leading `kubectl`, with podlab's own
  /// words for what learners type instead (`ls`, `crash web`), and with kinds by their full names.
  /// What cannot be read stays as it is; so do quotes, heredocs and what stands behind `|`.
  package static func canonical(_ text: String) -> String {
    let commands: [SimpleCommand]
    do { commands = try Tokenizer.commands(in: text) } catch { return text }
    var bytes = Array(text.utf8)
    // From the end, so that the offsets before stay true.
    for command in commands.reversed() { bytes = replacingWords(of: command, in: bytes) }
    var result = Substring(String(decoding: bytes, as: UTF8.self))
    while result.first == " " { result.removeFirst() }
    while result.last == " " || result.last == "\n" { result.removeLast() }
    return String(result)
  }

  private static func replacingWords(of command: SimpleCommand, in bytes: [UInt8]) -> [UInt8] {
    let words = command.words
    let plain = Array(words.prefix { isPlain($0, in: bytes) })
    guard let first = plain.first, let last = plain.last else { return bytes }
    let stripped = withoutProgramName(plain)
    let meant = plain.count == words.count ? Vocabulary.translated(stripped) : stripped
    let texts = withFullKinds(withNames(meant.map(\.text)))
    guard texts != plain.map(\.text) else { return bytes }
    var changed = bytes
    changed.replaceSubrange(
      first.offset..<last.offset + last.text.utf8.count, with: texts.joined(separator: " ").utf8)
    return changed
  }

  /// Whether a word stands in the text as it is, without quotes.
  private static func isPlain(_ word: Word, in bytes: [UInt8]) -> Bool {
    let text = Array(word.text.utf8)
    let end = word.offset + text.count
    return end <= bytes.count && Array(bytes[word.offset..<end]) == text
  }

  /// Names of commands instead of their aliases.
  private static func withNames(_ words: [String]) -> [String] {
    for count in [3, 2, 1] where words.count >= count {
      let name = words.prefix(count).joined(separator: " ")
      let descriptions = all.map { $0.description }
      if descriptions.contains(where: { $0.name == name }) { return words }
      if let found = descriptions.first(where: { $0.aliases.contains(name) }) {
        return found.name.split(separator: " ").map(String.init) + words.dropFirst(count)
      }
    }
    return words
  }

  /// `get po` is `get pods`.
  private static func withFullKinds(_ words: [String]) -> [String] {
    guard words.count > 1, let verb = words.first,
      ["get", "describe", "delete", "edit", "label", "annotate", "patch", "scale"].contains(verb),
      let kind = Resource.allCases.first(where: { $0.shortNames.contains(words[1]) })
    else { return words }
    return [verb, verb == "get" && words.count == 2 ? kind.plural : kind.singular]
      + words.dropFirst(2)
  }
}

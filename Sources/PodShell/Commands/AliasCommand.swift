internal import PodEngine

/// `alias NAME='COMMAND'`: a short word for a long one.
struct AliasCommand: Command {
  static let description = CommandDescription(
    "alias", .time, synopsis: "alias [NAME='COMMAND']",
    about: "let a word of yours stand for a command; alone it lists them",
    examples: ["alias w='get pods -o wide' && alias", "alias settle='advance 30s && get pods'"],
    arguments: [.anything])

  /// How many there can be.
  private static let limit = 200

  private let words: [Word]

  init(_ call: Invocation) throws(CommandError) { words = call.arguments }

  func run(in bench: inout Workbench) throws(CommandError) {
    guard !words.isEmpty else {
      if bench.settings.aliases.isEmpty { bench.note("no aliases") }
      for alias in bench.settings.aliases { bench.print(Self.line(alias)) }
      return
    }
    for word in words { try define(word, in: &bench) }
  }

  private static func line(_ alias: Alias) -> String {
    "alias \(alias.name)='\(alias.text.replacing("'", with: "'\\''"))'"
  }

  private func define(_ word: Word, in bench: inout Workbench) throws(CommandError) {
    guard let sign = word.text.firstIndex(of: "=") else {
      guard let text = bench.settings.aliases[word.text] else {
        throw CommandError(
          "not-found", "error: there is no alias \(GoSyntax.quoted(word.text))",
          suggestion: "alias \(word.text)='get pods' makes it", position: word.position)
      }
      return bench.print(Self.line(Alias(name: word.text, text: text)))
    }
    let name = String(word.text[..<sign])
    let text = String(word.text[word.text.index(after: sign)...])
    try check(name, text, word.position)
    var aliases = bench.settings.aliases.filter { $0.name != name }
    guard aliases.count < Self.limit else {
      throw CommandError(
        "limit", "error: there are \(Self.limit) aliases already",
        suggestion: "unalias NAME takes one away")
    }
    aliases.append(Alias(name: name, text: text))
    aliases.sort { goOrder($0.name, $1.name) }
    guard aliases.names.allSatisfy({ aliases.writtenOut($0) != nil }) else {
      throw Self.invalid("\(name) would stand for itself", "name a verb first", word.position)
    }
    bench.settings.aliases = aliases
  }

  private func check(
    _ name: String, _ text: String, _ position: TextPosition
  ) throws(CommandError) {
    let isWord = name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-"
        || scalar == "_"
    }
    guard !name.isEmpty, isWord else {
      throw Self.invalid(
        "\(GoSyntax.quoted(name)) cannot be an alias", "use letters, digits, - and _", position)
    }
    guard !CommandTable.isFirstWord(name), !Vocabulary.firstWords.contains(name),
      !PipeStage.isFilter(name), name != "kubectl", name != "k"
    else {
      throw Self.invalid("\(name) is a command already", "choose another word", position)
    }
    let commands = try? Tokenizer.commands(in: text)
    guard let commands, !commands.isEmpty, !text.contains("\n") else {
      throw Self.invalid(
        "\(GoSyntax.quoted(text)) is no whole command", "write alias w='get pods -o wide'",
        position)
    }
  }

  private static func invalid(
    _ problem: String, _ advice: String, _ position: TextPosition
  ) -> CommandError {
    CommandError("invalid", "error: \(problem)", suggestion: advice, position: position)
  }
}

/// `unalias NAME`: takes an alias away.
struct Unalias: Command {
  static let description = CommandDescription(
    "unalias", .time, synopsis: "unalias NAME", about: "take an alias away",
    examples: ["alias w='get pods -o wide' && unalias w", "alias s='step' && unalias s && alias"],
    arguments: [.anything])

  private let name: Word

  init(_ call: Invocation) throws(CommandError) {
    name = try call.argument(0, "the name of an alias", of: "unalias")
    try call.refuseArguments(after: 1, of: "unalias")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    guard bench.settings.aliases[name.text] != nil else {
      let near = NearestName.to(name.text, among: bench.settings.aliases.names)
      throw CommandError(
        "not-found", "error: there is no alias \(GoSyntax.quoted(name.text))",
        suggestion: near.map { "did you mean \($0)?" } ?? "alias lists them",
        position: name.position)
    }
    bench.settings.aliases.removeAll { $0.name == name.text }
  }
}

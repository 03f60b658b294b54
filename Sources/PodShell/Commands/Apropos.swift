internal import PodEngine

/// `apropos WORD`: the commands that have to do with a word.
struct Apropos: Command {
  static let description = CommandDescription(
    "apropos", .learn, synopsis: "apropos WORD", about: "find commands by a word",
    examples: ["apropos node", "apropos clock"], arguments: [.anything])

  private let word: Word

  init(_ call: Invocation) throws(CommandError) {
    word = try call.argument(0, "a word", of: "apropos")
    try call.refuseArguments(after: 1, of: "apropos")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let wanted = word.text.lowercased()
    let found = CommandTable.all.map { $0.description }.filter { description in
      let texts = [
        description.name, description.about, description.synopsis,
        description.about(in: bench.settings.language),
      ]
      return (description.aliases + texts).contains { $0.lowercased().contains(wanted) }
    }
    let topics = HelpTopic.all.filter { topic in
      (topic.aliases + [topic.name, topic.english, topic.chinese])
        .contains { $0.lowercased().contains(wanted) }
    }
    guard !found.isEmpty || !topics.isEmpty else {
      throw CommandError(
        "not-found", "error: no command has to do with \(GoSyntax.quoted(word.text))",
        suggestion: "help shows all commands", position: word.position)
    }
    let language = bench.settings.language
    let lines =
      found.map { ($0.name, $0.about(in: language)) }
      + topics.map { ("help \($0.name)", language == .english ? $0.english : $0.chinese) }
    let width = lines.map(\.0.count).max() ?? 0
    for (name, about) in lines {
      bench.print(name + String(repeating: " ", count: width - name.count + 2) + about)
    }
  }
}

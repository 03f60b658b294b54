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
      (description.aliases + [description.name, description.about, description.synopsis])
        .contains { $0.lowercased().contains(wanted) }
    }
    guard !found.isEmpty else {
      throw CommandError(
        "not-found", "error: no command has to do with \(GoSyntax.quoted(word.text))",
        suggestion: "help shows all commands", position: word.position)
    }
    let width = found.map(\.name.count).max() ?? 0
    for description in found {
      let space = String(repeating: " ", count: width - description.name.count + 2)
      bench.print("\(description.name)\(space)\(description.about)")
    }
  }
}

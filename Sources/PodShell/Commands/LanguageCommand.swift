internal import PodEngine

/// `lang [en|zh]`: the language of help, lessons and notes.
struct LanguageCommand: Command {
  static let description = CommandDescription(
    "lang", .learn, synopsis: "lang [en|zh]",
    about: "the language of help, lessons and notes: English or 简体中文",
    examples: ["lang zh", "lang en"], arguments: [.oneOf(Language.allCases.map(\.rawValue))])

  private let language: Language?

  init(_ call: Invocation) throws(CommandError) {
    try call.refuseArguments(after: 1, of: "lang")
    guard let word = call.arguments.first else {
      language = nil
      return
    }
    guard let language = Language(locale: word.text) else {
      throw .usage(
        "podlab does not speak \(GoSyntax.quoted(word.text))", verb: "lang",
        position: word.position, suggestion: "write lang en or lang zh")
    }
    self.language = language
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    if let language { bench.settings.language = language }
    bench.print(Self.answer(bench.settings.language))
  }
}

// Wording
extension LanguageCommand {
  private static func answer(_ language: Language) -> String {
    switch language {
    case .english: "podlab speaks English. What kubectl prints is the same in every language."
    case .chinese: "podlab 现在说简体中文。kubectl 的输出在任何语言中都保持英文。"
    }
  }
}

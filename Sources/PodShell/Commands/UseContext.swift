internal import PodEngine

/// `config use-context NAME`: there is only one to use.
struct UseContext: Command {
  static let description = CommandDescription(
    "config use-context", aliases: ["config use"], .build, synopsis: "config use-context podlab",
    about: "choose a context; podlab has one",
    examples: ["config use-context podlab", "config use podlab"],
    arguments: [.oneOf([CurrentContext.name])], isKubectl: true)

  init(_ call: Invocation) throws(CommandError) {
    guard let word = call.arguments.first, call.arguments.count == 1 else {
      let words = call.arguments.map(\.text).joined(separator: " ")
      throw .arguments("Unexpected args: [\(words)]", suggestion: "write config use-context podlab")
    }
    guard word.text == CurrentContext.name else {
      throw CommandError(
        "not-found", "error: no context exists with the name: \(GoSyntax.quoted(word.text))",
        suggestion: "podlab has one context, \(CurrentContext.name)", position: word.position)
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    bench.print("Switched to context \(GoSyntax.quoted(CurrentContext.name)).")
  }
}

internal import PodEngine

/// `config get-contexts`: the one context, with the namespace that commands work in.
struct GetContexts: Command {
  static let description = CommandDescription(
    "config get-contexts", .observe, synopsis: "config get-contexts [NAME] [-o name]",
    about: "list the contexts, with their namespace",
    examples: ["config get-contexts", "config get-contexts -o name"],
    flags: [
      Flag("no-headers", nil, .switched, "leave the header away"),
      Flag("output", "o", .text, "name", completes: .oneOf(["name"])),
    ], isKubectl: true)

  private let names: [Word]
  private let noHeaders: Bool
  private let namesOnly: Bool

  init(_ call: Invocation) throws(CommandError) {
    names = call.arguments
    noHeaders = call.flags.isOn("no-headers")
    namesOnly = call.flags.text("output") == "name"
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let isMeant = names.isEmpty || names.contains { $0.text == CurrentContext.name }
    if namesOnly {
      if isMeant { bench.print(CurrentContext.name) }
    } else {
      var table = TabWriter.get
      let header = ["CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE"]
      if !noHeaders { table.write(line: header) }
      let name = CurrentContext.name
      let space = bench.settings.namespace == "default" ? "" : bench.settings.namespace
      if isMeant { table.write(line: ["*", name, name, name, space]) }
      bench.write(table.take())
    }
    for word in names where word.text != CurrentContext.name {
      bench.fail(
        CommandError(
          "not-found", "error: context \(word.text) not found",
          suggestion: "podlab has one context, \(CurrentContext.name)", position: word.position))
    }
  }
}

internal import PodEngine

/// `help [VERB|TOPIC]`: all commands on one screen, one in detail, or a page about Kubernetes.
struct Help: Command {
  static let description = CommandDescription(
    "help", aliases: ["?"], .learn,
    synopsis: "help [VERB | TOPIC | topics | errors] [--all]",
    about: "explain the commands, and Kubernetes", examples: ["help", "help probes"],
    flags: [Flag("all", nil, .switched, "every command with what it is for")],
    arguments: [.verb])

  private let words: [Word]
  private let showsAll: Bool

  init(_ call: Invocation) throws(CommandError) {
    words = call.arguments
    showsAll = call.flags.isOn("all")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let language = bench.settings.language
    if showsAll { return bench.write(HelpPages.everything(in: language)) }
    let words = CommandTable.withoutProgramName(words)
    guard !words.isEmpty else { return bench.write(HelpPages.overview(in: language)) }
    let name = words.map(\.text).joined(separator: " ")
    if let page = HelpPages.page(named: name, in: language) { return bench.write(page) }
    guard let instead = CommandTable.kubectlWithout(name) else { throw Self.unknown(words) }
    bench.print("podlab does not simulate \"kubectl \(name)\": \(instead).")
  }

  private static func unknown(_ words: [Word]) -> CommandError {
    let known = CommandTable.firstWords + HelpTopic.all.map(\.name) + ["topics", "errors"]
    let word = words.first?.text ?? ""
    let near = NearestName.to(word, among: known).map { "did you mean help \($0)?" }
    return CommandError(
      "unknown-command", "error: there is no help for \(GoSyntax.quoted(word))",
      suggestion: near ?? "help shows all commands, help topics all topics", exitCode: 2,
      position: words.first?.position)
  }
}

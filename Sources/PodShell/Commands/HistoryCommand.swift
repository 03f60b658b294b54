/// `history [--script]`: what was typed in this session.
struct HistoryCommand: Command {
  static let description = CommandDescription(
    "history", .time, synopsis: "history [--script] [> FILE]",
    about: "list what was typed; --script makes it a script that can be run again",
    examples: ["advance 5s && history", "history --script"],
    flags: [Flag("script", nil, .switched, "a script: without numbers and without what failed")])

  private let isScript: Bool

  init(_ call: Invocation) throws(CommandError) {
    try call.refuseArguments(after: 0, of: "history")
    isScript = call.flags.isOn("script")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let typed = bench.record.typed
    if isScript {
      let options = Self.options(bench.configuration)
      bench.print("# podlab run\(options) FILE does all of this again.")
      // `history` itself would only list itself.
      for entry in typed where !entry.text.hasPrefix("history") {
        if let script = entry.script { bench.print(script) }
      }
      return
    }
    let width = String(typed.count).count
    for (index, entry) in typed.enumerated() {
      let text = entry.text.replacing("\n", with: "\n" + String(repeating: " ", count: width + 4))
      let mark = entry.failed ? "!" : " "
      bench.print(" \(Columns6.right(index + 1, width: width)) \(mark)\(text)")
    }
  }

  private static func options(_ configuration: SessionConfiguration) -> String {
    let usual = SessionConfiguration()
    let nodes = configuration.nodeCount == usual.nodeCount
    let seed = configuration.seed == usual.seed
    return (nodes ? "" : " --nodes \(configuration.nodeCount)")
      + (seed ? "" : " --seed \(configuration.seed)")
  }
}

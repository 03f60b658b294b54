internal import PodEngine

/// `undo [N]`: takes back the last commands that changed the cluster.
struct Undo: Command {
  static let description = CommandDescription(
    "undo", .time, synopsis: "undo [N]",
    about: "take back the last command that changed the cluster",
    examples: ["advance 10s && undo", "advance 10s && advance 20s && undo 2"])

  private let count: Int

  init(_ call: Invocation) throws(CommandError) { count = try Self.count(call, verb: "undo") }

  func run(in bench: inout Workbench) throws(CommandError) { try Self.undo(count, in: &bench) }

  /// Takes back up to `count` commands; it is an error when there is none at all.
  static func undo(_ count: Int, in bench: inout Workbench) throws(CommandError) {
    bench.travelsInHistory = true
    if bench.live != nil { bench.note("clock live is off: what is past stands still") }
    for number in 0..<count {
      guard let command = bench.history.undo(&bench.cluster) else {
        guard number == 0 else { return bench.print("nothing more to undo") }
        throw CommandError(
          "history", "error: nothing to undo",
          suggestion: "undo takes back what changed the cluster, up to \(History.limit) commands")
      }
      bench.print("undone: \(command)  (clock \(ClockText.text(bench.cluster.now)))")
    }
  }

  static func count(_ call: Invocation, verb: String) throws(CommandError) -> Int {
    try call.refuseArguments(after: 1, of: verb)
    guard let word = call.arguments.first else { return 1 }
    guard let count = Int(word.text), (1...History.limit).contains(count) else {
      throw .usage(
        "\(GoSyntax.quoted(word.text)) is no number from 1 to \(History.limit)", verb: verb,
        position: word.position)
    }
    return count
  }
}

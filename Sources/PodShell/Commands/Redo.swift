internal import PodEngine

/// `redo [N]`: does again what `undo` took back.
struct Redo: Command {
  static let description = CommandDescription(
    "redo", .time, synopsis: "redo [N]", about: "do again what undo took back",
    examples: ["advance 10s && undo && redo", "advance 10s && advance 20s && undo 2 && redo 2"])

  private let count: Int

  init(_ call: Invocation) throws(CommandError) { count = try Undo.count(call, verb: "redo") }

  func run(in bench: inout Workbench) throws(CommandError) {
    bench.travelsInHistory = true
    for number in 0..<count {
      guard let command = bench.history.redo(&bench.cluster) else {
        guard number == 0 else { return bench.print("nothing more to redo") }
        throw CommandError(
          "history", "error: nothing to redo",
          suggestion: "a new command that changes the cluster ends what could be redone")
      }
      bench.print("redone: \(command)  (clock \(ClockText.text(bench.cluster.now)))")
    }
  }
}

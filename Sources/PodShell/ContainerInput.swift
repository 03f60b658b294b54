internal import PodEngine

/// Lines for a command that runs in a container, such as the shell of `exec -it web -- sh`.
extension Session {
  /// How a line says that no more will come (Ctrl-D), and that what runs is to stop (Ctrl-C): as a
  /// terminal sends it.
  package static let endOfInput = "\u{4}"
  package static let interrupt = "\u{3}"

  /// What stands before the cursor while lines go to a container; nil while they are podlab's own.
  package var containerPrompt: String? { attached.map { VisibleText.escaping($0.prompt) } }

  /// Passes a line on and lets the command run until it wants another one. These lines are undone
  /// together with the `exec`.
  mutating func typeIntoContainer(_ line: String, _ exec: AttachedExec) -> Outcome {
    var (bench, outcome) = (workbench(), Outcome())
    let typed: Typed =
      switch line {
      case Self.endOfInput: .end
      case Self.interrupt: .interrupt
      default: .line(line)
      }
    bench.cluster.type(typed, into: exec.handle)
    do throws(CommandError) { try bench.goOn(exec) } catch { bench.fail(error) }
    (cluster, attached) = (bench.cluster, bench.attached)
    record.enter(change: line, reads: [])
    (outcome.output, outcome.error) = (bench.output, bench.failure)
    return outcome
  }
}

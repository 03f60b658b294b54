internal import PodEngine

/// `exec POD -- COMMAND`: runs a command in a container.
struct Exec: Command {
  static let description = CommandDescription(
    "exec", .observe,
    synopsis: "exec POD | KIND/NAME [-c CONTAINER] [-i -t] [--for DURATION] -- COMMAND [ARG…]",
    about: "run a command in a container; -it with sh opens a shell, exit leaves it",
    examples: [
      "run web --image=nginx && advance 5s && exec web -- cat /etc/hostname",
      "exec web -- sh -c 'echo $HOSTNAME; sleep 2; date'",
    ],
    flags: [
      Flag("container", "c", .text, "the container; the first one unless said"),
      Flag("stdin", "i", .switched, "pass on what is typed, or a heredoc"),
      Flag("tty", "t", .switched, "with -i, like a terminal: shells prompt"),
      Flag("for", nil, .text, "end the command after so long", completes: .duration),
      Flag("quiet", "q", .switched, "only what the command prints"),
      Flag("pod-running-timeout", nil, .duration, "accepted as kubectl does, and not needed"),
      Flag("filename", "f", .missing(takesValue: true, instead: "name the Pod: exec POD -- …"), ""),
    ], arguments: [.pod], isKubectl: true)

  private let subject: Word
  private let container: String?
  private let command: [String]
  private let input: ExecInput
  private let isQuiet: Bool
  /// Whether something is given that the command will not read.
  private let ignoresInput: Bool
  private let limit: SimulatedDuration?

  init(_ call: Invocation) throws(CommandError) {
    let command = (call.afterDash ?? []).map(\.text)
    guard let subject = call.arguments.first else {
      throw .arguments(
        "pod, type/name or --filename must be specified",
        suggestion: "write exec POD -- COMMAND")
    }
    guard call.arguments.count == 1 else {
      let words = call.arguments.dropFirst().map(\.text).joined(separator: " ")
      throw .arguments(
        "exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead\n"
          + "See 'kubectl exec -h' for help and examples",
        suggestion: "write exec \(subject.text) -- \(words)", position: call.arguments[1].position)
    }
    guard !command.isEmpty else {
      throw .arguments(
        "you must specify at least one command for the container",
        suggestion: "write exec \(subject.text) -- COMMAND")
    }
    (self.subject, self.command) = (subject, command)
    container = call.flags.text("container")
    isQuiet = call.flags.isOn("quiet")
    let takesInput = call.flags.isOn("stdin")
    ignoresInput = !takesInput && call.heredoc != nil
    input =
      !takesInput
      ? .none : call.heredoc.map { .text($0.body) } ?? .typed(isTerminal: call.flags.isOn("tty"))
    limit = try call.flags.text("for").map { text throws(CommandError) in
      try DurationWord.read(
        Word(text, at: call.flags.position(of: "for") ?? TextPosition()))
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    if ignoresInput { bench.advise("without -i the command reads nothing") }
    let pod = try ExecSubject.pod(subject, in: &bench)
    let name = container ?? ExecSubject.defaultContainer(of: pod, isQuiet: isQuiet, in: &bench)
    try bench.run(
      ExecRequest(
        pod: ObjectKey(.pods, namespace: pod.namespace, name: pod.name), container: name,
        command: command, input: input, limit: limit, position: subject.position))
  }
}

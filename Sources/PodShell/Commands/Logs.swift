internal import PodEngine

/// `logs POD`: what a container printed.
struct Logs: Command {
  static let description = CommandDescription(
    "logs", .observe,
    synopsis:
      "logs POD | KIND/NAME [-c CONTAINER] [-p] [--tail N] [--since DURATION] [-f --for DURATION]",
    about: "show what a container printed",
    examples: [
      "run hello --image=busybox -- echo hello && advance 5s && logs hello",
      "logs hello --previous=false --tail 1",
    ],
    flags: [
      Flag("container", "c", .text, "the container; the first one unless said"),
      Flag("previous", "p", .switched, "the container that ran before this one"),
      Flag("tail", nil, .integer, "only the last lines"),
      Flag("since", nil, .duration, "only what is newer", completes: .duration),
      Flag("timestamps", nil, .switched, "the time before each line"),
      Flag("all-containers", nil, .switched, "all containers of the Pod"),
      Flag("follow", "f", .switched, "go on showing lines, until Ctrl-C or for --for"),
      Flag("for", nil, .text, "with -f, for how long", completes: .duration),
      Flag("selector", "l", .missing(takesValue: true, instead: "name one Pod: logs POD"), ""),
      Flag("prefix", nil, .missing(takesValue: false, instead: "logs POD -c CONTAINER"), ""),
    ], arguments: [.pod], isKubectl: true)

  private let subject: Word
  private let container: String?
  private let allContainers: Bool
  private let lines: LogLines
  private let follows: Bool
  /// Nil, with `-f`: until Ctrl-C.
  private let followFor: SimulatedDuration?
  private let followPosition: TextPosition?

  init(_ call: Invocation) throws(CommandError) {
    guard let subject = call.arguments.first, call.arguments.count <= 2 else {
      throw .arguments(
        "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required "
          + "argument for the logs command\nSee 'kubectl logs -h' for help and examples",
        suggestion: "write logs POD")
    }
    self.subject = subject
    container = call.flags.text("container") ?? call.arguments.dropFirst().first?.text
    allContainers = call.flags.isOn("all-containers")
    lines = LogLines(
      tail: call.flags.integer("tail").flatMap { $0 < 0 ? nil : $0 },
      since: call.flags.duration("since"), showsTimes: call.flags.isOn("timestamps"),
      previous: call.flags.isOn("previous"))
    follows = call.flags.isOn("follow")
    followPosition = call.flags.position(of: "follow")
    followFor = try Self.followTime(call)
  }

  private static func followTime(_ call: Invocation) throws(CommandError) -> SimulatedDuration? {
    guard call.flags.isOn("follow"), let text = call.flags.text("for") else { return nil }
    return try DurationWord.read(
      Word(text, at: call.flags.position(of: "for") ?? TextPosition()))
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    guard !follows || followFor != nil || bench.configuration.manner == .terminal else {
      throw .unsupported(
        "logs -f would wait for ever: the clock moves only when it is told",
        suggestion: "write logs POD -f --for 30s", position: followPosition)
    }
    let pod = try LogSubject.pod(subject, in: &bench)
    for name in try containers(of: pod, in: &bench) {
      guard let source = try lines.source(pod, name, in: bench) else { continue }
      let log = source.lines(in: bench.cluster)
      bench.write(lines.text(lines.chosen(log, now: bench.cluster.now)))
      guard let followFor else {
        if follows { follow(source, printed: log.count, in: &bench) }
        continue
      }
      let start = bench.cluster.now
      try bench.moveClock(to: start + followFor)
      // As in kubectl, a log that is followed is that of one life of the container.
      bench.write(lines.text(source.lines(in: bench.cluster).dropFirst(log.count)))
      bench.sayClock(since: start)
    }
  }

  private func follow(_ source: LogLines.Source, printed: Int, in bench: inout Workbench) {
    bench.following = Following(
      subject: .log(lines, source, printed: printed), namespace: bench.namespace,
      start: bench.cluster.now)
    bench.request = .follow
  }

  private func containers(
    of pod: APIValue, in bench: inout Workbench
  ) throws(CommandError) -> [String] {
    let all = LogSubject.containers(of: pod)
    if allContainers { return all.map(\.name) }
    if let container {
      guard all.contains(where: { $0.name == container }) else {
        throw CommandError(
          "not-found", "error: container \(container) is not valid for pod \(pod.name)",
          suggestion: "it has: \(all.map(\.name).joined(separator: ", "))")
      }
      return [container]
    }
    guard let first = all.first else { return [] }
    if all.count > 1 {
      let list = all.map { $0.isInit ? "\($0.name) (init)" : $0.name }.joined(separator: ", ")
      bench.note("Defaulted container \(GoSyntax.quoted(first.name)) out of: \(list)")
    }
    return [first.name]
  }
}

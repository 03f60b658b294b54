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
      Flag("selector", "l", .text, "the Pods with these labels; their last 10 lines each"),
      Flag("prefix", nil, .switched, "Pod and container before each line"),
      Flag("max-log-requests", nil, .integer, "accepted"),
      Flag("ignore-errors", nil, .switched, "accepted"),
    ], arguments: [.pod], isKubectl: true)

  /// Nil where labels choose the Pods.
  private let subject: Word?
  private let labels: LabelSelector?
  private let showsPrefix: Bool
  private let container: String?
  private let allContainers: Bool
  private let lines: LogLines
  private let follows: Bool
  /// Nil, with `-f`: until Ctrl-C.
  private let followFor: SimulatedDuration?
  private let followPosition: TextPosition?

  init(_ call: Invocation) throws(CommandError) {
    labels = try ObjectSelection.labels(call)
    if labels != nil, let word = call.arguments.first {
      throw .arguments(
        "only a selector (-l) or a POD name is allowed\nSee 'kubectl logs -h' for help and examples",
        position: word.position)
    }
    guard labels != nil || (1...2).contains(call.arguments.count) else {
      throw .arguments(
        "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required "
          + "argument for the logs command\nSee 'kubectl logs -h' for help and examples",
        suggestion: "write logs POD")
    }
    subject = call.arguments.first
    showsPrefix = call.flags.isOn("prefix")
    container = call.flags.text("container") ?? call.arguments.dropFirst().first?.text
    allContainers = call.flags.isOn("all-containers")
    if allContainers, let container {
      throw .arguments(
        "--all-containers=true should not be specified with container name \(container)")
    }
    try Self.check(call)
    lines = LogLines(
      // Of many Pods kubectl shows ten lines each unless told otherwise.
      tail: Self.tail(call, ofMany: labels != nil),
      since: call.flags.duration("since"), showsTimes: call.flags.isOn("timestamps"),
      previous: call.flags.isOn("previous"))
    follows = call.flags.isOn("follow")
    followPosition = call.flags.position(of: "follow")
    followFor = try Self.followTime(call)
  }

  private static func check(_ call: Invocation) throws(CommandError) {
    if let tail = call.flags.integer("tail"), tail < -1 {
      throw .arguments(
        "--tail must be greater than or equal to -1", position: call.flags.position(of: "tail"))
    }
    if let since = call.flags.duration("since"), since <= .zero {
      throw .arguments(
        "--since must be greater than 0", position: call.flags.position(of: "since"))
    }
  }

  private static func tail(_ call: Invocation, ofMany: Bool) -> Int? {
    let tail = call.flags.integer("tail") ?? (ofMany ? 10 : -1)
    return tail < 0 ? nil : tail
  }

  private static func followTime(_ call: Invocation) throws(CommandError) -> SimulatedDuration? {
    guard call.flags.isOn("follow"), let text = call.flags.text("for") else { return nil }
    return try DurationWord.read(
      Word(text, at: call.flags.position(of: "for") ?? TextPosition()))
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let sources = try sources(in: &bench)
    try checkFollowing(sources, in: bench)
    for part in sources {
      let log = part.source.lines(in: bench.cluster)
      bench.write(lines.text(lines.chosen(log, now: bench.cluster.now), prefix: part.prefix))
      // What has ended has nothing to add; kubectl returns at once.
      guard follows, !part.source.hasEnded else { continue }
      guard let followFor else {
        follow(part.source, printed: log.count, in: &bench)
        continue
      }
      let start = bench.cluster.now
      try bench.moveClock(to: start + followFor)
      // As in kubectl, a log that is followed is that of one life of the container.
      bench.write(lines.text(part.source.lines(in: bench.cluster).dropFirst(log.count)))
      bench.sayClock(since: start)
    }
  }

  /// The log of one container, and what stands before each of its lines.
  private struct Part {
    let source: LogLines.Source
    let prefix: String
  }

  /// Of the Pod that is named, or of all Pods that the labels choose, one after another.
  private func sources(in bench: inout Workbench) throws(CommandError) -> [Part] {
    let pods: [APIValue]
    if let subject {
      pods = [try LogSubject.pod(subject, in: &bench)]
    } else {
      pods = bench.cluster.objects.list(.pods, namespace: bench.namespace).map(\.tree)
        .filter { labels?.matches($0) ?? false }
      if pods.isEmpty { bench.note("No resources found in \(bench.namespace) namespace.") }
    }
    var parts: [Part] = []
    for pod in pods {
      for name in try containers(of: pod, in: &bench) {
        guard let source = try lines.source(pod, name, in: bench) else { continue }
        parts.append(Part(source: source, prefix: prefix(pod, name)))
      }
    }
    return parts
  }

  /// Whether there is something to wait for, and somebody to end the waiting.
  private func checkFollowing(_ parts: [Part], in bench: Workbench) throws(CommandError) {
    guard follows, parts.contains(where: { !$0.source.hasEnded }) else { return }
    guard subject != nil else {
      throw .unsupported(
        "podlab follows the log of one Pod at a time", suggestion: "name the Pod",
        position: followPosition)
    }
    guard followFor != nil || bench.configuration.manner == .terminal else {
      throw .unsupported(
        "logs -f would wait for ever: the clock moves only when it is told",
        suggestion: "write logs POD -f --for 30s", position: followPosition)
    }
  }

  private func prefix(_ pod: APIValue, _ container: String) -> String {
    showsPrefix ? "[pod/\(pod.name)/\(container)] " : ""
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
      let ephemeral = pod.list("spec", "ephemeralContainers").map { $0.text("name") }
      guard (all.map(\.name) + ephemeral).contains(container) else {
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

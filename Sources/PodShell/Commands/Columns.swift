internal import PodEngine

/// `columns POD`: phase, STATUS and the states of the containers side by side.
struct Columns: Command {
  static let description = CommandDescription(
    "columns", .understand, synopsis: "columns POD",
    about: "show phase, STATUS and container states side by side",
    examples: ["create pod web --image=nginx && columns web", "help columns"], arguments: [.pod])

  private let target: PodTarget

  init(_ call: Invocation) throws(CommandError) {
    target = try OneTarget(call, verb: "columns").target
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let pod = try bench.object(target.key(in: bench), position: target.position)
    let statuses = ["initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses"]
      .flatMap { pod.list("status", $0) }
    let now = bench.cluster.now
    var table = TabWriter.get
    table.write(line: ["PHASE", "STATUS", "CONTAINER", "STATE", "LAST STATE", "READY", "RESTARTS"])
    let first = [pod.text("status", "phase"), PodSummary(pod).status]
    if statuses.isEmpty { table.write(line: first + ["<none>", "<none>", "<none>", "false", "0"]) }
    for (index, status) in statuses.enumerated() {
      table.write(
        line: (index == 0 ? first : ["", ""]) + [
          status.text("name"), Self.text(status["state"], now), Self.text(status["lastState"], now),
          String(status.flag("ready")), String(status.integer("restartCount")),
        ])
    }
    bench.write(table.take())
  }

  /// `Running for 5s`, `Waiting (ImagePullBackOff)`, `Terminated (Error, exit 1)`.
  private static func text(_ state: APIValue?, _ now: SimulatedTime) -> String {
    guard let state else { return "<none>" }
    if let running = state["running"] {
      return "Running for \(HumanDuration.since(running.time("startedAt"), now: now))"
    }
    if let waiting = state["waiting"] { return "Waiting (\(waiting.text("reason").orNone))" }
    if let ended = state["terminated"] {
      return "Terminated (\(ended.text("reason").orNone), exit \(ended.integer("exitCode")))"
    }
    return "<none>"
  }
}

internal import PodEngine

/// Sitting down in front of a container's first process, as `run -it` and `debug -it` do.
extension Workbench {
  /// Lets time pass until a container runs, then shows what it prints and passes on what is typed.
  /// A container that has ended by then shows its log.
  mutating func attach(
    to pod: ObjectKey, container: String, origin: AttachedExec.Origin
  ) throws(CommandError) {
    let start = cluster.now
    _ = try moveClock(to: start + .minutes(1)) { event in
      event.key == pod && Self.hasStarted(container, event.object)
    }
    let tree = try object(pod)
    guard Self.hasStarted(container, tree) else {
      sayClock(since: start)
      return fail(
        CommandError(
          "timeout", "error: timed out waiting for the condition",
          suggestion: "describe pod \(pod.name) tells why \(container) does not start"))
    }
    let handle: ExecHandle
    do throws(ExecError) { handle = try cluster.attach(to: pod, container: container) } catch {
      sayClock(since: start)
      return try showLog(of: tree, container, origin)
    }
    sayClock(since: start)
    let isTerminal = Self.specification(of: container, tree).field("tty") == .bool(true)
    if isTerminal { advise("If you don't see a command prompt, try pressing enter.") }
    var exec = AttachedExec(handle: handle, isTerminal: isTerminal, limit: nil)
    exec.origin = origin
    try goOn(exec)
  }

  private mutating func showLog(
    of pod: APIValue, _ container: String, _ origin: AttachedExec.Origin
  ) throws(CommandError) {
    let lines = LogLines(tail: nil, since: nil, showsTimes: false, previous: false)
    guard let source = try lines.source(pod, container, in: self) else { return }
    write(lines.text(source.lines(in: cluster)[...]))
    guard case .run(let key, let restarts, let removes) = origin else { return }
    if removes { remove(key) }
    let code = Self.status(of: container, pod)?.field("state", "terminated", "exitCode")?.intValue
    guard let code, code != 0, !restarts else { return }
    fail(
      CommandError("exit-code", "pod \(pod.namespace)/\(pod.name) terminated (Error)"))
  }

  private static func hasStarted(_ container: String, _ pod: APIValue) -> Bool {
    let state = status(of: container, pod)?.field("state")
    return state?["running"] != nil || state?["terminated"] != nil
  }

  private static func status(of container: String, _ pod: APIValue) -> APIValue? {
    (pod.list("status", "containerStatuses") + pod.list("status", "ephemeralContainerStatuses"))
      .first { $0.text("name") == container }
  }

  private static func specification(of container: String, _ pod: APIValue) -> APIValue {
    (pod.list("spec", "containers") + pod.list("spec", "ephemeralContainers"))
      .first { $0.text("name") == container } ?? .emptyObject
  }
}

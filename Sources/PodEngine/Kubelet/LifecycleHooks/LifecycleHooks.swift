/// The hooks of a container: pkg/kubelet/lifecycle/handlers.go. An exec hook runs as a process in
/// the container, sleep is a timer, httpGet ends at once unless the server hangs.
extension Kubelet {
  /// Runs right after the start; the sync waits for it. On the ideal clock the container's own
  /// process has the first word of the instant; with `jitter` the two race.
  mutating func runPostStart(
    _ container: Container, _ containerID: String, _ uid: String, _ turn: inout Turn
  ) {
    workers[uid]?.task?.waitingFor = .postStart(
      container: container.name, containerID: containerID, exec: nil)
    turn.schedule(
      .postStart(podUID: uid, containerID: containerID), after: latency(Latency.postStart, turn))
  }

  mutating func beginPostStart(_ uid: String, _ containerID: String, _ turn: inout Turn) {
    guard case .postStart(let name, containerID, nil) = workers[uid]?.task?.waitingFor,
      let container = workers[uid]?.container(name), let hook = container.lifecycle?.postStart
    else { return }
    let begun = begin(hook, container, .postStart, containerID, uid, &turn)
    note(.began, .postStart, name, uid, &turn)
    switch begun {
    case .running(let exec):
      workers[uid]?.task?.waitingFor = .postStart(
        container: name, containerID: containerID, exec: exec)
    case .ended(let error):
      guard let error else { return postStartEnded(name, uid, &turn) }
      note(hook, .postStart, failedWith: error, container, uid, &turn)
      postStartFailed(name, containerID, uid, &turn)
    }
  }

  /// Runs before TERM; its time is taken off the grace period, which also limits it.
  mutating func runPreStop(
    _ hook: LifecycleHandler, _ killing: Killing, _ uid: String, _ turn: inout Turn
  ) {
    guard let container = workers[uid]?.container(killing.containerName) else { return }
    let id = killing.containerID
    let begun = begin(hook, container, .preStop, id, uid, &turn)
    var exec: ExecID?
    if case .running(let running) = begun { exec = running }
    workers[uid]?.killings[id]?.step = .preStop(since: turn.now, exec: exec)
    note(.began, .preStop, container.name, uid, &turn)
    switch begun {
    case .running:
      turn.schedule(
        .hookTimer(podUID: uid, containerID: id, .preStop), after: .seconds(killing.graceSeconds))
    case .ended(let error):
      if let error {
        note(hook, .preStop, failedWith: error, container, uid, &turn)
        preStopFailed(container.name, uid, &turn)
      } else {
        note(.ended, .preStop, container.name, uid, &turn)
      }
      preStopEnded(uid, id, &turn)
    }
  }

  /// The kubelet's log has the reason of a failure; the event keeps it to itself.
  private func note(
    _ hook: LifecycleHandler, _ kind: HookKind, failedWith error: String, output: String = "",
    _ container: Container, _ uid: String, _ turn: inout Turn
  ) {
    guard let pod = workers[uid]?.pod else { return }
    let text = HookHandler.failure(
      of: hook, container: container.name, in: pod, error: error, output: output)
    note(.failed(text), kind, container.name, uid, &turn)
  }

  /// A hook that was told how to behave has the telling as its cause.
  private func note(
    _ step: HookNote.Step, _ kind: HookKind, _ container: String, _ uid: String,
    _ turn: inout Turn
  ) {
    turn.note(
      containerReference(uid, container),
      .hook(HookNote(container: container, kind: kind, step: step)),
      because: workers[uid]?.hookFaultCauses[Self.faultKey(container, kind)])
  }

  private mutating func postStartEnded(_ name: String, _ uid: String, _ turn: inout Turn) {
    note(.ended, .postStart, name, uid, &turn)
    continueSync(uid, &turn)
  }

  private enum Begun {
    /// Goes on; the ID of its process, or nil for a timer.
    case running(ExecID?)
    /// With what went wrong; nil is success.
    case ended(error: String?)
  }

  private mutating func begin(
    _ hook: LifecycleHandler, _ container: Container, _ kind: HookKind, _ containerID: String,
    _ uid: String, _ turn: inout Turn
  ) -> Begun {
    switch workers[uid]?.hookFaults[Self.faultKey(container.name, kind)] ?? .ok {
    case .ok: break
    case .fail: return .ended(error: "fault injected by podlab")
    case .hang: return .running(nil)
    case .slow(let duration):
      turn.schedule(.hookTimer(podUID: uid, containerID: containerID, kind), after: duration)
      return .running(nil)
    }
    switch HookHandler.action(of: hook) {
    case .exec(let command):
      do throws(RuntimeError) {
        return .running(try runtime.exec(containerID, command: command, at: turn.now))
      } catch { return .ended(error: error.message) }
    case .sleep(let seconds):
      turn.schedule(
        .hookTimer(podUID: uid, containerID: containerID, kind), after: .seconds(seconds))
      return .running(nil)
    case .httpGet(let request):
      return beginHTTP(request, container, kind, containerID, uid, &turn)
    case nil: return .ended(error: "invalid handler")
    }
  }

  private mutating func beginHTTP(
    _ request: HTTPGetAction, _ container: Container, _ kind: HookKind, _ containerID: String,
    _ uid: String, _ turn: inout Turn
  ) -> Begun {
    guard let port = container.portNumber(request.port) else {
      return .ended(error: "couldn't find port: \(request.port)")
    }
    let url = request.url(host: address(uid), port: port)
    switch httpGet(request, port: port, uid) {
    case .refused:
      let address = url.split(separator: "/").dropFirst().first ?? ""
      return .ended(error: "Get \"\(url)\": dial tcp \(address): connect: connection refused")
    case .notHTTP:
      return .ended(
        error: "Get \"\(url)\": net/http: HTTP/1.x transport connection broken: malformed HTTP "
          + "response")
    case .hang: return .running(nil)
    case .response(_, let after):
      if after == .zero { return .ended(error: nil) }
      turn.schedule(.hookTimer(podUID: uid, containerID: containerID, kind), after: after)
      return .running(nil)
    }
  }

  static func faultKey(_ container: String, _ kind: HookKind) -> String {
    "\(container)/\(kind.rawValue)"
  }

  /// A hook's timer ran out: sleep is over, or preStop has used up the grace period.
  mutating func hookTimer(
    _ uid: String, _ containerID: String, _ kind: HookKind, _ turn: inout Turn
  ) {
    switch kind {
    case .postStart:
      if case .postStart(let name, containerID, nil) = workers[uid]?.task?.waitingFor {
        postStartEnded(name, uid, &turn)
      }
    case .preStop:
      guard let killing = workers[uid]?.killings[containerID],
        case .preStop(let since, let exec) = killing.step
      else { return }
      let isOver = turn.now - since >= .seconds(killing.graceSeconds)
      if exec != nil, !isOver { return }
      note(isOver ? .outOfTime : .ended, .preStop, killing.containerName, uid, &turn)
      if let exec {
        runtime.cancelExec(exec, at: turn.now)
        preStopFailed(killing.containerName, uid, &turn)
      }
      preStopEnded(uid, containerID, &turn)
    }
  }

  /// An exec hook ended by itself.
  mutating func hookExecEnded(
    _ id: ExecID, exitCode: Int, output: String, _ turn: inout Turn
  ) {
    for (uid, worker) in workers {
      if case .postStart(let name, let containerID, id) = worker.task?.waitingFor {
        if exitCode == 0 { return postStartEnded(name, uid, &turn) }
        noteExec(.postStart, name, exitCode, output, uid, &turn)
        return postStartFailed(name, containerID, uid, &turn)
      }
      for (containerID, killing) in worker.killings {
        guard case .preStop(_, id) = killing.step else { continue }
        if exitCode != 0 {
          noteExec(.preStop, killing.containerName, exitCode, output, uid, &turn)
          preStopFailed(killing.containerName, uid, &turn)
        } else {
          note(.ended, .preStop, killing.containerName, uid, &turn)
        }
        return preStopEnded(uid, containerID, &turn)
      }
    }
  }

  private func noteExec(
    _ kind: HookKind, _ name: String, _ exitCode: Int, _ output: String, _ uid: String,
    _ turn: inout Turn
  ) {
    guard let container = workers[uid]?.container(name),
      let hook = kind == .preStop ? container.lifecycle?.preStop : container.lifecycle?.postStart
    else { return }
    let command = hook.exec?.command.joined(separator: " ") ?? ""
    note(
      hook, kind, failedWith: "command '\(command)' exited with \(exitCode): ", output: output,
      container,
      uid, &turn)
  }

  /// The container died under its hook.
  mutating func hookContainerDied(_ uid: String, _ containerID: String, _ turn: inout Turn) {
    if case .postStart(let name, containerID, _) = workers[uid]?.task?.waitingFor {
      postStartFailed(name, containerID, uid, &turn)
    }
  }

  /// A failed postStart hook costs the container its life; the restart policy decides what comes
  /// next.
  private mutating func postStartFailed(
    _ name: String, _ containerID: String, _ uid: String, _ turn: inout Turn
  ) {
    turn.record(containerReference(uid, name), .hookFailed(.postStart))
    setStartError(
      name, StartError(reason: "PostStartHookError", message: "PostStartHook failed"), uid, &turn)
    workers[uid]?.wantsSync = true
    workers[uid]?.task?.waitingFor = nil
    if isInitContainer(name, uid), workers[uid]?.container(name)?.isSidecar == false {
      workers[uid]?.task?.steps = []
    }
    if let record = runtime.container(containerID) {
      kill(ContainerToKill(record, .postStartHook), of: uid, &turn)
    }
    if workers[uid]?.killings.isEmpty == false {
      workers[uid]?.task?.waitingFor = .killings
    } else {
      continueSync(uid, &turn)
    }
  }

  /// A failed preStop hook stops nothing: the container was to be stopped anyway.
  private mutating func preStopFailed(_ name: String, _ uid: String, _ turn: inout Turn) {
    turn.record(containerReference(uid, name), .hookFailed(.preStop))
  }
}

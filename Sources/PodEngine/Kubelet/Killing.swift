/// Stopping one container: `killContainer` in pkg/kubelet/kuberuntime/kuberuntime_container.go.
///
/// The event comes first. Then a sidecar waits for its turn, the preStop hook runs, TERM is sent
/// and, when the grace period is over, KILL. Waiting and hook are paid for from the grace period,
/// in whole seconds; the process always gets two.
extension Kubelet {
  /// Begins to stop a container. `graceSeconds` nil leaves it to the rule; `waitsForOthers` is for
  /// sidecars of a Pod that ends.
  mutating func kill(
    _ container: ContainerToKill, of uid: String, graceSeconds: Int? = nil,
    waitsForOthers: Bool = false, _ turn: inout Turn
  ) {
    let containerID = container.containerID
    guard let worker = workers[uid], let record = runtime.container(containerID),
      record.state == .running
    else { return }
    turn.record(containerReference(uid, record.name), .killing(container.message))
    let grace =
      graceSeconds
      ?? GracePeriod.seconds(
        of: worker.pod, worker.container(container.name), for: container.reason)
    if let killing = worker.killings[containerID] { return hasten(killing, uid, grace, &turn) }
    workers[uid]?.killings[containerID] = Killing(
      containerID: containerID, containerName: record.name, graceSeconds: grace,
      step: .waitingForTurn, beganAt: turn.now)
    turn.note(
      containerReference(uid, record.name),
      .stopping(
        container: record.name, StopReason(container.reason), graceSeconds: grace))
    if waitsForOthers, grace > 0 {
      turn.schedule(.turnDue(podUID: uid, containerID: containerID), after: .seconds(grace))
    } else if turn.hasJitter {
      turn.schedule(
        .turnDue(podUID: uid, containerID: containerID), after: latency(Latency.stop, turn))
    } else {
      beginPreStop(uid, containerID, &turn)
    }
  }

  /// A container that is being stopped already gets less time, never more.
  private mutating func hasten(
    _ killing: Killing, _ uid: String, _ grace: Int, _ turn: inout Turn
  ) {
    var killing = killing
    killing.graceSeconds = min(killing.graceSeconds, grace)
    switch killing.step {
    case .waitingForTurn: break
    case .preStop(let since, _):
      turn.schedule(
        .hookTimer(podUID: uid, containerID: killing.containerID, .preStop),
        at: max(turn.now, since + .seconds(killing.graceSeconds)))
    case .stopping(let killAt):
      let sooner = turn.now + .seconds(max(grace, GracePeriod.minimumSeconds))
      if sooner < killAt {
        killing.step = .stopping(killAt: sooner)
        turn.schedule(.killDue(podUID: uid, containerID: killing.containerID), at: sooner)
      }
    }
    workers[uid]?.killings[killing.containerID] = killing
  }

  private mutating func beginPreStop(
    _ uid: String, _ containerID: String, _ turn: inout Turn
  ) {
    guard let killing = workers[uid]?.killings[containerID],
      let hook = workers[uid]?.container(killing.containerName)?.lifecycle?.preStop,
      killing.graceSeconds > 0
    else { return sendTerm(uid, containerID, &turn) }
    runPreStop(hook, killing, uid, &turn)
  }

  /// The hook is done, or has used up the grace period: now it is the process's turn.
  mutating func preStopEnded(_ uid: String, _ containerID: String, _ turn: inout Turn) {
    guard var killing = workers[uid]?.killings[containerID],
      case .preStop(let since, _) = killing.step
    else { return }
    killing.graceSeconds -= (turn.now - since).wholeSeconds
    workers[uid]?.killings[containerID] = killing
    sendTerm(uid, containerID, &turn)
  }

  private mutating func sendTerm(_ uid: String, _ containerID: String, _ turn: inout Turn) {
    guard var killing = workers[uid]?.killings[containerID] else { return }
    let seconds = max(killing.graceSeconds, GracePeriod.minimumSeconds)
    let killAt = turn.now + .seconds(seconds)
    killing.step = .stopping(killAt: killAt)
    workers[uid]?.killings[containerID] = killing
    let signal = stopSignal(of: containerID)
    note(signal, killAt: killAt, killing, uid, &turn)
    runtime.signalContainer(containerID, signal, at: turn.now)
    turn.schedule(.killDue(podUID: uid, containerID: containerID), at: killAt)
  }

  /// What `docker stop` would send: the image's STOPSIGNAL, or TERM.
  private func stopSignal(of containerID: String) -> Signal {
    runtime.container(containerID)?.stopSignal ?? .term
  }

  mutating func killDue(_ uid: String, _ containerID: String, _ turn: inout Turn) {
    guard let killing = workers[uid]?.killings[containerID],
      case .stopping(let killAt) = killing.step, killAt <= turn.now
    else { return }
    note(.kill, killAt: nil, killing, uid, &turn)
    runtime.signalContainer(containerID, .kill, at: turn.now)
  }

  /// What makes TERM go unheard is the cause of KILL.
  private func note(
    _ signal: Signal, killAt: SimulatedTime?, _ killing: Killing, _ uid: String,
    _ turn: inout Turn
  ) {
    let id = killing.containerID
    turn.note(
      containerReference(uid, killing.containerName),
      .signal(
        container: killing.containerName, name: "SIG\(signal.name)", killAt: killAt),
      because: signal == .kill ? blame[.deafness(id)] ?? blame[.hang(id)] : nil)
  }

  /// A sidecar's turn: the containers that it serves are down, or the grace period is over.
  mutating func turnDue(_ uid: String, _ containerID: String, _ turn: inout Turn) {
    guard var killing = workers[uid]?.killings[containerID], killing.step == .waitingForTurn
    else { return }
    killing.graceSeconds -= (turn.now - killing.beganAt).wholeSeconds
    workers[uid]?.killings[containerID] = killing
    beginPreStop(uid, containerID, &turn)
  }

  /// A container that was being stopped is down.
  mutating func killingEnded(_ uid: String, _ containerID: String, _ turn: inout Turn) {
    guard let worker = workers[uid], worker.killings[containerID] != nil else { return }
    workers[uid]?.killings[containerID] = nil
    callSidecars(uid, &turn)
    guard workers[uid]?.killings.isEmpty == true else { return }
    switch worker.stage {
    case .syncing:
      if worker.task?.waitingFor == .killings { continueSync(uid, &turn) }
    case .terminating: finishTermination(uid, &turn)
    case .terminated: break
    }
  }

  /// Whom a waiting sidecar has waited for is down.
  private mutating func callSidecars(_ uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid] else { return }
    let ordering = TerminationOrdering(worker.pod)
    let running = worker.killings.map(\.value.containerName)
    for (id, killing) in worker.killings
    where !ordering.waits(killing.containerName, while: running) { turnDue(uid, id, &turn) }
  }
}

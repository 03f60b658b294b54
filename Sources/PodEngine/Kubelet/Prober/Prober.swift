/// Asking the containers of a Pod: pkg/kubelet/prober. Ticks come at A + k·period, where A is when
/// the Pod reached its node; the grid survives restarts.
extension Kubelet {
  /// Makes a worker for each probe, before there is any container.
  mutating func startProbes(_ uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid] else { return }
    let origin = worker.arrivedAt + latency(Latency.probeOffset, turn)
    for container in worker.pod.spec.sidecars + worker.pod.spec.containers {
      for kind in ProbeKind.allCases {
        guard let probe = container.probe(kind) else { continue }
        let key = ProbeKey(container: container.name, kind: kind)
        workers[uid]?.probes[key] = ProbeWorker(
          key: key, probe: probe, arrivedAt: origin)
        scheduleTick(uid, key, &turn)
      }
    }
  }

  private mutating func scheduleTick(_ uid: String, _ key: ProbeKey, _ turn: inout Turn) {
    guard let prober = workers[uid]?.probes[key] else { return }
    let next = prober.nextTick + prober.period
    workers[uid]?.probes[key]?.nextTick = next
    turn.schedule(.probe(podUID: uid, key, manual: false), at: next)
  }

  /// A started container whose readiness nobody has asked for yet is asked at once.
  mutating func requestReadinessProbes(_ uid: String, _ status: PodStatus, _ turn: inout Turn) {
    for container in status.initContainerStatuses + status.containerStatuses
    where container.started == true && !container.ready {
      let key = ProbeKey(container: container.name, kind: .readiness)
      let id = ProbeTable.shortID(container.containerID)
      guard let prober = workers[uid]?.probes[key],
        prober.containerID != id || !prober.hasResult, !prober.isRunning
      else { continue }
      // A probe that was run for this container and did not count yet waits for its next tick.
      if prober.containerID == id, prober.streak > 0 { continue }
      turn.schedule(.probe(podUID: uid, key, manual: true))
    }
  }

  /// `doProbe` in worker.go: one tick of one probe.
  mutating func probe(_ uid: String, _ key: ProbeKey, manual: Bool, _ turn: inout Turn) {
    guard let worker = workers[uid], var prober = worker.probes[key] else { return }
    if !manual, prober.nextTick != turn.now { return }
    guard mayProbe(worker, key.kind) else { return }
    // A run that is going on blocks its worker.
    if prober.isRunning {
      if !manual { scheduleTick(uid, key, &turn) }
      return
    }
    let decision = prober.tick(view(of: key.container, worker), at: turn.now)
    workers[uid]?.probes[key] = prober
    if !manual, decision != .stop { scheduleTick(uid, key, &turn) }
    if decision == .ask { run(uid, key, prober.containerID, &turn) }
  }

  /// `StopLivenessAndStartup` when a Pod's end begins, `RemovePod` when it is over.
  private func mayProbe(_ worker: PodWorker, _ kind: ProbeKind) -> Bool {
    switch worker.stage {
    case .syncing: true
    case .terminating: kind == .readiness
    case .terminated: false
    }
  }

  /// What was published last; a container that has ended since does not count as running.
  private func view(of name: String, _ worker: PodWorker) -> ProbeWorker.View? {
    guard let published = worker.published, let container = worker.container(name) else {
      return nil
    }
    var status = publishedStatus(of: name, worker)
    if let record = status.flatMap({ runtime.container(ProbeTable.shortID($0.containerID)) }),
      status?.state.running != nil
    {
      status?.state =
        record.state == .running
        ? .running(since: record.startedAt ?? record.createdAt) : .waiting("")
    }
    return ProbeWorker.View(
      phase: published.phase, container: status, isTerminating: worker.pod.isTerminating,
      restartPolicy: RestartRule.policy(of: container, in: worker.pod))
  }

  private func publishedStatus(of name: String, _ worker: PodWorker) -> ContainerStatus? {
    guard let status = worker.published else { return nil }
    return (status.initContainerStatuses + status.containerStatuses).first { $0.name == name }
  }

  private mutating func run(
    _ uid: String, _ key: ProbeKey, _ containerID: String, _ turn: inout Turn
  ) {
    guard var prober = workers[uid]?.probes[key],
      let container = workers[uid]?.container(key.container)
    else { return }
    prober.run += 1
    prober.isRunning = true
    workers[uid]?.probes[key] = prober
    switch ask(prober, container, uid) {
    case .known(let outcome, let after):
      if after == .zero { return probeEnded(uid, key, run: prober.run, outcome, &turn) }
      turn.schedule(.probeEnded(podUID: uid, key, run: prober.run, outcome), after: after)
    case .exec(let command): runExec(command, uid, prober, containerID, &turn)
    }
  }

  private mutating func runExec(
    _ command: [String], _ uid: String, _ prober: ProbeWorker, _ containerID: String,
    _ turn: inout Turn
  ) {
    let key = prober.key
    do throws(RuntimeError) {
      workers[uid]?.probes[key]?.exec = try runtime.exec(
        containerID, command: command, at: turn.now)
      let text =
        "command timed out: \"\(command.joined(separator: " "))\" timed out after "
        + prober.timeout.goText
      turn.schedule(
        .probeEnded(podUID: uid, key, run: prober.run, .failure(text)), after: prober.timeout)
    } catch {
      // A command that cannot be started is an error of the prober, not an answer of the container.
      probeEnded(uid, key, run: prober.run, .error(error.message), &turn)
    }
  }

  /// A process that was started for a probe or a hook ended.
  mutating func execFinished(
    _ id: ExecID, exitCode: Int, output: String, _ turn: inout Turn
  ) {
    for (uid, worker) in workers {
      for (_, prober) in worker.probes.workers where prober.exec == id {
        let outcome: ProbeOutcome = exitCode == 0 ? .success(output) : .failure(output)
        return probeEnded(uid, prober.key, run: prober.run, outcome, &turn)
      }
    }
    hookExecEnded(id, exitCode: exitCode, output: output, &turn)
  }

  mutating func probeEnded(
    _ uid: String, _ key: ProbeKey, run: Int, _ outcome: ProbeOutcome, _ turn: inout Turn
  ) {
    guard let prober = workers[uid]?.probes[key], prober.isRunning, prober.run == run
    else { return }
    workers[uid]?.probes[key]?.isRunning = false
    if let exec = prober.exec {
      runtime.cancelExec(exec, at: turn.now)
      workers[uid]?.probes[key]?.exec = nil
    }
    // What was asked of a container that is gone says nothing about the present one.
    guard runtime.container(prober.containerID)?.state == .running else { return }
    if let event = KubeletEvent.probed(key.kind, outcome) {
      turn.record(containerReference(uid, key.container), event)
    }
    // The count of a probe that rests from now on begins anew.
    let before = prober.lastSucceeded == (outcome.result == .success) ? prober.streak : 0
    let changed = workers[uid]?.probes[key]?.count(outcome) ?? false
    note(prober, outcome, streak: before + 1, isTurn: changed, uid, &turn)
    if changed { resultChanged(uid, key, &turn) }
  }

  private func note(
    _ prober: ProbeWorker, _ outcome: ProbeOutcome, streak: Int, isTurn: Bool, _ uid: String,
    _ turn: inout Turn
  ) {
    let key = prober.key
    let success = outcome.result == .success
    let hang = success ? nil : blame[.hang(prober.containerID)]
    turn.note(
      containerReference(uid, key.container),
      .probe(
        ProbeNote(
          container: key.container, kind: key.kind, outcome: outcome,
          streak: outcome.isError ? 0 : streak, threshold: prober.threshold(success: success),
          isTurn: isTurn)),
      because: prober.faultCause ?? hang)
  }

  /// Readiness and startup go into the status at once; liveness and startup may call for a restart.
  private mutating func resultChanged(_ uid: String, _ key: ProbeKey, _ turn: inout Turn) {
    switch key.kind {
    case .readiness, .startup: publishProbe(key, of: uid, &turn)
    case .liveness: break
    }
    turn.schedule(.sync(uid: uid))
  }
}

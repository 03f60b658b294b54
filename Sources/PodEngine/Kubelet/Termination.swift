/// The end of a Pod: `SyncTerminatingPod` and `SyncTerminatedPod` in pkg/kubelet/kubelet.go.
extension Kubelet {
  /// Stops everything, with so many seconds of grace; called again with less, it hurries.
  mutating func beginTermination(_ uid: String, graceSeconds: Int, _ turn: inout Turn) {
    guard let worker = workers[uid] else { return }
    switch worker.stage {
    case .terminated:
      // A kubelet that was cut off still owes the API server the end.
      if worker.published != nil { publish(uid, &turn) }
      return finishDeletion(uid, &turn)
    case .terminating(let before):
      guard Self.graceSeconds(of: worker.pod, override: graceSeconds, current: before) < before
      else { return }
    case .syncing: break
    }
    let isFirst = worker.stage == .syncing
    workers[uid]?.stage = .terminating(graceSeconds: graceSeconds)
    if isFirst {
      cancelSync(uid, &turn)
      publish(uid, &turn)
    }
    killPod(uid, graceSeconds: graceSeconds, &turn)
    if workers[uid]?.killings.isEmpty == true { finishTermination(uid, &turn) }
  }

  /// What the sync was waiting for is of no interest any more.
  private mutating func cancelSync(_ uid: String, _ turn: inout Turn) {
    if case .postStart(_, _, let exec?) = workers[uid]?.task?.waitingFor {
      runtime.cancelExec(exec, at: turn.now)
    }
    pulls.cancel(podUID: uid)
    workers[uid]?.task = nil
  }

  /// Main containers together; sidecars wait for them; a plain init container is stopped at once.
  private mutating func killPod(_ uid: String, graceSeconds: Int, _ turn: inout Turn) {
    guard let worker = workers[uid] else { return }
    let ordering = TerminationOrdering(worker.pod)
    let running = runtime.containers(podUID: uid).filter { $0.state == .running }
    for record in running {
      kill(
        ContainerToKill(record, .podStops), of: uid, graceSeconds: graceSeconds,
        waitsForOthers: ordering.waits(record.name, while: running.map(\.name)), &turn)
    }
  }

  /// Everything is down: the final status, and nothing is left on the node.
  mutating func finishTermination(_ uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid], worker.stage != .terminated else { return }
    for sandbox in runtime.sandboxes(podUID: uid) where sandbox.isReady {
      runtime.stopPodSandbox(sandbox.id, at: turn.now)
    }
    workers[uid]?.stage = .terminated
    workers[uid]?.startErrors = [:]
    publish(uid, &turn)
    workers[uid]?.probes = ProbeTable()
    cleanedUp(uid, &turn)
    guard let stored = turn.objects.pod(worker.pod.key), stored.metadata.uid == uid else {
      return forget(uid)
    }
    workers[uid]?.pod = stored
    finishDeletion(uid, &turn)
  }

  /// The kubelet gives the object free when it is to be deleted (status_manager.go,
  /// `canBeDeleted`).
  private mutating func finishDeletion(_ uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid], worker.pod.isTerminating else { return }
    turn.request(.delete(worker.pod.key, DeleteOptions(gracePeriodSeconds: 0, uid: uid)))
  }

  /// `activeDeadlineSeconds` is counted from the Pod's start (active_deadline.go).
  mutating func startDeadline(_ uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid], let seconds = worker.pod.spec.activeDeadlineSeconds else {
      return
    }
    turn.schedule(.deadline(podUID: uid), at: worker.startTime + .seconds(seconds))
  }

  mutating func deadlinePassed(_ uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid], worker.stage == .syncing,
      let seconds = worker.pod.spec.activeDeadlineSeconds,
      worker.startTime + .seconds(seconds) <= turn.now
    else { return }
    let message = "Pod was active on the node longer than the specified deadline"
    turn.note(worker.pod.reference(), .verdict(reason: "DeadlineExceeded", message: message))
    turn.record(worker.pod.reference(), .normal, "DeadlineExceeded", message)
    workers[uid]?.verdict = PodWorker.Verdict(reason: "DeadlineExceeded", message: message)
    beginTermination(uid, graceSeconds: Self.graceSeconds(of: worker.pod), &turn)
  }
}

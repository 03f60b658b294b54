/// How the kubelet tells the API server about a Pod: pkg/kubelet/status/status_manager.go.
extension Kubelet {
  /// Computes the status from what the runtime shows and sends it when it differs from what the API
  /// server has.
  mutating func publish(_ uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid], let stored = turn.objects.pod(worker.pod.key),
      stored.metadata.uid == uid
    else { return }
    let isTerminal = worker.stage == .terminated
    var status = status(of: worker, stored: stored.status, isTerminal: isTerminal, at: turn.now)
    if isTerminal { FinalStatusRule(pod: stored).finish(&status) }
    send(status, of: uid, over: stored, &turn)
  }

  /// The outcome of a readiness or startup probe. A sync that is going on tells the rest when it is
  /// over.
  mutating func publishProbe(_ key: ProbeKey, of uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid] else { return }
    guard worker.task != nil || worker.stage != .syncing else { return publish(uid, &turn) }
    guard let stored = turn.objects.pod(worker.pod.key), stored.metadata.uid == uid,
      let rule = ProbeStatusRule(key: key, worker: worker, stored: stored.status)
    else { return }
    send(rule.status(at: turn.now), of: uid, over: stored, &turn)
  }

  private mutating func send(
    _ status: PodStatus, of uid: String, over stored: Pod, _ turn: inout Turn
  ) {
    workers[uid]?.published = status
    requestReadinessProbes(uid, status, &turn)
    let patched = Self.merged(holdBack(status, uid, stored.status), into: stored.status)
    guard Self.differs(patched, from: stored.status) else { return }
    turn.request(.updateStatus(stored.key, APIValue(encoding: patched), uid: uid))
  }

  /// The order of the conditions is no news (`isPodStatusByKubeletEqual`).
  private static func differs(_ status: PodStatus, from stored: PodStatus) -> Bool {
    guard status != stored else { return false }
    var (left, right) = (status, stored)
    left.conditions.sort { $0.type < $1.type }
    right.conditions.sort { $0.type < $1.type }
    return left != right
  }

  /// A Pod is not called ended while something in it may still run, such as a sidecar
  /// (`couldHaveRunningContainers` in `mergePodStatus`).
  private func holdBack(_ status: PodStatus, _ uid: String, _ stored: PodStatus) -> PodStatus {
    guard status.phase.isTerminal, !stored.phase.isTerminal,
      runtime.containers(podUID: uid).contains(where: { $0.state == .running })
    else { return status }
    var held = status
    (held.phase, held.reason, held.message) = (stored.phase, stored.reason, stored.message)
    // The condition comes with the phase, never before it.
    if stored.condition("DisruptionTarget") == nil {
      held.conditions.removeAll { $0.type == "DisruptionTarget" }
    }
    return held
  }

  func status(
    of worker: PodWorker, stored: PodStatus, isTerminal: Bool, at now: SimulatedTime
  ) -> PodStatus {
    PodStatusRule(
      pod: worker.pod, stored: stored, cached: worker.published,
      records: runtime.containers(podUID: worker.uid),
      sandboxes: runtime.sandboxes(podUID: worker.uid), startErrors: worker.startErrors,
      probes: worker.probes, verdict: worker.verdict, isTerminal: isTerminal,
      startTime: worker.startTime,
      hostIP: internalIP
    ).status(at: now)
  }

  /// `mergePodStatus`: the parts that the kubelet does not own stay as the API server has them.
  private static func merged(_ status: PodStatus, into stored: PodStatus) -> PodStatus {
    var merged = status
    merged.nominatedNodeName = stored.nominatedNodeName
    merged.observedGeneration = stored.observedGeneration
    // The wire keeps whole seconds; comparing what is sent with what is stored must not see a
    // difference there.
    guard let tree: PodStatus = try? APIValue(encoding: merged).decoded() else { return merged }
    return tree
  }
}

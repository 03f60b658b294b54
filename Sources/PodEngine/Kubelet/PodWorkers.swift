/// How Pods come to a kubelet and leave it: `HandlePodAdditions`, `HandlePodUpdates`,
/// `HandlePodRemoves` in pkg/kubelet/kubelet.go.
extension Kubelet {
  mutating func podChanged(_ key: ObjectKey, uid: String, _ turn: inout Turn) {
    guard isConnected else { return }
    let pod = turn.objects.pod(key)
    guard let pod, pod.metadata.uid == uid, pod.spec.nodeName == nodeName else {
      return podRemoved(uid, &turn)
    }
    guard let worker = workers[uid] else { return podAdded(pod, &turn) }
    podUpdated(pod, from: worker, &turn)
  }

  private mutating func podAdded(_ pod: Pod, _ turn: inout Turn) {
    let uid = pod.metadata.uid
    var worker = PodWorker(pod: pod, at: turn.now)
    if pod.status.phase.isTerminal {
      worker.stage = .terminated
    } else if !pod.isTerminating,
      let refusal = NodeAdmission(kubelet: self, turn: turn).refusal(pod)
    {
      return reject(worker, refusal, &turn)
    }
    workers[uid] = worker
    watchForPressure(&turn)
    if pod.isTerminating {
      beginTermination(uid, graceSeconds: Self.graceSeconds(of: pod), &turn)
    } else if worker.stage == .syncing {
      startProbes(uid, &turn)
      turn.schedule(.sync(uid: uid))
    }
  }

  /// `rejectPod`: the Pod fails. After a restart of the kubelet or of the node it may have run
  /// before; what still runs then is killed as something that nobody asked for
  /// (`HandlePodCleanups`).
  private mutating func reject(
    _ worker: PodWorker, _ refusal: NodeAdmission.Refusal, _ turn: inout Turn
  ) {
    var worker = worker
    worker.verdict = PodWorker.Verdict(
      reason: refusal.reason, message: "Pod was rejected: \(refusal.message)")
    worker.stage = .terminated
    workers[worker.uid] = worker
    removeRemains(worker.uid, &turn)
    turn.note(
      worker.pod.reference(), .verdict(reason: refusal.reason, message: refusal.message))
    turn.record(worker.pod.reference(), .warning, refusal.reason, refusal.message)
    turn.request(
      .updateStatus(
        worker.pod.key,
        APIValue(encoding: rejectedStatus(worker)), uid: worker.uid))
  }

  /// No container statuses, no addresses, and of the conditions only those that others set
  /// (`mergePodStatus`).
  private func rejectedStatus(_ worker: PodWorker) -> PodStatus {
    let stored = worker.pod.status
    var status = PodStatus()
    status.phase = .failed
    status.reason = worker.verdict?.reason ?? ""
    status.message = worker.verdict?.message ?? ""
    status.startTime = stored.startTime ?? worker.startTime
    status.qosClass = stored.qosClass
    status.conditions = stored.conditions.filter { !PodConditions.ownTypes.contains($0.type) }
    status.nominatedNodeName = stored.nominatedNodeName
    status.observedGeneration = stored.observedGeneration
    return status
  }

  private mutating func podUpdated(_ pod: Pod, from worker: PodWorker, _ turn: inout Turn) {
    let uid = pod.metadata.uid
    let old = worker.pod
    workers[uid]?.pod = pod
    if pod.isTerminating {
      beginTermination(uid, graceSeconds: Self.graceSeconds(of: pod), &turn)
    } else if pod.spec != old.spec || pod.showsItself && pod.hasOtherFields(than: old) {
      turn.schedule(.sync(uid: uid))
    } else if worker.stage == .syncing, pod.status.phase.isTerminal,
      worker.published?.phase.isTerminal == false
    {
      // Somebody else says that it has ended, such as the Pod garbage collector (`UpdatePod`).
      beginTermination(uid, graceSeconds: Self.graceSeconds(of: pod), &turn)
    } else if pod.status != worker.published, worker.published != nil {
      // Somebody else wrote the status: readiness gates may have moved, or the kubelet's own word
      // was overwritten. Not inside a sync: with `jitter` the echo of an old word may come then.
      if worker.stage == .syncing { publishAfterSync(uid, &turn) } else { publish(uid, &turn) }
    }
  }

  /// The object is gone. What still runs is stopped with the shortest grace (`HandlePodCleanups`).
  private mutating func podRemoved(_ uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid] else { return removeLeftovers(uid, &turn) }
    if worker.stage == .terminated { return forget(uid) }
    beginTermination(uid, graceSeconds: 1, &turn)
  }

  /// A Pod that the kubelet never took up again, because it went while the kubelet was down.
  private mutating func removeLeftovers(_ uid: String, _ turn: inout Turn) {
    removeRemains(uid, &turn)
    workers[uid] = nil
  }

  private mutating func removeRemains(_ uid: String, _ turn: inout Turn) {
    for sandbox in runtime.sandboxes(podUID: uid) {
      runtime.stopPodSandbox(sandbox.id, at: turn.now)
    }
    removeFromRuntime(uid)
  }

  private mutating func removeFromRuntime(_ uid: String) {
    for sandbox in runtime.sandboxes(podUID: uid) { runtime.removePodSandbox(sandbox.id) }
    runtime.removeVolumes(podUID: uid)
  }

  /// Takes a Pod out of the kubelet's and the runtime's memory.
  mutating func forget(_ uid: String) {
    removeFromRuntime(uid)
    workers[uid] = nil
  }

  /// `calculateEffectiveGracePeriod` in pod_workers.go: what was asked for with the deletion, or
  /// what the Pod wants; the kubelet's own wishes and what is left of a termination that is going on
  /// can only shorten it. At least one second. To the kubelet 0 is no period yet, so that a later
  /// wish may lengthen it.
  static func graceSeconds(of pod: Pod, override: Int? = nil, current: Int? = nil) -> Int {
    var period = current ?? 0
    let wishes = [pod.metadata.deletionGracePeriodSeconds, override].compactMap(\.self)
    for wish in wishes where period == 0 || wish < period { period = wish }
    if wishes.isEmpty, period == 0 { period = pod.spec.gracePeriodSeconds }
    return max(1, period)
  }
}

extension Pod {
  /// What a downward API volume may show and an update may change.
  fileprivate func hasOtherFields(than old: Pod) -> Bool {
    metadata.labels != old.metadata.labels || metadata.annotations != old.metadata.annotations
  }
}

/// How the kubelet tells the API server about a Pod: `generateAPIPodStatus` in kubelet_pods.go and
/// pkg/kubelet/status.
extension Kubelet {
  /// Computes the status from what the runtime shows and sends it when it differs from what the API
  /// server has.
  mutating func publish(_ uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid], let stored = turn.objects.pod(worker.pod.key),
      stored.metadata.uid == uid
    else { return }
    let isTerminal = worker.stage == .terminated
    var status = status(of: worker, stored: stored.status, isTerminal: isTerminal, at: turn.now)
    if isTerminal { FinalStatus.close(&status, of: worker.pod) }
    workers[uid]?.published = status
    requestReadinessProbes(uid, status, &turn)
    let patched = Self.merged(holdBack(status, uid, stored.status), into: stored.status)
    guard patched != stored.status else { return }
    turn.request(.updateStatus(stored.key, APIValue(encoding: patched), uid: uid))
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
    var status = PodStatus()
    var statuses = ContainerStatusRule(
      worker: worker, records: runtime.containers(podUID: worker.uid)
    ).statuses()
    worker.probes.mark(&statuses, of: worker.pod)
    status.initContainerStatuses = statuses.initContainers
    status.containerStatuses = statuses.containers
    status.ephemeralContainerStatuses = statuses.ephemeralContainers
    status.qosClass = QualityOfService.qosClass(of: worker.pod.spec, stored)
    decidePhase(&status, worker, stored, statuses, isTerminal: isTerminal)
    status.startTime = worker.startTime
    setAddresses(&status, worker)
    setConditions(&status, worker, stored, statuses, at: now)
    return status
  }

  /// Succeeded and Failed are for ever; reason and message live as long as the phase.
  private func decidePhase(
    _ status: inout PodStatus, _ worker: PodWorker, _ stored: PodStatus,
    _ statuses: PodContainerStatuses, isTerminal: Bool
  ) {
    if let verdict = worker.verdict {
      (status.phase, status.reason, status.message) = (.failed, verdict.reason, verdict.message)
      return
    }
    let known = [worker.published?.phase, stored.phase].compactMap(\.self)
    status.phase =
      known.first(where: \.isTerminal)
      ?? PodPhaseRule.phase(of: worker.pod, statuses, isTerminal: isTerminal)
    if status.phase == stored.phase {
      (status.reason, status.message) = (stored.reason, stored.message)
    }
  }

  private func setAddresses(_ status: inout PodStatus, _ worker: PodWorker) {
    let hostIP = NodeAddresses.internalIP(nodeNumber: addresses.nodeNumber)
    status.hostIP = hostIP
    status.hostIPs = [HostIP(ip: hostIP)]
    let current = runtime.sandboxes(podUID: worker.uid).first { $0.isReady }?.ipAddress
    let address = current ?? worker.knownStatus.podIP
    guard !address.isEmpty else { return }
    status.podIP = address
    status.podIPs = [PodIP(ip: address)]
  }

  private func setConditions(
    _ status: inout PodStatus, _ worker: PodWorker, _ stored: PodStatus,
    _ statuses: PodContainerStatuses, at now: SimulatedTime
  ) {
    let spec = worker.pod.spec
    let others = stored.conditions.filter { !PodConditions.ownTypes.contains($0.type) }
    let hasSandbox = runtime.sandboxes(podUID: worker.uid).contains { $0.isReady }
    let containersReady = PodConditions.containersReady(spec, statuses, phase: status.phase)
    let own = [
      PodCondition("PodReadyToStartContainers", ConditionStatus(hasSandbox)),
      PodConditions.initialized(spec, statuses, phase: status.phase),
      PodConditions.ready(spec, containersReady, conditions: others),
      containersReady,
      PodCondition("PodScheduled", .true),
    ]
    status.conditions = others
    if worker.verdict?.isDisruption == true {
      status.set(
        PodCondition(
          "DisruptionTarget", .true, reason: "TerminationByKubelet",
          message: worker.verdict?.message ?? ""), at: now)
    }
    for condition in own {
      var condition = condition
      let before = worker.knownStatus.condition(condition.type) ?? stored.condition(condition.type)
      condition.lastTransitionTime =
        before?.status == condition.status ? before?.lastTransitionTime : now
      status.conditions.append(condition)
    }
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

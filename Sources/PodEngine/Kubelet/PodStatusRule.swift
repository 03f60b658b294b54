/// The status of a Pod from everything that the kubelet knows of it: `generateAPIPodStatus` in
/// pkg/kubelet/kubelet_pods.go.
struct PodStatusRule {
  let pod: Pod
  /// What the API server has.
  let stored: PodStatus
  /// What the kubelet said last; nil before it has said anything.
  let cached: PodStatus?
  /// In the order of creation.
  let records: [ContainerRecord]
  /// The newest first.
  let sandboxes: [SandboxRecord]
  let startErrors: StringMap<StartError>
  let probes: ProbeTable
  /// Set when the kubelet itself ends the Pod.
  let verdict: PodWorker.Verdict?
  /// No container of the Pod will start again, and all are down.
  let isTerminal: Bool
  let startTime: SimulatedTime?
  let hostIP: String

  private var old: PodStatus { cached ?? stored }

  func status(at now: SimulatedTime) -> PodStatus {
    var status = PodStatus()
    var statuses = ContainerStatusRule(
      pod: pod, known: cached ?? pod.status, startErrors: startErrors, records: records
    ).statuses()
    probes.mark(&statuses, of: pod)
    status.initContainerStatuses = statuses.initContainers
    status.containerStatuses = statuses.containers
    status.ephemeralContainerStatuses = statuses.ephemeralContainers
    status.qosClass = QualityOfService.qosClass(of: pod.spec, stored)
    decidePhase(&status, statuses)
    status.startTime = startTime
    setAddresses(&status)
    setConditions(&status, statuses, at: now)
    return status
  }

  /// Succeeded and Failed are for ever; reason and message live as long as the phase.
  private func decidePhase(_ status: inout PodStatus, _ statuses: PodContainerStatuses) {
    status.phase = PodPhaseRule.phase(
      of: pod, statuses, isTerminal: isTerminal, hasInitialized: hasInitialized)
    if !status.phase.isTerminal {
      status.phase = [old.phase, stored.phase].first(where: \.isTerminal) ?? status.phase
    }
    if status.phase == old.phase {
      status.reason = old.reason.isEmpty ? stored.reason : old.reason
      status.message = old.message.isEmpty ? stored.message : old.message
    }
    if let verdict {
      (status.phase, status.reason, status.message) = (.failed, verdict.reason, verdict.message)
    }
    if stored.phase.isTerminal { status.phase = stored.phase }
  }

  /// A main container has run in the present sandbox (`HasAnyActiveRegularContainerStarted`).
  private var hasInitialized: Bool {
    guard let sandbox = sandboxes.first, sandbox.isReady else { return false }
    return records.contains { record in
      record.sandboxID == sandbox.id && (record.state == .running || record.state == .exited)
        && pod.spec.containers.contains { $0.name == record.name }
    }
  }

  private func setAddresses(_ status: inout PodStatus) {
    status.hostIP = hostIP
    status.hostIPs = [HostIP(ip: hostIP)]
    let current = sandboxes.first { $0.isReady }?.ipAddress
    let address = current ?? (cached ?? pod.status).podIP
    guard !address.isEmpty else { return }
    status.podIP = address
    status.podIPs = [PodIP(ip: address)]
  }

  private func setConditions(
    _ status: inout PodStatus, _ statuses: PodContainerStatuses, at now: SimulatedTime
  ) {
    status.conditions = stored.conditions.filter { !PodConditions.ownTypes.contains($0.type) }
    keepDisruption(&status, at: now)
    let spec = pod.spec
    let containersReady = PodConditions.containersReady(spec, statuses, phase: status.phase)
    let own = [
      PodConditions.readyToStartContainers(spec, sandboxes),
      PodConditions.initialized(spec, statuses, phase: status.phase),
      PodConditions.ready(spec, containersReady, conditions: status.conditions),
      containersReady,
      PodCondition("PodScheduled", .true),
    ]
    for condition in own {
      var condition = condition
      let before =
        (cached ?? pod.status).condition(condition.type) ?? stored.condition(condition.type)
      condition.lastTransitionTime =
        before?.status == condition.status ? before?.lastTransitionTime : now
      status.conditions.append(condition)
    }
  }

  /// A disruption is noted once, when it happens, and not worked out anew.
  private func keepDisruption(_ status: inout PodStatus, at now: SimulatedTime) {
    if verdict?.isDisruption == true {
      status.set(
        PodCondition(
          "DisruptionTarget", .true, reason: "TerminationByKubelet",
          message: verdict?.message ?? ""), at: now)
    } else if let noted = cached?.condition("DisruptionTarget") {
      status.set(noted, at: now)
    }
  }
}

/// The conditions that the kubelet owns: pkg/kubelet/status/generate.go.
enum PodConditions {
  /// The kubelet's conditions in the order in which it writes them; other people's are kept.
  static let ownTypes = [
    "PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled",
  ]

  /// True while the Pod has a sandbox with a network
  /// (`GeneratePodReadyToStartContainersCondition`); the newest sandbox comes first.
  static func readyToStartContainers(
    _ spec: PodSpec, _ sandboxes: [SandboxRecord]
  ) -> PodCondition {
    PodCondition(
      "PodReadyToStartContainers", ConditionStatus(!SandboxChange(spec, sandboxes).isNeeded))
  }

  /// `statuses` is nil where nobody knows anything of the containers.
  static func initialized(
    _ spec: PodSpec, _ statuses: PodContainerStatuses?, phase: PodPhase
  ) -> PodCondition {
    if statuses == nil, !spec.initContainers.isEmpty {
      return PodCondition("Initialized", .false, reason: "UnknownContainerStatuses")
    }
    let statuses = statuses ?? PodContainerStatuses()
    var unknown: [String] = []
    var incomplete: [String] = []
    for container in spec.initContainers {
      guard let status = statuses.initStatus(container.name) else {
        unknown.append(container.name)
        continue
      }
      let done = container.isSidecar ? status.started == true : status.ready
      if !done { incomplete.append(container.name) }
    }
    if phase == .succeeded, unknown.isEmpty {
      return PodCondition("Initialized", .true, reason: "PodCompleted")
    }
    if statuses.hasStarted { return PodCondition("Initialized", .true) }
    return unmet(
      "Initialized", unknown: unknown, others: incomplete, word: "incomplete",
      reason: "ContainersNotInitialized")
  }

  /// `statuses` is nil where nobody knows anything of the containers.
  static func containersReady(
    _ spec: PodSpec, _ statuses: PodContainerStatuses?, phase: PodPhase
  ) -> PodCondition {
    guard let statuses else {
      return PodCondition("ContainersReady", .false, reason: "UnknownContainerStatuses")
    }
    var unknown: [String] = []
    var unready: [String] = []
    let watched =
      spec.sidecars.map { ($0.name, statuses.initStatus($0.name)) }
      + spec.containers.map { ($0.name, statuses.mainStatus($0.name)) }
    for (name, status) in watched {
      guard let status else {
        unknown.append(name)
        continue
      }
      if !status.ready { unready.append(name) }
    }
    if phase == .succeeded, unknown.isEmpty {
      return PodCondition("ContainersReady", .false, reason: "PodCompleted")
    }
    if phase == .failed { return PodCondition("ContainersReady", .false, reason: "PodFailed") }
    return unmet(
      "ContainersReady", unknown: unknown, others: unready, word: "unready",
      reason: "ContainersNotReady")
  }

  /// Ready follows ContainersReady, unless a readiness gate says no.
  static func ready(
    _ spec: PodSpec, _ containersReady: PodCondition, conditions: [PodCondition]
  ) -> PodCondition {
    guard containersReady.status == .true else {
      return PodCondition(
        "Ready", containersReady.status, reason: containersReady.reason,
        message: containersReady.message)
    }
    let complaints = spec.readinessGates.compactMap { gate -> String? in
      guard let condition = conditions.first(where: { $0.type == gate.conditionType }) else {
        return "corresponding condition of pod readiness gate \"\(gate.conditionType)\" "
          + "does not exist."
      }
      guard condition.status != .true else { return nil }
      return "the status of pod readiness gate \"\(gate.conditionType)\" is not \"True\", "
        + "but \(condition.status.rawValue)"
    }
    guard complaints.isEmpty else {
      return PodCondition(
        "Ready", .false, reason: "ReadinessGatesNotReady",
        message: complaints.joined(separator: ", "))
    }
    return PodCondition("Ready", .true)
  }

  private static func unmet(
    _ type: String, unknown: [String], others: [String], word: String, reason: String
  ) -> PodCondition {
    var complaints: [String] = []
    if !unknown.isEmpty {
      complaints.append("containers with unknown status: [\(unknown.joined(separator: " "))]")
    }
    if !others.isEmpty {
      complaints.append("containers with \(word) status: [\(others.joined(separator: " "))]")
    }
    guard !complaints.isEmpty else { return PodCondition(type, .true) }
    return PodCondition(
      type, .false, reason: reason, message: complaints.joined(separator: ", "))
  }
}

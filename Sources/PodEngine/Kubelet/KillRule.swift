/// Why a container is stopped (`containerKillReason` in kuberuntime_container.go, and the reasons
/// that it leaves unnamed).
enum KillReason: Hashable, Sendable {
  case definitionChanged
  case livenessProbe
  case startupProbe
  /// The runtime does not know whether it runs.
  case unknownState
  case postStartHook
  /// The Pod ends, or its sandbox is replaced.
  case podStops

  /// What the event `Killing` says. Sidecars are restarted as well, but the kubelet does not say
  /// so.
  func message(_ container: String, isInit: Bool, restarts: Bool) -> String {
    let title = isInit ? "Init container" : "Container"
    let suffix = restarts && !isInit ? ", will be restarted" : ""
    return switch self {
    case .definitionChanged: "\(title) \(container) definition changed\(suffix)"
    case .livenessProbe: "\(title) \(container) failed liveness probe\(suffix)"
    case .startupProbe: "\(title) \(container) failed startup probe\(suffix)"
    case .unknownState: "\(title) is in \"unknown\" state, try killing it before restart"
    case .postStartHook: "FailedPostStartHook"
    case .podStops: "Stopping container \(container)"
    }
  }
}

extension StopReason {
  init(_ reason: KillReason) {
    self =
      switch reason {
      case .definitionChanged: .definitionChanged
      case .livenessProbe: .livenessProbe
      case .startupProbe: .startupProbe
      case .unknownState: .unknownState
      case .postStartHook: .postStartHook
      case .podStops: .podStops
      }
  }
}

extension KillReason {
  /// Whether the container runs again at once. A changed specification is put into force whatever
  /// the policy says.
  func restarts(_ container: Container, in pod: Pod) -> Bool {
    self == .definitionChanged || RestartRule.policy(of: container, in: pod) != .never
  }
}

extension ContainerToKill {
  /// For reasons that say the same of every container.
  init(_ record: ContainerRecord, _ reason: KillReason, isInit: Bool = false) {
    self.init(
      containerID: record.id, name: record.name, reason: reason,
      message: reason.message(record.name, isInit: isInit, restarts: true))
  }
}

/// Which running containers must go.
enum KillRule {
  static func reason(
    _ container: Container, _ record: ContainerRecord, _ probes: ProbeTable
  ) -> KillReason? {
    if isChanged(container, record) { return .definitionChanged }
    if probes.result(container.name, .liveness, containerID: record.id) == .failure {
      return .livenessProbe
    }
    if probes.result(container.name, .startup, containerID: record.id) == .failure {
      return .startupProbe
    }
    return nil
  }

  /// `containerChanged`: of all that the kubelet hashes, only the image can change in a Pod.
  static func isChanged(_ container: Container, _ record: ContainerRecord) -> Bool {
    record.imageReference != container.image
  }
}

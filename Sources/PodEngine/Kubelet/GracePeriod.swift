/// How long a container may take to stop: `killContainer` in
/// pkg/kubelet/kuberuntime/kuberuntime_container.go.
enum GracePeriod {
  /// Every process gets so much between TERM and KILL (`minimumGracePeriodInSeconds`).
  static let minimumSeconds = 2

  /// `setTerminationGracePeriod`: a deletion's own period first, then the probe's that failed, then
  /// the Pod's.
  static func seconds(of pod: Pod, _ container: Container?, for reason: KillReason) -> Int {
    if let deletion = pod.metadata.deletionGracePeriodSeconds { return deletion }
    guard let podSeconds = pod.spec.terminationGracePeriodSeconds else { return minimumSeconds }
    return switch reason {
    case .livenessProbe: container?.livenessProbe?.terminationGracePeriodSeconds ?? podSeconds
    case .startupProbe: container?.startupProbe?.terminationGracePeriodSeconds ?? podSeconds
    case .definitionChanged, .unknownState, .postStartHook, .podStops: podSeconds
    }
  }
}

/// In what order the containers of a Pod go: `terminationOrdering` in
/// kuberuntime_termination_order.go. Main containers go at once; a sidecar waits for them and for
/// the sidecar behind it.
struct TerminationOrdering: Hashable, Sendable {
  private let mains: [String]
  private let sidecars: [String]

  init(_ pod: Pod) {
    mains = pod.spec.containers.map(\.name)
    sidecars = pod.spec.sidecars.map(\.name)
  }

  /// Whether a container has to wait while others still run.
  func waits(_ container: String, while running: [String]) -> Bool {
    guard let index = sidecars.firstIndex(of: container) else { return false }
    return (mains + sidecars[(index + 1)...]).contains { running.contains($0) }
  }
}

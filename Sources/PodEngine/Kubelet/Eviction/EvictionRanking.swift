/// Who goes first when a node runs short (`rankMemoryPressure`, `rankDiskPressureFunc`,
/// `rankPIDPressure` in pkg/kubelet/eviction/helpers.go).
package enum EvictionRanking {
  /// The Pods in the order in which they are evicted: for memory and disk those above their requests
  /// before the others, then by priority, then those that are farthest above; for PIDs by priority,
  /// then by number of processes. Equals stay as they were given.
  package static func ranked(_ pods: [PodUsage], for signal: EvictionSignal) -> [PodUsage] {
    let keyed = pods.enumerated().map { (key: Key($1, signal, $0), pod: $1) }
    return keyed.sorted { $0.key < $1.key }.map(\.pod)
  }

  private struct Key: Comparable {
    let exceedsRequest: Bool
    let priority: Int
    let excess: Int
    let place: Int

    init(_ usage: PodUsage, _ signal: EvictionSignal, _ place: Int) {
      excess = usage.used(of: signal) - usage.requested(of: signal)
      exceedsRequest = signal != .pidAvailable && excess > 0
      priority = usage.pod.spec.priority ?? 0
      self.place = place
    }

    static func < (left: Self, right: Self) -> Bool {
      if left.exceedsRequest != right.exceedsRequest { return left.exceedsRequest }
      if left.priority != right.priority { return left.priority < right.priority }
      if left.excess != right.excess { return left.excess > right.excess }
      return left.place < right.place
    }
  }

  /// Pods that a node cannot do without are never evicted (`IsCriticalPod`): static ones and those
  /// of the system's priority classes.
  package static func isCritical(_ pod: Pod) -> Bool {
    let annotations = pod.metadata.annotations
    if annotations["kubernetes.io/config.mirror"] != nil { return true }
    if let source = annotations["kubernetes.io/config.source"], source != "api" { return true }
    return (pod.spec.priority ?? 0) >= 2_000_000_000
  }
}

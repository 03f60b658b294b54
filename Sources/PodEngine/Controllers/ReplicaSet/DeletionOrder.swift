/// Which Pods of a ReplicaSet go first when there are too many (`ActivePodsWithRanks` in
/// pkg/controller).
package struct DeletionOrder {
  /// How many active Pods of the set each node has.
  private var crowd: StringMap<Int> = [:]

  package init(_ pods: [Pod]) {
    for pod in pods where !pod.spec.nodeName.isEmpty { crowd[pod.spec.nodeName, default: 0] += 1 }
  }

  package func sorted(_ pods: [Pod]) -> [Pod] { pods.sorted(by: goesFirst) }

  /// Kubernetes compares the ages of ready Pods on a logarithmic scale and then by the random UID;
  /// newest first is one of the orders that this allows, and the same each time.
  private func goesFirst(_ left: Pod, _ right: Pod) -> Bool {
    for criterion in Self.criteria {
      let (first, second) = (criterion(self, left), criterion(self, right))
      if first != second { return first < second }
    }
    return left.key < right.key
  }

  /// The smaller number goes first.
  private static let criteria: [@Sendable (DeletionOrder, Pod) -> Int] = [
    { _, pod in pod.spec.nodeName.isEmpty ? 0 : 1 },
    { _, pod in
      switch pod.status.phase {
      case .pending: 0
      case .unknown: 1
      case .running, .succeeded, .failed: 2
      }
    },
    { _, pod in pod.isReady ? 1 : 0 },
    { _, pod in
      pod.metadata.annotations["controller.kubernetes.io/pod-deletion-cost"].flatMap { Int($0) }
        ?? 0
    },
    { order, pod in -(order.crowd[pod.spec.nodeName] ?? 0) },
    { _, pod in -(pod.readySince?.milliseconds ?? 0) },
    { _, pod in -pod.restartCount },
    { _, pod in -(pod.metadata.creationTimestamp?.milliseconds ?? 0) },
  ]
}

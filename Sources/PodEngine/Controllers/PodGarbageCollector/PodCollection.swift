/// Which Pods nobody will miss, and how they go (pkg/controller/podgc/gc_controller.go).
package enum PodCollection {
  /// How long a node must be gone before its Pods go (`quarantineTime`).
  package static let quarantine = SimulatedDuration.seconds(40)
  /// How often Kubernetes looks (`gcCheckPeriod`); the ideal clock looks at every instant.
  package static let period = SimulatedDuration.seconds(20)
  /// How many ended Pods may lie around (`--terminated-pod-gc-threshold`).
  package static let terminatedPodThreshold = 12_500

  package static let outOfServiceKey = "node.kubernetes.io/out-of-service"

  /// Ends a Pod: a phase that nobody will write any more is made Failed, then the object goes
  /// without grace.
  package static func remove(
    _ pod: Pod, because condition: PodCondition? = nil, at now: SimulatedTime
  ) -> [Effect] {
    var status = pod.status
    if !status.phase.isTerminal {
      status.phase = .failed
      if let condition { status.set(condition, at: now) }
    }
    return PodDisruption.update(pod, status) + [
      .request(
        .delete(pod.key, DeleteOptions(gracePeriodSeconds: 0, uid: pod.metadata.uid)))
    ]
  }

  package static let nodeIsGone = PodDisruption.condition(
    reason: "DeletionByPodGC", message: "PodGC: node no longer exists")

  /// An ended Pod that has been deleted with grace 0 already stays only because of its finalizers;
  /// asking again changes nothing.
  package static func isBeyondReach(_ pod: Pod) -> Bool {
    pod.isTerminating && pod.status.phase.isTerminal
      && pod.metadata.deletionGracePeriodSeconds == 0 && !pod.metadata.finalizers.isEmpty
  }

  /// A Pod that was deleted before it got a node: there is no kubelet to finish the deletion.
  package static func isUnscheduledAndTerminating(_ pod: Pod) -> Bool {
    pod.isTerminating && pod.spec.nodeName.isEmpty
  }

  /// A Pod on a node that somebody has declared dead for good.
  package static func isOutOfService(_ pod: Pod, on node: Node?) -> Bool {
    guard pod.isTerminating, let node, !node.isReady else { return false }
    return node.spec.taints.contains { $0.key == outOfServiceKey }
  }

  /// The ended Pods above the threshold: evicted ones first, then the oldest.
  package static func surplus(_ terminated: [Pod], threshold: Int) -> [Pod] {
    guard threshold > 0, terminated.count > threshold else { return [] }
    let order = terminated.sorted { left, right in
      let evicted = (left.status.reason == "Evicted", right.status.reason == "Evicted")
      if evicted.0 != evicted.1 { return evicted.0 }
      let created = (left.metadata.creationTimestamp, right.metadata.creationTimestamp)
      if created.0 != created.1 { return (created.0 ?? .start) < (created.1 ?? .start) }
      return left.key < right.key
    }
    return Array(order.prefix(terminated.count - threshold))
  }
}

/// Judges a node by the last sign of life of its kubelet (`tryUpdateNodeHealth` in
/// pkg/controller/nodelifecycle/node_lifecycle_controller.go).
package struct NodeHealth: Hashable, Sendable {
  /// How long a node may be silent (`--node-monitor-grace-period`, 50 s since 1.32).
  package static let gracePeriod = SimulatedDuration.seconds(50)
  /// The same for a node that never said anything (`--node-startup-grace-period`).
  package static let startupGracePeriod = SimulatedDuration.seconds(60)
  /// How often the controller looks (`--node-monitor-period`); the ideal clock looks at every
  /// instant.
  package static let monitorPeriod = SimulatedDuration.seconds(5)
  /// The conditions that nobody knows any more once the kubelet is silent.
  package static let conditionTypes = ["Ready", "MemoryPressure", "DiskPressure", "PIDPressure"]

  /// The last sign of life; the creation of the node where there was none.
  package let lastSign: SimulatedTime
  /// When silence from now on makes the node overdue.
  package let deadline: SimulatedTime

  /// `leaseRenewedAt` is the `renewTime` of the node's Lease, nil where it has none.
  package init(
    _ node: Node, leaseRenewedAt: SimulatedTime?,
    gracePeriod: SimulatedDuration = gracePeriod,
    startupGracePeriod: SimulatedDuration = startupGracePeriod
  ) {
    let created = node.metadata.creationTimestamp ?? .start
    guard let ready = node.status.condition("Ready") else {
      lastSign = max(created, leaseRenewedAt ?? created)
      deadline = lastSign + startupGracePeriod
      return
    }
    lastSign = max(ready.lastHeartbeatTime ?? created, leaseRenewedAt ?? created)
    deadline = lastSign + gracePeriod
  }

  /// The conditions of an overdue node.
  package static func overdue(_ node: Node, at now: SimulatedTime) -> [NodeCondition] {
    var conditions = node.status.conditions
    for type in conditionTypes {
      guard let index = conditions.firstIndex(where: { $0.type == type }) else {
        var condition = NodeCondition(
          type, .unknown, reason: "NodeStatusNeverUpdated",
          message: "Kubelet never posted node status.", at: now)
        condition.lastHeartbeatTime = node.metadata.creationTimestamp ?? now
        conditions.append(condition)
        continue
      }
      guard conditions[index].status != .unknown else { continue }
      conditions[index].status = .unknown
      conditions[index].reason = "NodeStatusUnknown"
      conditions[index].message = "Kubelet stopped posting node status."
      conditions[index].lastTransitionTime = now
    }
    return conditions
  }
}

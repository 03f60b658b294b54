/// Which taints the condition of a node calls for (`nodeConditionToTaintKeyStatusMap`,
/// `SwapNodeControllerTaint`).
package enum NodeTaints {
  private static let pressures = [
    ("MemoryPressure", "node.kubernetes.io/memory-pressure"),
    ("DiskPressure", "node.kubernetes.io/disk-pressure"),
    ("PIDPressure", "node.kubernetes.io/pid-pressure"),
    ("NetworkUnavailable", "node.kubernetes.io/network-unavailable"),
  ]

  /// The keys of the `NoSchedule` taints that belong to the controller; no others are touched.
  private static let ownKeys =
    [Taint.notReadyKey, Taint.unreachableKey, Taint.unschedulableKey] + pressures.map(\.1)

  /// The keys of the `NoSchedule` taints that a node should have.
  private static func keys(for node: Node) -> [String] {
    let pressing = pressures.filter { node.status.condition($0.0)?.status == .true }.map(\.1)
    let cordon = node.spec.unschedulable == true ? [Taint.unschedulableKey] : []
    return [unhealthyKey(node)].compactMap { $0 } + pressing + cordon
  }

  /// The key that the Ready condition calls for; nil for a ready node and for one that has not said
  /// anything yet.
  package static func unhealthyKey(_ node: Node) -> String? {
    switch node.status.condition("Ready")?.status {
    case .unknown: Taint.unreachableKey
    case .false: Taint.notReadyKey
    case .true, nil: nil
    }
  }

  /// The taints with the `NoSchedule` ones brought up to date.
  package static func withNoSchedule(_ node: Node, at now: SimulatedTime) -> [Taint] {
    // A node that never posted a status keeps the taint with which it was admitted.
    guard node.status.condition("Ready") != nil || node.spec.unschedulable == true else {
      return node.spec.taints
    }
    return swap(
      node.spec.taints, effect: .noSchedule, wanted: keys(for: node), among: ownKeys, at: now)
  }

  /// The taints with the `NoExecute` one brought up to date; nil wants none.
  package static func withNoExecute(
    _ node: Node, key: String?, at now: SimulatedTime
  ) -> [Taint] {
    swap(
      node.spec.taints, effect: .noExecute, wanted: [key].compactMap { $0 },
      among: [Taint.notReadyKey, Taint.unreachableKey], at: now)
  }

  private static func swap(
    _ taints: [Taint], effect: TaintEffect, wanted: [String], among own: [String],
    at now: SimulatedTime
  ) -> [Taint] {
    let kept = taints.filter {
      $0.effect != effect || !own.contains($0.key) || wanted.contains($0.key)
    }
    let missing = wanted.filter { key in
      !kept.contains { $0.key == key && $0.effect == effect }
    }
    return kept + missing.map { Taint(key: $0, effect: effect, timeAdded: now) }
  }

  /// The request that gives a node other taints; none where nothing changes.
  static func update(_ node: Node, _ taints: [Taint]) -> [Effect] {
    guard taints != node.spec.taints else { return [] }
    let value = taints.isEmpty ? APIValue.null : .array(taints.map { APIValue(encoding: $0) })
    return [.request(.patch(node.key, .merge(["spec": ["taints": value]])))]
  }
}

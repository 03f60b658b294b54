/// Keeps Pods away from a node, or drives them off (`v1.Taint`).
package struct Taint: Hashable, Codable, Sendable {
  package var key = ""
  package var value = ""
  package var effect: TaintEffect = .noSchedule
  package var timeAdded: SimulatedTime?

  package init(
    key: String, value: String = "", effect: TaintEffect, timeAdded: SimulatedTime? = nil
  ) {
    (self.key, self.value, self.effect, self.timeAdded) = (key, value, effect, timeAdded)
  }

  /// The taints of a node whose kubelet is silent, or says that it is not ready.
  package static let unreachableKey = "node.kubernetes.io/unreachable"
  package static let notReadyKey = "node.kubernetes.io/not-ready"
  package static let unschedulableKey = "node.kubernetes.io/unschedulable"
}

/// Lets a Pod stay in spite of a taint (`v1.Toleration`). `operator` is Exists or Equal (the
/// default); an empty effect means all of them, an empty key with Exists means every taint.
package struct Toleration: Hashable, Codable, Sendable {
  package var key = ""
  package var `operator` = ""
  package var value = ""
  package var effect = ""
  /// How long a NoExecute taint is borne; nil is for ever, zero and less is not at all.
  package var tolerationSeconds: Int?

  /// `v1.Toleration.ToleratesTaint`.
  package func tolerates(_ taint: Taint) -> Bool {
    if !effect.isEmpty, effect != taint.effect.rawValue { return false }
    if !key.isEmpty, key != taint.key { return false }
    switch self.operator {
    case "Exists": return true
    case "", "Equal": return value == taint.value && (!key.isEmpty || taint.key.isEmpty)
    default: return false
    }
  }
}

/// A name for a priority (`scheduling.k8s.io/v1.PriorityClass`).
package struct PriorityClass: Hashable, Codable, Sendable {
  package var metadata = ObjectMeta()
  package var value = 0
  package var globalDefault = false
  package var preemptionPolicy: String?
  package var description = ""

  package init() {}

  private init(_ name: String, _ value: Int, _ description: String) {
    metadata.name = name
    (self.value, self.description) = (value, description)
    preemptionPolicy = "PreemptLowerPriority"
  }

  /// The highest value that a user may give (`HighestUserDefinablePriority`).
  static let highestOfUsers = 1_000_000_000

  /// The classes that the API server itself keeps (`SystemPriorityClasses`).
  package static let ofEveryCluster = [
    PriorityClass(
      "system-cluster-critical", 2 * highestOfUsers,
      "Used for system critical pods that must run in the cluster, but can be moved to another "
        + "node if necessary."),
    PriorityClass(
      "system-node-critical", 2 * highestOfUsers + 1000,
      "Used for system critical pods that must not be moved from their current node."),
  ]
}

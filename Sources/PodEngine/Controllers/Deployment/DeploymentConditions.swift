/// A condition of a Deployment; unlike a Pod's it also tells when it was last written
/// (`apps/v1.DeploymentCondition`).
package struct DeploymentCondition: Hashable, Codable, Sendable {
  package var type = ""
  package var status: ConditionStatus = .unknown
  package var lastUpdateTime: SimulatedTime?
  package var lastTransitionTime: SimulatedTime?
  package var reason = ""
  package var message = ""

  package init(
    _ type: String, _ status: ConditionStatus, reason: String, message: String,
    at now: SimulatedTime
  ) {
    (self.type, self.status, self.reason, self.message) = (type, status, reason, message)
    (lastUpdateTime, lastTransitionTime) = (now, now)
  }
}

/// The conditions of a Deployment, with the rules of pkg/controller/deployment/util.
struct DeploymentConditions {
  private(set) var list: [DeploymentCondition]

  init(of tree: APIValue) {
    list = (try? (tree[path: "status", "conditions"] ?? .array([])).decoded()) ?? []
  }

  subscript(type: String) -> DeploymentCondition? { list.first { $0.type == type } }

  /// `SetDeploymentCondition`: one with the same status and reason stays as it is.
  mutating func set(_ condition: DeploymentCondition) {
    let old = self[condition.type]
    if let old, old.status == condition.status, old.reason == condition.reason { return }
    replace(condition)
  }

  /// Writes a condition anew even where only the time of the update changes.
  mutating func replace(_ condition: DeploymentCondition) {
    var condition = condition
    if let old = self[condition.type], old.status == condition.status {
      condition.lastTransitionTime = old.lastTransitionTime
    }
    list.removeAll { $0.type == condition.type }
    list.append(condition)
  }

  mutating func remove(_ type: String) { list.removeAll { $0.type == type } }

  var tree: APIValue { .array(list.map { APIValue(encoding: $0) }) }
}

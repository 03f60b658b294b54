internal import PodEngine

/// The subresource `scale` of Deployments and ReplicaSets: how many Pods there shall be and are, as an
/// object of its own (`autoscaling/v1`, Kind=Scale).
enum ScaleSubresource {
  /// The name before the slash: `scale.autoscaling/web`.
  static let qualifiedSingular = "scale.autoscaling"

  /// The Scale of an object (`scaleFromDeployment` in registry/apps/deployment/storage).
  static func object(of owner: APIValue, _ key: ObjectKey) throws(CommandError) -> APIValue {
    guard key.resource == .deployments || key.resource == .replicaSets else {
      throw CommandError(
        APIError(.notFound, "the server could not find the requested resource"),
        suggestion: "only Deployments and ReplicaSets have a scale")
    }
    var status: APIValue = ["replicas": .integer(owner.integer("status", "replicas"))]
    let selector = LabelSelectorText.bareText(owner.field("spec", "selector"))
    if !selector.isEmpty { status["selector"] = .string(selector) }
    var metadata: APIValue = .emptyObject
    for name in ["creationTimestamp", "name", "namespace", "resourceVersion", "uid"] {
      if let value = owner.field("metadata", name) { metadata[name] = value }
    }
    return [
      "apiVersion": "autoscaling/v1", "kind": "Scale", "metadata": metadata,
      "spec": ["replicas": .integer(owner.integer("spec", "replicas"))], "status": status,
    ]
  }

  /// What the API server makes of a changed Scale: another number of replicas.
  static func write(
    _ scale: APIValue, _ key: ObjectKey, in bench: inout Workbench
  ) throws(CommandError) -> APIValue {
    let replicas = scale.integer("spec", "replicas")
    guard replicas >= 0 else {
      let error = FieldError(
        .invalid, "spec.replicas", value: "\(replicas)",
        detail: "must be greater than or equal to 0")
      let name = GoSyntax.quoted(key.name)
      throw CommandError(
        APIError(
          .invalid, "Scale.autoscaling \(name) is invalid: \(error.description)", causes: [error]))
    }
    let patch = APIRequest.patch(key, .merge(["spec": ["replicas": .integer(replicas)]]))
    return try object(of: bench.demand(patch).object, key)
  }

  /// The API server's table (`printScale`).
  static func table(_ scales: [APIValue], now: SimulatedTime) -> Table {
    Table(
      columns: [.name, .integer("Desired"), .integer("Available"), .age],
      rows: scales.map { scale in
        Table.Row(
          cells: [
            .string(scale.name), .integer(scale.integer("spec", "replicas")),
            .integer(scale.integer("status", "replicas")),
            scale.age(now: now),
          ], object: scale)
      })
  }
}

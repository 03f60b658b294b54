/// The fields that objects can be chosen by (`AddFieldLabelConversionFunc` of every kind), and
/// their values.
enum SelectableFields {
  private static let common = ["metadata.name", "metadata.namespace"]

  private static func fields(of resource: Resource) -> [String] {
    switch resource {
    case .pods:
      [
        "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName",
        "spec.hostNetwork", "status.phase", "status.podIP", "status.podIPs",
        "status.nominatedNodeName",
      ]
    case .events:
      [
        "involvedObject.kind", "involvedObject.namespace", "involvedObject.name",
        "involvedObject.uid", "involvedObject.apiVersion", "involvedObject.resourceVersion",
        "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type",
      ]
    case .nodes: ["spec.unschedulable"]
    case .namespaces: ["status.phase"]
    case .secrets: ["type"]
    case .jobs: ["status.successful"]
    case .replicaSets: ["status.replicas"]
    case .services: ["spec.clusterIP", "spec.type"]
    case .configMaps, .deployments, .endpoints, .endpointSlices, .priorityClasses, .leases,
      .serviceAccounts:
      []
    }
  }

  /// The field that a user means; nil where there is none to choose by.
  static func canonical(_ field: String, _ resource: Resource) -> String? {
    // An old name that clients of the first days still use.
    if resource == .pods, field == "spec.host" { return "spec.nodeName" }
    return common.contains(field) || fields(of: resource).contains(field) ? field : nil
  }

  static func refusal(_ field: String, _ resource: Resource) -> SelectorError {
    switch resource {
    case .configMaps, .deployments, .endpoints, .endpointSlices, .priorityClasses, .leases,
      .serviceAccounts:
      SelectorError(
        "\(GoSyntax.quoted(field)) is not a known field selector: only \"metadata.name\", "
          + "\"metadata.namespace\"")
    case .jobs: SelectorError("field label \(GoSyntax.quoted(field)) not supported for Job")
    case .events, .namespaces, .nodes, .pods, .replicaSets, .secrets, .services:
      SelectorError("field label not supported: \(field)")
    }
  }

  static func value(_ field: String, of object: APIValue, _ resource: Resource) -> String {
    switch (resource, field) {
    case (.pods, "spec.hostNetwork"), (.nodes, "spec.unschedulable"):
      return text(at: field, of: object) == "true" ? "true" : "false"
    case (.pods, "status.podIP"), (.pods, "status.podIPs"):
      let first = object["status"]?.list("podIPs").first?.text("ip") ?? ""
      return first.isEmpty ? text(at: "status.podIP", of: object) : first
    case (.events, "source"):
      let component = text(at: "source.component", of: object)
      return component.isEmpty ? text(at: "reportingComponent", of: object) : component
    case (.jobs, "status.successful"):
      return "\(object["status"]?.number("succeeded") ?? 0)"
    case (.replicaSets, "status.replicas"):
      return "\(object["status"]?.number("replicas") ?? 0)"
    default: return text(at: field, of: object)
    }
  }

  private static func text(at path: String, of object: APIValue) -> String {
    var value = object
    for step in path.split(separator: ".") { value = value[String(step)] ?? .null }
    switch value {
    case .string(let text): return text
    case .integer(let number): return "\(number)"
    case .bool(let flag): return "\(flag)"
    case .null, .double, .array, .object: return ""
    }
  }
}

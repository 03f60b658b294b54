/// Turns the name of a priority class into a number (`plugin/pkg/admission/priority`).
package enum PriorityAdmission {
  /// The priority of a class that every cluster has; nil for other names. podlab has no
  /// PriorityClass objects.
  package static func priority(ofClass name: String) -> Int? {
    switch name {
    case "system-cluster-critical": 2_000_000_000
    case "system-node-critical": 2_000_001_000
    default: nil
    }
  }

  package static func admit(_ pod: inout APIValue) throws(APIError) {
    let name = pod["spec"]?.text("priorityClassName") ?? ""
    var priority = 0
    if !name.isEmpty {
      guard let known = Self.priority(ofClass: name) else {
        throw forbidden(pod, "no PriorityClass with name \(name) was found")
      }
      priority = known
    }
    let given = pod[path: "spec", "priority"]?.intValue
    if let given, given != priority {
      throw forbidden(
        pod,
        "the integer value of priority (\(given)) must not be provided in pod spec; "
          + "priority admission controller computed \(priority) from the given PriorityClass name")
    }
    pod[path: "spec", "priority"] = .integer(priority)
    pod.update("spec") { $0.setDefault("preemptionPolicy", "PreemptLowerPriority") }
  }

  private static func forbidden(_ pod: APIValue, _ problem: String) -> APIError {
    let name = pod["metadata"]?.text("name") ?? ""
    return APIError(.forbidden, "pods \(GoSyntax.quoted(name)) is forbidden: \(problem)")
  }
}

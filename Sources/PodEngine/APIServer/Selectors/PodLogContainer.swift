/// Which container's log a request means (`pod.LogLocation` in pkg/registry/core/pod).
package enum PodLogContainer {
  /// The name asked for, or the only container. Refuses an unknown name, and a choice that was not
  /// made.
  package static func choose(_ requested: String?, pod: APIValue) throws(APIError) -> String {
    let name = pod["metadata"]?.text("name") ?? ""
    let spec = pod["spec"] ?? .emptyObject
    let names = ["initContainers", "containers", "ephemeralContainers"].flatMap { key in
      spec.list(key).map { $0.text("name") }
    }
    if let requested, !requested.isEmpty {
      if names.contains(requested) { return requested }
      throw APIError(.badRequest, "container \(requested) is not valid for pod \(name)")
    }
    let problem = "a container name must be specified for pod \(name)"
    let mains = spec.list("containers").map { $0.text("name") }
    switch mains.count {
    case 0: throw APIError(.badRequest, problem)
    case 1: return mains[0]
    default:
      throw APIError(
        .badRequest, "\(problem), choose one of: [\(names.joined(separator: " "))]")
    }
  }
}

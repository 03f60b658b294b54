/// How a request to delete a Pod becomes a deadline (`podStrategy.CheckGracefulDelete`).
package enum PodDeletion {
  /// Seconds that the Pod may take; 0 means that the object goes at once. `requested` wins over the
  /// Pod's own wish, but nobody waits for a Pod that is on no node or has ended.
  package static func gracePeriodSeconds(pod: APIValue, requested: Int?) -> Int {
    let own = pod[path: "spec", "terminationGracePeriodSeconds"]?.intValue ?? 0
    if (pod["spec"]?.text("nodeName") ?? "").isEmpty { return 0 }
    switch pod["status"]?.text("phase") ?? "" {
    case "Failed", "Succeeded": return 0
    default: break
    }
    let seconds = requested ?? own
    return seconds < 0 ? 1 : seconds
  }

  /// The deadline of a Pod that is already going: a later request can only bring it forward
  /// (`rest.BeforeDelete`). Nil where the request changes nothing.
  package static func shortened(current: Int, requested: Int?) -> Int? {
    guard let requested, requested < current else { return nil }
    return max(requested, 0)
  }
}

/// How a request to delete a Pod becomes a deadline (`podStrategy.CheckGracefulDelete` and
/// `rest.BeforeDelete`).
package enum PodDeletion {
  /// What a request to delete a Pod leads to.
  package enum Step: Hashable, Sendable {
    /// The object goes at once.
    case erase
    /// It is stored with a new deadline.
    case keep(APIValue)
    /// It is going already, and the request changes nothing.
    case wait
  }

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

  /// The first request sets the deadline; later ones can only bring it nearer.
  package static func step(
    _ pod: APIValue, requested: Int?, at now: SimulatedTime
  ) -> Step {
    guard let deadline = deadline(of: pod) else {
      let grace = gracePeriodSeconds(pod: pod, requested: requested)
      var pod = pod
      setDeadline(now + .seconds(grace), grace, &pod)
      if let generation = pod[path: "metadata", "generation"]?.intValue, generation > 0 {
        pod[path: "metadata", "generation"] = .integer(generation + 1)
      }
      return stored(pod, grace)
    }
    let before = pod[path: "metadata", "deletionGracePeriodSeconds"]?.intValue ?? 0
    guard before > 0 else { return stored(pod, before) }
    // A negative number means one second.
    guard let requested = requested.map({ $0 < 0 ? 1 : $0 }), requested < before else {
      return .wait
    }
    // The time that passed since the first request counts.
    var pod = pod
    setDeadline(deadline + .seconds(requested - before), requested, &pod)
    return stored(pod, requested)
  }

  private static func deadline(of pod: APIValue) -> SimulatedTime? {
    pod[path: "metadata", "deletionTimestamp"]?.stringValue.flatMap(SimulatedTime.init(timestamp:))
  }

  private static func setDeadline(_ time: SimulatedTime, _ grace: Int, _ pod: inout APIValue) {
    pod[path: "metadata", "deletionTimestamp"] = .string(time.timestamp)
    pod[path: "metadata", "deletionGracePeriodSeconds"] = .integer(grace)
  }

  /// Without any grace the object goes, unless somebody holds it.
  private static func stored(_ pod: APIValue, _ grace: Int) -> Step {
    grace == 0 && !APIServer.isHeld(pod) ? .erase : .keep(pod)
  }
}

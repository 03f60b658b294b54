/// What is compared of the cluster as a whole.
extension Comparison {
  /// Every event about a Pod that was ever seen: object, type, reason.
  var events: Check {
    let real = Set(recording.cluster.events.filter(Self.isCompared).map { Self.key($0, $0.name) })
    let podlab = podlab.events.filter(Self.isCompared).filter { event in
      let name = matching.realName(of: event.name)
      return real.contains(Self.key(event, name)) || !mayBeDropped(event, about: name)
    }
    return Check(
      "events", real: real,
      podlab: Set(podlab.map { Self.key($0, matching.realName(of: $0.name)) }))
  }

  private static func key(_ event: ObservedEvent, _ name: String) -> String {
    "\(name) \(event.type) \(event.reason)"
  }

  static func isCompared(_ event: ObservedEvent) -> Bool {
    event.kind == "pod" && !Tolerances.ignoredEvents.contains(event.reason)
  }

  /// Whether the real kubelet had already used up its burst of events about the Pod. The
  /// scheduler's count for themselves.
  private func mayBeDropped(_ event: ObservedEvent, about name: String) -> Bool {
    let ofKubelet = recording.cluster.events.count {
      $0.kind == "pod" && $0.name == name && $0.reason != "Scheduled"
        && $0.reason != "FailedScheduling"
    }
    return event.reason == "BackOff" && ofKubelet >= Tolerances.eventBurst
  }

  /// From the first ready one on: what comes before depends on how fast the node starts.
  var endpoints: Check? {
    guard let endpoints = recording.cluster.endpoints else { return nil }
    let real = Self.sinceFirstReady(endpoints)
    let podlab = Self.sinceFirstReady(podlab.endpoints ?? [])
    return Check(
      "endpoints", holds: !podlab.isEmpty && real == podlab,
      detail: "(ready+not ready) real \(real); podlab \(podlab)")
  }

  private static func sinceFirstReady(_ counts: [EndpointCounts]) -> [EndpointCounts] {
    counts.drop { $0.ready == 0 }.changes
  }
}

/// What could be seen of a cluster from outside while it ran: the same for the real one
/// (`RecordedCluster.swift`) and for podlab's (`TracedCluster.swift`).
struct ObservedCluster: Equatable, Sendable {
  var pods: [ObservedPod]
  var events: [ObservedEvent]
  /// How many endpoints the services had, each time they changed; nil where nobody looked.
  var endpoints: [EndpointCounts]?

  func pod(named name: String) -> ObservedPod? { pods.first { $0.name == name } }
}

struct ObservedPod: Equatable, Sendable {
  let name: String
  /// What the API server published of it, in order of time.
  var states: [PodState]
  /// Seconds after the first action at which the object disappeared.
  var gone: Double?
}

struct ObservedEvent: Equatable, Sendable {
  /// Seconds after the first action.
  let time: Double
  /// `pod`, `node`, …
  let kind: String
  let name: String
  let type: String
  var reason: String
}

struct EndpointCounts: Hashable, Sendable, CustomStringConvertible {
  let ready: Int
  let notReady: Int

  var description: String { "\(ready)+\(notReady)" }
}

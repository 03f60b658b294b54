import PodEngine

/// A promise of Kubernetes that did not hold.
struct Violation: Hashable, Sendable, CustomStringConvertible {
  /// Which promise; stable, so that a shrunk script can be held against the same one.
  let rule: String
  let detail: String
  let time: SimulatedTime

  var description: String { "[\(rule)] at \(time.timestamp): \(detail)" }
}

/// One published change, with what was there before it.
struct Change {
  let event: WatchEvent
  /// Who did it; nil where the timeline keeps no entry (leases).
  let actor: Actor?
  let old: APIValue?

  var new: APIValue { event.object }
  var key: ObjectKey { event.key }
  var isDeletion: Bool { event.change == .deleted }

  var name: String { "\(key.resource.singular)/\(key.namespace)/\(key.name)" }

  var isByKubelet: Bool { if case .kubelet? = actor { true } else { false } }

  func isBy(_ controller: String) -> Bool { actor == .controller(controller) }
}

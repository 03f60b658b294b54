/// Something that happened, and because of what. `why` and `timeline` read these; they guess
/// nothing.
package struct TimelineEntry: Hashable, Sendable {
  package let id: TimelineID
  package let time: SimulatedTime
  /// The entry that led to this one; nil for a command, and for what the learner did without one.
  package let cause: TimelineID?
  package let actor: Actor
  package let happening: Happening
}

/// Who acts in the cluster.
package enum Actor: Hashable, Sendable {
  case learner
  case apiServer
  case scheduler
  case kubelet(node: String)
  case controller(String)

  /// The name of the component in events: `kubelet`, `default-scheduler`, `node-controller`.
  package var component: String {
    switch self {
    case .learner: "podlab"
    case .apiServer: "kube-apiserver"
    case .scheduler: "default-scheduler"
    case .kubelet: "kubelet"
    case .controller(let name): name
    }
  }

  package var host: String {
    if case .kubelet(let node) = self { node } else { "" }
  }
}

/// What happened.
package enum Happening: Hashable, Sendable {
  /// An object was written or removed.
  case change(WatchEvent.Change, ObjectKey, uid: String)
  /// The API server refused a request.
  case refusal(ObjectKey, APIError)
  /// An event was recorded about an object.
  case event(ObjectReference, reason: String, message: String)
  /// The learner did something to the world behind the API server's back.
  case fault(Fault)
  /// Something inside a component that no API object shows, such as a probe's outcome.
  case note(ObjectReference, Note)
  /// The learner typed a command that changed the cluster, as it was typed.
  case command(String)
}

/// Everything that happened, in order.
package struct Timeline: Sendable {
  private var log = AppendLog<TimelineEntry>()

  package init() {}

  package var count: Int { log.count }

  package subscript(id: TimelineID) -> TimelineEntry? { log[id.number - 1] }

  /// The entries after a number of entries that somebody has already seen.
  package func entries(from count: Int) -> [TimelineEntry] { log.elements(from: count) }

  mutating func add(
    _ happening: Happening, by actor: Actor, cause: TimelineID?, at time: SimulatedTime
  ) -> TimelineID {
    let id = TimelineID(log.count + 1)
    log.append(
      TimelineEntry(id: id, time: time, cause: cause, actor: actor, happening: happening))
    return id
  }
}

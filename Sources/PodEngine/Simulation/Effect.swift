/// What a component wants to happen. Components see the cluster and answer with effects; the
/// cluster carries them out in order. An effect is a value: it can be printed, compared and
/// replayed.
package enum Effect: Hashable, Sendable {
  /// A request to the API server, which may refuse it; a refusal is written to the timeline.
  case request(APIRequest, FollowUp = .none)
  /// Creations that one owner wants, in batches of one, two, four …; after a batch with a refusal the
  /// rest is left for another try, and the owner's controller hears why (`slowStartBatch` in
  /// pkg/controller/replicaset/replica_set.go).
  case slowStart([APIRequest], FollowUp, for: Creator)
  /// An event about an object, for people to read.
  case record(EventRecord)
  /// Something for this component, or another part of the same one, to do at a time; a past time
  /// means now.
  case schedule(ClusterEvent, at: SimulatedTime)
  /// A fact inside a component that no object shows; `why` and `timeline` tell it. The cause is that
  /// of the event which is being handled, where no other is given.
  case note(ObjectReference, Note, cause: TimelineID? = nil)
}

/// Whose controller hears of a creation that was refused.
package enum Creator: Hashable, Sendable {
  case replicaSet(ObjectKey)
  case job(ObjectKey)

  func refused(_ error: APIError) -> ClusterEvent {
    switch self {
    case .replicaSet(let key): .replicaSet(.refused(key, message: error.message))
    case .job(let key): .job(.refused(key))
    }
  }
}

/// What to do when the API server has answered a request.
package enum FollowUp: Hashable, Sendable {
  case none
  /// Records an event when the request was granted; `{name}` in its message becomes the name of the
  /// object.
  case announce(EventRecord)
  /// Records one event when the request was granted and another when it was refused; `{error}`
  /// becomes the refusal.
  case report(granted: EventRecord, refused: EventRecord)
}

/// An event to be recorded; the recorder adds times, counts and names.
package struct EventRecord: Hashable, Sendable {
  package var about: ObjectReference
  package var type: EventType
  package var reason: String
  package var message: String
  /// The newer kind of event (`events.k8s.io/v1`), which the scheduler writes; empty for the
  /// classic kind.
  package var action: String
  /// Set by the recorder: this event stands for many that differ in their messages.
  var isCombined = false

  package init(
    _ about: ObjectReference, _ type: EventType, _ reason: String, _ message: String,
    action: String = ""
  ) {
    (self.about, self.type, self.reason) = (about, type, reason)
    (self.message, self.action) = (message, action)
  }
}

/// What a component may look at: the time and the objects, as they are when the event is handled.
package struct ClusterView: Sendable {
  package let now: SimulatedTime
  package let objects: ObjectStore
  package let settings: ClusterSettings

  package init(now: SimulatedTime, objects: ObjectStore, settings: ClusterSettings) {
    (self.now, self.objects, self.settings) = (now, objects, settings)
  }
}

/// What can be switched for the whole cluster.
package struct ClusterSettings: Hashable, Sendable {
  /// Off: the ideal clock of the contract. On: leases every 10 s, monitor passes every 5 s and the
  /// latencies of `Latency`, as in production.
  package var jitter = false
  /// Whether the CNI plugin acts on the bandwidth annotations.
  package var cniBandwidth = false

  package init() {}
}

/// The simulated cluster: a value. Keeping the old value is undo, a copy is a fork.
///
/// Components never see each other: they look at a `ClusterView` and answer with effects, which the
/// cluster carries out through the API server. Time moves only in `advance`.
package struct Cluster: Sendable {
  package internal(set) var seed: UInt64
  package internal(set) var now = SimulatedTime.start
  package internal(set) var apiServer: APIServer
  package internal(set) var settings = ClusterSettings()
  package internal(set) var timeline = Timeline()
  package internal(set) var registry = Registry()
  var queue = EventQueue()
  /// The agents of the nodes, by node name.
  package internal(set) var kubelets = OrderedTable<String, Kubelet>()
  var scheduler: Scheduler
  var nodeLifecycle = NodeLifecycleController()
  var taintEviction = TaintEvictionController()
  var podGarbageCollector = PodGarbageCollector()
  var replicaSets = ReplicaSetController()
  var deployments = DeploymentController()
  var jobs = JobController()
  var endpointSlices = EndpointSliceController()
  var namespaces = NamespaceController()
  var garbageCollector = OwnerGarbageCollector()
  /// Which endpoint of a Service a connection gets (kube-proxy chooses at random).
  var serviceRandom: RandomSource
  /// What things take while `jitter` is on.
  var latencies: RandomSource
  /// The command that the learner's acts belong to.
  var command: PresentCommand?
  /// How far of the watch log the components have been told.
  private var told = 0

  enum PresentCommand: Sendable {
    case typed(String)
    case entered(TimelineID)
  }

  /// All objects as they are now.
  package var objects: ObjectStore { apiServer.store }

  /// Every change that the API server has published.
  package var watchLog: AppendLog<WatchEvent> { apiServer.watchLog }

  /// When something will happen next; nil when nothing will.
  package var nextEventTime: SimulatedTime? { queue.nextTime }

  package init(nodeCount: Int = 3, seed: UInt64 = 1) {
    self.seed = seed
    apiServer = APIServer(seed: seed)
    scheduler = Scheduler(seed: seed)
    serviceRandom = RandomSource(seed: seed, name: "kube-proxy")
    latencies = RandomSource(seed: seed, name: "latency")
    bootstrap(nodeCount: nodeCount)
    // The controllers get to know the nodes before the learner's first command.
    try? advance(by: .zero)
  }

  /// Asks the API server for something in the learner's name. What follows from it happens when
  /// time moves; a refused request has changed nothing.
  package mutating func request(_ request: APIRequest) throws(APIError) -> APIResponse {
    try perform(request, by: .learner, cause: commandEntry())
  }

  /// From now on the learner's acts are those of a command, until the next one is named; nil for
  /// none.
  package mutating func begin(command: String?) { self.command = command.map { .typed($0) } }

  /// The entry of the present command. It is made by the first act, so that a command which only
  /// looks leaves nothing behind.
  mutating func commandEntry() -> TimelineID? {
    switch command {
    case nil: return nil
    case .entered(let id): return id
    case .typed(let text):
      let id = timeline.add(.command(text), by: .learner, cause: nil, at: now)
      command = .entered(id)
      return id
    }
  }

  func view() -> ClusterView { ClusterView(now: now, objects: objects, settings: settings) }
}

extension Cluster {
  mutating func perform(
    _ request: APIRequest, by actor: Actor, cause: TimelineID?
  ) throws(APIError) -> APIResponse {
    defer { tellComponents() }
    return try withAPIServer(actor, cause) { (server, context) throws(APIError) in
      try server.perform(request, &context)
    }
  }

  /// Lends the timeline to the API server for one piece of work: handing it over, not copying it,
  /// keeps appending cheap.
  mutating func withAPIServer<Answer>(
    _ actor: Actor, _ cause: TimelineID?,
    _ work: (inout APIServer, inout APIServer.Context) throws(APIError) -> Answer
  ) throws(APIError) -> Answer {
    var context = APIServer.Context(now: now, actor: actor, cause: cause, timeline: Timeline())
    swap(&context.timeline, &timeline)
    defer { swap(&context.timeline, &timeline) }
    return try work(&apiServer, &context)
  }

  /// Carries out what a component wants.
  mutating func carryOut(_ effects: [Effect], by actor: Actor, cause: TimelineID?) {
    for effect in effects {
      switch effect {
      case .request(let request, let followUp):
        _ = carryOut(request, followUp, by: actor, cause: cause)
      case .slowStart(let requests, let followUp, let creator):
        slowStart(requests, followUp, for: creator, by: actor, cause: cause)
      case .record(let record): write(record, by: actor, cause: cause)
      case .schedule(let event, let time): queue.add(event, at: max(time, now), cause: cause)
      case .note(let about, let note, let own):
        _ = timeline.add(.note(about, note), by: actor, cause: own ?? cause, at: now)
      }
    }
  }

  private mutating func slowStart(
    _ requests: [APIRequest], _ followUp: FollowUp, for creator: Creator, by actor: Actor,
    cause: TimelineID?
  ) {
    var (rest, size) = (requests[...], 1)
    while !rest.isEmpty {
      var refusal: APIError?
      for request in rest.prefix(size) {
        refusal = carryOut(request, followUp, by: actor, cause: cause) ?? refusal
      }
      if let refusal { return queue.add(creator.refused(refusal), at: now, cause: cause) }
      (rest, size) = (rest.dropFirst(size), size * 2)
    }
  }

  /// Returns why the request was refused, if it was.
  private mutating func carryOut(
    _ request: APIRequest, _ followUp: FollowUp, by actor: Actor, cause: TimelineID?
  ) -> APIError? {
    do {
      let response = try perform(request, by: actor, cause: cause)
      switch followUp {
      case .none: break
      case .announce(var record), .report(granted: var record, refused: _):
        record.message = record.message.replacing("{name}", with: response.key.name)
        write(record, by: actor, cause: cause)
      }
      return nil
    } catch {
      if case .report(granted: _, refused: var record) = followUp {
        record.message = record.message.replacing("{error}", with: error.message)
        write(record, by: actor, cause: cause)
      }
      _ = timeline.add(.refusal(request.key, error), by: actor, cause: cause, at: now)
      return error
    }
  }

  private mutating func write(_ record: EventRecord, by actor: Actor, cause: TimelineID?) {
    let id = timeline.add(
      .event(record.about, reason: record.reason, message: record.message), by: actor,
      cause: cause, at: now)
    try? withAPIServer(actor, id) { (server, context) throws(APIError) in
      server.record(record, &context)
    }
    queue.add(.expireEvents, at: now + APIServer.eventLifetime, cause: nil)
    tellComponents()
  }

  /// Tells every component of the changes that it has not heard of, as its watches do.
  private mutating func tellComponents() {
    while let change = apiServer.watchLog[told] {
      told += 1
      tell(change)
    }
  }

  private mutating func tell(_ change: WatchEvent) {
    for event in Self.reactions(to: change) {
      queue.add(event, at: arrival(event.latency), cause: change.cause)
    }
    tellKubelets(change)
  }

  /// What the scheduler and the controllers make of a change, in the order in which they are asked.
  private static func reactions(to change: WatchEvent) -> [ClusterEvent] {
    var events: [ClusterEvent] = []
    events += NodeLifecycleController.reactions(to: change).map { .nodeLifecycle($0) }
    events += Scheduler.reactions(to: change).map { .scheduler($0) }
    events += TaintEvictionController.reactions(to: change).map { .taintEviction($0) }
    events += DeploymentController.reactions(to: change).map { .deployment($0) }
    events += ReplicaSetController.reactions(to: change).map { .replicaSet($0) }
    events += JobController.reactions(to: change).map { .job($0) }
    events += EndpointSliceController.reactions(to: change).map { .endpointSlice($0) }
    events += PodGarbageCollector.reactions(to: change).map { .podGarbageCollector($0) }
    events += NamespaceController.reactions(to: change).map { .namespace($0) }
    events += OwnerGarbageCollector.reactions(to: change).map { .garbageCollector($0) }
    return events
  }
}

extension APIRequest {
  /// The object that a request is about; a new one may have no name yet.
  var key: ObjectKey {
    switch self {
    case .create(let object, let resource, let namespace):
      ObjectKey(
        resource, namespace: namespace, name: object[path: "metadata", "name"]?.stringValue ?? "")
    case .replace(_, let key), .patch(let key, _, _), .updateStatus(let key, _, _),
      .delete(let key, _), .evict(let key, _), .bind(let key, _):
      key
    }
  }
}

/// Too much happened in one instant: something in the cluster runs in circles.
package struct SimulationLimitError: Error, Hashable, Sendable {
  package let time: SimulatedTime
  package let limit: Int
}

extension Cluster {
  /// How many events one instant may hold before the simulation is called broken; each Pod may add
  /// to them.
  package static let maximumEventsPerInstant = 2_000_000
  package static let maximumEventsPerPod = 100

  /// After how many events somebody who waits is asked whether to go on. Where processes run,
  /// `stepsPerEvent` of their steps count as one more event: what takes long is asked about often.
  package static let eventsBetweenQuestions = 100
  static let stepsPerEvent = 20

  /// Moves the clock forward and lets happen what falls due, up to and with the last instant.
  package mutating func advance(by duration: SimulatedDuration) throws(SimulationLimitError) {
    try advance(to: now + duration)
  }

  /// Moves the clock to a time; one that has passed settles the present instant.
  package mutating func advance(to time: SimulatedTime) throws(SimulationLimitError) {
    _ = try advance(to: time) { _ in false }
  }

  /// Moves the clock until a published change is the one looked for, or to a time at the latest.
  /// True when it was found; the clock then stands at that change, with the rest of the instant
  /// still to come.
  ///
  /// `isStopped` is asked again and again, also where nothing is published for a long time; true
  /// ends the way as if the time had come.
  package mutating func advance(
    to time: SimulatedTime, until found: (WatchEvent) -> Bool,
    unless isStopped: () -> Bool = { false }
  ) throws(SimulationLimitError) -> Bool {
    try advance(to: time, exec: nil, until: found, unless: isStopped)
  }

  /// The same; it also stops, and says true, where a command no longer runs.
  mutating func advance(
    to time: SimulatedTime, exec: ExecHandle?, until found: (WatchEvent) -> Bool,
    unless isStopped: () -> Bool = { false }
  ) throws(SimulationLimitError) -> Bool {
    let end = max(time, now)
    var seen = watchLog.count
    var eventsOfInstant = 0
    var eventsSinceAsking = 0
    while true {
      // As many questions as there was work; asked before an event is taken, so that none is lost.
      while eventsSinceAsking >= Self.eventsBetweenQuestions {
        eventsSinceAsking -= Self.eventsBetweenQuestions
        if isStopped() { return false }
      }
      guard let next = queue.popFirst(through: end) else { break }
      if next.time > now {
        now = next.time
        eventsOfInstant = 0
      }
      eventsOfInstant += 1
      guard eventsOfInstant <= Self.maximumEventsPerInstant || eventsOfInstant <= eventLimit else {
        throw SimulationLimitError(time: now, limit: eventLimit)
      }
      eventsSinceAsking += dispatch(next)
      while let change = watchLog[seen] {
        seen += 1
        if found(change) { return true }
      }
      if let exec, next.event.mayConcern(exec), state(of: exec) != .running { return true }
    }
    now = end
    return false
  }

  private var eventLimit: Int {
    Self.maximumEventsPerInstant + Self.maximumEventsPerPod * objects.podCount
  }

  /// Hands an event to the component that it is for and carries out the answer. Returns how many
  /// events that was worth.
  private mutating func dispatch(_ next: ScheduledEvent) -> Int {
    switch next.event {
    case .processes(let node):
      return 1 + runProcesses(of: node, cause: next.cause) / Self.stepsPerEvent
    case .kubelet(let node, let event): handle(event, node: node, cause: next.cause)
    case .scheduler(let event):
      carryOut(scheduler.handle(event, view()), by: .scheduler, cause: next.cause)
    case .nodeLifecycle(let event):
      carryOut(
        nodeLifecycle.handle(event, view()), by: .controller("node-controller"), cause: next.cause)
    case .taintEviction(let event):
      carryOut(
        taintEviction.handle(event, view()), by: .controller("taint-eviction-controller"),
        cause: next.cause)
    case .podGarbageCollector(let event):
      carryOut(
        podGarbageCollector.handle(event, view()), by: .controller("pod-garbage-collector"),
        cause: next.cause)
    case .replicaSet(let event):
      carryOut(
        replicaSets.handle(event, view()), by: .controller("replicaset-controller"),
        cause: next.cause)
    case .deployment(let event):
      carryOut(
        deployments.handle(event, view()), by: .controller("deployment-controller"),
        cause: next.cause)
    case .job(let event):
      carryOut(jobs.handle(event, view()), by: .controller("job-controller"), cause: next.cause)
    case .endpointSlice(let event):
      carryOut(
        endpointSlices.handle(event, view()), by: .controller("endpointslice-controller"),
        cause: next.cause)
      carryOut(
        EndpointsController.effects(of: event, view()), by: .controller("endpoint-controller"),
        cause: next.cause)
    case .namespace(let event):
      carryOut(
        namespaces.handle(event, view()), by: .controller("namespace-controller"),
        cause: next.cause)
    case .garbageCollector(let event):
      carryOut(
        garbageCollector.handle(event, view()), by: .controller("generic-garbage-collector"),
        cause: next.cause)
    case .expireEvents:
      try? withAPIServer(.apiServer, next.cause) { (server, context) throws(APIError) in
        server.expireEvents(&context)
      }
    }
    return 1
  }
}

internal import HashTreeCollections

/// Turns what components report into Event objects, with the rules of client-go's correlator
/// (tools/record/events_cache.go): equal events are counted, and one source may write about one
/// object 25 times at once and then once in 5 minutes.
struct EventRecorder: Sendable {
  /// For look-ups alone.
  private var known = TreeDictionary<EventIdentity, ObjectKey>()
  /// For look-ups alone: what differs only in its message.
  private var similar = TreeDictionary<EventIdentity, SimilarEvents>()
  /// For look-ups alone.
  private var budgets = TreeDictionary<Spender, Budget>()
  private var recorded = 0

  private struct EventIdentity: Hashable, Sendable {
    let source: EventSource
    var record: EventRecord

    var withoutMessage: Self {
      var identity = self
      identity.record.message = ""
      return identity
    }
  }

  private struct Spender: Hashable, Sendable {
    let source: EventSource
    let about: ObjectReference
  }

  /// Reports of one reason about one object. More than ten messages within ten minutes of each
  /// other are written as one event (`EventAggregator`).
  private struct SimilarEvents: Sendable {
    static let maximum = 10
    static let interval = SimulatedDuration.minutes(10)

    var messages: [String] = []
    var lastSeen: SimulatedTime

    /// True when there are too many messages to keep them apart.
    mutating func add(_ message: String, at now: SimulatedTime) -> Bool {
      if now - lastSeen > Self.interval { messages = [] }
      lastSeen = now
      if !messages.contains(message), messages.count < Self.maximum { messages.append(message) }
      return !messages.contains(message)
    }
  }

  /// A token bucket.
  private struct Budget: Sendable {
    static let burst = 25
    static let refill = SimulatedDuration.seconds(300)

    var tokens = burst
    var refilledAt: SimulatedTime

    mutating func spend(at now: SimulatedTime) -> Bool {
      let earned = (now - refilledAt).milliseconds / Self.refill.milliseconds
      if tokens + earned >= Self.burst {
        tokens = Self.burst
        refilledAt = now
      } else {
        tokens += earned
        refilledAt = refilledAt + Self.refill * earned
      }
      guard tokens > 0 else { return false }
      tokens -= 1
      return true
    }
  }

  /// What to write for a report: nothing when the source has written too much, a new event, or an
  /// old one with its count raised.
  mutating func event(
    for record: EventRecord, by actor: Actor, at now: SimulatedTime, in store: ObjectStore
  ) -> (key: ObjectKey, event: Event)? {
    let source = EventSource(component: actor.component, host: actor.host)
    guard record.action.isEmpty else {
      return correlate(record, source, store) {
        $0.observeSeries(at: now)
      } make: {
        Event(record, reportedBy: source, at: now)
      }
    }
    var whole = record.about
    whole.fieldPath = ""
    let spender = Spender(source: source, about: whole)
    var budget = budgets[spender] ?? Budget(refilledAt: now)
    let allowed = budget.spend(at: now)
    budgets[spender] = budget
    guard allowed else { return nil }
    let record = combined(record, source, at: now)
    return correlate(record, source, store) {
      $0.observe(at: now)
    } make: {
      Event(record, source: source, at: now)
    }
  }

  /// The report itself, or the one event that stands for many like it; that one has no message of
  /// its own to be told apart by.
  private mutating func combined(
    _ record: EventRecord, _ source: EventSource, at now: SimulatedTime
  ) -> EventRecord {
    var key = record
    key.message = ""
    let identity = EventIdentity(source: source, record: key)
    var group = similar[identity] ?? SimilarEvents(lastSeen: now)
    let isTooMany = group.add(record.message, at: now)
    similar[identity] = group
    guard isTooMany else { return record }
    var whole = record
    whole.message = "(combined from similar events): \(record.message)"
    whole.isCombined = true
    return whole
  }

  private mutating func correlate(
    _ record: EventRecord, _ source: EventSource, _ store: ObjectStore,
    again: (inout Event) -> Void, make: () -> Event
  ) -> (key: ObjectKey, event: Event) {
    var identity = EventIdentity(source: source, record: record)
    if record.isCombined { identity = identity.withoutMessage }
    if let key = known[identity], case .event(var event)? = store[key]?.typed {
      again(&event)
      event.message = record.message
      return (key, event)
    }
    var event = make()
    recorded += 1
    // Kubernetes names events by the nanosecond; the running number keeps two of one millisecond
    // apart.
    let moment = event.firstTimestamp ?? event.eventTime ?? .start
    let name = String(moment.nanosecondsSince1970 + recorded % 1_000_000, radix: 16)
    event.metadata.name = "\(record.about.name).\(name)"
    event.metadata.namespace = record.about.namespace.isEmpty ? "default" : record.about.namespace
    let key = ObjectKey(.events, namespace: event.metadata.namespace, name: event.metadata.name)
    known[identity] = key
    return (key, event)
  }
}

extension Event {
  /// The classic kind, as kubelet and controllers write it.
  init(_ record: EventRecord, source: EventSource, at now: SimulatedTime) {
    self.init(involvedObject: record.about)
    (reason, message, type) = (record.reason, record.message, record.type)
    self.source = source
    reportingComponent = source.component
    reportingInstance = source.host
    (firstTimestamp, lastTimestamp, count) = (now, now, 1)
  }

  /// The newer kind, as the scheduler writes it.
  init(_ record: EventRecord, reportedBy source: EventSource, at now: SimulatedTime) {
    self.init(involvedObject: record.about)
    (reason, message, type) = (record.reason, record.message, record.type)
    action = record.action
    reportingComponent = source.component
    reportingInstance = "\(source.component)-podlab"
    eventTime = now
  }

  mutating func observe(at now: SimulatedTime) {
    count = (count ?? 1) + 1
    lastTimestamp = now
  }

  mutating func observeSeries(at now: SimulatedTime) {
    series = EventSeries(count: (series?.count ?? 1) + 1, lastObservedTime: now)
  }
}

extension APIServer {
  /// Writes an event about an object. Events expire after an hour.
  mutating func record(_ record: EventRecord, _ context: inout Context) {
    guard
      let (key, event) = recorder.event(
        for: record, by: context.actor, at: context.now, in: store)
    else { return }
    var tree = APIValue(encoding: event)
    tree["apiVersion"] = "v1"
    tree["kind"] = "Event"
    if store[key] == nil {
      guard takesContent(namespace: key.namespace) else { return }
      tree[path: "metadata", "uid"] = .string(identities.nextUID())
      tree[path: "metadata", "creationTimestamp"] = .string(context.now.timestamp)
    }
    _ = try? commit(tree, key, &context)
  }

  /// The admission plugin NamespaceLifecycle refuses new events like everything else.
  private func takesContent(namespace: String) -> Bool {
    guard let home = store[ObjectKey(.namespaces, name: namespace)] else { return false }
    return home.metadata.deletionTimestamp == nil
  }

  /// kube-apiserver's `--event-ttl`.
  static let eventLifetime = SimulatedDuration.hours(1)

  /// Removes the events that were last written an hour ago or earlier.
  mutating func expireEvents(_ context: inout Context) {
    for object in store.list(.events) {
      guard case .event(let event) = object.typed,
        let last = event.lastTimestamp ?? event.series?.lastObservedTime ?? event.eventTime,
        last + Self.eventLifetime <= context.now
      else { continue }
      _ = erase(
        ObjectKey(.events, namespace: event.metadata.namespace, name: event.metadata.name),
        &context)
    }
  }
}

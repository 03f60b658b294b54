/// Chooses a node for each Pod (pkg/scheduler).
package struct Scheduler: Sendable {
  package enum Event: Hashable, Sendable {
    /// A Pod appeared, disappeared, or changed in a way that matters here.
    case podChanged(ObjectKey)
    case nodeChanged(String)
    /// Try the Pod that is next in the queue.
    case scheduleNext
  }

  static let name = "default-scheduler"

  private var random: RandomSource
  var cache = SchedulerCache()
  var queue = SchedulingQueue()
  private var nominations = OrderedTable<ObjectKey, SchedulingCycle.Nomination>()
  /// Where the next look round the nodes begins, so that all get their turn in a big cluster.
  private var nextStart = 0

  /// Goes on with other numbers.
  mutating func reseed(_ stream: RandomSource) { random = stream }

  package init(seed: UInt64) { random = RandomSource(seed: seed, name: Self.name) }

  package mutating func handle(_ event: Event, _ view: ClusterView) -> [Effect] {
    switch event {
    case .podChanged(let key): observePod(key, view)
    case .nodeChanged(let name): observeNode(name, view)
    case .scheduleNext: return scheduleNext(view)
    }
    return attempts(view)
  }

  private mutating func scheduleNext(_ view: ClusterView) -> [Effect] {
    queue.wake(at: view.now)
    guard let entry = queue.popFirst() else { return attempts(view) }
    var effects: [Effect] = []
    if let pod = view.objects.pod(entry.key), pod.waitsForScheduler {
      effects = schedule(pod, entry, view)
    }
    return effects + attempts(view)
  }

  /// Asks for the next attempt: now, or when the first back-off is over.
  private func attempts(_ view: ClusterView) -> [Effect] {
    let time = queue.isEmpty ? queue.nextWaking : view.now
    return time.map { [.schedule(.scheduler(.scheduleNext), at: $0)] } ?? []
  }

  /// Forgets a Pod that needs no node, or not any more.
  mutating func drop(_ key: ObjectKey) {
    queue.remove(key)
    nominations[key] = nil
  }

  private mutating func schedule(
    _ pod: Pod, _ entry: SchedulingQueue.Entry, _ view: ClusterView
  ) -> [Effect] {
    guard !cache.nodes.isEmpty else {
      queue.reject(entry, by: [], at: view.now)
      let note = Effect.note(pod.reference(), .unschedulable([], nodeCount: 0))
      return [note] + write(.noNodes, about: pod, view)
    }
    let attempt = attempt(pod, view)
    nextStart = attempt.nextStart
    switch attempt.decision {
    case .nodes(let best):
      // Kubernetes takes any of the best; the draw is seeded.
      let choice = best.count == 1 ? best[0] : best[random.next(below: best.count)]
      return assign(pod, to: choice)
    case .nowhere(var error, let filters, let preemption, let objections):
      queue.reject(entry, by: filters, at: view.now)
      let note = Effect.note(
        pod.reference(), .unschedulable(objections, nodeCount: error.nodeCount))
      return [note] + reject(pod, &error, preemption, view)
    }
  }

  private enum Decision {
    /// The best nodes, equally good.
    case nodes([String])
    case nowhere(FitError, [FilterName], Preemption.Outcome, [NodeObjection])
  }

  /// Looks for nodes without changing anything. What it holds of the cache is let go of at the end,
  /// so that the change that follows copies no nodes.
  private func attempt(_ pod: Pod, _ view: ClusterView) -> (decision: Decision, nextStart: Int) {
    let cycle = SchedulingCycle(
      pod, cache.nodes, NamespaceLabels(view.objects), nominated: nominations.map(\.value))
    let findings = cycle.findings(startingAt: nextStart % cycle.nodes.count)
    let next = (nextStart + findings.lookedAt) % cycle.nodes.count
    if !findings.feasible.isEmpty {
      let siblings = Siblings.selector(of: pod, view.objects)
      return (.nodes(cycle.best(of: findings.feasible, siblings: siblings)), next)
    }
    let failures = findings.failures
    var error = FitError(
      nodeCount: cycle.nodes.count, reasonsPerNode: failures.map(\.failure.reasons))
    error.preFilterMessage = cycle.preFilterMessage ?? ""
    let filters = FilterName.allCases.filter { name in
      failures.contains { $0.failure.filter == name }
    }
    let preemption = Preemption(cycle: cycle, failures: failures).outcome()
    let objections = cycle.withoutOthers(NodeObjection.grouped(failures))
    return (.nowhere(error, filters, preemption, objections), next)
  }

  private mutating func assign(_ pod: Pod, to node: String) -> [Effect] {
    cache.assume(PodInfo(pod), node: node)
    nominations[pod.key] = nil
    let name = "\(pod.metadata.namespace)/\(pod.metadata.name)"
    let record = EventRecord(
      pod.reference(), .normal, "Scheduled", "Successfully assigned \(name) to \(node)",
      action: "Binding")
    let refusal = SchedulingFailure.bindingRefused.event(about: pod.reference())
    return [.request(.bind(pod.key, node: node), .report(granted: record, refused: refusal))]
  }

  private mutating func reject(
    _ pod: Pod, _ error: inout FitError, _ preemption: Preemption.Outcome, _ view: ClusterView
  ) -> [Effect] {
    switch preemption {
    case .refused(let text):
      nominations[pod.key] = nil
      error.postFilterMessage = text
      return write(.unfit(error), about: pod, view)
    case .waiting(let text):
      error.postFilterMessage = text
      return write(
        .unfit(error), about: pod, view, nominatedNode: pod.status.nominatedNodeName)
    case .node(let node, let victims):
      nominations[pod.key] = SchedulingCycle.Nomination(pod: PodInfo(pod), node: node)
      let effects = victims.flatMap { evict($0, for: pod, from: node, view) }
      return effects + write(.unfit(error), about: pod, view, nominatedNode: node)
    }
  }

  /// The event, then the condition where it says something new.
  private func write(
    _ failure: SchedulingFailure, about pod: Pod, _ view: ClusterView, nominatedNode: String = ""
  ) -> [Effect] {
    var status = pod.status
    status.nominatedNodeName = nominatedNode
    status.set(failure.condition, at: view.now)
    let event = Effect.record(failure.event(about: pod.reference()))
    guard status != pod.status else { return [event] }
    return [
      event,
      .request(.updateStatus(pod.key, APIValue(encoding: status), uid: pod.metadata.uid)),
    ]
  }

  private func evict(
    _ victim: PodInfo, for pod: Pod, from node: String, _ view: ClusterView
  ) -> [Effect] {
    guard let target = view.objects.pod(victim.key), !target.isTerminating else { return [] }
    var status = target.status
    status.set(
      PodCondition(
        "DisruptionTarget", .true, reason: "PreemptionByScheduler",
        message: "\(Self.name): preempting to accommodate a higher priority pod"), at: view.now)
    let record = EventRecord(
      target.reference(), .normal, "Preempted",
      "Preempted by pod \(pod.metadata.uid) on node \(node)", action: "Preempting")
    return [
      .request(.updateStatus(target.key, APIValue(encoding: status), uid: victim.uid)),
      .request(.delete(target.key, DeleteOptions(uid: victim.uid))),
      .record(record),
    ]
  }
}

extension Pod {
  /// Whether it is this scheduler's turn: no node yet, nothing that blocks it, not on its way out.
  var waitsForScheduler: Bool {
    spec.nodeName.isEmpty && spec.schedulingGates.isEmpty && !isTerminating
      && !status.phase.isTerminal
      && (spec.schedulerName.isEmpty || spec.schedulerName == Scheduler.name)
  }
}

/// Notices nodes that fall silent, marks their Pods and taints them (pkg/controller/nodelifecycle).
///
/// It does not listen to heartbeats: one check per node waits for the moment at which silence would
/// be too long, and a check that finds a newer heartbeat waits anew. Five thousand nodes cost a
/// hundred checks a second.
package struct NodeLifecycleController: Sendable {
  package enum Event: Hashable, Sendable {
    case nodeChanged(String)
    /// Look whether the kubelet of a node is still there.
    case check(String)
    /// Give and take `NoExecute` taints; after the checks of the same instant, because all of them
    /// together decide whether anybody is evicted.
    case taintNoExecute
  }

  private var known = OrderedTable<String, Known>()
  private var zones = ZoneStates()
  private var wasMasterDisruption = false
  /// Nodes whose `NoExecute` taint may be wrong.
  private var pending = SortedChunks<String>()
  /// With `jitter`: when the next node of a zone may be given up.
  private var nextInZone = OrderedTable<String, SimulatedTime>()

  /// What the controller last saw of a node.
  private struct Known: Sendable {
    let uid: String
    let zone: String
    var ready: ConditionStatus?
    /// When the next check is due.
    var checkAt: SimulatedTime?
  }

  package init() {}

  /// Which events a change of an object calls for.
  package static func reactions(to change: WatchEvent) -> [Event] {
    guard change.key.resource == .nodes else { return [] }
    return [.nodeChanged(change.key.name)]
  }

  package mutating func handle(_ event: Event, _ view: ClusterView) -> [Effect] {
    switch event {
    case .nodeChanged(let name): observe(name, view)
    case .check(let name): check(name, view)
    case .taintNoExecute: taintNoExecute(view)
    }
  }

  private mutating func observe(_ name: String, _ view: ClusterView) -> [Effect] {
    guard let node = view.objects.node(name) else { return forget(name) }
    var effects: [Effect] = []
    if let old = known[name], old.uid != node.metadata.uid { effects += forget(name) }
    if known[name] == nil { effects += register(node) }
    effects += noteReadiness(node, view)
    effects += NodeTaints.update(node, NodeTaints.withNoSchedule(node, at: view.now))
    return effects + scheduleCheck(node, view)
  }

  private mutating func register(_ node: Node) -> [Effect] {
    let zone = ZoneStates.zone(of: node)
    known[node.metadata.name] = Known(uid: node.metadata.uid, zone: zone)
    zones[zone].notReady += 1
    let name = node.metadata.name
    return [
      .record(
        EventRecord(
          Self.reference(name, node.metadata.uid), .normal, "RegisteredNode",
          "Node \(name) event: Registered Node \(name) in Controller"))
    ]
  }

  private mutating func forget(_ name: String) -> [Effect] {
    guard let old = known[name] else { return [] }
    known[name] = nil
    pending.remove(name)
    if old.ready == .true { zones[old.zone].ready -= 1 } else { zones[old.zone].notReady -= 1 }
    return [
      .record(
        EventRecord(
          Self.reference(name, old.uid), .normal, "RemovingNode",
          "Node \(name) event: Removing Node \(name) from Controller"))
    ]
  }

  /// Node events name the node with its real UID here; the kubelet's use the name instead.
  private static func reference(_ name: String, _ uid: String) -> ObjectReference {
    ObjectReference(kind: "Node", namespace: "", name: name, uid: uid)
  }

  /// Follows the Ready condition: counts the zone, and marks the Pods of a node that is no longer
  /// ready.
  private mutating func noteReadiness(_ node: Node, _ view: ClusterView) -> [Effect] {
    let name = node.metadata.name
    let ready = node.status.condition("Ready")?.status
    guard var state = known[name], state.ready != ready else { return [] }
    let before = state.ready
    state.ready = ready
    known[name] = state
    if before != .true, ready == .true {
      zones[state.zone].notReady -= 1
      zones[state.zone].ready += 1
    }
    var effects: [Effect] = []
    if before == .true, ready != .true {
      zones[state.zone].ready -= 1
      zones[state.zone].notReady += 1
      effects = markNotReady(node, view)
    }
    pending.insert(name)
    return effects + [.schedule(.nodeLifecycle(.taintNoExecute), at: noExecuteTime(view))]
  }

  /// With `jitter` the `NoExecute` taint comes a pass later than the other one: the pass that finds
  /// the silence still works with the condition as it was before.
  private func noExecuteTime(_ view: ClusterView) -> SimulatedTime {
    let lag = SimulatedDuration.milliseconds(view.settings.jitter ? 1 : 0)
    return MonitorPass.time(
      at: view.now + lag, period: NodeHealth.monitorPeriod, view.settings)
  }

  private mutating func scheduleCheck(_ node: Node, _ view: ClusterView) -> [Effect] {
    let name = node.metadata.name
    guard let state = known[name], node.status.condition("Ready")?.status != .unknown,
      state.checkAt == nil
    else { return [] }
    let deadline = health(node, view).deadline
    let time = MonitorPass.time(
      at: max(deadline, view.now), period: NodeHealth.monitorPeriod, view.settings)
    known[name]?.checkAt = time
    return [.schedule(.nodeLifecycle(.check(name)), at: time)]
  }

  private func health(_ node: Node, _ view: ClusterView) -> NodeHealth {
    let lease = ObjectKey(.leases, namespace: "kube-node-lease", name: node.metadata.name)
    let text = view.objects[lease]?.tree[path: "spec", "renewTime"]?.stringValue
    return NodeHealth(node, leaseRenewedAt: text.flatMap { SimulatedTime(timestamp: $0) })
  }

  private mutating func check(_ name: String, _ view: ClusterView) -> [Effect] {
    guard let state = known[name], let due = state.checkAt, due <= view.now else { return [] }
    known[name]?.checkAt = nil
    guard let node = view.objects.node(name) else { return [] }
    guard health(node, view).deadline <= view.now else { return scheduleCheck(node, view) }
    let conditions = NodeHealth.overdue(node, at: view.now)
    guard conditions != node.status.conditions else { return [] }
    var overdue = node
    overdue.status.conditions = conditions
    var effects: [Effect] = [.request(Self.write(conditions, of: node, view))]
    effects += noteReadiness(overdue, view)
    return effects
      + NodeTaints.update(overdue, NodeTaints.withNoSchedule(overdue, at: view.now))
  }

  /// Everything but the conditions stays as the kubelet wrote it.
  private static func write(
    _ conditions: [NodeCondition], of node: Node, _ view: ClusterView
  ) -> APIRequest {
    var status = view.objects[node.key]?.tree["status"] ?? .emptyObject
    status["conditions"] = .array(conditions.map { APIValue(encoding: $0) })
    return .updateStatus(node.key, status, uid: node.metadata.uid)
  }

  /// `RecordNodeStatusChange` and `MarkPodsNotReady`: the Ready condition of every Pod there turns
  /// False and keeps its old reason and message.
  private func markNotReady(_ node: Node, _ view: ClusterView) -> [Effect] {
    let name = node.metadata.name
    let record = EventRecord(
      Self.reference(name, node.metadata.uid), .normal, "NodeNotReady",
      "Node \(name) status is now: NodeNotReady")
    return view.objects.pods(onNode: name).reduce(into: [.record(record)]) { effects, pod in
      guard var condition = pod.status.condition("Ready"), condition.status != .false
      else { return }
      condition.status = .false
      var status = pod.status
      status.set(condition, at: view.now)
      effects += PodDisruption.update(pod, status)
      effects.append(
        .record(
          EventRecord(pod.reference(), .warning, "NodeNotReady", "Node is not ready")))
    }
  }

  private mutating func taintNoExecute(_ view: ClusterView) -> [Effect] {
    let isMasterDisruption = zones.isMasterDisruption
    // Entering or leaving a disruption of everything concerns all nodes.
    let isTurn = isMasterDisruption != wasMasterDisruption
    wasMasterDisruption = isMasterDisruption
    let names = isTurn ? known.map(\.key) : Array(pending)
    pending = SortedChunks()
    var turn: SimulatedTime?
    let effects = names.flatMap { name -> [Effect] in
      guard let node = view.objects.node(name), let state = known[name] else { return [] }
      let key = NodeTaints.unhealthyKey(node)
      guard key == nil || isMasterDisruption || zones.evicts(state.zone) else {
        // A zone in partial disruption: nobody new is driven out; try again with the next change.
        pending.insert(name)
        return []
      }
      let wanted = isMasterDisruption ? nil : key
      let taints = NodeTaints.withNoExecute(node, key: wanted, at: view.now)
      if wanted != nil, taints != node.spec.taints, let wait = takeTurn(of: state.zone, view) {
        pending.insert(name)
        turn = min(turn ?? wait, wait)
        return []
      }
      return NodeTaints.update(node, taints)
    }
    guard let turn else { return effects }
    return effects + [.schedule(.nodeLifecycle(.taintNoExecute), at: turn)]
  }

  /// The rate at which nodes of a zone are given up (`RateLimitedTimedQueue`, a token bucket of
  /// one). Nil where it is this node's turn; else when the next one is. The ideal clock has no such
  /// waiting, which a learner could not compute.
  private mutating func takeTurn(of zone: String, _ view: ClusterView) -> SimulatedTime? {
    guard view.settings.jitter else { return nil }
    let next = nextInZone[zone] ?? view.now
    guard next <= view.now else { return next }
    let rate = zones[zone].ratePerSecond
    guard rate > 0 else { return nil }
    nextInZone[zone] = view.now + .milliseconds(Int(1000 / rate))
    return nil
  }
}

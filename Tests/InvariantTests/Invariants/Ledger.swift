import PodEngine

/// The world as the watch log tells it, checked change by change: finer than event by event, since
/// one event may publish several changes. A value, so that `undo` can take an old one up again.
struct Ledger {
  /// All objects, rebuilt from the changes alone.
  private(set) var objects = ObjectBook()
  /// Every UID there ever was, and whose it was.
  private(set) var lives: [String: ObjectKey] = [:]
  private(set) var pods = PodBook()
  private(set) var seen = 0
  private(set) var time = SimulatedTime.start
  private(set) var version = 0
  /// Something that the settled rules look at has changed since they were last asked.
  private var isUnsettled = false
  private(set) var violations: [Violation] = []
  /// Nodes that were ever cut off: what their kubelets saw meanwhile is told in one piece.
  private(set) var isolated: Set<String> = []
  /// Nodes whose kubelet is dead or cut off after the last command; the API may still call them ready.
  private(set) var silent: Set<String> = []
  /// When a node, its labels, taints or the like last changed.
  private var nodeChanges: [String: SimulatedTime] = [:]
  /// What the rules keep of containers.
  var containers = ContainerBook()
  /// When a command last did something to a node, a kubelet or what runs in a Pod.
  private var disturbed: SimulatedTime?
  /// When a command last made a kubelet forget, or may have.
  private var restarted: SimulatedTime?
  /// Since when a node has had a taint that evicts.
  private(set) var evictingSince: [String: SimulatedTime] = [:]
  /// Pods that a Job let go of after they had failed, by the UID of the Job.
  var countedFailures: [String: Int] = [:]
  /// With `jitter` components take their time, and what was under way when it was switched off
  /// still does.
  private var hasJittered = false

  mutating func report(_ rule: String, _ detail: String) {
    violations.append(Violation(rule: rule, detail: detail, time: time))
  }

  /// Reads what has been published since; `line` is the command that did it, nil where that were
  /// many.
  mutating func read(_ cluster: Cluster, line: String?) {
    if line.map(Self.disturbs) ?? true { disturbed = line == nil ? cluster.now : time }
    if line.map(Self.restarts) ?? true { restarted = line == nil ? cluster.now : time }
    for (name, kubelet) in cluster.kubelets where !kubelet.isConnected { isolated.insert(name) }
    silent = Set(cluster.kubelets.filter { !$0.value.isOn || !$0.value.isConnected }.map(\.key))
    hasJittered = hasJittered || cluster.settings.jitter
    while violations.isEmpty, let event = cluster.watchLog[seen] {
      if event.time > time, isUnsettled {
        settle()
      }
      if event.time < time { report("time-runs-forward", "\(event.key) at \(event.time)") }
      time = event.time
      seen += 1
      let actor = event.cause.number > 0 ? cluster.timeline[event.cause]?.actor : nil
      take(Change(event: event, actor: actor, old: objects[event.key]), line: line)
    }
    guard violations.isEmpty else { return }
    let (count, revision) = (cluster.watchLog.count, cluster.objects.resourceVersion)
    if count != seen { report("log-is-whole", "\(count) changes published, \(seen) known") }
    if revision != version { report("store-revision", "\(revision), last published \(version)") }
    if cluster.now > time, cluster.nextEventTime.map({ $0 > cluster.now }) ?? true, isUnsettled {
      settle()
    }
  }

  private static let quiet = [
    "advance", "step", "until", "apply", "create pod", "create namespace", "label pod", "annotate",
    "scale", "delete", "evict", "taint", "cordon", "uncordon",
  ]

  /// Whether a command may do more than ask the API server for something, or let time pass.
  private static func disturbs(_ line: String) -> Bool {
    !quiet.contains { line.hasPrefix($0) } || line.hasPrefix("delete node")
  }

  private static func restarts(_ line: String) -> Bool {
    line.contains("kubelet") || line.contains("node") && disturbs(line)
  }

  /// Whether a kubelet may have begun anew since a time.
  func hasRestarted(since time: SimulatedTime) -> Bool {
    hasJittered || restarted.map { $0 >= time } ?? false
  }

  /// Whether somebody has had a hand in it since a time, or may still have.
  func wasDisturbed(since time: SimulatedTime) -> Bool {
    hasJittered || disturbed.map { $0 >= time } ?? false
  }

  private mutating func settle() {
    isUnsettled = false
    if !hasJittered { SettledRules.check(&self) }
  }

  private mutating func take(_ change: Change, line: String?) {
    ObjectRules.check(change, &self, line: line)
    LineageRules.check(change, &self)
    switch change.key.resource {
    case .pods:
      PodRules.check(change, &self)
      ContainerRules.check(change, &self)
      PlacementRules.check(change, &self)
      RestartRules.check(change, &self)
      ProbeRules.check(change, &self)
      EvictionRules.check(change, &self)
      WorkloadRules.checkCounted(change, &self)
    case .events:
      EventRules.check(change, &self)
      ProbeRules.check(event: change, &self)
    case .jobs, .replicaSets, .deployments: WorkloadRules.check(change, &self)
    case .endpointSlices: EndpointRules.check(change, &self)
    case .nodes: NodeRules.check(change, &self)
    case .configMaps, .endpoints, .leases, .priorityClasses, .namespaces, .secrets,
      .serviceAccounts, .services:
      break
    }
    apply(change)
  }

  private mutating func apply(_ change: Change) {
    version = change.new.text("metadata", "resourceVersion").asNumber ?? version
    objects[change.key] = change.isDeletion ? nil : change.new
    lives[change.new.uid] = change.key
    switch change.key.resource {
    case .pods:
      pods.apply(change)
      isUnsettled = true
    case .nodes:
      isUnsettled = true
      noteTaints(change)
      if change.isDeletion || change.old?["spec"] != change.new["spec"]
        || change.old?.at("metadata", "labels") != change.new.at("metadata", "labels")
      {
        nodeChanges[change.key.name] = time
      }
    case .deployments, .endpoints, .endpointSlices, .jobs, .namespaces, .replicaSets,
      .services:
      isUnsettled = true
    case .configMaps, .events, .leases, .priorityClasses, .secrets, .serviceAccounts: break
    }
  }

  private mutating func noteTaints(_ change: Change) {
    let evicts = change.new.list("spec", "taints").contains { $0.text("effect") == "NoExecute" }
    let name = change.key.name
    let since = evicts && !change.isDeletion ? evictingSince[name] ?? time : nil
    evictingSince[name] = since
  }

  /// The scheduler decides first and binds then, whatever happens to the node between; the API
  /// server does not ask. With latencies that takes a moment, else a learner can step in between.
  func mayBeUnknown(_ node: String, at time: SimulatedTime) -> Bool {
    let moment: SimulatedDuration = hasJittered ? .seconds(2) : .zero
    return nodeChanges[node].map { time <= $0 + moment } ?? false
  }

  /// The objects of a kind, in key order.
  func all(_ resource: Resource) -> [(key: ObjectKey, tree: APIValue)] {
    objects.all(resource)
  }

  func object(withUID uid: String) -> APIValue? {
    guard let key = lives[uid], let tree = objects[key], tree.uid == uid else { return nil }
    return tree
  }
}

extension String {
  var asNumber: Int? { Int(self) }
}

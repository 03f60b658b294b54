/// A fact inside a component that no API object shows, as data: `why` and `timeline` tell it in
/// words.
package enum Note: Hashable, Sendable {
  /// One run of a probe.
  case probe(ProbeNote)
  /// The main process of a container ended.
  case ended(EndNote)
  /// A container could not be started: the reason and message that its status shows.
  case startFailed(container: String, reason: String, message: String)
  /// A container that ended is not started again before a time.
  case restartBackoff(container: String, window: SimulatedDuration, until: SimulatedTime)
  /// The download of an image begins, and ends at a time.
  case pulling(container: String, image: String, until: SimulatedTime)
  /// The registry did not give an image.
  case pullFailed(container: String, image: String, PullFailure.Kind)
  /// An image is not asked for before a time.
  case pullBackoff(
    container: String, image: String, window: SimulatedDuration, until: SimulatedTime)
  case hook(HookNote)
  /// The kubelet begins to stop a container, with so many seconds of grace.
  case stopping(container: String, StopReason, graceSeconds: Int)
  /// The kubelet sent a signal; after TERM, KILL follows at a time.
  case signal(container: String, name: String, killAt: SimulatedTime?)
  /// A volume could not be mounted; the kubelet tries again at a time.
  case mountFailed(problem: String, retryAt: SimulatedTime)
  /// The sandbox could not be made; the kubelet tries again at a time.
  case sandboxFailed(problem: String, retryAt: SimulatedTime)
  /// The kubelet sends a Pod away, or ends it: `Evicted`, `DeadlineExceeded`, `OutOfcpu`.
  case verdict(reason: String, message: String)
  /// No node can take the Pod; the groups of nodes that say the same.
  case unschedulable([NodeObjection], nodeCount: Int)
  /// A `NoExecute` taint of the node drives the Pod away at a time.
  case drivenOut(node: String, taint: String, at: SimulatedTime)
  /// The learner runs a command in a container, or types into one that runs.
  case exec(container: String, command: [String])
  case typedIntoExec
  /// Something inside a container reached a limit of podlab.
  case limit(container: String, String)
}

/// One run of a probe, and what the prober makes of it.
package struct ProbeNote: Hashable, Sendable {
  package let container: String
  package let kind: ProbeKind
  package let outcome: ProbeOutcome
  /// Equal outcomes in a row, with this one; 0 for an outcome that does not count.
  package let streak: Int
  /// How many in a row decide.
  package let threshold: Int
  /// Whether this run changed the result.
  package let isTurn: Bool

  package var isSuccess: Bool { outcome.result == .success }
}

/// How the main process of a container ended.
package struct EndNote: Hashable, Sendable {
  package let container: String
  package let exitCode: Int
  package let signal: Int?
  /// `Completed`, `Error`, `OOMKilled`.
  package let reason: String
  /// How long it ran.
  package let ranFor: SimulatedDuration
}

/// A step in the life of a hook.
package struct HookNote: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case began
    case ended
    case failed(String)
    /// The grace period was over before the hook.
    case outOfTime
  }
  package let container: String
  package let kind: HookKind
  package let step: Step
}

/// Why the kubelet stops a container.
package enum StopReason: String, Hashable, Sendable {
  case definitionChanged, livenessProbe, startupProbe, unknownState, postStartHook, podStops
}

/// Nodes that refuse a Pod for the same reason.
package struct NodeObjection: Hashable, Sendable {
  /// How many nodes are named.
  static let nameLimit = 5

  package let filter: FilterName
  /// In the words of the events.
  package let reason: String
  package internal(set) var nodes: [String]
  package internal(set) var count = 1
  /// One of the nodes that has nothing else against the Pod; nil where all of them have.
  package internal(set) var nodeWithoutOthers: String?
  /// Where a resource is short: what the Pod asks for and the most that one of the nodes has left.
  package internal(set) var shortage: Shortage?

  package struct Shortage: Hashable, Sendable {
    package let resource: String
    /// In the unit of `Quantity.value`; thousandths for the processor.
    package let wanted: Int
    package let free: Int
    package let total: Int
  }

  /// Whether another filter objects for the same reason: a cordon sets a taint as well.
  func brings(_ other: FilterName, on node: NodeInfo) -> Bool {
    guard filter == .nodeUnschedulable, other == .taintToleration else { return false }
    return !node.node.spec.taints.contains {
      $0.key != Taint.unschedulableKey && $0.effect != .preferNoSchedule
    }
  }

  /// Groups what the filters said of each node, in the order of the filters.
  static func grouped(_ failures: [SchedulingCycle.NodeFailure]) -> [Self] {
    var groups: [Self] = []
    for failure in failures.sorted(by: { $0.node < $1.node }) {
      for (index, reason) in failure.failure.reasons.enumerated() {
        let shortages = failure.failure.shortages
        let shortage = index < shortages.count ? shortages[index] : nil
        add(failure, reason, shortage, to: &groups)
      }
    }
    return groups
  }

  private static func add(
    _ failure: SchedulingCycle.NodeFailure, _ reason: String, _ shortage: Shortage?,
    to groups: inout [Self]
  ) {
    guard
      let index = groups.firstIndex(where: {
        $0.filter == failure.failure.filter && $0.reason == reason
      })
    else {
      return groups.append(
        Self(
          filter: failure.failure.filter, reason: reason, nodes: [failure.node],
          shortage: shortage))
    }
    groups[index].count += 1
    if groups[index].nodes.count < nameLimit { groups[index].nodes.append(failure.node) }
    if let shortage, shortage.free > groups[index].shortage?.free ?? 0 {
      groups[index].shortage = shortage
    }
  }
}

/// Why nobody hears of a node: the learner's act, and what it took away.
package struct Outage: Hashable, Sendable {
  package enum Part: Hashable, Sendable { case power, network, kubelet }
  package let part: Part
  package let cause: TimelineID
}

extension Cluster {
  /// What keeps the kubelet of a node from telling the API server anything; nil where nothing does.
  package func outage(of node: String) -> Outage? {
    guard let blame = kubelets[node]?.blame else { return nil }
    if let cause = blame[.power] { return Outage(part: .power, cause: cause) }
    if let cause = blame[.kubelet] { return Outage(part: .kubelet, cause: cause) }
    return blame[.network].map { Outage(part: .network, cause: $0) }
  }

  /// The learner's act behind a pressure that a node shows (`MemoryPressure`, …).
  package func pressureCause(of node: String, _ condition: String) -> TimelineID? {
    let pressure = NodePressure.allCases.first {
      condition.lowercased() == "\($0.rawValue)pressure"
    }
    return pressure.flatMap { kubelets[node]?.blame[.pressure($0)] }
  }
}

/// Which of the learner's acts still shape what a kubelet and its containers do, so that what comes
/// of them can name them as its cause.
struct Blame: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    /// Off, cut off, or without a kubelet.
    case power, network, kubelet
    case pressure(NodePressure)
    /// Of a container, by its ID.
    case end(String), hang(String), deafness(String), memory(String), disk(String)
  }

  private var causes: [Part: TimelineID] = [:]

  subscript(part: Part) -> TimelineID? {
    get { causes[part] }
    set { causes[part] = newValue }
  }
}

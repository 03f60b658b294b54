/// The agent of one node: it runs the Pods that are bound to the node and tells the API server how
/// they are (pkg/kubelet). It owns the node's container runtime and sees the rest of the cluster
/// through the API server alone.
package struct Kubelet: Sendable {
  package let nodeName: String
  package internal(set) var runtime: ContainerRuntime
  var workers = OrderedTable<String, PodWorker>()
  var pulls = PullQueue()
  var throttle = PullThrottle.off
  var pulledWithSecrets = PulledWithSecrets()
  var addresses: PodAddresses
  /// Off after `kill node`: nothing on the node runs.
  package internal(set) var isOn = true
  /// Cut off after `partition node`: what runs goes on running, and nobody hears of it.
  package internal(set) var isConnected = true
  /// Not running after `stop kubelet`: containers run on, and nobody looks after them.
  package internal(set) var isRunning = true
  /// What the eviction manager knows of the node.
  var pressure = PressureState()
  /// Which acts of the learner shape what happens here.
  var blame = Blame()
  let bootSeed: UInt64
  /// What things take on this node while `jitter` is on.
  var latencies: RandomSource
  var boots = 1
  /// When the next heartbeats are due; an event that is left over from before a restart comes at
  /// another time.
  var nextLease = SimulatedTime.start
  var nextStatus = SimulatedTime.start

  package enum Event: Hashable, Sendable {
    /// The API server shows another version of a Pod, or none any more.
    case podChanged(ObjectKey, uid: String)
    /// Look at a Pod and do what is to be done.
    case sync(uid: String)
    /// Tell the API server how a Pod is, without doing anything.
    case publishStatus(uid: String)
    /// The runtime has done the next step of a sync.
    case runtimeReady(podUID: String)
    /// A container's main process ended.
    case containerExited(podUID: String, containerID: String)
    case pullFinished(podUID: String, container: String)
    case probe(podUID: String, ProbeKey, manual: Bool)
    case probeEnded(podUID: String, ProbeKey, run: Int, ProbeOutcome)
    case execFinished(ExecID, exitCode: Int, output: String)
    case postStart(podUID: String, containerID: String)
    case hookTimer(podUID: String, containerID: String, HookKind)
    /// A slow start is over.
    case startGoesOn(containerID: String)
    case killDue(podUID: String, containerID: String)
    case turnDue(podUID: String, containerID: String)
    case mountVolumes(podUID: String)
    /// A ConfigMap or Secret that Pods may mount has changed.
    case sourceChanged(ObjectKey)
    case deadline(podUID: String)
    /// The eviction manager looks at the node.
    case evictionPass
    case renewLease
    case postNodeStatus

    /// Outcomes of probes, hooks and processes come before the kubelets' syncs of the same instant.
    var isResult: Bool {
      switch self {
      case .probe, .probeEnded, .execFinished, .postStart, .hookTimer, .containerExited: true
      case .podChanged, .sync, .publishStatus, .runtimeReady, .pullFinished, .killDue, .turnDue,
        .startGoesOn, .mountVolumes, .sourceChanged, .deadline, .evictionPass, .renewLease,
        .postNodeStatus:
        false
      }
    }
  }

  /// What a kubelet sees and answers while it handles one event.
  struct Turn {
    let now: SimulatedTime
    let objects: ObjectStore
    let registry: Registry
    let nodeName: String
    /// Whether things take the time that they take in production.
    var hasJitter = false
    var effects: [Effect] = []
    /// What processes want from beyond their own Pod; the cluster's network answers.
    var networkRequests: [NetworkRequest] = []

    mutating func request(_ request: APIRequest) { effects.append(.request(request)) }

    mutating func record(
      _ about: ObjectReference, _ type: EventType, _ reason: String, _ message: String
    ) { effects.append(.record(EventRecord(about, type, reason, message))) }

    mutating func schedule(_ event: Event, at time: SimulatedTime) {
      effects.append(.schedule(.kubelet(node: nodeName, event), at: time))
    }

    mutating func schedule(_ event: Event, after wait: SimulatedDuration = .zero) {
      schedule(event, at: now + wait)
    }

    mutating func note(
      _ about: ObjectReference, _ note: Note, because cause: TimelineID? = nil
    ) { effects.append(.note(about, note, cause: cause)) }
  }

  init(nodeName: String, nodeNumber: Int, seed: UInt64) {
    self.nodeName = nodeName
    bootSeed = seed
    latencies = RandomSource(seed: seed, name: "latency \(nodeName)")
    runtime = ContainerRuntime(
      nodeName: nodeName, random: RandomSource(seed: seed, name: "containerd \(nodeName)"))
    addresses = PodAddresses(nodeNumber: nodeNumber)
    runtime.memoryCapacityBytes = NodeResources.memoryBytes
    runtime.diskCapacityBytes = NodeResources.diskBytes
  }

  /// Does some work in place; the way in for everybody who is not an event.
  mutating func perform(
    _ work: (inout Kubelet, inout Turn) -> Void, _ turn: inout Turn
  ) { work(&self, &turn) }

  mutating func handle(_ event: Event, _ turn: inout Turn) {
    guard isOn, isRunning else { return }
    runtime.reach(turn.now)
    switch event {
    case .podChanged(let key, let uid): podChanged(key, uid: uid, &turn)
    case .sync(let uid): sync(uid, &turn)
    case .publishStatus(let uid): publishAfterSync(uid, &turn)
    case .runtimeReady(let uid): runtimeReady(uid, &turn)
    case .containerExited(let uid, let id): containerExited(uid, id, &turn)
    case .pullFinished(let uid, let container): pullFinished(uid, container, &turn)
    case .probe(let uid, let key, let manual): probe(uid, key, manual: manual, &turn)
    case .probeEnded(let uid, let key, let run, let outcome):
      probeEnded(uid, key, run: run, outcome, &turn)
    case .execFinished(let id, let code, let output):
      execFinished(id, exitCode: code, output: output, &turn)
    case .postStart(let uid, let id): beginPostStart(uid, id, &turn)
    case .hookTimer(let uid, let id, let kind): hookTimer(uid, id, kind, &turn)
    case .startGoesOn(let id): runtime.hang(id, false)
    case .killDue(let uid, let id): killDue(uid, id, &turn)
    case .turnDue(let uid, let id): turnDue(uid, id, &turn)
    case .mountVolumes(let uid): retryMount(uid, &turn)
    case .sourceChanged(let key): sourceChanged(key, &turn)
    case .deadline(let uid): deadlinePassed(uid, &turn)
    case .evictionPass: evictionPass(&turn)
    case .renewLease: renewLease(&turn)
    case .postNodeStatus: postNodeStatus(&turn)
    }
  }
}

/// Hands out the addresses of a node's Pods, 10.244.N.0/24, as the CNI plugin host-local does.
struct PodAddresses: Hashable, Sendable {
  let nodeNumber: Int
  private var last = 1

  init(nodeNumber: Int) { self.nodeNumber = nodeNumber }

  /// `10.244.1.0/24`.
  var range: String { "10.244.\(nodeNumber % 256).0/24" }

  mutating func next() -> String {
    last = last >= 254 ? 2 : last + 1
    return "10.244.\(nodeNumber % 256).\(last)"
  }
}

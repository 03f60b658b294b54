/// What things take in production. `jitter on` draws each latency from its range, in milliseconds
/// (simulated time), from a seeded stream; on the ideal clock nothing takes anything.
///
/// The numbers are those of a small healthy cluster: watches and queues answer within tens of
/// milliseconds, containerd and the registry within a second, and the kubelet's own rhythms are
/// slower than all of them.
enum Latency {
  /// From a write at the API server to the kubelet that watches.
  static let watch = 5...80
  /// One scheduling cycle, from the queue to the binding.
  static let scheduling = 5...40
  /// A controller's work queue.
  static let controller = 10...200
  /// Creating a sandbox with its network.
  static let sandbox = 100...400
  /// Creating a container and starting its process.
  static let containerStart = 30...150
  /// From the start of a container's process to its first own instruction: the dynamic linker, an
  /// interpreter. Drawn where a postStart hook could tell the difference.
  static let loading = 0...60
  /// Until the command of a postStart hook runs in its container. Nothing orders it and the first
  /// instruction of the container (https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks).
  static let postStart = 5...40
  /// Until containerd begins to stop a container.
  static let stop = 60...110
  /// The registry's answer, before any byte of a layer.
  static let registry = 200...1200
  /// A status on its way through the status manager.
  static let status = 5...50
  /// When the worker of a probe begins to tick, after the Pod has reached its node.
  static let probeOffset = 0...900
  /// How much later than after 10 s a worker comes back (`workerBackOffPeriodJitterFactor`, 0.5).
  static let retry = 0...5000
  /// Until the kubelet asks the runtime what has started and ended, once a second (pkg/kubelet/pleg).
  static let relist = 0...999
}

extension RandomSource {
  /// A latency from a range of milliseconds.
  mutating func nextLatency(_ range: ClosedRange<Int>) -> SimulatedDuration {
    .milliseconds(range.lowerBound + next(below: range.count))
  }
}

extension Cluster {
  /// When a component that was told of a change now gets to it.
  mutating func arrival(_ range: ClosedRange<Int>) -> SimulatedTime {
    settings.jitter ? now + latencies.nextLatency(range) : now
  }
}

extension ClusterEvent {
  /// How long a change takes to reach whom it concerns, in milliseconds.
  var latency: ClosedRange<Int> {
    switch self {
    case .scheduler: Latency.scheduling
    case .kubelet: Latency.watch
    case .processes, .expireEvents: 0...0
    case .nodeLifecycle, .taintEviction, .podGarbageCollector, .replicaSet, .deployment, .job,
      .endpointSlice, .namespace, .garbageCollector:
      Latency.controller
    }
  }
}

extension Kubelet {
  /// What something takes on this node: nothing on the ideal clock.
  mutating func latency(_ range: ClosedRange<Int>, _ turn: Turn) -> SimulatedDuration {
    turn.hasJitter ? latencies.nextLatency(range) : .zero
  }

  /// When the kubelet hears from the runtime next: at once on the ideal clock, else at the next
  /// relist. A relist takes a while itself, so their phase drifts and every wait is a draw.
  mutating func relist(_ turn: Turn) -> SimulatedTime { turn.now + latency(Latency.relist, turn) }
}

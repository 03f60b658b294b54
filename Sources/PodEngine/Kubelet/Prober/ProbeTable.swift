/// Names one probe of a Pod.
package struct ProbeKey: Hashable, Comparable, Sendable {
  package let container: String
  package let kind: ProbeKind

  package init(container: String, kind: ProbeKind) {
    (self.container, self.kind) = (container, kind)
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.container, left.kind) < (right.container, right.kind)
  }
}

/// How one run of a probe ended.
package enum ProbeOutcome: Hashable, Sendable {
  case success
  /// With what the probe said.
  case failure(String)
  /// The probe could not be run; it says nothing about the container.
  case error(String)
}

/// What the probes of a Pod have found so far.
struct ProbeTable: Hashable, Sendable {
  /// `results.Result` in pkg/kubelet/prober/results.
  enum Result: Hashable, Sendable { case success, failure, unknown }

  private(set) var workers: StringMap<ProbeWorker> = [:]

  static func name(_ key: ProbeKey) -> String { "\(key.container)/\(key.kind.rawValue)" }

  subscript(key: ProbeKey) -> ProbeWorker? {
    get { workers[Self.name(key)] }
    set { workers[Self.name(key)] = newValue }
  }

  /// The result about one instance of a container; nil when its probe has none, or there is no such
  /// probe.
  func result(_ container: String, _ kind: ProbeKind, containerID: String) -> Result? {
    guard let worker = self[ProbeKey(container: container, kind: kind)],
      worker.containerID == containerID
    else { return nil }
    return worker.result
  }

  /// Fills in `started` and `ready`: `UpdatePodStatus` in pkg/kubelet/prober/prober_manager.go.
  func mark(_ statuses: inout PodContainerStatuses, of pod: Pod) {
    for index in statuses.containers.indices {
      mark(&statuses.containers[index], hasReadiness: true)
    }
    for index in statuses.initContainers.indices {
      let isSidecar = pod.spec.initContainers[index].isSidecar
      mark(&statuses.initContainers[index], hasReadiness: isSidecar)
      if !isSidecar {
        statuses.initContainers[index].ready =
          statuses.initContainers[index].state.terminated?.exitCode == 0
      }
    }
  }

  private func mark(_ status: inout ContainerStatus, hasReadiness: Bool) {
    let id = Self.shortID(status.containerID)
    let isRunning = status.state.running != nil
    let startup = self[ProbeKey(container: status.name, kind: .startup)]
    let isStarted =
      isRunning && (startup == nil || (startup?.containerID == id && startup?.result == .success))
    status.started = isStarted
    guard hasReadiness, isStarted else { return status.ready = false }
    guard let readiness = self[ProbeKey(container: status.name, kind: .readiness)] else {
      return status.ready = true
    }
    status.ready = readiness.containerID == id && readiness.result == .success
  }

  static func shortID(_ containerID: String) -> String {
    String(containerID.drop { $0 != ":" }.dropFirst(3))
  }
}

/// One probe at work: pkg/kubelet/prober/worker.go. It outlives its container.
struct ProbeWorker: Hashable, Sendable {
  let key: ProbeKey
  let probe: Probe
  /// The instance of the container that the result is about.
  var containerID = ""
  var result: ProbeTable.Result
  /// Equal outcomes in a row.
  var streak = 0
  var lastSucceeded: Bool?
  /// A failed liveness or startup probe rests until there is a new container.
  var isOnHold = false
  /// Counts the runs; a run that is going on has the present number.
  var run = 0
  var exec: ExecID?
  var isRunning = false
  /// True once a run has counted for the present container.
  var hasResult = false
  /// The next tick of the grid; a tick that is left over from before a restart of the kubelet comes
  /// at another time.
  var nextTick: SimulatedTime
  /// What the learner wants it to find.
  var fault = ProbeFault.ok

  init(key: ProbeKey, probe: Probe, arrivedAt: SimulatedTime) {
    self.key = key
    self.probe = probe
    result = Self.initialResult(key.kind)
    nextTick = arrivedAt
  }

  static func initialResult(_ kind: ProbeKind) -> ProbeTable.Result {
    switch kind {
    case .liveness: .success
    case .readiness: .failure
    case .startup: .unknown
    }
  }

  var period: SimulatedDuration { .seconds(max(1, probe.periodSeconds ?? 10)) }
  var timeout: SimulatedDuration { .seconds(max(1, probe.timeoutSeconds ?? 1)) }

  mutating func adopt(_ id: String) {
    guard containerID != id else { return }
    containerID = id
    result = Self.initialResult(key.kind)
    isOnHold = false
    hasResult = false
  }

  /// Counts an outcome; true when the result changed.
  mutating func count(success: Bool) -> Bool {
    streak = lastSucceeded == success ? streak + 1 : 1
    lastSucceeded = success
    let threshold =
      success ? max(1, probe.successThreshold ?? 1) : max(1, probe.failureThreshold ?? 3)
    guard streak >= threshold else { return false }
    hasResult = true
    let new: ProbeTable.Result = success ? .success : .failure
    let changed = result != new
    result = new
    if (key.kind == .liveness && !success) || key.kind == .startup {
      isOnHold = true
      streak = 0
    }
    return changed
  }
}

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
  /// What the learner wants it to find, and the entry of the timeline that says so.
  var fault = ProbeFault.ok
  var faultCause: TimelineID?

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

  /// What a worker sees of its Pod at a tick.
  struct View: Hashable, Sendable {
    let phase: PodPhase
    /// The container; nil while nobody knows of it.
    let container: ContainerStatus?
    let isTerminating: Bool
    /// The Pod's, or Always for a sidecar.
    let restartPolicy: RestartPolicy
  }

  enum Decision: Hashable, Sendable {
    /// There is nothing more to ask, ever.
    case stop
    /// Nothing to ask at this tick.
    case wait
    case ask
  }

  /// One tick, up to the question itself (`doProbe`); nothing is seen of a Pod that has no status.
  mutating func tick(_ view: View?, at now: SimulatedTime) -> Decision {
    guard let view else { return .wait }
    guard !view.phase.isTerminal else { return .stop }
    guard let status = view.container, !status.containerID.isEmpty else { return .wait }
    adopt(ProbeTable.shortID(status.containerID))
    if isOnHold { return .wait }
    guard let running = status.state.running else {
      result = .failure
      return status.state.terminated != nil && view.restartPolicy == .never ? .stop : .wait
    }
    if view.isTerminating, key.kind != .readiness {
      // A quiet end: nothing is killed for a probe any more.
      result = .success
      return .stop
    }
    let age = now - (running.startedAt ?? now)
    guard age.wholeSeconds >= probe.initialDelaySeconds ?? 0 else { return .wait }
    return (status.started == true) == (key.kind == .startup) ? .wait : .ask
  }

  private mutating func adopt(_ id: String) {
    guard containerID != id else { return }
    containerID = id
    result = Self.initialResult(key.kind)
    isOnHold = false
    hasResult = false
  }

  /// How many outcomes of a kind in a row decide.
  func threshold(success: Bool) -> Int {
    success ? max(1, probe.successThreshold ?? 1) : max(1, probe.failureThreshold ?? 3)
  }

  /// Counts an outcome; true when the result changed. An error is thrown away.
  mutating func count(_ outcome: ProbeOutcome) -> Bool {
    guard !outcome.isError else { return false }
    let success = outcome.result == .success
    streak = lastSucceeded == success ? streak + 1 : 1
    lastSucceeded = success
    guard streak >= threshold(success: success) else { return false }
    hasResult = true
    let changed = result != outcome.result
    result = outcome.result
    if (key.kind == .liveness && !success) || key.kind == .startup {
      isOnHold = true
      streak = 0
    }
    return changed
  }
}

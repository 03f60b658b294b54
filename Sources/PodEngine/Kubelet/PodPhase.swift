/// How the phase of a Pod follows from its containers: `getPhase` in pkg/kubelet/kubelet_pods.go.
struct PodPhaseRule {
  private let pod: Pod
  private var pendingInit = 0
  private var pendingSidecars = 0
  /// Failed plain init containers that will not be tried again.
  private var failedInit = 0
  private var unknown = 0
  private var running = 0
  private var waiting = 0
  private var stopped = 0
  /// Stopped containers that will not run again.
  private var stoppedForGood = 0
  private var succeeded = 0

  private init(_ pod: Pod) { self.pod = pod }

  /// `isTerminal` is the kubelet's word that no container of the Pod will start again: it is
  /// deleted or evicted, and everything is down. `hasInitialized`: a main container has run in the
  /// present sandbox.
  static func phase(
    of pod: Pod, _ statuses: PodContainerStatuses, isTerminal: Bool, hasInitialized: Bool
  ) -> PodPhase {
    var rule = PodPhaseRule(pod)
    for container in pod.spec.initContainers {
      let status = statuses.initStatus(container.name)
      if container.isSidecar {
        rule.countSidecar(status)
      } else {
        rule.countPlainInit(container, status)
      }
    }
    for container in pod.spec.containers {
      rule.countMain(container, statuses.mainStatus(container.name))
    }
    return rule.decide(isTerminal: isTerminal, hasInitialized: hasInitialized)
  }

  private mutating func countPlainInit(_ container: Container, _ status: ContainerStatus?) {
    guard let status, status.state.running == nil else { return pendingInit += 1 }
    let end =
      status.state.terminated
      ?? status.state.waiting.flatMap { _ in
        status.lastState.terminated
      }
    guard let end else { return pendingInit += 1 }
    if end.exitCode != 0, !RestartRule.restarts(container, in: pod, exitCode: end.exitCode) {
      failedInit += 1
    }
  }

  /// A sidecar that has ended does not count, whatever its exit code.
  private mutating func countSidecar(_ status: ContainerStatus?) {
    guard let status else { return unknown += 1 }
    if status.state.running != nil {
      if status.started != true { pendingSidecars += 1 }
      running += 1
    } else if status.state.terminated != nil {
      return
    } else if status.state.waiting == nil {
      pendingSidecars += 1
      unknown += 1
    } else if status.lastState.terminated == nil {
      pendingSidecars += 1
      waiting += 1
    }
  }

  private mutating func countMain(_ container: Container, _ status: ContainerStatus?) {
    guard let status else { return unknown += 1 }
    if status.state.running != nil {
      running += 1
    } else if let end = status.state.terminated {
      stopped += 1
      if end.exitCode == 0 { succeeded += 1 }
      if !RestartRule.restarts(container, in: pod, exitCode: end.exitCode) { stoppedForGood += 1 }
    } else if status.state.waiting == nil {
      unknown += 1
    } else if let end = status.lastState.terminated {
      stopped += 1
      if !waitsToRestart(container, end) { stoppedForGood += 1 }
    } else {
      waiting += 1
    }
  }

  /// A Pod's own `OnFailure` takes every container that waits for one that is tried again; the
  /// policy of a container looks at its last exit.
  private func waitsToRestart(_ container: Container, _ end: ContainerStateTerminated) -> Bool {
    if container.restartPolicy == nil, pod.spec.restartPolicy == .onFailure { return true }
    return RestartRule.restarts(container, in: pod, exitCode: end.exitCode)
  }

  private func decide(isTerminal: Bool, hasInitialized: Bool) -> PodPhase {
    if failedInit > 0 { return .failed }
    // A sidecar that starts anew does not make a Pod pending whose main containers have run.
    if pendingInit > 0 || (pendingSidecars > 0 && !hasInitialized) { return .pending }
    if waiting > 0 { return .pending }
    if running > 0, unknown == 0 { return .running }
    guard running == 0, stopped > 0, unknown == 0 else { return .pending }
    if !isTerminal, stopped != stoppedForGood { return .running }
    return stopped == succeeded ? .succeeded : .failed
  }
}

/// The statuses of a Pod's containers, by kind and name.
struct PodContainerStatuses: Hashable, Sendable {
  var initContainers: [ContainerStatus] = []
  var containers: [ContainerStatus] = []
  var ephemeralContainers: [ContainerStatus] = []

  func initStatus(_ name: String) -> ContainerStatus? { initContainers.first { $0.name == name } }
  func mainStatus(_ name: String) -> ContainerStatus? { containers.first { $0.name == name } }

  /// True when any main container runs or has ended: initialization is over then
  /// (`HasAnyRegularContainerStarted`).
  var hasStarted: Bool {
    containers.contains { $0.state.running != nil || $0.state.terminated != nil }
  }
}

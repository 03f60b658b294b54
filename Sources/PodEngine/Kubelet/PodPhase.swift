/// How the phase of a Pod follows from its containers: `getPhase` in pkg/kubelet/kubelet_pods.go.
struct PodPhaseRule {
  private var pendingInit = 0
  private var failedInit = 0
  private var unknown = 0
  private var running = 0
  private var waiting = 0
  private var stopped = 0
  private var succeeded = 0

  /// `isTerminal` is the kubelet's word that no container of the Pod will start again: it is
  /// deleted or evicted, and everything is down. `isInitialized`: a main container has been started
  /// in the present sandbox (`HasAnyActiveRegularContainerStarted`).
  static func phase(
    of pod: Pod, _ statuses: PodContainerStatuses, isTerminal: Bool, isInitialized initialized: Bool
  ) -> PodPhase {
    var rule = PodPhaseRule()
    for container in pod.spec.initContainers {
      rule.countInit(container, statuses.initStatus(container.name), initialized: initialized)
    }
    for container in pod.spec.containers {
      rule.countMain(statuses.mainStatus(container.name))
    }
    return rule.decide(pod.spec.restartPolicy, isTerminal: isTerminal)
  }

  private mutating func countInit(
    _ container: Container, _ status: ContainerStatus?, initialized: Bool
  ) {
    if container.isSidecar {
      countSidecar(status, initialized: initialized)
    } else {
      countPlainInit(status, initialized: initialized)
    }
  }

  private mutating func countPlainInit(_ status: ContainerStatus?, initialized: Bool) {
    guard let status else { return pendingInit += 1 }
    if status.state.running != nil {
      if !initialized { pendingInit += 1 }
    } else if let end = status.state.terminated {
      if end.exitCode != 0 { failedInit += 1 }
    } else if let end = status.lastState.terminated, end.exitCode != 0 {
      failedInit += 1
      pendingInit += 1
    } else if !initialized {
      pendingInit += 1
    }
  }

  /// A sidecar holds the Pod back only until it has started for the first time; its exit codes
  /// never count.
  private mutating func countSidecar(_ status: ContainerStatus?, initialized: Bool) {
    if initialized { return }
    guard let status else { return pendingInit += 1 }
    if status.state.running != nil {
      if status.started != true { pendingInit += 1 }
    } else if status.state.terminated == nil, status.lastState.terminated == nil {
      pendingInit += 1
    }
  }

  private mutating func countMain(_ status: ContainerStatus?) {
    guard let status else { return unknown += 1 }
    if status.state.running != nil {
      running += 1
    } else if let end = status.state.terminated {
      stopped += 1
      if end.exitCode == 0 { succeeded += 1 }
    } else if status.state.waiting != nil {
      if status.lastState.terminated != nil { stopped += 1 } else { waiting += 1 }
    } else {
      unknown += 1
    }
  }

  private func decide(_ policy: RestartPolicy, isTerminal: Bool) -> PodPhase {
    if failedInit > 0, policy == .never { return .failed }
    if pendingInit > 0 || waiting > 0 { return .pending }
    if running > 0, unknown == 0 { return .running }
    guard running == 0, stopped > 0, unknown == 0 else { return .pending }
    if isTerminal { return stopped == succeeded ? .succeeded : .failed }
    switch policy {
    case .always: return .running
    case .onFailure: return stopped == succeeded ? .succeeded : .running
    case .never: return stopped == succeeded ? .succeeded : .failed
    }
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

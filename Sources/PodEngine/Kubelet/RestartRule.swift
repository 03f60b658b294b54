/// Whether a container is to run again.
enum RestartRule {
  /// `ShouldContainerBeRestarted` in pkg/kubelet/container/helpers.go.
  static func shouldRestart(
    _ container: Container, in pod: Pod, newest: ContainerRecord?
  ) -> Bool {
    if pod.isTerminating { return false }
    guard let newest else { return true }
    switch newest.state {
    case .running: return false
    case .created, .unknown: return true
    case .exited: return restarts(container, in: pod, exitCode: newest.exitCode ?? 0)
    }
  }

  /// What the policy says of a container that has ended.
  static func restarts(_ container: Container, in pod: Pod, exitCode: Int) -> Bool {
    switch policy(of: container, in: pod) {
    case .always: true
    case .onFailure: exitCode != 0
    case .never: false
    }
  }

  /// A container's own policy beats the Pod's: sidecars always restart. (Validation keeps other
  /// containers from having one while the gate ContainerRestartRules is off.)
  static func policy(of container: Container, in pod: Pod) -> RestartPolicy {
    container.restartPolicy.flatMap(RestartPolicy.init(rawValue:)) ?? pod.spec.restartPolicy
  }

  /// `shouldRestartOnFailure` in kuberuntime_container.go: whether anything of the Pod may run
  /// again after it failed.
  static func restartsOnFailure(_ pod: Pod) -> Bool {
    pod.spec.restartPolicy != .never
      || pod.spec.containers.contains { policy(of: $0, in: pod) != .never }
  }

  /// Whether a main container was made (`HasAnyRegularContainerCreated`): of one in an unknown state
  /// nobody can say so. `records`: oldest first.
  static func hasCreatedContainer(of spec: PodSpec, _ records: [ContainerRecord]) -> Bool {
    spec.containers.contains { container in
      switch records.last(where: { $0.name == container.name })?.state {
      case .created, .running, .exited: true
      case .unknown, nil: false
      }
    }
  }

  /// The restart number of a container's next instance, from the instance before it
  /// (`startContainer` in kuberuntime_container.go).
  static func restartCount(after previous: Int?) -> Int { previous.map { $0 + 1 } ?? 0 }
}

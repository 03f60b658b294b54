/// Whether an ended container is to run again: `ShouldContainerBeRestarted` in
/// pkg/kubelet/container/helpers.go.
enum RestartRule {
  static func shouldRestart(
    _ container: Container, in pod: Pod, newest: ContainerRecord?
  ) -> Bool {
    if pod.isTerminating { return false }
    guard let newest else { return true }
    switch newest.state {
    case .running: return false
    case .created, .unknown: return true
    case .exited: return restarts(container, in: pod, afterExit: newest.exitCode ?? 0)
    }
  }

  /// What the restart policy says to an exit code (`ContainerShouldRestart` in
  /// pkg/api/v1/pod/util.go).
  static func restarts(_ container: Container, in pod: Pod, afterExit exitCode: Int) -> Bool {
    switch policy(of: container, in: pod) {
    case .always: true
    case .onFailure: exitCode != 0
    case .never: false
    }
  }

  /// A container's own policy goes before the Pod's. The API server of 1.33 takes one from sidecars
  /// alone, which always restart.
  static func policy(of container: Container, in pod: Pod) -> RestartPolicy {
    container.restartPolicy.flatMap(RestartPolicy.init) ?? pod.spec.restartPolicy
  }
}

/// What the kubelet says of a Pod when nothing of it is left on the node: `TerminatePod` in
/// pkg/kubelet/status/status_manager.go. No container is left waiting and no Pod Pending; nobody
/// knows how such a container would have ended, so it counts as failed.
enum FinalStatus {
  static func close(_ status: inout PodStatus, of pod: Pod) {
    if isInitialized(pod, status) { status.containerStatuses.closeAll() }
    let started = status.initContainerStatuses.lastIndex { !$0.isUntouched } ?? 0
    status.initContainerStatuses.closeFirst(started + 1)
    if !status.phase.isTerminal { status.phase = .failed }
  }

  /// `hasPodInitialized`: whether the main containers ever had a chance to start.
  private static func isInitialized(_ pod: Pod, _ status: PodStatus) -> Bool {
    guard let last = pod.spec.initContainers.last else { return true }
    if status.containerStatuses.contains(where: { !$0.isUntouched }) { return true }
    guard let its = status.initContainerStatuses.first(where: { $0.name == last.name }) else {
      return false
    }
    if last.isSidecar { return its.state.running != nil && its.started == true }
    return its.state.terminated?.exitCode == 0 || its.lastState.terminated?.exitCode == 0
  }
}

extension ContainerStatus {
  /// It waits and has never run.
  fileprivate var isUntouched: Bool {
    state.running == nil && state.terminated == nil && lastState.terminated == nil
  }
}

extension [ContainerStatus] {
  fileprivate mutating func closeAll() { closeFirst(count) }

  fileprivate mutating func closeFirst(_ number: Int) {
    for index in indices.prefix(number) where self[index].state.terminated == nil {
      self[index].state = .terminated(
        ContainerStateTerminated(
          exitCode: 137, reason: "ContainerStatusUnknown",
          message: "The container could not be located when the pod was terminated"))
    }
  }
}

/// The last word about a Pod that has ended on its node: `TerminatePod` in
/// pkg/kubelet/status/status_manager.go. A container of which nobody knows how it ended counts as
/// failed, and no Pod leaves without a final phase.
struct FinalStatusRule {
  /// As the API server has it.
  let pod: Pod

  private static let unknown = ContainerState.terminated(
    ContainerStateTerminated(
      exitCode: 137, reason: "ContainerStatusUnknown",
      message: "The container could not be located when the pod was terminated"))

  func finish(_ status: inout PodStatus) {
    if isInitialized {
      for index in status.containerStatuses.indices {
        Self.end(&status.containerStatuses[index])
      }
    }
    for index in status.initContainerStatuses.prefix(Self.begun(status.initContainerStatuses))
      .indices
    {
      Self.end(&status.initContainerStatuses[index])
    }
    if !status.phase.isTerminal { status.phase = .failed }
  }

  private static func end(_ status: inout ContainerStatus) {
    if status.state.terminated == nil { status.state = unknown }
  }

  /// `hasPodInitialized`: the main containers had their chance.
  private var isInitialized: Bool {
    guard let last = pod.spec.initContainers.last else { return true }
    let hasBegun = pod.status.containerStatuses.contains {
      $0.lastState.terminated != nil || $0.state.waiting == nil
    }
    guard !hasBegun else { return true }
    guard let status = pod.status.initContainerStatuses.first(where: { $0.name == last.name })
    else { return false }
    if last.isSidecar { return status.state.running != nil && status.started == true }
    return [status.lastState, status.state].contains { $0.terminated?.exitCode == 0 }
  }

  /// `initializedContainers`: how many have been started at least once; the first always counts.
  private static func begun(_ statuses: [ContainerStatus]) -> Int {
    let last = statuses.lastIndex { $0.state.waiting == nil || $0.lastState.terminated != nil }
    return (last ?? 0) + 1
  }
}

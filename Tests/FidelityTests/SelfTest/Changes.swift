/// Changes everything of a kind in what podlab did.
extension ObservedCluster {
  mutating func changePods(_ change: (inout ObservedPod) -> Void) {
    for index in pods.indices { change(&pods[index]) }
  }

  mutating func changeStates(_ change: (inout PodState) -> Void) {
    changePods { pod in
      for index in pod.states.indices { change(&pod.states[index]) }
    }
  }

  mutating func changeConditions(_ change: (inout PodCondition) -> Void) {
    changeStates { state in
      for index in state.conditions.indices { change(&state.conditions[index]) }
    }
  }

  mutating func changeContainers(_ change: (inout ContainerStatus) -> Void) {
    changeStates { state in
      for index in state.initContainers.indices { change(&state.initContainers[index]) }
      for index in state.containers.indices { change(&state.containers[index]) }
    }
  }

  /// Every container between its first restart and its second.
  mutating func changeFirstRestarts(_ change: (inout ContainerStatus) -> Void) {
    changeContainers { status in
      if status.restartCount == 1 { change(&status) }
    }
  }

  /// Reason and message of every termination that the comparison looks at.
  mutating func changeTerminations(
    _ change: (_ reason: String, _ message: String?) -> (reason: String, message: String?)
  ) {
    let forgiven = pods.contains { pod in
      pod.states.contains { ChangesSince120.keepsStatuses(reason: $0.reason) }
    }
    guard !forgiven else { return }
    changeContainers { status in
      guard case .terminated(let reason, let exitCode, let message) = status.state,
        !Tolerances.runtimeWording.contains(reason)
      else { return }
      let (newReason, newMessage) = change(reason, message)
      status.state = .terminated(reason: newReason, exitCode: exitCode, message: newMessage)
    }
  }
}

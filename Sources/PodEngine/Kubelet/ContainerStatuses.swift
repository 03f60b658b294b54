/// The statuses of a Pod's containers from what the runtime shows: `convertToAPIContainerStatuses`
/// in pkg/kubelet/kubelet_pods.go.
struct ContainerStatusRule {
  let pod: Pod
  /// The latest word about the Pod: the kubelet's own, or else the API's.
  let known: PodStatus
  /// Why containers could not be started in the last sync, by name.
  let startErrors: StringMap<StartError>
  /// In the order of creation.
  let records: [ContainerRecord]

  func statuses() -> PodContainerStatuses {
    PodContainerStatuses(
      initContainers: pod.spec.initContainers.map {
        status(of: $0, known.initContainerStatuses, isInit: true)
      },
      // `SortedContainerStatuses`; init containers keep the order of the spec.
      containers: pod.spec.containers.map {
        status(of: $0, known.containerStatuses, isInit: false)
      }.sorted { $0.name < $1.name },
      ephemeralContainers: pod.spec.ephemeralContainers.map {
        status(of: $0, known.ephemeralContainerStatuses, isInit: false)
      }.sorted { $0.name < $1.name })
  }

  private func status(
    of container: Container, _ old: [ContainerStatus], isInit: Bool
  ) -> ContainerStatus {
    let mine = records.filter { $0.name == container.name }
    let before = old.first { $0.name == container.name }
    var status: ContainerStatus
    if let newest = mine.last {
      status = self.status(container, newest, before: before, previous: mine.dropLast().last)
    } else {
      status = missing(container, before)
    }
    if isInit, isDone(container, newest: mine.last) {
      if !mine.isEmpty { return status }
      if status.state.waiting != nil {
        status.state = .terminated(Self.lostInit)
        return status
      }
    }
    markWaiting(&status, container, newest: mine.last)
    return status
  }

  private func status(
    _ container: Container, _ newest: ContainerRecord, before: ContainerStatus?,
    previous: ContainerRecord?
  ) -> ContainerStatus {
    var status = ContainerStatus(name: newest.name)
    status.state = Self.state(of: newest, before: before)
    if let previous { status.lastState = Self.state(of: previous, before: before) }
    status.restartCount = newest.attempt
    // The runtime lost it: the next one is counted here, for the runtime will not do it.
    if newest.state == .unknown, let before, before.state.running != nil {
      status.restartCount = before.restartCount + 1
    }
    // containerd's name for the image: `docker.io/library/nginx:1.27`.
    status.image =
      ImageReference(newest.imageReference)?.canonical ?? newest.imageReference
    status.imageID = newest.imageID
    status.containerID = Self.fullID(newest.id)
    describe(&status, container, newest)
    return status
  }

  private func describe(
    _ status: inout ContainerStatus, _ container: Container, _ record: ContainerRecord
  ) {
    status.volumeMounts = ContainerStatusDetails.mounts(of: container)
    if ContainerStatusDetails.isResizable(container, in: pod) {
      status.resources = ContainerStatusDetails.resources(of: container)
      status.allocatedResources = container.resources.requests
    }
    status.user = ContainerUser(
      linux: LinuxContainerUser(
        uid: record.user.userID, gid: record.user.groupID, supplementalGroups: record.user.groups))
  }

  /// No record at the runtime: not started yet, or lost.
  private func missing(_ container: Container, _ before: ContainerStatus?) -> ContainerStatus {
    var status = ContainerStatus(name: container.name)
    status.image = container.image
    status.state = .waiting(
      pod.spec.initContainers.isEmpty ? "ContainerCreating" : "PodInitializing")
    status.volumeMounts = ContainerStatusDetails.mounts(of: container)
    guard let before else { return status }
    if before.state.terminated != nil { return before }
    status.restartCount = before.restartCount
    status.lastState = before.lastState
    guard before.state.running != nil, before.lastState.terminated == nil else { return status }
    status.lastState = .terminated(
      ContainerStateTerminated(
        exitCode: 137, reason: "ContainerStatusUnknown",
        message: "The container could not be located when the pod was deleted.  "
          + "The container used to be Running"))
    if !pod.isTerminating { status.restartCount += 1 }
    return status
  }

  /// An init container that ended well, or one that the runtime has forgotten since: where a main
  /// container was made, the plain init containers before it had ended well.
  private func isDone(_ container: Container, newest: ContainerRecord?) -> Bool {
    if let newest { return newest.state == .exited && newest.exitCode == 0 }
    return !container.isSidecar && RestartRule.hasCreatedContainer(of: pod.spec, records)
  }

  private static let lostInit = ContainerStateTerminated(
    exitCode: 0, reason: "Completed",
    message: "Unable to get init container status from container runtime and pod has been "
      + "initialized, treat it as exited normally")

  /// A start that failed makes a container that is to run again wait, for the reason of the
  /// failure.
  private func markWaiting(
    _ status: inout ContainerStatus, _ container: Container, newest: ContainerRecord?
  ) {
    guard RestartRule.shouldRestart(container, in: pod, newest: newest),
      let error = startErrors[container.name]
    else { return }
    if status.state.terminated != nil { status.lastState = status.state }
    status.state = .waiting(error.reason, error.message)
  }

  static func fullID(_ id: String) -> String { "containerd://\(id)" }

  private static func state(of record: ContainerRecord, before: ContainerStatus?)
    -> ContainerState
  {
    switch record.state {
    case .created: return .waiting("")
    case .running: return .running(since: record.startedAt ?? record.createdAt)
    case .exited: return .terminated(end(of: record))
    case .unknown:
      guard before?.state.running != nil else { return .waiting("") }
      return .terminated(
        ContainerStateTerminated(
          exitCode: 137, reason: "ContainerStatusUnknown",
          message: "The container could not be located when the pod was terminated"))
    }
  }

  private static func end(of record: ContainerRecord) -> ContainerStateTerminated {
    var end = ContainerStateTerminated(
      exitCode: record.exitCode ?? 0, reason: record.reason, message: record.message)
    // A container that never started shows the beginning of Unix time, as containerd's zero comes
    // out.
    end.startedAt = record.startedAt ?? .unixEpoch
    end.finishedAt = record.finishedAt
    end.containerID = fullID(record.id)
    return end
  }
}

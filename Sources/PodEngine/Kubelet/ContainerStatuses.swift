/// The statuses of a Pod's containers from what the runtime shows: `convertToAPIContainerStatuses`
/// in pkg/kubelet/kubelet_pods.go.
struct ContainerStatusRule {
  let worker: PodWorker
  let records: [ContainerRecord]

  func statuses() -> PodContainerStatuses {
    let old = worker.knownStatus
    let hasInitContainers = !worker.pod.spec.initContainers.isEmpty
    return PodContainerStatuses(
      initContainers: worker.pod.spec.initContainers.map {
        status(
          of: $0, old: old.initContainerStatuses, isInit: true, defaultReason: "PodInitializing")
      },
      containers: worker.pod.spec.containers.map {
        status(
          of: $0, old: old.containerStatuses, isInit: false,
          defaultReason: hasInitContainers ? "PodInitializing" : "ContainerCreating")
      },
      ephemeralContainers: worker.pod.spec.ephemeralContainers.map {
        status(
          of: $0, old: old.ephemeralContainerStatuses, isInit: false,
          defaultReason: hasInitContainers ? "PodInitializing" : "ContainerCreating")
      })
  }

  private func status(
    of container: Container, old: [ContainerStatus], isInit: Bool, defaultReason: String
  ) -> ContainerStatus {
    let mine = records.filter { $0.name == container.name && $0.state != .created }
    let before = old.first { $0.name == container.name }
    var status: ContainerStatus
    if let newest = mine.last {
      status = self.status(container, newest, previous: mine.dropLast().last)
    } else {
      status = missing(container, before, isInit: isInit, defaultReason: defaultReason)
    }
    markWaiting(&status, container, newest: mine.last, isInit: isInit)
    return status
  }

  private func status(
    _ container: Container, _ newest: ContainerRecord, previous: ContainerRecord?
  ) -> ContainerStatus {
    var status = ContainerStatus(name: container.name)
    status.state = Self.state(of: newest)
    if let previous { status.lastState = Self.state(of: previous) }
    status.restartCount = newest.attempt
    // containerd's name for the image: `docker.io/library/nginx:1.27`.
    status.image =
      ImageReference(newest.imageReference)?.canonical ?? newest.imageReference
    status.imageID = newest.imageID
    status.containerID = Self.fullID(newest.id)
    status.volumeMounts = ContainerStatusDetails.mounts(of: container)
    if ContainerStatusDetails.isResizable(container, in: worker.pod) {
      status.resources = ContainerStatusDetails.resources(of: container)
      status.allocatedResources = container.resources.requests
    }
    status.user = ContainerUser(
      linux: LinuxContainerUser(
        uid: newest.user.userID, gid: newest.user.groupID,
        supplementalGroups: newest.user.groups))
    return status
  }

  /// No record at the runtime: not started yet, or lost.
  private func missing(
    _ container: Container, _ before: ContainerStatus?, isInit: Bool, defaultReason: String
  ) -> ContainerStatus {
    var status = ContainerStatus(name: container.name)
    status.image = container.image
    status.state = .waiting(defaultReason)
    status.volumeMounts = ContainerStatusDetails.mounts(of: container)
    guard let before else { return status }
    if before.state.terminated != nil { return before }
    status.restartCount = before.restartCount
    status.lastState = before.lastState
    guard before.state.running != nil else { return status }
    status.lastState = .terminated(
      ContainerStateTerminated(
        exitCode: 137, reason: "ContainerStatusUnknown",
        message: "The container could not be located when the pod was deleted.  "
          + "The container used to be Running"))
    if !worker.pod.isTerminating { status.restartCount += 1 }
    return status
  }

  /// A start that failed makes a container that is to run again wait, for the reason of the
  /// failure.
  private func markWaiting(
    _ status: inout ContainerStatus, _ container: Container, newest: ContainerRecord?, isInit: Bool
  ) {
    if isInit, let newest, newest.state == .exited, newest.exitCode == 0 { return }
    guard RestartRule.shouldRestart(container, in: worker.pod, newest: newest),
      let error = worker.startErrors[container.name]
    else { return }
    if status.state.terminated != nil { status.lastState = status.state }
    status.state = .waiting(error.reason, error.message)
  }

  static func fullID(_ id: String) -> String { "containerd://\(id)" }

  private static func state(of record: ContainerRecord) -> ContainerState {
    switch record.state {
    case .created: return .waiting("ContainerCreating")
    case .running: return .running(since: record.startedAt ?? record.createdAt)
    case .exited: return .terminated(end(of: record))
    case .unknown:
      var end = ContainerStateTerminated(
        exitCode: 137, reason: "ContainerStatusUnknown",
        message: "The container could not be located when the pod was terminated")
      end.startedAt = record.startedAt
      return .terminated(end)
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

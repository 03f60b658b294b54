/// The status after an outcome of a readiness or startup probe: of what was told last only `ready`
/// and `started` of this container change, and the conditions that follow from them
/// (`SetContainerReadiness` and `SetContainerStartup` in pkg/kubelet/status/status_manager.go).
struct ProbeStatusRule {
  private let container: String
  /// The container that was probed, as the runtime knows it.
  private let containerID: String
  private let worker: PodWorker
  private let told: PodStatus
  /// What the API server has.
  private let stored: PodStatus

  /// Nil where nobody probes the container, or nothing was told of the Pod.
  init?(key: ProbeKey, worker: PodWorker, stored: PodStatus) {
    guard let prober = worker.probes[key], let told = worker.published else { return nil }
    (container, containerID) = (key.container, prober.containerID)
    (self.worker, self.told, self.stored) = (worker, told, stored)
  }

  func status(at now: SimulatedTime) -> PodStatus {
    var status = told
    let statuses = markedStatuses
    status.initContainerStatuses = statuses.initContainers
    status.containerStatuses = statuses.containers
    status.conditions = conditions
    let spec = worker.pod.spec
    let containersReady = PodConditions.containersReady(spec, statuses, phase: status.phase)
    status.set(containersReady, at: now)
    status.set(
      PodConditions.ready(spec, containersReady, conditions: status.conditions), at: now)
    return status
  }

  private var markedStatuses: PodContainerStatuses {
    let before = PodContainerStatuses(
      initContainers: told.initContainerStatuses, containers: told.containerStatuses,
      ephemeralContainers: told.ephemeralContainerStatuses)
    var after = before
    worker.probes.mark(&after, of: worker.pod)
    after.initContainers = zip(before.initContainers, after.initContainers).map(choose)
    after.containers = zip(before.containers, after.containers).map(choose)
    return after
  }

  /// Only the container that was probed changes, and only where its status is of that instance.
  private func choose(_ old: ContainerStatus, _ new: ContainerStatus) -> ContainerStatus {
    let isProbed =
      old.name == container && ProbeTable.shortID(old.containerID) == containerID
    return isProbed ? new : old
  }

  /// What others say is as the API server has it; a disruption that was noted and not sent yet
  /// stays.
  private var conditions: [PodCondition] {
    let others = stored.conditions.filter { !PodConditions.ownTypes.contains($0.type) }
    let isDisrupted = others.contains { $0.type == "DisruptionTarget" }
    return others
      + told.conditions.filter { condition in
        PodConditions.ownTypes.contains(condition.type)
          || condition.type == "DisruptionTarget" && !isDisrupted
      }
  }
}

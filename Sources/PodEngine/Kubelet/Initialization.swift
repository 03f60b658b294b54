/// Which init containers to start: `computeInitContainerActions` in
/// pkg/kubelet/kuberuntime/kuberuntime_container.go.
///
/// The containers are looked at from the last to the first: the last one that has a status tells
/// how far the Pod is.
struct InitializationRule {
  let worker: PodWorker
  let records: [ContainerRecord]

  private(set) var isDone = false
  private(set) var failed = false
  private(set) var kills: [SyncStep] = []
  /// Names, in the order of the spec.
  private(set) var starts: [String] = []

  init(worker: PodWorker, records: [ContainerRecord]) {
    self.worker = worker
    self.records = records
  }

  private var containers: [Container] { worker.pod.spec.initContainers }

  mutating func run() {
    let wasInitialized = worker.pod.spec.containers.contains { newest($0.name) != nil }
    isDone = wasInitialized || containers.isEmpty
    guard !containers.isEmpty else { return }
    var sawStatus = false
    for index in containers.indices.reversed() {
      guard let record = newest(containers[index].name) else {
        if wasInitialized, containers[index].isSidecar { starts.append(containers[index].name) }
        continue
      }
      if wasInitialized, !containers[index].isSidecar { continue }
      sawStatus = true
      examine(index, record, wasInitialized: wasInitialized)
      if failed { return }
      if !wasInitialized { break }
    }
    if !wasInitialized, !sawStatus, let first = containers.first { starts.append(first.name) }
    if !wasInitialized { restartEarlierSidecars() }
    starts.reverse()
  }

  /// A sidecar that has started once is kept running while later init containers work.
  private mutating func restartEarlierSidecars() {
    guard let last = containers.lastIndex(where: { newest($0.name) != nil }) else { return }
    for container in containers[..<last].reversed() where container.isSidecar {
      if let record = newest(container.name), record.state == .exited {
        starts.append(container.name)
      }
    }
  }

  private mutating func examine(_ index: Int, _ record: ContainerRecord, wasInitialized: Bool) {
    let container = containers[index]
    switch record.state {
    case .created: break
    case .running:
      if container.isSidecar { examineRunningSidecar(index, record, wasInitialized) }
    case .exited, .unknown:
      if container.isSidecar {
        starts.append(container.name)
      } else if record.state == .exited, record.exitCode == 0 {
        proceed(after: index, wasInitialized)
      } else if worker.pod.spec.restartPolicy == .never {
        failed = true
      } else {
        starts.append(container.name)
      }
    }
  }

  private mutating func examineRunningSidecar(
    _ index: Int, _ record: ContainerRecord, _ wasInitialized: Bool
  ) {
    let container = containers[index]
    if let reason = KillRule(worker: worker, isInit: true).reason(container, record) {
      kills.append(
        .kill(containerID: record.id, message: reason.message, graceSeconds: reason.graceSeconds))
      starts.append(container.name)
    }
    let isStarted =
      container.startupProbe == nil
      || worker.probes.result(container.name, .startup, containerID: record.id) == .success
    if isStarted { proceed(after: index, wasInitialized) }
  }

  private mutating func proceed(after index: Int, _ wasInitialized: Bool) {
    if index == containers.count - 1 {
      isDone = true
    } else if !wasInitialized {
      starts.append(containers[index + 1].name)
    }
  }

  private func newest(_ name: String) -> ContainerRecord? { records.last { $0.name == name } }
}

/// Which init containers to start and to stop: `computeInitContainerActions` in
/// pkg/kubelet/kuberuntime/kuberuntime_container.go.
///
/// They are looked at from the last to the first, as the runtime may have forgotten those that are
/// done: the last one that it knows tells how far the Pod is. From there on only sidecars count.
struct InitContainerRule: Sendable {
  private let pod: Pod
  private let records: [ContainerRecord]
  private let probes: ProbeTable

  /// Main containers may start.
  private(set) var isInitialized = false
  /// A plain init container failed for good.
  private(set) var hasFailed = false
  private(set) var kills: [ContainerToKill] = []
  /// Names, in the order of the spec once the rule has run.
  private(set) var starts: [String] = []
  /// The container at hand belongs to a part of the initialization that is over.
  private var isBehind = false

  /// `records` oldest first, `sandboxes` newest first. The kubelet removes the init containers of
  /// an older sandbox (`purgeInitContainers`): a new one initializes anew.
  init(
    pod: Pod, records: [ContainerRecord], sandboxes: [SandboxRecord], probes: ProbeTable
  ) {
    self.pod = pod
    self.records = records.filter { $0.sandboxID == sandboxes.first?.id }
    self.probes = probes
  }

  private var containers: [Container] { pod.spec.initContainers }

  mutating func run() {
    guard let first = containers.first else { return isInitialized = true }
    // Main containers that have ended may be those of an older sandbox: they prove nothing.
    isInitialized = pod.spec.containers.contains {
      let state = newest($0.name)?.state
      return state == .created || state == .running
    }
    isBehind = isInitialized
    for index in containers.indices.reversed() {
      examine(index)
      if hasFailed { return starts = [] }
    }
    if !isBehind { start(first) }
    starts.reverse()
  }

  private mutating func examine(_ index: Int) {
    let container = containers[index]
    guard let record = newest(container.name) else {
      if isBehind, container.isSidecar { start(container) }
      return
    }
    if isBehind, !container.isSidecar { return }
    switch record.state {
    case .created: start(container)
    case .running: if container.isSidecar { examineRunningSidecar(index, record) }
    case .exited: examineEnded(index, record)
    case .unknown:
      guard container.isSidecar || RestartRule.restartsOnFailure(pod) else {
        return hasFailed = true
      }
      restart(container, record, .unknownState)
    }
    isBehind = true
  }

  private mutating func examineEnded(_ index: Int, _ record: ContainerRecord) {
    let container = containers[index]
    if container.isSidecar { return start(container) }
    let failed = record.exitCode ?? 0 != 0 || record.reason == "OOMKilled"
    if !failed { return proceed(from: index) }
    guard RestartRule.restartsOnFailure(pod) else { return hasFailed = true }
    start(container)
  }

  /// A sidecar has initialized once it has started; its liveness holds nobody up.
  private mutating func examineRunningSidecar(_ index: Int, _ record: ContainerRecord) {
    let container = containers[index]
    if container.startupProbe != nil {
      let startup = probes.result(container.name, .startup, containerID: record.id)
      if startup == .failure { restart(container, record, .startupProbe) }
      guard startup == .success else { return }
    }
    proceed(from: index)
    if KillRule.isChanged(container, record) {
      restart(container, record, .definitionChanged)
    } else if container.livenessProbe != nil,
      probes.result(container.name, .liveness, containerID: record.id) == .failure
    {
      restart(container, record, .livenessProbe)
    }
  }

  private mutating func restart(
    _ container: Container, _ record: ContainerRecord, _ reason: KillReason
  ) {
    kills.append(ContainerToKill(record, reason, isInit: true))
    start(container)
  }

  private mutating func proceed(from index: Int) {
    if index == containers.count - 1 {
      isInitialized = true
    } else if !isBehind {
      start(containers[index + 1])
    }
  }

  private mutating func start(_ container: Container) { starts.append(container.name) }

  private func newest(_ name: String) -> ContainerRecord? { records.last { $0.name == name } }
}

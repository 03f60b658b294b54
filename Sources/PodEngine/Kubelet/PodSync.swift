/// The sync of a Pod: `SyncPod` in pkg/kubelet/kubelet.go and kuberuntime_manager.go. A sync first
/// publishes the status, then acts; it may have to wait for a pull, a hook or a container's end,
/// and goes on where it stood.
extension Kubelet {
  /// How long after a failed sync the kubelet tries again (`backOffPeriod`).
  static let retryPeriod = SimulatedDuration.seconds(10)

  mutating func sync(_ uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid], worker.stage == .syncing else { return }
    guard worker.task == nil else {
      workers[uid]?.wantsSync = true
      return
    }
    workers[uid]?.wantsSync = false
    publish(uid, &turn)
    if workers[uid]?.published?.phase.isTerminal == true {
      return beginTermination(uid, graceSeconds: Self.graceSeconds(of: worker.pod), &turn)
    }
    startDeadline(uid, &turn)
    removeDeadContainers(uid)
    let records = runtime.containers(podUID: uid)
    let actions = PodActionPlanner(
      pod: worker.pod, records: records, sandboxes: runtime.sandboxes(podUID: uid),
      probes: worker.probes
    ).actions()
    if actions.endsPod {
      return beginTermination(uid, graceSeconds: Self.graceSeconds(of: worker.pod), &turn)
    }
    reportMissingPullSecrets(worker.pod, &turn)
    workers[uid]?.task = SyncTask(steps: actions.steps, lastExits: Self.lastExits(records))
    continueSync(uid, &turn)
  }

  /// `getPullSecretsForPod`: a Secret that is not there stops nothing, for the image may be public.
  private func reportMissingPullSecrets(_ pod: Pod, _ turn: inout Turn) {
    let missing = pod.spec.imagePullSecrets.map(\.name).filter { name in
      let key = ObjectKey(.secrets, namespace: pod.metadata.namespace, name: name)
      return !name.isEmpty && turn.objects[key] == nil
    }
    guard !missing.isEmpty else { return }
    turn.record(pod.reference(), .missingPullSecrets(missing))
  }

  /// Of each container only the newest dead instance is kept: the container deletor
  /// (pod_container_deletor.go, MaxPerPodContainer is 1) and `pruneInitContainersBeforeStart`. The
  /// status that told of the death was the last to tell of the one before.
  private mutating func removeDeadContainers(_ uid: String) {
    var seen: Set<String> = []
    for record in runtime.containers(podUID: uid).reversed() where record.state == .exited {
      if !seen.insert(record.name).inserted { runtime.removeContainer(record.id) }
    }
  }

  /// When each container last ended, as the runtime shows it now.
  private static func lastExits(_ records: [ContainerRecord]) -> StringMap<SimulatedTime> {
    var exits: StringMap<SimulatedTime> = [:]
    for record in records where record.state == .exited { exits[record.name] = record.finishedAt }
    return exits
  }

  /// Carries out step after step until one has to wait, or all are done.
  mutating func continueSync(_ uid: String, _ turn: inout Turn) {
    workers[uid]?.task?.waitingFor = nil
    while let task = workers[uid]?.task, task.waitingFor == nil {
      guard let step = task.steps.first else { return finishSync(uid, &turn) }
      if turn.hasJitter, !task.runtimeIsReady, let range = Self.latency(of: step) {
        workers[uid]?.task?.waitingFor = .runtime
        return turn.schedule(.runtimeReady(podUID: uid), after: latency(range, turn))
      }
      workers[uid]?.task?.runtimeIsReady = false
      workers[uid]?.task?.steps.removeFirst()
      carryOut(step, uid, &turn)
    }
  }

  /// What the runtime takes for a step, in milliseconds.
  private static func latency(of step: SyncStep) -> ClosedRange<Int>? {
    switch step {
    case .createSandbox: Latency.sandbox
    case .start: Latency.containerStart
    case .mountVolumes, .replaceSandbox, .kill: nil
    }
  }

  /// The latency of the next step is over.
  mutating func runtimeReady(_ uid: String, _ turn: inout Turn) {
    guard workers[uid]?.task?.waitingFor == .runtime else { return }
    workers[uid]?.task?.runtimeIsReady = true
    continueSync(uid, &turn)
  }

  private mutating func carryOut(_ step: SyncStep, _ uid: String, _ turn: inout Turn) {
    switch step {
    case .mountVolumes: mountVolumes(uid, &turn)
    case .replaceSandbox: replaceSandbox(uid, &turn)
    case .createSandbox(let attempt): createSandbox(uid, attempt: attempt, &turn)
    case .kill(let container):
      kill(container, of: uid, &turn)
      if workers[uid]?.killings.isEmpty == false { workers[uid]?.task?.waitingFor = .killings }
    case .start(let name, let isInit): startContainer(name, isInit: isInit, of: uid, &turn)
    }
  }

  /// Stops the rest of a sync: a plain init container or the sandbox could not be started.
  mutating func abandonSync(_ uid: String) {
    workers[uid]?.task?.steps = []
    workers[uid]?.task?.failed = true
  }

  private mutating func finishSync(_ uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid], let task = worker.task else { return }
    workers[uid]?.task = nil
    if worker.wantsSync {
      turn.schedule(.sync(uid: uid), at: relist(turn))
    } else if task.failed {
      turn.schedule(.sync(uid: uid), after: Self.retryPeriod + latency(Latency.retry, turn))
    }
  }

  /// Publishes why containers could not be started, unless a sync is going on: nothing is published
  /// inside one.
  mutating func publishAfterSync(_ uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid], worker.stage == .syncing else { return }
    guard worker.task == nil else {
      workers[uid]?.wantsSync = true
      return
    }
    publish(uid, &turn)
  }

  /// The main process of a container ended: the runtime's word reaches the kubelet at once, and
  /// with `jitter` at the next relist, unless it is the kubelet that stopped the container.
  mutating func containerExited(_ uid: String, _ containerID: String, _ turn: inout Turn) {
    guard workers[uid] != nil else { return }
    if let record = runtime.container(containerID) {
      noteEnd(record, uid, &turn)
    }
    hookContainerDied(uid, containerID, &turn)
    killingEnded(uid, containerID, &turn)
    if workers[uid]?.stage == .syncing { turn.schedule(.sync(uid: uid), at: relist(turn)) }
  }

  private func noteEnd(_ record: ContainerRecord, _ uid: String, _ turn: inout Turn) {
    let memory = record.reason == "OOMKilled" ? blame[.memory(record.id)] : nil
    let end = record.finishedAt ?? turn.now
    turn.note(
      containerReference(uid, record.name),
      .ended(
        EndNote(
          container: record.name, exitCode: record.exitCode ?? 0,
          signal: record.signal.map { Int($0.rawValue) }, reason: record.reason,
          ranFor: end - (record.startedAt ?? end))),
      because: blame[.end(record.id)] ?? memory)
  }

  func containerReference(_ uid: String, _ container: String) -> ObjectReference {
    guard let worker = workers[uid] else {
      return ObjectReference(kind: "Pod", namespace: "", name: "", uid: uid)
    }
    let spec = worker.pod.spec
    let list =
      if spec.initContainers.contains(where: { $0.name == container }) {
        "initContainers"
      } else if spec.ephemeralContainers.contains(where: { $0.name == container }) {
        "ephemeralContainers"
      } else {
        "containers"
      }
    return worker.pod.reference(fieldPath: "spec.\(list){\(container)}")
  }
}

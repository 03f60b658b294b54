/// What a sync has to do: `podActions` in pkg/kubelet/kuberuntime/kuberuntime_manager.go.
struct PodActions: Hashable, Sendable {
  /// Everything in the sandbox is to be stopped: it is replaced, or the Pod ends here.
  var killsPod = false
  var createsSandbox = false
  /// The number of the sandbox: of the new one, or of the one that is kept.
  var attempt = 0
  /// There was a sandbox before.
  var hasOldSandbox = false
  /// Names, in the order of the spec.
  var initContainersToStart: [String] = []
  var containersToStart: [String] = []
  var ephemeralContainersToStart: [String] = []
  var containersToKill: [ContainerToKill] = []

  /// Nothing is left to run: sidecars and all go.
  var endsPod: Bool { killsPod && !createsSandbox }

  /// The actions in the order of `SyncPod`: kill, sandbox, ephemeral containers, init containers,
  /// main containers.
  var steps: [SyncStep] {
    var steps = [SyncStep.mountVolumes]
    if createsSandbox {
      if hasOldSandbox { steps.append(.replaceSandbox) }
      steps.append(.createSandbox(attempt: attempt))
    } else {
      steps += containersToKill.map { .kill($0) }
    }
    steps += ephemeralContainersToStart.map { .start(container: $0, isInit: false) }
    steps += initContainersToStart.map { .start(container: $0, isInit: true) }
    steps += containersToStart.map { .start(container: $0, isInit: false) }
    return steps
  }
}

/// A container that must go, and why.
struct ContainerToKill: Hashable, Sendable {
  let containerID: String
  let name: String
  let reason: KillReason
  /// What the event `Killing` says.
  let message: String
}

/// Works out the actions from what the runtime shows: `computePodActions`. Changes nothing.
struct PodActionPlanner: Sendable {
  let pod: Pod
  /// Oldest first, of all the Pod's sandboxes.
  let records: [ContainerRecord]
  /// Newest first.
  let sandboxes: [SandboxRecord]
  let probes: ProbeTable

  func actions() -> PodActions {
    let change = SandboxChange(pod.spec, sandboxes)
    var actions = PodActions()
    actions.attempt = change.attempt
    actions.hasOldSandbox = !sandboxes.isEmpty
    if change.isNeeded {
      planSandbox(&actions)
    } else {
      planContainers(&actions)
    }
    return actions
  }

  /// A new sandbox, and in it everything from the beginning.
  private func planSandbox(_ actions: inout PodActions) {
    actions.killsPod = true
    // Under Never a Pod that has run does not begin again.
    if !RestartRule.restartsOnFailure(pod), actions.attempt != 0, !records.isEmpty { return }
    let toStart = pod.spec.containers.filter {
      !(RestartRule.policy(of: $0, in: pod) == .onFailure && hasSucceeded($0))
    }
    // All have succeeded: none of them begins again either.
    if toStart.isEmpty, RestartRule.hasCreatedContainer(of: pod.spec, records) { return }
    actions.createsSandbox = true
    if let first = pod.spec.initContainers.first {
      actions.initContainersToStart = [first.name]
    } else {
      actions.containersToStart = toStart.map(\.name)
    }
  }

  /// The sandbox is good: look after the containers in it.
  private func planContainers(_ actions: inout PodActions) {
    actions.ephemeralContainersToStart = pod.spec.ephemeralContainers.map(\.name).filter {
      newest($0) == nil
    }
    var rule = InitContainerRule(pod: pod, records: records, sandboxes: sandboxes, probes: probes)
    rule.run()
    actions.killsPod = rule.hasFailed
    actions.containersToKill = rule.kills
    actions.initContainersToStart = rule.starts
    if !rule.hasFailed, rule.isInitialized { planMainContainers(&actions) }
  }

  private func planMainContainers(_ actions: inout PodActions) {
    var kept = 0
    for container in pod.spec.containers {
      let newest = newest(container.name)
      if let newest, newest.state == .running {
        if !planKill(container, newest, &actions) { kept += 1 }
      } else if RestartRule.shouldRestart(container, in: pod, newest: newest) {
        actions.containersToStart.append(container.name)
        if let newest, newest.state == .unknown {
          // Perhaps it still runs; there must never be two.
          actions.containersToKill.append(ContainerToKill(newest, .unknownState))
        }
      }
    }
    if kept == 0, actions.containersToStart.isEmpty {
      actions.killsPod = true
      // Sidecars must not keep a Pod alive.
      actions.initContainersToStart = []
    }
  }

  /// False when a running container may stay.
  private func planKill(
    _ container: Container, _ record: ContainerRecord, _ actions: inout PodActions
  ) -> Bool {
    guard let reason = KillRule.reason(container, record, probes) else { return false }
    let restarts = reason.restarts(container, in: pod)
    if restarts { actions.containersToStart.append(container.name) }
    actions.containersToKill.append(
      ContainerToKill(
        containerID: record.id, name: container.name, reason: reason,
        message: reason.message(container.name, isInit: false, restarts: restarts)))
    return true
  }

  private func hasSucceeded(_ container: Container) -> Bool {
    guard let newest = newest(container.name), newest.state != .running else { return false }
    return newest.exitCode ?? 0 == 0
  }

  private func newest(_ name: String) -> ContainerRecord? { records.last { $0.name == name } }
}

/// Whether a Pod needs a new sandbox: `PodSandboxChanged` in
/// pkg/kubelet/kuberuntime/util/util.go.
struct SandboxChange: Hashable, Sendable {
  let isNeeded: Bool
  let attempt: Int

  /// `sandboxes`: newest first.
  init(_ spec: PodSpec, _ sandboxes: [SandboxRecord]) {
    guard let newest = sandboxes.first else {
      (isNeeded, attempt) = (true, 0)
      return
    }
    let isOnHost = spec.hostNetwork == true
    isNeeded =
      !newest.isReady || sandboxes.count(where: \.isReady) > 1
      || newest.isOnHostNetwork != isOnHost || (!isOnHost && newest.ipAddress.isEmpty)
    attempt = isNeeded ? newest.attempt + 1 : newest.attempt
  }
}

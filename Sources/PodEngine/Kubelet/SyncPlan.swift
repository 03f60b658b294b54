/// What a sync has to do: `computePodActions` in pkg/kubelet/kuberuntime/kuberuntime_manager.go.
struct SyncPlan: Hashable, Sendable {
  /// Nothing is left to run: the Pod ends here, sidecars and all.
  var killsPod = false
  var steps: [SyncStep] = []
}

/// Works out a `SyncPlan`; reads the worker, changes nothing.
struct SyncPlanner {
  let worker: PodWorker
  let records: [ContainerRecord]
  let sandboxes: [SandboxRecord]

  private var pod: Pod { worker.pod }

  func plan() -> SyncPlan {
    let change = SandboxChange(pod.spec, sandboxes)
    return change.isNeeded ? fresh(attempt: change.attempt) : actions()
  }

  /// A new sandbox, and in it everything from the beginning.
  private func fresh(attempt: Int) -> SyncPlan {
    var plan = SyncPlan()
    let toStart = pod.spec.containers.filter {
      !(pod.spec.restartPolicy == .onFailure && newest($0.name)?.exitCode == 0
        && newest($0.name)?.state == .exited)
    }
    // Under Never (and when all have succeeded) a Pod that has run does not begin again.
    if attempt > 0, !records.isEmpty, pod.spec.restartPolicy == .never || toStart.isEmpty {
      plan.killsPod = true
      return plan
    }
    plan.steps.append(.mountVolumes)
    if attempt > 0 { plan.steps.append(.replaceSandbox) }
    plan.steps.append(.createSandbox(attempt: attempt))
    if let first = pod.spec.initContainers.first {
      plan.steps.append(.start(container: first.name, isInit: true))
    } else {
      plan.steps += toStart.map { .start(container: $0.name, isInit: false) }
    }
    return plan
  }

  /// The sandbox is good: look after the containers in it.
  private func actions() -> SyncPlan {
    var initialization = InitializationRule(worker: worker, records: currentRecords)
    initialization.run()
    var plan = SyncPlan()
    if initialization.failed {
      plan.killsPod = true
      return plan
    }
    plan.steps = [.mountVolumes] + initialization.kills
    plan.steps += initialization.starts.map { .start(container: $0, isInit: true) }
    guard initialization.isDone else { return plan }
    planMains(&plan)
    return plan
  }

  private func planMains(_ plan: inout SyncPlan) {
    var kept = 0
    var kills: [SyncStep] = []
    var starts: [SyncStep] = []
    for container in pod.spec.containers {
      let newest = newest(container.name)
      guard let newest, newest.state == .running else {
        if RestartRule.shouldRestart(container, in: pod, newest: newest) {
          starts.append(.start(container: container.name, isInit: false))
        }
        continue
      }
      guard let reason = KillRule(worker: worker, isInit: false).reason(container, newest) else {
        kept += 1
        continue
      }
      kills.append(
        .kill(
          containerID: newest.id, message: reason.message, graceSeconds: reason.graceSeconds))
      if reason.restarts { starts.append(.start(container: container.name, isInit: false)) }
    }
    if kept == 0, starts.isEmpty {
      plan.killsPod = true
      plan.steps = []
    } else {
      plan.steps += kills + starts
    }
  }

  private func newest(_ name: String) -> ContainerRecord? { records.last { $0.name == name } }

  /// Init containers of an older sandbox do not count: a new one initializes anew.
  private var currentRecords: [ContainerRecord] {
    guard let sandbox = sandboxes.first else { return [] }
    return records.filter { $0.sandboxID == sandbox.id }
  }
}

/// Why a running container must go.
struct KillRule {
  let worker: PodWorker
  let isInit: Bool

  struct Reason: Hashable, Sendable {
    let message: String
    /// The probe's own grace period, where it has one.
    let graceSeconds: Int?
    let restarts: Bool
  }

  func reason(_ container: Container, _ record: ContainerRecord) -> Reason? {
    if record.imageReference != container.image {
      return Reason(
        message: text("\(container.name) definition changed", restarts: true),
        graceSeconds: nil, restarts: true)
    }
    for kind in [ProbeKind.liveness, .startup]
    where worker.probes.result(container.name, kind, containerID: record.id) == .failure {
      return failed(kind, container)
    }
    return nil
  }

  /// The kubelet kills a container whose liveness or startup probe has failed.
  func failed(_ kind: ProbeKind, _ container: Container) -> Reason {
    let restarts = isInit || worker.pod.spec.restartPolicy != .never
    return Reason(
      message: text("\(container.name) failed \(kind.rawValue) probe", restarts: restarts),
      graceSeconds: worker.pod.isTerminating
        ? nil : container.probe(kind)?.terminationGracePeriodSeconds,
      restarts: restarts)
  }

  /// Sidecars are restarted as well, but the kubelet does not say so.
  private func text(_ what: String, restarts: Bool) -> String {
    isInit ? "Init container \(what)" : "Container \(what)\(restarts ? ", will be restarted" : "")"
  }
}

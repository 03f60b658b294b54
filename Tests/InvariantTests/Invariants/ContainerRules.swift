internal import OrderedCollections
import PodEngine

/// What holds for the container statuses of a Pod.
enum ContainerRules {
  static func check(_ change: Change, _ ledger: inout Ledger) {
    guard let old = change.old, !change.isDeletion else { return }
    for status in change.new.containerStatuses {
      let name = status.text("name")
      let before = old.containerStatuses.first { $0.text("name") == name }
      checkState(change, status, &ledger)
      if let before { checkCourse(change, before, status, &ledger) }
    }
    if change.isByKubelet {
      checkEnd(change, &ledger)
      checkOrder(change, &ledger)
    }
    // A Pod that is turned away keeps nothing of what its kubelet said before (`rejectPod`).
    guard !change.new.text("status", "message").hasPrefix("Pod was rejected") else { return }
    let names = old.containerStatuses.map { $0.text("name") }
    let left = change.new.containerStatuses.map { $0.text("name") }
    if let lost = names.first(where: { !left.contains($0) }) {
      ledger.report("container-statuses-stay", "\(change.name) lost \(lost)")
    }
  }

  private static func checkState(_ change: Change, _ status: APIValue, _ ledger: inout Ledger) {
    let name = "\(change.name)[\(status.text("name"))]"
    let state = status["state"]?.objectValue ?? [:]
    if state.count != 1 { ledger.report("one-state", "\(name) has \(state.count)") }
    let isInit = change.new.list("spec", "initContainers").contains {
      $0.text("name") == status.text("name") && $0.text("restartPolicy") != "Always"
    }
    let isRunning = state["running"] != nil
    // A plain init container is ready when it has done its work (`ready` in prober_manager.go).
    if status["ready"]?.boolValue == true {
      let isDone = isInit && status.number("state", "terminated", "exitCode") == 0
      if !isRunning, !isDone { ledger.report("ready-implies-running", name) }
      if isRunning, isInit { ledger.report("ready-implies-running", name) }
      if !isInit, status["started"]?.boolValue != true {
        ledger.report("ready-implies-started", name)
      }
    }
    if !isRunning, status["started"]?.boolValue == true {
      ledger.report("started-implies-running", name)
    }
    for path in ["state", "lastState"] {
      guard let end = status.at(path, "terminated"),
        let start = end.time("startedAt"), let finish = end.time("finishedAt")
      else { continue }
      if start > finish { ledger.report("ends-after-it-starts", name) }
      if finish > change.event.time { ledger.report("ends-in-the-past", name) }
    }
    if let start = status.time("state", "running", "startedAt"), start > change.event.time {
      ledger.report("starts-in-the-past", name)
    }
  }

  /// pkg/kubelet/kuberuntime/kuberuntime_container.go: a new container gets the restart count of the
  /// newest one of its name plus one, in whatever sandbox that was, and where no record is left the
  /// count of its log files (`calcRestartCountByLogDir`); `convertToAPIContainerStatuses` falls back
  /// on the old status. So it never falls during one life of the Pod, also over a new sandbox, a
  /// restart of the kubelet or a reboot; and a new container ID never comes with an old count.
  private static func checkCourse(
    _ change: Change, _ before: APIValue, _ status: APIValue, _ ledger: inout Ledger
  ) {
    let name = "\(change.name)[\(status.text("name"))]"
    let (from, to) = (before.number("restartCount") ?? 0, status.number("restartCount") ?? 0)
    if to < from { ledger.report("restart-count", "\(name): \(from) -> \(to)") }
    let ids = (before.text("containerID"), status.text("containerID"))
    if !ids.0.isEmpty, !ids.1.isEmpty, ids.0 != ids.1, to <= from {
      ledger.report("restart-count", "\(name): another container, the count stays \(to)")
    }
    if ids.0 == ids.1, !ids.0.isEmpty, before.at("state", "terminated") != nil,
      status.at("state", "running") != nil
    {
      ledger.report("the-dead-stay-dead", name)
    }
    checkRestart(change, before, status, name, &ledger)
    // What was started before the deletion may be told after it.
    if let start = status.time("state", "running", "startedAt"),
      let deadline = change.new.time("metadata", "deletionTimestamp"),
      let grace = change.new.number("metadata", "deletionGracePeriodSeconds"),
      start > deadline - .seconds(grace), ids.0 != ids.1,
      !ledger.isolated.contains(change.new.nodeName)
    {
      ledger.report("no-start-while-terminating", name)
    }
  }

  /// `checkContainerStateTransition` in status_manager.go: what has succeeded under OnFailure, or
  /// ended at all under Never, stays ended in the same Pod.
  private static func checkRestart(
    _ change: Change, _ before: APIValue, _ status: APIValue, _ name: String,
    _ ledger: inout Ledger
  ) {
    let pod = change.new
    let isMain = pod.list("spec", "containers").contains {
      $0.text("name") == status.text("name")
    }
    guard isMain, let end = before.at("state", "terminated"),
      status.at("state", "terminated") == nil
    else { return }
    let policy = pod.text("spec", "restartPolicy")
    if policy == "Never" || policy == "OnFailure" && end.number("exitCode") == 0 {
      ledger.report("restart-policy", "\(name) lives again under \(policy)")
    }
  }

  /// Plain init containers come one after the other, and all of them before the main ones
  /// (`computeInitContainerActions`).
  private static func checkOrder(_ change: Change, _ ledger: inout Ledger) {
    let pod = change.new
    let sidecars = pod.sidecarNames
    let plain = pod.list("status", "initContainerStatuses").filter {
      !sidecars.contains($0.text("name")) && $0.at("state", "running") != nil
    }
    let main = pod.list("status", "containerStatuses").filter { $0.at("state", "running") != nil }
    if plain.count > 1 || !plain.isEmpty && !main.isEmpty {
      ledger.report("one-step-after-the-other", change.name)
    }
    for status in main where status.at("ready")?.boolValue == true {
      checkProbed(change, status, &ledger)
    }
  }

  /// The worker of a readiness probe begins with no, and asks nobody before `initialDelaySeconds`
  /// (pkg/kubelet/prober/worker.go).
  private static func checkProbed(
    _ change: Change, _ status: APIValue, _ ledger: inout Ledger
  ) {
    let name = status.text("name")
    let container = change.new.list("spec", "containers").first { $0.text("name") == name }
    guard let delay = container?.number("readinessProbe", "initialDelaySeconds"), delay > 0,
      let start = status.time("state", "running", "startedAt")
    else { return }
    if change.event.time < start + .seconds(delay) {
      ledger.report("ready-after-a-probe", "\(change.name)[\(name)]")
    }
  }

  /// `couldHaveRunningContainers`: the kubelet calls a Pod ended only when nothing in it runs. Where
  /// somebody else has said so before, it stops the rest and reports meanwhile.
  private static func checkEnd(_ change: Change, _ ledger: inout Ledger) {
    let pod = change.new
    guard pod.isEnded else { return }
    let wasEnded = change.old?.isEnded == true
    for status in pod.containerStatuses where !wasEnded && status.at("state", "running") != nil {
      ledger.report("ended-means-nothing-runs", "\(change.name)[\(status.text("name"))]")
    }
    guard pod.phase == "Succeeded" else { return }
    for status in pod.list("status", "containerStatuses")
    where status.number("state", "terminated", "exitCode") != 0 {
      ledger.report("succeeded-means-all-zero", "\(change.name)[\(status.text("name"))]")
    }
  }
}

import PodEngine

/// What holds for a Pod's life.
enum PodRules {
  static func check(_ change: Change, _ ledger: inout Ledger) {
    guard let old = change.old else { return checkBirth(change, &ledger) }
    guard !change.isDeletion else { return checkRemoval(change, old, &ledger) }
    checkPhase(change, old, &ledger)
    checkConstants(change, old, &ledger)
    checkConditions(change, old, &ledger)
    checkReadiness(change, &ledger)
  }

  /// `podStrategy.PrepareForCreate`: a Pod begins Pending with at most one condition.
  private static func checkBirth(_ change: Change, _ ledger: inout Ledger) {
    let pod = change.new
    if pod.phase != "Pending" { ledger.report("born-pending", "\(change.name) is \(pod.phase)") }
    if !pod.containerStatuses.isEmpty { ledger.report("born-pending", change.name) }
    let gates = pod.list("spec", "schedulingGates")
    if gates.isEmpty != pod.conditionStatus("PodScheduled").isEmpty {
      ledger.report("gated-condition", change.name)
    }
    // What a controller makes never comes from a template that already names a UID.
    if let owner = pod.controllerUID, change.actor != .learner,
      ledger.object(withUID: owner) == nil
    {
      ledger.report("owner-exists", "\(change.name) was made for \(owner), which is gone")
    }
  }

  /// pkg/kubelet/status/status_manager.go: a Pod that has ended stays ended. A Pod that runs goes
  /// back to Pending in one case: a new sandbox begins with its init containers again
  /// (`HasAnyActiveRegularContainerStarted` in `getPhase`).
  private static let ways: [String: [String]] = [
    "Pending": ["Pending", "Running", "Succeeded", "Failed"],
    "Running": ["Running", "Succeeded", "Failed"],
    "Succeeded": ["Succeeded"], "Failed": ["Failed"],
  ]

  private static func checkPhase(_ change: Change, _ old: APIValue, _ ledger: inout Ledger) {
    let (before, after) = (old.phase, change.new.phase)
    guard ways[before]?.contains(after) != true else { return }
    let initializesAgain =
      before == "Running" && after == "Pending" && change.isByKubelet
      && !change.new.list("spec", "initContainers").isEmpty
    if initializesAgain { return }
    let rule = before == "Succeeded" || before == "Failed" ? "ended-is-final" : "phase"
    ledger.report(rule, "\(change.name): \(before) -> \(after)")
  }

  private static func checkConstants(_ change: Change, _ old: APIValue, _ ledger: inout Ledger) {
    let new = change.new
    if !old.nodeName.isEmpty, old.nodeName != new.nodeName {
      ledger.report("node-for-life", "\(change.name): \(old.nodeName) -> \(new.nodeName)")
    }
    if let start = old.time("status", "startTime"), new.time("status", "startTime") != start {
      ledger.report("start-for-life", change.name)
    }
    for field in ["restartPolicy", "priority", "nodeSelector", "volumes", "hostNetwork"]
    where old["spec"]?[field] != new["spec"]?[field] {
      ledger.report("spec-for-life", "\(change.name): \(field)")
    }
    if !old.text("status", "qosClass").isEmpty,
      old.text("status", "qosClass") != new.text("status", "qosClass")
    {
      ledger.report("qos-for-life", change.name)
    }
    if new.nodeName.isEmpty, !new.containerStatuses.isEmpty || !new.text("status", "podIP").isEmpty
    {
      ledger.report("unbound-is-still", change.name)
    }
    if !new.nodeName.isEmpty, !new.list("spec", "schedulingGates").isEmpty {
      ledger.report("gates-hold", change.name)
    }
    let gates = new.list("spec", "schedulingGates").map { $0.text("name") }
    let before = old.list("spec", "schedulingGates").map { $0.text("name") }
    if gates.contains(where: { !before.contains($0) }) {
      ledger.report("gates-only-go", change.name)
    }
    // A Pod that is turned away keeps nothing of what its kubelet said before (`rejectPod`).
    guard !new.text("status", "message").hasPrefix("Pod was rejected") else { return }
    for status in old.list("status", "conditions") where new.condition(status.text("type")) == nil {
      ledger.report("conditions-stay", "\(change.name) lost \(status.text("type"))")
    }
  }

  /// `podutil.UpdatePodCondition`, `updateLastTransitionTime`: the time moves with the status, never
  /// alone, never backwards and never into the future. A kubelet that was cut off tells later when
  /// it happened.
  private static func checkConditions(_ change: Change, _ old: APIValue, _ ledger: inout Ledger) {
    var types: [String] = []
    for condition in change.new.list("status", "conditions") {
      let type = condition.text("type")
      if types.contains(type) { ledger.report("one-of-a-type", "\(change.name) \(type)") }
      types.append(type)
      guard !type.hasPrefix("example.com/") else { continue }
      let moved = condition.time("lastTransitionTime")
      let before = old.condition(type)
      if let moved, moved > change.event.time {
        ledger.report("transition-time", "\(change.name) \(type) lies in the future")
      }
      guard let before, let then = before.time("lastTransitionTime") else { continue }
      let isSame = before.text("status") == condition.text("status")
      // A kubelet that comes back takes its own Ready up again, from before the node controller's.
      // One that was cut off tells the last of several turns.
      let isReclaimed =
        change.isByKubelet
        && (type == "Ready" && ledger.pods.entries[change.key]?.isMarkedNotReady == true
          || ledger.isolated.contains(change.new.nodeName))
      if isSame, moved != then, !isReclaimed {
        ledger.report("transition-time", "\(change.name) \(type) moved without its status")
      }
      guard !isSame else { continue }
      if let moved, moved < then, !isReclaimed {
        ledger.report("transition-time", "\(change.name) \(type) went back")
      }
      if !change.isByKubelet, moved != change.event.time.wholeSeconds {
        ledger.report("transition-time", "\(change.name) \(type) is not now")
      }
    }
  }

  /// pkg/kubelet/status/generate.go: `GeneratePodReadyCondition` and
  /// `GenerateContainersReadyCondition`. The node controller only takes Ready away, so that Ready
  /// never holds without ContainersReady; gates move on their own, and the kubelet follows.
  private static func checkReadiness(_ change: Change, _ ledger: inout Ledger) {
    let pod = change.new
    if pod.isReadyPod, pod.conditionStatus("ContainersReady") != "True" {
      ledger.report("ready-implies-containers-ready", change.name)
    }
    guard change.isByKubelet else { return }
    if pod.isReadyPod {
      for gate in pod.list("spec", "readinessGates")
      where pod.conditionStatus(gate.text("conditionType")) != "True" {
        ledger.report("ready-implies-gates", "\(change.name): \(gate.text("conditionType"))")
      }
    }
    if pod.isEnded, pod.isReadyPod { ledger.report("ended-is-not-ready", change.name) }
    if pod.conditionStatus("PodScheduled") == "False" {
      ledger.report("kubelet-knows-it-is-scheduled", change.name)
    }
    checkContainersReady(change, &ledger)
  }

  private static func checkContainersReady(_ change: Change, _ ledger: inout Ledger) {
    let pod = change.new
    let watched =
      pod.list("status", "containerStatuses")
      + pod.list("status", "initContainerStatuses").filter {
        pod.sidecarNames.contains($0.text("name"))
      }
    let isReady = !watched.isEmpty && watched.allSatisfy { $0["ready"]?.boolValue == true }
    let status = pod.conditionStatus("ContainersReady")
    if status == "True", !isReady { ledger.report("containers-ready", change.name) }
    // The kubelet has given the Pod up, and its containers still run (`mergePodStatus`).
    let isGivenUp = pod.condition("ContainersReady")?.text("reason") == "PodFailed"
    if status == "False", isReady, !pod.isEnded, !isGivenUp {
      ledger.report("containers-ready", "\(change.name): all are ready, the condition says no")
    }
    // A sidecar that begins anew while the main containers wait is not initialized again.
    if pod.phase == "Running", pod.sidecarNames.isEmpty,
      pod.conditionStatus("Initialized") == "False"
    {
      ledger.report("running-implies-initialized", change.name)
    }
  }

  /// `canBeDeleted`: an assigned Pod with a deadline goes when its kubelet gives it free, or when
  /// somebody forces it, or when nobody else will (pod GC).
  private static func checkRemoval(_ change: Change, _ old: APIValue, _ ledger: inout Ledger) {
    guard change.isByKubelet else { return }
    if !old.isTerminating { ledger.report("kubelet-removes-the-deleted", change.name) }
    if !old.isEnded {
      ledger.report("kubelet-ends-before-it-removes", "\(change.name) \(old.phase)")
    }
    if old.containerStatuses.contains(where: { $0.at("state", "running") != nil }) {
      ledger.report("nothing-runs-in-the-removed", change.name)
    }
  }
}

import PodEngine

/// What holds while a Pod goes.
enum TerminationRules {
  /// `terminationOrdering` in kuberuntime_termination_order.go: a sidecar is not stopped while a main
  /// container runs, before the grace period is over.
  static func check(_ change: Change, _ ledger: inout Ledger) {
    let pod = change.new
    guard change.isByKubelet, !change.isDeletion, change.old?.isTerminating == true,
      let deadline = pod.time("metadata", "deletionTimestamp"),
      let grace = pod.number("metadata", "deletionGracePeriodSeconds"),
      !ledger.wasDisturbed(since: deadline - .seconds(grace + 60))
    else { return }
    let isMainRunning = pod.list("status", "containerStatuses").contains {
      $0.at("state", "running") != nil
    }
    guard isMainRunning, change.event.time < deadline else { return }
    for status in pod.list("status", "initContainerStatuses")
    where pod.sidecarNames.contains(status.text("name")) {
      let wasRunning = change.old?.list("status", "initContainerStatuses").contains {
        $0.text("name") == status.text("name") && $0.at("state", "running") != nil
      }
      if wasRunning == true, status.at("state", "terminated") != nil {
        ledger.report("sidecars-go-last", "\(change.name)[\(status.text("name"))]")
      }
    }
  }

  /// `killContainer`: waiting, hook and TERM share the grace period, and KILL comes two seconds after
  /// it at the latest; where the parts are no whole seconds, one more.
  static func checkSettled(_ ledger: inout Ledger) {
    for (key, pod) in ledger.all(.pods) where !pod.isEnded && !pod.nodeName.isEmpty {
      guard let deadline = pod.time("metadata", "deletionTimestamp"),
        let grace = pod.number("metadata", "deletionGracePeriodSeconds"), grace > 0,
        deadline + .seconds(4) < ledger.time,
        !ledger.wasDisturbed(since: deadline - .seconds(grace)),
        ledger.objects[ObjectKey(.nodes, name: pod.nodeName)]?.conditionStatus("Ready") == "True"
      else { continue }
      ledger.report("grace-period-ends", "\(key.name) was to be gone at \(deadline.timestamp)")
    }
  }
}

import PodEngine

/// What holds for nodes.
enum NodeRules {
  static func check(_ change: Change, _ ledger: inout Ledger) {
    guard let old = change.old, !change.isDeletion else { return }
    for condition in change.new.list("status", "conditions") {
      let type = condition.text("type")
      guard let before = old.list("status", "conditions").first(where: { $0.text("type") == type })
      else { continue }
      let isSame = before.text("status") == condition.text("status")
      let times = (before.time("lastTransitionTime"), condition.time("lastTransitionTime"))
      if isSame != (times.0 == times.1), times.0 != change.event.time.wholeSeconds {
        ledger.report("node-transition-time", "\(change.name) \(type)")
      }
      if let beat = before.time("lastHeartbeatTime"),
        let next = condition.time("lastHeartbeatTime"), next < beat
      {
        ledger.report("heartbeat-forward", "\(change.name) \(type)")
      }
    }
    let taints = change.new.list("spec", "taints").map { $0.text("key") + $0.text("effect") }
    if Set(taints).count != taints.count { ledger.report("one-taint-of-a-kind", change.name) }
    if !old.text("spec", "podCIDR").isEmpty,
      old.text("spec", "podCIDR") != change.new.text("spec", "podCIDR")
    {
      ledger.report("node-range-for-life", change.name)
    }
  }
}

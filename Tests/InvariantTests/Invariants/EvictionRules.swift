import PodEngine

/// Who may be sent away, and when.
enum EvictionRules {
  static func check(_ change: Change, _ ledger: inout Ledger) {
    let pod = change.new
    guard let old = change.old else { return checkBirth(change, &ledger) }
    guard !change.isDeletion else { return }
    if change.isBy("taint-eviction-controller"), pod.isTerminating, !old.isTerminating {
      checkTaintEviction(change, &ledger)
      checkWait(change, &ledger)
    }
    // pkg/kubelet/eviction `evictPod`: not what a node cannot do without (`IsCriticalPod`).
    if change.isByKubelet, pod.text("status", "reason") == "Evicted",
      old.text("status", "reason") != "Evicted",
      (pod.number("spec", "priority") ?? 0) >= 2_000_000_000
    {
      ledger.report("critical-pods-stay", change.name)
    }
  }

  /// plugin/pkg/admission/defaulttolerationseconds: every Pod says how long it bears the loss of its
  /// node.
  private static func checkBirth(_ change: Change, _ ledger: inout Ledger) {
    let tolerations = change.new.list("spec", "tolerations")
    for key in ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"]
    where !tolerations.contains(where: { toleration in
      ["", key].contains(toleration.text("key"))
        && ["", "NoExecute"].contains(toleration.text("effect"))
    }) {
      ledger.report("bears-the-loss-of-its-node", "\(change.name): \(key)")
    }
  }

  /// Who bears all `NoExecute` taints of its node for ever stays
  /// (pkg/controller/tainteviction `getMinTolerationTime`).
  private static func checkTaintEviction(_ change: Change, _ ledger: inout Ledger) {
    guard let node = ledger.objects[ObjectKey(.nodes, name: change.new.nodeName)],
      !ledger.mayBeUnknown(change.new.nodeName, at: change.event.time)
    else { return }
    let taints = node.list("spec", "taints").filter { $0.text("effect") == "NoExecute" }
    let forEver = change.new.list("spec", "tolerations").filter {
      $0.number("tolerationSeconds") == nil
    }
    let isUnbearable = taints.contains { taint in
      !Suiting.tolerates(forEver, key: taint.text("key"), taint.text("value"), "NoExecute")
    }
    if !isUnbearable { ledger.report("evicts-for-a-reason", change.name) }
  }

  /// Who bears them for a while has that while, from the moment on at which there was such a taint
  /// (`processPodOnNode`).
  private static func checkWait(_ change: Change, _ ledger: inout Ledger) {
    let tolerations = change.new.list("spec", "tolerations")
    let taints =
      ledger.objects[ObjectKey(.nodes, name: change.new.nodeName)]?
      .list("spec", "taints").filter { $0.text("effect") == "NoExecute" } ?? []
    let isBorne = taints.allSatisfy { taint in
      Suiting.tolerates(
        tolerations, key: taint.text("key"), taint.text("value"), "NoExecute")
    }
    guard isBorne, let since = ledger.evictingSince[change.new.nodeName],
      let least = tolerations.compactMap({ $0.number("tolerationSeconds") }).min()
    else { return }
    if change.event.time - since < .seconds(least) {
      ledger.report("tolerations-give-time", "\(change.name) bears it for \(least) s")
    }
  }
}

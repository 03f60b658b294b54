/// Deletes Pods that do not tolerate the `NoExecute` taints of their node, or not that long
/// (pkg/controller/tainteviction).
package struct TaintEvictionController: Sendable {
  package enum Event: Hashable, Sendable {
    case nodeChanged(String)
    case podChanged(ObjectKey)
    /// The time that a Pod tolerates its node is over.
    case evict(ObjectKey)
  }

  /// The deletions to come.
  private var plans = OrderedTable<ObjectKey, Plan>()

  /// A deletion that is planned, or has been carried out already.
  private struct Plan: Sendable {
    let dueAt: SimulatedTime
    var isDone = false
  }

  package init() {}

  /// Which events a change of an object calls for.
  package static func reactions(to change: WatchEvent) -> [Event] {
    switch change.key.resource {
    case .nodes: differs(change, "taints") ? [.nodeChanged(change.key.name)] : []
    case .pods:
      differs(change, "nodeName") || differs(change, "tolerations")
        ? [.podChanged(change.key)] : []
    case .configMaps, .deployments, .endpoints, .endpointSlices, .priorityClasses, .events, .jobs,
      .leases, .namespaces,
      .replicaSets, .secrets, .serviceAccounts, .services:
      []
    }
  }

  private static func differs(_ change: WatchEvent, _ field: String) -> Bool {
    guard change.change == .modified, let old = change.previous else {
      return change.object[path: "spec", field] != nil
    }
    return old[path: "spec", field] != change.object[path: "spec", field]
  }

  package mutating func handle(_ event: Event, _ view: ClusterView) -> [Effect] {
    switch event {
    case .nodeChanged(let name):
      return view.objects.pods(onNode: name).flatMap { review($0, view) }
    case .podChanged(let key):
      guard let pod = view.objects.pod(key) else { return cancel(key) }
      return review(pod, view)
    case .evict(let key): return carryOut(key, view)
    }
  }

  private mutating func review(_ pod: Pod, _ view: ClusterView) -> [Effect] {
    let node = view.objects.node(pod.spec.nodeName)
    let taints = node?.spec.taints.filter { $0.effect == .noExecute } ?? []
    guard !taints.isEmpty else { return cancel(pod.key) }
    switch TaintWait(taints: taints, tolerations: pod.spec.tolerations) {
    case .none:
      let effects = cancel(pod.key)
      plans[pod.key] = Plan(dueAt: view.now)
      let note = Note.drivenOut(
        node: pod.spec.nodeName, taint: taints.first?.key ?? "", at: view.now)
      return effects + [.note(pod.reference(), note)] + evict(pod, view)
    case .forever: return cancel(pod.key)
    case .duration(let wait): return plan(pod, after: wait, taints, view)
    }
  }

  /// The first plan stands: a longer toleration later on does not postpone it, and what has been
  /// carried out is not planned again.
  private mutating func plan(
    _ pod: Pod, after wait: SimulatedDuration, _ taints: [Taint], _ view: ClusterView
  ) -> [Effect] {
    let key = pod.key
    guard plans[key] == nil else { return [] }
    plans[key] = Plan(dueAt: view.now + wait)
    let note = Note.drivenOut(
      node: pod.spec.nodeName, taint: taints.first?.key ?? "", at: view.now + wait)
    return [
      .note(pod.reference(), note),
      .schedule(.taintEviction(.evict(key)), at: view.now + wait),
    ]
  }

  private mutating func cancel(_ key: ObjectKey) -> [Effect] {
    guard let plan = plans[key] else { return [] }
    plans[key] = nil
    return plan.isDone ? [] : [Self.record("Cancelling deletion of Pod", key)]
  }

  private mutating func carryOut(_ key: ObjectKey, _ view: ClusterView) -> [Effect] {
    guard let plan = plans[key], !plan.isDone, plan.dueAt <= view.now,
      let pod = view.objects.pod(key)
    else { return [] }
    return evict(pod, view)
  }

  /// `deletePodHandler` and `addConditionAndDeletePod`.
  private mutating func evict(_ pod: Pod, _ view: ClusterView) -> [Effect] {
    plans[pod.key]?.isDone = true
    var status = pod.status
    status.set(
      PodDisruption.condition(
        reason: "DeletionByTaintManager",
        message: "Taint manager: deleting due to NoExecute taint"), at: view.now)
    return [Self.record("Marking for deletion Pod", pod.key)]
      + PodDisruption.update(pod, status)
      + [.request(.delete(pod.key, DeleteOptions(uid: pod.metadata.uid)))]
  }

  /// These events name the Pod without its UID, as in Kubernetes.
  private static func record(_ words: String, _ key: ObjectKey) -> Effect {
    let about = ObjectReference(kind: "Pod", namespace: key.namespace, name: key.name, uid: "")
    return .record(
      EventRecord(
        about, .normal, "TaintManagerEviction", "\(words) \(key.namespace)/\(key.name)"))
  }
}

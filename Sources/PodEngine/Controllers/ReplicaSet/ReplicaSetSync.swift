/// One look at one set (`syncReplicaSet`).
struct ReplicaSetSync {
  private let set: ReplicaSet
  private let view: ClusterView
  private let ownership: Ownership
  /// The active Pods of the set, counted.
  private var census: ReplicaSetCensus
  private(set) var effects: [Effect] = []
  /// Whether no Pod is missing.
  var isComplete: Bool { census.active >= set.spec.replicas ?? 1 }

  init(_ set: ReplicaSet, _ view: ClusterView) {
    (self.set, self.view) = (set, view)
    ownership = Ownership(
      owner: set.ownerReference, selector: set.spec.selector,
      adopts: set.metadata.deletionTimestamp == nil)
    let (namespace, name) = (set.metadata.namespace, set.metadata.name)
    let own = view.objects.tally(inNamespace: namespace, ofController: "ReplicaSet", name)
    let free = view.objects.tally(inNamespace: namespace, ofController: "", "")
    if let census = ReplicaSetCensus(of: set, ownership, own: own, free: free) {
      self.census = census
    } else {
      census = ReplicaSetCensus()
      census = ReplicaSetCensus(of: set, claimPods(), now: view.now)
    }
    if set.metadata.deletionTimestamp == nil { manage(own) }
    writeStatus()
  }

  /// Looks at every Pod that is the set's, or could be; those that are its own now.
  private mutating func claimPods() -> [Pod] {
    var pods: [Pod] = []
    for pod in candidates where pod.isActive {
      switch ownership.claim(pod.metadata) {
      case .owned: pods.append(pod)
      case .adoptable:
        effects.append(ownership.adopt(pod.key, pod.metadata))
        pods.append(pod)
      case .releasable: effects.append(ownership.release(pod.key, pod.metadata))
      case .foreign: break
      }
    }
    return pods
  }

  /// Its own Pods and those of nobody, in key order.
  private var candidates: [Pod] {
    let (namespace, name) = (set.metadata.namespace, set.metadata.name)
    let own = view.objects.pods(inNamespace: namespace, ofController: "ReplicaSet", name)
    let free = view.objects.pods(inNamespace: namespace, ofController: "", "")
    return free.isEmpty ? own : (own + free).sorted { $0.key < $1.key }
  }

  private mutating func manage(_ own: PodTally) {
    let missing = (set.spec.replicas ?? 1) - census.active
    let count = min(abs(missing), ReplicaSetController.burst)
    if missing > 0, let later = afterRejection(own) {
      effects.append(.schedule(.replicaSet(.reconcile(set.key)), at: later))
    } else if missing > 0 {
      let template = PodFromTemplate(
        template: set.spec.template, owner: set.ownerReference,
        namePrefix: "\(set.metadata.name)-")
      effects.append(
        PodFromTemplate.create(
          Array(repeating: template.pod(), count: count), namespace: set.metadata.namespace,
          for: set.reference, .replicaSet(set.key)))
    } else if missing < 0 {
      let pods = candidates.filter { pod in
        let claim = pod.isActive ? ownership.claim(pod.metadata) : .foreign
        return claim == .owned || claim == .adoptable
      }
      effects += DeletionOrder(pods).sorted(pods).prefix(count).map {
        PodFromTemplate.delete($0, for: set.reference)
      }
    }
  }

  /// When to replace a Pod that its node turned away in the second in which it was made; nil where
  /// there is none. Kubernetes replaces it at once and is held up by its own latency alone; on the
  /// ideal clock, which has none, that would go on for ever within one instant.
  private func afterRejection(_ own: PodTally) -> SimulatedTime? {
    guard own.contains(where: \.isTurnedAway) else { return nil }
    let isNew = view.objects.pods(
      inNamespace: set.metadata.namespace, ofController: "ReplicaSet", set.metadata.name
    ).contains { pod in
      pod.isTurnedAway && pod.metadata.controller?.uid == set.metadata.uid
        && pod.metadata.creationTimestamp.map { view.now < $0 + .seconds(1) } ?? false
    }
    return isNew ? view.now + .seconds(1) : nil
  }

  /// `calculateStatus`: what was found at the beginning; the changes that were just asked for
  /// bring a new look.
  private mutating func writeStatus() {
    var status: APIValue = ["replicas": .integer(census.active)]
    let counts = [
      ("fullyLabeledReplicas", census.fullyLabeled), ("readyReplicas", census.ready),
      ("availableReplicas", census.available),
      ("observedGeneration", set.metadata.generation ?? 0),
    ]
    for (field, count) in counts where count != 0 { status[field] = .integer(count) }
    // Until the Pods are there it is not known whether the next try will be refused as well.
    if !isComplete,
      let conditions = view.objects[set.key]?.tree[path: "status", "conditions"]
    {
      status["conditions"] = conditions
    }
    if let next = census.nextAvailable {
      effects.append(.schedule(.replicaSet(.reconcile(set.key)), at: next))
    }
    guard status != view.objects[set.key]?.tree["status"] else { return }
    effects.append(.request(.updateStatus(set.key, status, uid: set.metadata.uid)))
  }
}

/// One look at one Deployment (`syncDeployment`). Every look takes one step; the changes that it
/// asks for bring the next.
struct DeploymentSync {
  let deployment: Deployment
  let view: ClusterView
  let family: ReplicaSetFamily
  let rolling: RollingUpdate
  private let recreates: Bool
  private var steps: [Effect] = []
  /// The name of the ReplicaSet that this look makes.
  private var created: String?

  init(_ deployment: Deployment, _ view: ClusterView) {
    self.deployment = deployment
    self.view = view
    family = ReplicaSetFamily(of: deployment, in: view.objects)
    let strategy = view.objects[deployment.key]?.tree[path: "spec", "strategy"]
    recreates = strategy?["type"]?.stringValue == "Recreate"
    let limits = strategy?["rollingUpdate"]
    rolling = RollingUpdate(
      replicas: deployment.spec.replicas ?? 1,
      maxSurge: recreates ? .integer(0) : limits?["maxSurge"].flatMap { try? $0.decoded() },
      maxUnavailable: limits?["maxUnavailable"].flatMap { try? $0.decoded() })
  }

  mutating func effects() -> [Effect] {
    steps = family.claims
    if deployment.metadata.deletionTimestamp == nil {
      if deployment.spec.paused == true || isScalingEvent {
        scaleAll()
      } else if recreates {
        recreate()
      } else {
        roll()
      }
    }
    let status = DeploymentStatusWriter(self, created: created)
    return steps + status.effects()
  }

  private var isScalingEvent: Bool {
    family.active.contains { set in
      let desired = set.metadata.annotations[ReplicaSetFamily.desiredKey].flatMap { Int($0) }
      return desired.map { $0 != rolling.replicas } ?? false
    }
  }

  private mutating func roll() {
    guard let new = family.new else {
      return create(size: rolling.newSize(of: nil, old: family.old.map(\.member)))
    }
    syncRevision(new)
    let size = rolling.newSize(of: new.member, old: family.old.map(\.member))
    if size != new.size { return scale(new, to: size) }
    let sizes = rolling.newSizes(ofOld: family.old.map(\.member), new: new.member)
    for (set, size) in zip(family.old, sizes) where set.size != size { scale(set, to: size) }
    cleanUp()
  }

  private mutating func recreate() {
    let running = family.old.filter { $0.size > 0 }
    guard running.isEmpty else { return running.forEach { scale($0, to: 0) } }
    let isWaiting = family.old.contains { set in
      view.objects.pods(
        inNamespace: deployment.metadata.namespace, ofController: "ReplicaSet", set.metadata.name
      ).contains {
        !$0.status.phase.isTerminal && $0.metadata.controller?.uid == set.metadata.uid
      }
    }
    if isWaiting { return }
    guard let new = family.new else { return create(size: rolling.replicas) }
    syncRevision(new)
    if new.size != rolling.replicas { scale(new, to: rolling.replicas) }
    cleanUp()
  }

  /// `scale` in sync.go: a changed number is given to the one active set, or to all of them by
  /// their share.
  private mutating func scaleAll() {
    let active = family.active
    if active.count <= 1 {
      let latest = active.first ?? family.new ?? family.old.last
      if let latest { scale(latest, to: rolling.replicas) }
      return
    }
    if let new = family.new, new.size == rolling.replicas, new.member.available == new.size {
      return family.old.filter { $0.size > 0 }.forEach { scale($0, to: 0) }
    }
    let allowed = rolling.replicas > 0 ? rolling.replicas + rolling.maxSurge : 0
    var left = allowed - active.map(\.size).reduce(0, +)
    let newestFirst = Array(active.reversed())
    var sizes = newestFirst.map { set -> Int in
      let share = proportion(of: set, allowed: allowed)
      let step = left > 0 ? min(max(share, 0), left) : max(min(share, 0), left)
      left -= step
      return set.size + step
    }
    // What rounding left over goes to the newest set.
    if let first = sizes.first { sizes[0] = max(0, first + left) }
    for (set, size) in zip(newestFirst, sizes) { scale(set, to: size) }
  }

  /// `GetReplicaSetProportion`.
  private func proportion(of set: ReplicaSet, allowed: Int) -> Int {
    let before =
      set.metadata.annotations[ReplicaSetFamily.maximumKey].flatMap { Int($0) }
      ?? deployment.status.replicas ?? 0
    guard before > 0 else { return 0 }
    return (2 * set.size * allowed + before) / (2 * before) - set.size
  }

  private var annotations: StringMap<String> {
    [
      ReplicaSetFamily.desiredKey: String(rolling.replicas),
      ReplicaSetFamily.maximumKey: String(rolling.replicas + rolling.maxSurge),
    ]
  }

  private mutating func scale(_ set: ReplicaSet, to size: Int) {
    let patch: APIValue = [
      "metadata": ["annotations": APIValue(encoding: annotations)],
      "spec": ["replicas": .integer(size)],
    ]
    guard set.size != size else {
      let isCurrent = annotations.allSatisfy { set.metadata.annotations[$0.key] == $0.value }
      if !isCurrent { steps.append(.request(.patch(set.key, .merge(patch)))) }
      return
    }
    let text =
      "Scaled \(size > set.size ? "up" : "down") replica set \(set.metadata.name) "
      + "from \(set.size) to \(size)"
    steps.append(
      .request(
        .patch(set.key, .merge(patch)),
        .announce(EventRecord(deployment.reference, .normal, "ScalingReplicaSet", text))))
  }

  /// `getNewReplicaSet` where there is none yet.
  private mutating func create(size: Int) {
    let name = "\(deployment.metadata.name)-\(family.hash)"
    created = name
    setRevision(family.nextRevision)
    let body = newReplicaSet(name: name, size: size)
    let request = APIRequest.create(
      body, .replicaSets, namespace: deployment.metadata.namespace)
    let record = EventRecord(
      deployment.reference, .normal, "ScalingReplicaSet",
      "Scaled up replica set \(name) from 0 to \(size)")
    steps.append(.request(request, size > 0 ? .announce(record) : .none))
  }

  private func newReplicaSet(name: String, size: Int) -> APIValue {
    var template = deployment.spec.template
    template.metadata[path: "labels", ReplicaSetFamily.hashLabel] = .string(family.hash)
    var annotations = inheritedAnnotations
    for (key, value) in self.annotations { annotations[key] = value }
    annotations[ReplicaSetFamily.revisionKey] = String(family.nextRevision)
    var set: APIValue = ["apiVersion": "apps/v1", "kind": "ReplicaSet"]
    set["metadata"] = [
      "name": .string(name), "labels": template.metadata["labels"] ?? .emptyObject,
      "annotations": APIValue(encoding: annotations),
      "ownerReferences": [APIValue(encoding: deployment.ownerReference)],
    ]
    let selector = view.objects[deployment.key]?.tree[path: "spec", "selector"]
    set[path: "spec", "replicas"] = .integer(size)
    if let wait = deployment.spec.minReadySeconds, wait > 0 {
      set[path: "spec", "minReadySeconds"] = .integer(wait)
    }
    set[path: "spec", "selector"] = selector ?? .emptyObject
    set[path: "spec", "selector", "matchLabels", ReplicaSetFamily.hashLabel] = .string(family.hash)
    set[path: "spec", "template"] = ["metadata": template.metadata, "spec": template.spec]
    return set
  }

  /// The Deployment's own annotations go to its sets, but for those that belong to it alone.
  private var inheritedAnnotations: StringMap<String> {
    var annotations = deployment.metadata.annotations
    for key in [
      "kubectl.kubernetes.io/last-applied-configuration", ReplicaSetFamily.revisionKey,
      ReplicaSetFamily.desiredKey, ReplicaSetFamily.maximumKey, ReplicaSetFamily.historyKey,
      "deprecated.deployment.rollback.to",
    ] { annotations[key] = nil }
    return annotations
  }

  /// `SetNewReplicaSetAnnotations`: a set that becomes the present one again gets a new number and
  /// remembers the old.
  private mutating func syncRevision(_ new: ReplicaSet) {
    let revision = family.nextRevision
    setRevision(revision)
    guard new.revision != revision else { return inheritAnnotations(new) }
    var annotations = inheritedAnnotations
    annotations[ReplicaSetFamily.revisionKey] = String(revision)
    if new.revision > 0 {
      let history = new.metadata.annotations[ReplicaSetFamily.historyKey]
      annotations[ReplicaSetFamily.historyKey] =
        [history, String(new.revision)].compactMap { $0 }.joined(separator: ",")
    }
    let patch: APIValue = ["metadata": ["annotations": APIValue(encoding: annotations)]]
    steps.append(.request(.patch(new.key, .merge(patch))))
  }

  /// What somebody notes at the Deployment is noted at its present set too: a cause of the change.
  private mutating func inheritAnnotations(_ new: ReplicaSet) {
    let missing = inheritedAnnotations.filter { new.metadata.annotations[$0.key] != $0.value }
    guard !missing.isEmpty else { return }
    var annotations = StringMap<String>()
    for (key, value) in missing { annotations[key] = value }
    let patch: APIValue = ["metadata": ["annotations": APIValue(encoding: annotations)]]
    steps.append(.request(.patch(new.key, .merge(patch))))
  }

  private mutating func setRevision(_ revision: Int) {
    let text = String(revision)
    guard deployment.metadata.annotations[ReplicaSetFamily.revisionKey] != text else { return }
    let patch: APIValue = [
      "metadata": ["annotations": [ReplicaSetFamily.revisionKey: .string(text)]]
    ]
    steps.append(.request(.patch(deployment.key, .merge(patch))))
  }

  /// `cleanupDeployment`: once all is replaced, only so many empty old sets are kept.
  private mutating func cleanUp() {
    guard family.new?.member.available == rolling.replicas else { return }
    let empty = family.old.filter {
      $0.size == 0 && $0.status.replicas == 0 && $0.metadata.deletionTimestamp == nil
    }
    let surplus = empty.count - (deployment.spec.revisionHistoryLimit ?? 10)
    guard surplus > 0 else { return }
    for set in empty.sorted(by: { $0.revision < $1.revision }).prefix(surplus) {
      steps.append(.request(.delete(set.key, DeleteOptions(uid: set.metadata.uid))))
    }
  }
}

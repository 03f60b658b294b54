/// What a Deployment says about itself (`calculateStatus` in sync.go, progress.go).
struct DeploymentStatusWriter {
  let sync: DeploymentSync
  /// The name of the ReplicaSet that is being made.
  let created: String?

  init(_ sync: DeploymentSync, created: String?) { (self.sync, self.created) = (sync, created) }

  private var deployment: Deployment { sync.deployment }
  private var now: SimulatedTime { sync.view.now }
  private var family: ReplicaSetFamily { sync.family }
  private var tree: APIValue { sync.view.objects[deployment.key]?.tree ?? .emptyObject }

  private struct Counts {
    var replicas: Int
    var updated: Int
    var ready: Int
    var available: Int
    var unavailable: Int
  }

  func effects() -> [Effect] {
    let counts = self.counts
    var conditions = DeploymentConditions(of: tree)
    setAvailable(counts, &conditions)
    let next = setProgressing(counts, &conditions)
    setReplicaFailure(&conditions)
    var status: APIValue = .emptyObject
    let fields = [
      ("observedGeneration", deployment.metadata.generation ?? 0),
      ("replicas", counts.replicas), ("updatedReplicas", counts.updated),
      ("readyReplicas", counts.ready), ("availableReplicas", counts.available),
      ("unavailableReplicas", counts.unavailable),
    ]
    for (field, count) in fields where count != 0 { status[field] = .integer(count) }
    status["conditions"] = conditions.tree
    var effects: [Effect] = []
    if let next {
      effects.append(.schedule(.deployment(.reconcile(deployment.key)), at: next))
    }
    guard status != tree["status"] else { return effects }
    let request = APIRequest.updateStatus(deployment.key, status, uid: deployment.metadata.uid)
    return [.request(request)] + effects
  }

  /// That of the new set counts before those of the old ones.
  private func setReplicaFailure(_ conditions: inout DeploymentConditions) {
    let sets = [family.new].compactMap(\.self) + family.old
    guard let failure = ReplicaFailure.first(of: sets, sync.view) else {
      return conditions.remove(ReplicaFailure.type)
    }
    conditions.set(
      DeploymentCondition(
        ReplicaFailure.type, .true, reason: failure.text("reason"),
        message: failure.text("message"), at: now))
  }

  private var counts: Counts {
    let available = family.all.map { $0.status.availableReplicas ?? 0 }.reduce(0, +)
    let total = family.all.map(\.size).reduce(0, +)
    return Counts(
      replicas: family.all.map(\.status.replicas).reduce(0, +),
      updated: family.new?.status.replicas ?? 0,
      ready: family.all.map { $0.status.readyReplicas ?? 0 }.reduce(0, +),
      available: available, unavailable: max(0, total - available))
  }

  private func setAvailable(_ counts: Counts, _ conditions: inout DeploymentConditions) {
    let holds = counts.available >= sync.rolling.replicas - sync.rolling.maxUnavailable
    conditions.set(
      DeploymentCondition(
        "Available", ConditionStatus(holds),
        reason: holds ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
        message: holds
          ? "Deployment has minimum availability."
          : "Deployment does not have minimum availability.", at: now))
  }

  /// Returns when to look whether there still is no progress.
  private func setProgressing(
    _ counts: Counts, _ conditions: inout DeploymentConditions
  ) -> SimulatedTime? {
    // The greatest number means "no deadline".
    let limit = deployment.spec.progressDeadlineSeconds ?? 600
    guard limit < Int(Int32.max), deployment.spec.paused != true else { return nil }
    func condition(_ status: ConditionStatus, _ reason: String, _ text: String)
      -> DeploymentCondition
    { DeploymentCondition("Progressing", status, reason: reason, message: text, at: now) }
    if let created {
      conditions.set(
        condition(.true, "NewReplicaSetCreated", "Created new replica set \"\(created)\""))
      return now + .seconds(limit)
    }
    let before = conditions["Progressing"]
    let wasComplete = before?.reason == "NewReplicaSetAvailable"
    if wasComplete, counts.replicas == counts.updated { return nil }
    let name = family.new.map { "ReplicaSet \"\($0.metadata.name)\"" }
    let subject = name ?? "Deployment \"\(deployment.metadata.name)\""
    if isComplete(counts) {
      conditions.set(
        condition(.true, "NewReplicaSetAvailable", "\(subject) has successfully progressed."))
      return nil
    }
    if hasProgressed(counts) || before == nil {
      conditions.replace(condition(.true, "ReplicaSetUpdated", "\(subject) is progressing."))
      return now + .seconds(limit)
    }
    guard let last = before?.lastUpdateTime, before?.reason != "ProgressDeadlineExceeded"
    else { return nil }
    guard last + .seconds(limit) <= now else { return last + .seconds(limit) }
    conditions.set(
      condition(.false, "ProgressDeadlineExceeded", "\(subject) has timed out progressing."))
    return nil
  }

  /// `DeploymentComplete`.
  private func isComplete(_ counts: Counts) -> Bool {
    let wanted = sync.rolling.replicas
    return counts.updated == wanted && counts.replicas == wanted && counts.available == wanted
  }

  /// `DeploymentProgressing`: more new Pods, fewer old ones, or more that are ready.
  private func hasProgressed(_ counts: Counts) -> Bool {
    let before = deployment.status
    let oldBefore = (before.replicas ?? 0) - (before.updatedReplicas ?? 0)
    return counts.updated > before.updatedReplicas ?? 0
      || counts.replicas - counts.updated < oldBefore
      || counts.ready > before.readyReplicas ?? 0
      || counts.available > before.availableReplicas ?? 0
  }
}

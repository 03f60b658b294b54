import PodEngine

/// What holds for ReplicaSets, Deployments and Jobs whenever they change.
enum WorkloadRules {
  /// A Job lets go of a Pod that failed when it has counted it (`trackJobStatusAndRemoveFinalizers`);
  /// once it has ended it counts no more.
  static func checkCounted(_ change: Change, _ ledger: inout Ledger) {
    let finalizer = "batch.kubernetes.io/job-tracking"
    guard change.isBy("job-controller"), let old = change.old, old.phase == "Failed",
      old.finalizers.contains(finalizer),
      change.isDeletion || !change.new.finalizers.contains(finalizer),
      let uid = old.controllerUID, let job = ledger.object(withUID: uid), !job.isTerminating,
      !["Complete", "Failed", "SuccessCriteriaMet"].contains(where: {
        job.conditionStatus($0) == "True"
      })
    else { return }
    ledger.countedFailures[uid, default: 0] += 1
    if (job.number("status", "failed") ?? 0) < ledger.countedFailures[uid] ?? 0 {
      ledger.report("failures-are-counted", "\(change.name) of \(job.text("metadata", "name"))")
    }
  }

  static func check(_ change: Change, _ ledger: inout Ledger) {
    guard let old = change.old, !change.isDeletion else { return }
    if let before = old.number("status", "observedGeneration"),
      before > change.new.number("status", "observedGeneration") ?? 0
    {
      ledger.report("observed-generation", change.name)
    }
    if let seen = change.new.number("status", "observedGeneration"),
      let generation = change.new.number("metadata", "generation"), seen > generation
    {
      ledger.report("observed-generation", "\(change.name): \(seen) of \(generation)")
    }
    switch change.key.resource {
    case .jobs: checkJob(change, old, &ledger)
    case .replicaSets:
      checkReplicaSet(change, old, &ledger)
      checkAvailable(change, old, &ledger)
    case .configMaps, .deployments, .endpoints, .endpointSlices, .priorityClasses, .events, .leases,
      .namespaces, .nodes, .pods,
      .secrets, .serviceAccounts, .services:
      break
    }
  }

  /// pkg/apis/batch/validation `validateJobStatusUpdate`: counts only grow, and a finished Job stays
  /// finished in the same way.
  private static func checkJob(_ change: Change, _ old: APIValue, _ ledger: inout Ledger) {
    let job = change.new
    for count in ["succeeded", "failed"] {
      let (before, after) = (old.number("status", count) ?? 0, job.number("status", count) ?? 0)
      if after < before { ledger.report("job-counts-up", "\(change.name): \(count)") }
    }
    if let wanted = job.number("spec", "completions"),
      (job.number("status", "succeeded") ?? 0) > wanted
    {
      ledger.report("job-never-overshoots", change.name)
    }
    for type in ["Complete", "Failed"] where old.conditionStatus(type) == "True" {
      if job.conditionStatus(type) != "True" { ledger.report("job-end-is-final", change.name) }
      if (job.number("status", "active") ?? 0) > 0 {
        ledger.report("job-ends-with-nothing-active", change.name)
      }
    }
    if job.conditionStatus("Complete") == "True", job.conditionStatus("Failed") == "True" {
      ledger.report("job-ends-one-way", change.name)
    }
    if job.conditionStatus("Complete") == "True", let wanted = job.number("spec", "completions"),
      job.number("status", "succeeded") ?? 0 != wanted
    {
      ledger.report("job-complete-means-all", change.name)
    }
    if let end = old.time("status", "completionTime"),
      job.time("status", "completionTime") != end
    {
      ledger.report("job-end-is-final", "\(change.name): completionTime")
    }
  }

  /// `NewRSNewReplicas`, `reconcileNewReplicaSet`: the deployment controller makes a set larger only
  /// up to what the surge allows for all sets together.
  private static func checkReplicaSet(_ change: Change, _ old: APIValue, _ ledger: inout Ledger) {
    guard change.isBy("deployment-controller"), let uid = change.new.controllerUID,
      let deployment = ledger.object(withUID: uid),
      (change.new.number("spec", "replicas") ?? 1) > (old.number("spec", "replicas") ?? 1)
    else { return }
    let sets = ledger.all(.replicaSets).filter { $0.tree.controllerUID == uid }
    let total = sets.reduce(0) { sum, set in
      sum
        + ((set.key == change.key ? change.new : set.tree).number("spec", "replicas") ?? 1)
    }
    let wanted = deployment.number("spec", "replicas") ?? 1
    let surge = Self.surge(deployment, wanted)
    if total > wanted + surge {
      ledger.report("surge", "\(change.name): \(total) of \(wanted) + \(surge)")
    }
  }

  /// `reconcileOldReplicaSets`: while Pods are replaced, so many stay available as `maxUnavailable`
  /// demands. A set that is made smaller loses first what is not available.
  private static func checkAvailable(_ change: Change, _ old: APIValue, _ ledger: inout Ledger) {
    let desired = "deployment.kubernetes.io/desired-replicas"
    guard change.isBy("deployment-controller"), let uid = change.new.controllerUID,
      let deployment = ledger.object(withUID: uid),
      deployment.text("spec", "strategy", "type") != "Recreate",
      old.text("metadata", "annotations", desired)
        == change.new.text("metadata", "annotations", desired),
      available(change.new) < available(old)
    else { return }
    let sets = ledger.all(.replicaSets).filter { $0.tree.controllerUID == uid }
    let left = sets.map { available($0.key == change.key ? change.new : $0.tree) }.reduce(0, +)
    let wanted = deployment.number("spec", "replicas") ?? 1
    let least = wanted - unavailable(deployment, wanted)
    if left < least { ledger.report("max-unavailable", "\(change.name): \(left) of \(least)") }
  }

  private static func available(_ set: APIValue) -> Int {
    min(set.number("spec", "replicas") ?? 1, set.number("status", "availableReplicas") ?? 0)
  }

  /// Rounded down, and one where the surge is nothing as well (`ResolveFenceposts`).
  private static func unavailable(_ deployment: APIValue, _ wanted: Int) -> Int {
    let value = deployment.at("spec", "strategy", "rollingUpdate")?["maxUnavailable"]
    let percent = Int(value?.stringValue?.dropLast() ?? "25") ?? 25
    let number = value?.intValue ?? wanted * percent / 100
    return number == 0 && surge(deployment, wanted) == 0 ? 1 : number
  }

  private static func surge(_ deployment: APIValue, _ wanted: Int) -> Int {
    guard deployment.text("spec", "strategy", "type") != "Recreate" else { return 0 }
    let value = deployment.at("spec", "strategy", "rollingUpdate")?["maxSurge"]
    if let number = value?.intValue { return number }
    let percent = Int(value?.stringValue?.dropLast() ?? "25") ?? 25
    return (wanted * percent + 99) / 100
  }
}

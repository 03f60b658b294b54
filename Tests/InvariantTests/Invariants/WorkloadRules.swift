import PodEngine

/// What holds for ReplicaSets, Deployments and Jobs whenever they change.
enum WorkloadRules {
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
    case .replicaSets: checkReplicaSet(change, old, &ledger)
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

  private static func surge(_ deployment: APIValue, _ wanted: Int) -> Int {
    guard deployment.text("spec", "strategy", "type") != "Recreate" else { return 0 }
    let value = deployment.at("spec", "strategy", "rollingUpdate")?["maxSurge"]
    if let number = value?.intValue { return number }
    let percent = Int(value?.stringValue?.dropLast() ?? "25") ?? 25
    return (wanted * percent + 99) / 100
  }
}

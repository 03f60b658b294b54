/// Runs Pods to completion (pkg/controller/job).
package struct JobController: Sendable {
  package enum Event: Hashable, Sendable {
    case reconcile(ObjectKey)
    /// A Pod that belongs to nobody waits to be counted.
    case orphan(ObjectKey)
    /// The API server did not take a Pod of the Job.
    case refused(ObjectKey)
  }

  /// How the Pods of each Job failed of late.
  private var backoffs = OrderedTable<ObjectKey, Memory>()

  private struct Memory: Sendable {
    let uid: String
    var backoff = JobBackoff()
    /// The refusals in a row of its Pods.
    var refusals = RetryDelay.Memory()
  }

  package init() {}

  /// Which events a change of an object calls for.
  package static func reactions(to change: WatchEvent) -> [Event] {
    switch change.key.resource {
    case .jobs: [.reconcile(change.key)]
    case .pods:
      change.controllers(ofKind: "Job").map { .reconcile($0) }
        + (isOrphan(change) ? [.orphan(change.key)] : [])
    case .configMaps, .deployments, .endpoints, .endpointSlices, .priorityClasses, .events, .leases,
      .namespaces, .nodes,
      .replicaSets, .secrets, .serviceAccounts, .services:
      []
    }
  }

  /// What `delete job --cascade=orphan` leaves.
  private static func isOrphan(_ change: WatchEvent) -> Bool {
    let metadata = change.object["metadata"] ?? .emptyObject
    return change.change != .deleted
      && metadata.list("finalizers").contains(.string(JobPods.finalizer))
      && !metadata.list("ownerReferences").contains { $0["controller"]?.boolValue == true }
  }

  package mutating func handle(_ event: Event, _ view: ClusterView) -> [Effect] {
    switch event {
    case .reconcile(let key):
      let job: Job? = if case .job(let job)? = view.objects[key]?.typed { job } else { nil }
      let orphans = Self.releaseOrphans(of: key, uid: job?.metadata.uid, view)
      guard let job else {
        backoffs[key] = nil
        return orphans
      }
      if backoffs[key]?.uid != job.metadata.uid { backoffs[key] = Memory(uid: job.metadata.uid) }
      var sync = JobSync(job, view, backoffs[key]?.backoff ?? JobBackoff())
      let effects = sync.effects()
      backoffs[key]?.backoff = sync.backoff
      if !sync.createsPods { backoffs[key]?.refusals = RetryDelay.Memory() }
      return orphans + effects
    case .refused(let key):
      let next = backoffs[key]?.refusals.refused(at: view.now, .job)
      return next.map { [.schedule(.job(.reconcile(key)), at: $0)] } ?? []
    case .orphan(let key):
      guard let pod = view.objects.pod(key), pod.metadata.controller == nil else { return [] }
      return JobPods.release(pod).map { [$0] } ?? []
    }
  }

  /// `syncOrphanPod`: Pods of a Job that is gone need not wait to be counted.
  private static func releaseOrphans(
    of key: ObjectKey, uid: String?, _ view: ClusterView
  ) -> [Effect] {
    view.objects.pods(inNamespace: key.namespace, ofController: "Job", key.name)
      .filter { $0.metadata.controller?.uid != uid }
      .compactMap { JobPods.release($0) }
  }
}

extension Job {
  package var ownerReference: OwnerReference {
    OwnerReference(apiVersion: "batch/v1", kind: "Job", name: metadata.name, uid: metadata.uid)
  }

  package var reference: ObjectReference {
    ObjectReference(
      kind: "Job", namespace: metadata.namespace, name: metadata.name, uid: metadata.uid,
      apiVersion: "batch/v1")
  }

  /// Complete or Failed: nothing changes any more.
  package var isFinished: Bool {
    status.conditions.contains {
      ($0.type == "Complete" || $0.type == "Failed") && $0.status == .true
    }
  }
}

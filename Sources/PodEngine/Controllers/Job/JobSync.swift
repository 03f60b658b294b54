/// One look at one Job (`syncJob` in pkg/controller/job/job_controller.go).
struct JobSync {
  let job: Job
  let view: ClusterView
  private(set) var backoff: JobBackoff
  let pods: JobPods
  let isIndexed: Bool
  /// Pods that somebody deletes are failures at once; else only when they have ended.
  let countsDeleted: Bool
  var status: JobStatusDraft
  private let tree: APIValue
  private var steps: [Effect] = []
  /// Pods to be made, in this order.
  private var creations: [APIValue] = []
  var createsPods: Bool { !creations.isEmpty }
  /// Pods that need not be held back any more.
  private var counted: [Pod] = []
  private var announcements: [Effect] = []

  /// How many Pods one look makes at most (`MaxPodCreateDeletePerSync`).
  private static let burst = 500

  init(_ job: Job, _ view: ClusterView, _ backoff: JobBackoff) {
    (self.job, self.view, self.backoff) = (job, view, backoff)
    tree = view.objects[job.key]?.tree ?? .emptyObject
    isIndexed = job.spec.completionMode == "Indexed"
    countsDeleted =
      job.spec.podFailurePolicy == nil && job.spec.podReplacementPolicy != "Failed"
    pods = JobPods(of: job, in: view.objects, countsDeleted: countsDeleted)
    status = JobStatusDraft(tree["status"] ?? .emptyObject)
  }

  mutating func effects() -> [Effect] {
    if job.isFinished { return pods.all.compactMap(JobPods.release) + expiry() }
    guard job.metadata.deletionTimestamp == nil else {
      return pods.all.compactMap(JobPods.release)
    }
    let isSuspended = job.spec.suspend == true
    if status.startTime == nil, !isSuspended { status.startTime = view.now }
    let failure = countEndings()
    status.active = pods.active.count
    status.ready = pods.active.count { $0.isReady }
    status.terminating = pods.terminating.count
    if let target = status.condition("SuccessCriteriaMet") {
      finish(target, as: "Complete")
    } else if let target = status.condition("FailureTarget") ?? failure.map(failureTarget) {
      finish(target, as: "Failed")
    } else if let target = policyTarget ?? successTarget {
      finish(target, as: "Complete")
    } else {
      manage(isSuspended: isSuspended)
    }
    return write()
  }

  /// Counts the Pods that ended and lets go of them; returns why the Job has failed, if it has.
  private mutating func countEndings() -> (reason: String, message: String)? {
    if isIndexed {
      let done = pods.newlySucceeded.compactMap { CompletionIndexes.index(of: $0) }
      status.completed = CompletionIndexes(status.completed.numbers + done)
      status.succeeded = status.completed.numbers.count
    } else {
      status.succeeded += pods.newlySucceeded.count
    }
    if job.spec.backoffLimitPerIndex != nil { findFailedIndexes() }
    let held = heldFailures
    let failures = pods.newlyFailed.filter { pod in !held.contains { $0.key == pod.key } }
    let verdicts = failures.map { job.spec.podFailurePolicy?.verdict(on: $0) ?? .count }
    let bad = zip(failures, verdicts).filter(\.1.isCounted).map(\.0)
    status.failed += bad.count
    counted = pods.newlySucceeded + failures
    backoff.note(
      pods.newlySucceeded.map { ending($0, succeeded: true) }
        + bad.map { ending($0, succeeded: false) })
    for case .failJob(let message) in verdictsOfAll { return ("PodFailurePolicy", message) }
    return exceededLimit ?? exceededIndexes
  }

  private var verdictsOfAll: [PodFailurePolicy.Verdict] {
    pods.newlyFailed.compactMap { job.spec.podFailurePolicy?.verdict(on: $0) }
  }

  private func ending(_ pod: Pod, succeeded: Bool) -> JobBackoff.Ending {
    JobBackoff.Ending(
      succeeded: succeeded, time: JobPods.finishTime(of: pod, now: view.now))
  }

  private var exceededLimit: (reason: String, message: String)? {
    let limit = job.spec.backoffLimit ?? 6
    if status.failed > limit || restartsExceed(limit) {
      return ("BackoffLimitExceeded", "Job has reached the specified backoff limit")
    }
    guard let deadline, job.spec.suspend != true, deadline <= view.now else { return nil }
    return ("DeadlineExceeded", "Job was active longer than specified deadline")
  }

  private var deadline: SimulatedTime? {
    guard let seconds = job.spec.activeDeadlineSeconds, let start = status.startTime
    else { return nil }
    return start + .seconds(seconds)
  }

  /// `pastBackoffLimitOnFailure`: with OnFailure the restarts of the containers are counted.
  private func restartsExceed(_ limit: Int) -> Bool {
    guard job.spec.template.spec["restartPolicy"]?.stringValue == "OnFailure" else { return false }
    let restarts = pods.active.flatMap {
      $0.status.initContainerStatuses + $0.status.containerStatuses
    }.map(\.restartCount).reduce(0, +)
    return limit == 0 ? restarts > 0 : restarts >= limit
  }

  private func failureTarget(_ failure: (reason: String, message: String)) -> PodCondition {
    PodCondition("FailureTarget", .true, reason: failure.reason, message: failure.message)
  }

  /// The Job's own idea of success.
  private var policyTarget: PodCondition? {
    guard isIndexed, let completions = job.spec.completions,
      let message = job.spec.successPolicy?.match(status.completed, completions: completions)
    else { return nil }
    return PodCondition("SuccessCriteriaMet", .true, reason: "SuccessPolicy", message: message)
  }

  private var successTarget: PodCondition? {
    let isComplete =
      job.spec.completions.map { status.succeeded >= $0 && status.active == 0 }
      ?? (status.succeeded > 0 && status.active == 0)
    guard isComplete, job.spec.suspend != true else { return nil }
    return PodCondition(
      "SuccessCriteriaMet", .true, reason: "CompletionsReached",
      message: "Reached expected number of succeeded pods")
  }

  /// The end in two steps: the target at once, the final condition when the last Pod has stopped.
  private mutating func finish(_ target: PodCondition, as type: String) {
    status.set(target, at: view.now)
    delete(pods.active)
    // What the Job ends itself counts as failed only where the Job has failed.
    let ended = (pods.active + pods.terminating).filter { pod in
      pod.metadata.finalizers.contains(JobPods.finalizer)
        && !counted.contains { $0.key == pod.key }
    }
    if type == "Failed" { status.failed += ended.count }
    counted += ended
    status.terminating += pods.active.count
    (status.active, status.ready) = (0, 0)
    guard status.terminating == 0 else { return }
    status.set(
      PodCondition(type, .true, reason: target.reason, message: target.message), at: view.now)
    let isComplete = type == "Complete"
    if isComplete { status.completionTime = view.now }
    announce(
      isComplete ? .normal : .warning, isComplete ? "Completed" : target.reason,
      isComplete ? "Job completed" : target.message)
  }

  private mutating func announce(_ type: EventType, _ reason: String, _ message: String) {
    announcements.append(.record(EventRecord(job.reference, type, reason, message)))
  }

  private mutating func delete(_ pods: [Pod]) {
    steps += pods.map { PodFromTemplate.delete($0, for: job.reference) }
  }

  /// Ends Pods that the Job does without: they are no failures (`deleteJobPods`).
  private mutating func dismiss(_ pods: [Pod]) {
    for pod in pods {
      if let release = JobPods.release(pod) { steps.append(release) }
      steps.append(PodFromTemplate.delete(pod, for: job.reference))
    }
    status.active -= pods.count
    status.ready -= pods.count { $0.isReady }
    status.terminating += pods.count
  }

  private mutating func manage(isSuspended: Bool) {
    if let deadline, !isSuspended { wake(at: deadline) }
    let wasSuspended = status.condition("Suspended")?.status == .true
    if isSuspended {
      dismiss(pods.active)
      if wasSuspended { return }
      status.set(
        PodCondition("Suspended", .true, reason: "JobSuspended", message: "Job suspended"),
        at: view.now)
      return announce(.normal, "Suspended", "Job suspended")
    }
    if wasSuspended {
      status.set(
        PodCondition("Suspended", .false, reason: "JobResumed", message: "Job resumed"),
        at: view.now)
      status.startTime = view.now
      announce(.normal, "Resumed", "Job resumed")
    }
    adjustPods()
  }

  private mutating func wake(at time: SimulatedTime) {
    steps.append(.schedule(.job(.reconcile(job.key)), at: time))
  }

  /// `manageJob`.
  private mutating func adjustPods() {
    let parallelism = job.spec.parallelism ?? 1
    let open = job.spec.completions.map {
      $0 - status.succeeded - (status.failedIndexes?.numbers.count ?? 0)
    }
    let wanted =
      open.map { min($0, parallelism) }
      ?? (status.succeeded > 0 ? min(status.active, parallelism) : parallelism)
    if status.active > wanted {
      let order = DeletionOrder(pods.active).sorted(pods.active)
      return dismiss(Array(order.prefix(status.active - wanted)))
    }
    // With `podReplacementPolicy: Failed` a Pod is replaced when it has ended, not before.
    let blocked = countsDeleted ? 0 : pods.terminating.count
    let count = min(wanted - status.active - blocked, Self.burst)
    guard count > 0 else { return }
    if job.spec.backoffLimitPerIndex != nil { return createIndexes(count) }
    if let next = backoff.nextStart, next > view.now { return wake(at: next) }
    if !isIndexed { return (0..<count).forEach { _ in create(index: nil) } }
    for index in freeIndexes.prefix(count) { create(index: index) }
  }

  /// Every index has a back-off of its own (`getPodCreationInfoForIndependentIndexes`).
  private mutating func createIndexes(_ count: Int) {
    let waits = freeIndexes.prefix(count).map { ($0, nextStart(ofIndex: $0)) }
    for (index, _) in waits.filter({ $0.1 <= view.now }) { create(index: index) }
    if let next = waits.map(\.1).filter({ $0 > view.now }).min() { wake(at: next) }
  }

  private mutating func create(index: Int?) {
    let prefix = index.map { "\(job.metadata.name)-\($0)-" } ?? "\(job.metadata.name)-"
    let template = PodFromTemplate(
      template: job.spec.template, owner: job.ownerReference, namePrefix: prefix)
    var pod = template.pod()
    let finalizers = pod[path: "metadata", "finalizers"]?.arrayValue ?? []
    pod[path: "metadata", "finalizers"] = .array(finalizers + [.string(JobPods.finalizer)])
    if let index {
      Self.number(&pod, index, jobName: job.metadata.name)
      for (key, count) in failureCounts(ofIndex: index) {
        pod[path: "metadata", "annotations", key] = .string(String(count))
      }
    }
    creations.append(pod)
  }

  /// Tells a Pod of an Indexed Job its index: annotation, label, hostname and environment.
  private static func number(_ pod: inout APIValue, _ index: Int, jobName: String) {
    let key = CompletionIndexes.key
    pod[path: "metadata", "annotations", key] = .string(String(index))
    pod[path: "metadata", "labels", key] = .string(String(index))
    if pod[path: "spec", "hostname"] == nil {
      pod[path: "spec", "hostname"] = .string("\(jobName)-\(index)")
    }
    let variable: APIValue = [
      "name": "JOB_COMPLETION_INDEX",
      "valueFrom": ["fieldRef": ["fieldPath": .string("metadata.labels['\(key)']")]],
    ]
    var spec = pod["spec"] ?? .emptyObject
    for list in ["initContainers", "containers"] {
      spec.updateEach(list) { container in
        let others = (container["env"]?.arrayValue ?? []).filter {
          $0["name"]?.stringValue != "JOB_COMPLETION_INDEX"
        }
        container["env"] = .array(others + [variable])
      }
    }
    pod["spec"] = spec
  }

  /// The status before the finalizers: a Pod is let go of only when it is counted.
  private mutating func write() -> [Effect] {
    let new = status.tree(isIndexed: isIndexed)
    var effects: [Effect] = []
    if new != tree["status"] {
      effects.append(.request(.updateStatus(job.key, new, uid: job.metadata.uid)))
    }
    effects += counted.compactMap(JobPods.release)
    if createsPods {
      steps.append(
        PodFromTemplate.create(
          creations, namespace: job.metadata.namespace, for: job.reference, .job(job.key)))
    }
    return effects + announcements + steps
  }

  /// The TTL-after-finished controller's part.
  private func expiry() -> [Effect] {
    guard let ttl = job.spec.ttlSecondsAfterFinished,
      let end = job.status.conditions.first(where: {
        ($0.type == "Complete" || $0.type == "Failed") && $0.status == .true
      })?.lastTransitionTime, job.metadata.deletionTimestamp == nil
    else { return [] }
    let due = end + .seconds(ttl)
    guard due <= view.now else { return [.schedule(.job(.reconcile(job.key)), at: due)] }
    return [
      .request(
        .delete(job.key, DeleteOptions(uid: job.metadata.uid, propagation: .foreground)))
    ]
  }
}

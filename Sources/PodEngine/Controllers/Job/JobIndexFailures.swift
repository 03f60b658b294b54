/// Jobs with `backoffLimitPerIndex`: every index fails for itself
/// (pkg/controller/job/indexed_job_utils.go).
extension JobSync {
  /// How many Pods of an index failed before this one.
  static let failureCountKey = "batch.kubernetes.io/job-index-failure-count"
  /// How many of them the failure policy ignored.
  static let ignoredCountKey = "batch.kubernetes.io/job-index-ignored-failure-count"

  private static func count(_ key: String, _ pod: Pod) -> Int {
    pod.metadata.annotations[key].flatMap { Int($0) } ?? 0
  }

  private func isCounted(_ pod: Pod) -> Bool {
    job.spec.podFailurePolicy?.verdict(on: pod).isCounted ?? true
  }

  /// An index has failed when its last Pod has used up the tries, or when the policy says so.
  mutating func findFailedIndexes() {
    let limit = job.spec.backoffLimitPerIndex ?? 0
    let new = pods.newlyFailed.filter { pod in
      if job.spec.podFailurePolicy?.verdict(on: pod) == .failIndex { return true }
      return isCounted(pod) && Self.count(Self.failureCountKey, pod) >= limit
    }
    status.failedIndexes = CompletionIndexes(
      (status.failedIndexes?.numbers ?? []) + new.compactMap { CompletionIndexes.index(of: $0) })
  }

  /// Why the Job has failed for the indexes that have.
  var exceededIndexes: (reason: String, message: String)? {
    guard let failed = status.failedIndexes?.numbers.count, failed > 0 else { return nil }
    if let limit = job.spec.maxFailedIndexes, failed > limit {
      return (
        "MaxFailedIndexesExceeded",
        "Job has exceeded the specified maximal number of failed indexes"
      )
    }
    guard let completions = job.spec.completions,
      failed + status.completed.numbers.count >= completions
    else { return nil }
    return ("FailedIndexes", "Job has failed indexes")
  }

  /// The indexes that nobody works on and that are neither done nor given up.
  var freeIndexes: [Int] {
    let busy = pods.active + (countsDeleted ? [] : pods.terminating)
    let taken = CompletionIndexes(
      status.completed.numbers + (status.failedIndexes?.numbers ?? [])
        + busy.compactMap { CompletionIndexes.index(of: $0) })
    return (0..<(job.spec.completions ?? 0)).filter { !taken.contains($0) }
  }

  /// The newest failure of an index that waits for a replacement.
  private func lastFailure(ofIndex index: Int) -> Pod? {
    let failures = pods.newlyFailed.filter { CompletionIndexes.index(of: $0) == index }
    return failures.max { left, right in
      total(left) == total(right)
        ? JobPods.finishTime(of: left, now: view.now) < JobPods.finishTime(of: right, now: view.now)
        : total(left) < total(right)
    }
  }

  private func total(_ pod: Pod) -> Int {
    Self.count(Self.failureCountKey, pod) + Self.count(Self.ignoredCountKey, pod)
  }

  /// Failed Pods that are held back until there is a replacement: it takes its count from them.
  var heldFailures: [Pod] {
    guard job.spec.backoffLimitPerIndex != nil else { return [] }
    return freeIndexes.compactMap(lastFailure)
  }

  func nextStart(ofIndex index: Int) -> SimulatedTime {
    guard let pod = lastFailure(ofIndex: index) else { return view.now }
    let wait = min(JobBackoff.initial * (1 << min(total(pod), 16)), JobBackoff.maximum)
    return JobPods.finishTime(of: pod, now: view.now) + wait
  }

  /// The annotations of a Pod that takes an index over.
  func failureCounts(ofIndex index: Int) -> [(key: String, count: Int)] {
    guard job.spec.backoffLimitPerIndex != nil else { return [] }
    guard let pod = lastFailure(ofIndex: index) else { return [(Self.failureCountKey, 0)] }
    let ignored = Self.count(Self.ignoredCountKey, pod) + (isCounted(pod) ? 0 : 1)
    let failed = Self.count(Self.failureCountKey, pod) + (isCounted(pod) ? 1 : 0)
    return [(Self.failureCountKey, failed)] + (ignored > 0 ? [(Self.ignoredCountKey, ignored)] : [])
  }
}

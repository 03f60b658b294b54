/// The Pods of a Job, sorted by what they mean for it (`getNewFinishedPods`, `isPodFailed`).
struct JobPods {
  /// Holds a Pod back until the Job has counted it.
  static let finalizer = "batch.kubernetes.io/job-tracking"

  private(set) var active: [Pod] = []
  private(set) var terminating: [Pod] = []
  /// Ended, and not counted yet.
  private(set) var newlySucceeded: [Pod] = []
  private(set) var newlyFailed: [Pod] = []
  private(set) var all: [Pod] = []

  /// `countsDeleted`: Pods that somebody deletes are failures at once; otherwise only when they
  /// have ended.
  init(of job: Job, in objects: ObjectStore, countsDeleted: Bool) {
    let (namespace, name) = (job.metadata.namespace, job.metadata.name)
    for pod in objects.pods(inNamespace: namespace, ofController: "Job", name)
    where pod.metadata.controller?.uid == job.metadata.uid {
      all.append(pod)
      if pod.isActive { active.append(pod) }
      if pod.isTerminating, !pod.status.phase.isTerminal { terminating.append(pod) }
      guard pod.metadata.finalizers.contains(Self.finalizer) else { continue }
      if pod.status.phase == .succeeded {
        newlySucceeded.append(pod)
      } else if pod.status.phase == .failed || countsDeleted && pod.isTerminating {
        newlyFailed.append(pod)
      }
    }
  }

  /// Failed, counted or not (`isPodFailed`).
  static func hasFailed(_ pod: Pod, countsDeleted: Bool) -> Bool {
    pod.status.phase == .failed
      || countsDeleted && pod.isTerminating && pod.status.phase != .succeeded
  }

  /// When a Pod ended, as far as its containers tell.
  static func finishTime(of pod: Pod, now: SimulatedTime) -> SimulatedTime {
    let ends = pod.status.containerStatuses.compactMap(\.state.terminated?.finishedAt)
    return ends.max() ?? now
  }

  /// Lets go of a Pod that has been counted.
  static func release(_ pod: Pod) -> Effect? {
    guard pod.metadata.finalizers.contains(finalizer) else { return nil }
    let others = pod.metadata.finalizers.filter { $0 != finalizer }
    let value = others.isEmpty ? APIValue.null : .array(others.map { .string($0) })
    return .request(.patch(pod.key, .merge(["metadata": ["finalizers": value]])))
  }
}

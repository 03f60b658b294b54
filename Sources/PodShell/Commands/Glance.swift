internal import OrderedCollections
internal import PodEngine

/// What `until` and `break` find out by looking at each moment, because nothing is published about
/// it: what a container printed, what really runs, how old an object is.
struct Glance: Hashable, Sendable {
  enum Question: Hashable, Sendable {
    /// `log of pod/web/sidecar contains "ready"`
    case log(pod: ObjectKey, container: String?, part: String)
    /// `process on node/node-1 of pod/web absent`
    case processes(pod: ObjectKey, node: String?, Comparison, Int)
    /// `pod/web age >= 10m`
    case age(ObjectKey, Comparison, SimulatedDuration)
  }

  let question: Question
  /// The object that has to be there for it ever to be so.
  let about: ObjectKey

  /// Whether it is so now.
  func holds(in cluster: Cluster) -> Bool {
    switch question {
    case .log(let pod, let container, let part):
      return Self.lines(of: pod, container, in: cluster).contains { $0.contains(part) }
    case .processes(let pod, let node, let comparison, let wanted):
      let count = cluster.kubelets.reduce(0) { sum, entry in
        guard node == nil || node == entry.key else { return sum }
        return sum + entry.value.processes.count { $0.pod == pod }
      }
      return comparison.holds(String(count), String(wanted))
    case .age(let key, let comparison, let wanted):
      guard let created = cluster.objects[key]?.metadata.creationTimestamp else { return false }
      let age = cluster.now - created
      return comparison.holds(String(age.milliseconds), String(wanted.milliseconds))
    }
  }

  /// What `logs` could show of the Pod that exists now, in all lives of its containers.
  private static func lines(
    of pod: ObjectKey, _ container: String?, in cluster: Cluster
  ) -> [String] {
    guard let object = cluster.objects.pod(pod) else { return [] }
    return cluster.kubelets.flatMap { _, kubelet in
      kubelet.runtime.containers(podUID: object.metadata.uid)
        .filter { container == nil || $0.name == container }
        .flatMap { kubelet.runtime.logs($0.id).map(\.text) }
    }
  }

  /// The next moment after now at which it may have become so; nil where nothing more happens.
  func nextMoment(in cluster: Cluster) -> SimulatedTime? {
    var moments: [SimulatedTime] = []
    if let next = cluster.nextEventTime { moments.append(max(next, cluster.now)) }
    if case .age(let key, _, let wanted) = question,
      let created = cluster.objects[key]?.metadata.creationTimestamp
    {
      // The age itself, and the millisecond after it: `>=` and `>`.
      let one = SimulatedDuration(milliseconds: 1)
      moments += [created + wanted, created + wanted + one].filter { $0 > cluster.now }
    }
    return moments.min()
  }
}

extension Workbench {
  /// Moves the clock from moment to moment until it is so; false when the limit came first.
  mutating func moveClock(
    until glance: Glance, limit: SimulatedDuration
  ) throws(CommandError) -> Bool {
    let end = cluster.now + limit
    if glance.holds(in: cluster) { return true }
    while let next = glance.nextMoment(in: cluster), next <= end {
      try moveClock(to: next)
      if glance.holds(in: cluster) { return true }
    }
    try moveClock(to: end)
    return false
  }
}

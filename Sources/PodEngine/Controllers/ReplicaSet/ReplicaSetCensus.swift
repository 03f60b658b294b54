internal import OrderedCollections

/// The active Pods of a set, counted as its status counts them.
struct ReplicaSetCensus: Hashable, Sendable {
  var active = 0
  /// With all labels of the template.
  var fullyLabeled = 0
  var ready = 0
  var available = 0
  /// When the next of them counts as available.
  var nextAvailable: SimulatedTime?

  init() {}

  /// Looks at each of them.
  init(of set: ReplicaSet, _ pods: [Pod], now: SimulatedTime) {
    let minimum = set.spec.minReadySeconds ?? 0
    let times = pods.compactMap { $0.availableFrom(minReadySeconds: minimum) }
    let template = Self.template(set)
    active = pods.count
    fullyLabeled = pods.count { $0.metadata.labels.contains(template) }
    ready = pods.count { $0.isReady }
    available = times.count { $0 <= now }
    nextAvailable = times.filter { $0 > now }.min()
  }

  /// Takes the numbers from what was counted as the Pods changed; nil where that is not enough: where
  /// some have to be taken over or let go of, and where being ready is not yet being available.
  init?(of set: ReplicaSet, _ ownership: Ownership, own: PodTally, free: PodTally) {
    guard set.spec.minReadySeconds ?? 0 == 0,
      !free.contains(where: {
        $0.isActive && ownership.adopts && ownership.selector.matches($0.labels)
      }),
      !own.contains(where: {
        $0.isActive && $0.owner == set.metadata.uid && !ownership.selector.matches($0.labels)
      })
    else { return nil }
    func isOwn(_ kind: PodTally.Kind) -> Bool { kind.isActive && kind.owner == set.metadata.uid }
    let template = Self.template(set)
    active = own.count(where: isOwn)
    fullyLabeled = own.count { isOwn($0) && $0.labels.contains(template) }
    ready = own.count { isOwn($0) && $0.isReady }
    available = ready
  }

  private static func template(_ set: ReplicaSet) -> APIObject {
    set.spec.template.metadata["labels"]?.objectValue ?? [:]
  }
}

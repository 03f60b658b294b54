internal import HashTreeCollections

/// How many Pods of a controller are alike in what it asks about them.
///
/// A controller looks again whenever one of its Pods has changed. Looking at all of them each time would take
/// a cluster of 150,000 Pods hours; counting as they change takes nothing.
package struct PodTally: Sendable {
  /// The groups of Pods that are alike. Its order, which differs from process to process, reaches
  /// nothing: groups are summed up.
  private var counts = TreeDictionary<Kind, Int>()

  /// What a controller asks about a Pod.
  package struct Kind: Hashable, Sendable {
    /// The UID of its controller; empty without one.
    package let owner: String
    package let labels: StringMap<String>
    /// Neither ended nor on its way out.
    package let isActive: Bool
    package let isReady: Bool
    /// Its node would not have it.
    package let isTurnedAway: Bool

    package init(_ pod: Pod) {
      owner = pod.metadata.controller?.uid ?? ""
      labels = pod.metadata.labels
      isActive = pod.isActive
      isReady = pod.isReady
      isTurnedAway = pod.isTurnedAway
    }
  }

  package init() {}

  package var isEmpty: Bool { counts.isEmpty }

  /// How many of the Pods are of a kind.
  package func count(where isMeant: (Kind) -> Bool) -> Int {
    var sum = 0
    for (kind, count) in counts where isMeant(kind) { sum += count }
    return sum
  }

  /// Whether there is one of a kind.
  package func contains(where isMeant: (Kind) -> Bool) -> Bool {
    counts.contains { isMeant($0.key) }
  }

  mutating func add(_ kind: Kind) { counts[kind, default: 0] += 1 }

  mutating func remove(_ kind: Kind) {
    guard let count = counts[kind] else { return }
    counts[kind] = count == 1 ? nil : count - 1
  }
}

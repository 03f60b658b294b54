internal import HashTreeCollections

/// Which Pods a node has, and which a controller: so that nobody need look at all of them.
struct PodIndex: Sendable {
  private var entries = SortedChunks<Entry>()
  /// The Pods of each controller, counted. For look-ups alone.
  private var tallies = TreeDictionary<Shelf, PodTally>()
  /// How many Pods there are.
  private(set) var count = 0

  /// What Pods are looked up by. Pods without a node are not listed by node; those without a
  /// controller are listed together.
  enum Shelf: Hashable, Comparable, Sendable {
    case node(String)
    case controller(namespace: String, kind: String, name: String)
  }

  private struct Entry: Hashable, Comparable, Sendable {
    let shelf: Shelf
    let pod: ObjectKey

    static func < (left: Self, right: Self) -> Bool {
      left.shelf == right.shelf ? left.pod < right.pod : left.shelf < right.shelf
    }
  }

  /// Follows a change of a Pod; nil before it is made and after it is gone.
  mutating func update(_ key: ObjectKey, from old: Pod?, to new: Pod?) {
    count += (new == nil ? 0 : 1) - (old == nil ? 0 : 1)
    tally(from: old, to: new)
    let (before, after) = (old.map(Self.shelves) ?? [], new.map(Self.shelves) ?? [])
    guard before != after else { return }
    for shelf in before { entries.remove(Entry(shelf: shelf, pod: key)) }
    for shelf in after { entries.insert(Entry(shelf: shelf, pod: key)) }
  }

  private mutating func tally(from old: Pod?, to new: Pod?) {
    let before = old.map { (shelf: Self.controllerShelf(of: $0), kind: PodTally.Kind($0)) }
    let after = new.map { (shelf: Self.controllerShelf(of: $0), kind: PodTally.Kind($0)) }
    if let before, let after, before == after { return }
    if let before {
      tallies[before.shelf, default: PodTally()].remove(before.kind)
      if tallies[before.shelf]?.isEmpty == true { tallies[before.shelf] = nil }
    }
    if let after { tallies[after.shelf, default: PodTally()].add(after.kind) }
  }

  private static func controllerShelf(of pod: Pod) -> Shelf {
    let controller = pod.metadata.controller
    return .controller(
      namespace: pod.metadata.namespace, kind: controller?.kind ?? "", name: controller?.name ?? "")
  }

  private static func shelves(of pod: Pod) -> [Shelf] {
    let shelf = controllerShelf(of: pod)
    return pod.spec.nodeName.isEmpty ? [shelf] : [shelf, .node(pod.spec.nodeName)]
  }

  /// The Pods of a controller, counted.
  func tally(of shelf: Shelf) -> PodTally { tallies[shelf] ?? PodTally() }

  /// The Pods of a shelf, in key order.
  func pods(on shelf: Shelf) -> [ObjectKey] {
    let first = Entry(shelf: shelf, pod: ObjectKey(.configMaps, name: ""))
    return entries.elements(from: first).prefix { $0.shelf == shelf }.map(\.pod)
  }
}

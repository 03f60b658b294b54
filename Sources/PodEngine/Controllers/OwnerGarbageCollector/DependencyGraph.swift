/// Which objects belong to which (pkg/controller/garbagecollector/graph.go), by the UIDs of the
/// owners.
struct DependencyGraph: Sendable {
  private var links = SortedChunks<Link>()
  private var ownersOf = OrderedTable<ObjectKey, [String]>()

  private struct Link: Comparable, Sendable {
    let owner: String
    let child: ObjectKey

    static func < (left: Self, right: Self) -> Bool {
      left.owner == right.owner ? left.child < right.child : left.owner < right.owner
    }
  }

  /// The UIDs of the owners of an object, as last heard of.
  func owners(of child: ObjectKey) -> [String] { ownersOf[child] ?? [] }

  mutating func set(_ owners: [String], of child: ObjectKey) {
    for owner in self.owners(of: child) { links.remove(Link(owner: owner, child: child)) }
    for owner in owners { links.insert(Link(owner: owner, child: child)) }
    ownersOf[child] = owners.isEmpty ? nil : owners
  }

  /// The objects that belong to an owner.
  func children(of owner: String) -> [ObjectKey] {
    let first = Link(owner: owner, child: ObjectKey(.configMaps, name: ""))
    return links.elements(from: first).prefix { $0.owner == owner }.map(\.child)
  }
}

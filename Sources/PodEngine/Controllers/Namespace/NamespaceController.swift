/// Empties a namespace that is being deleted, then lets it go
/// (pkg/controller/namespace/deletion/namespaced_resources_deleter.go).
package struct NamespaceController: Sendable {
  package enum Event: Hashable, Sendable {
    case empty(namespace: String)
  }

  package init() {}

  /// A namespace that begins to end, or one thing less in a namespace.
  package static func reactions(to change: WatchEvent) -> [Event] {
    if change.key.resource == .namespaces {
      let isEnding = change.object[path: "metadata", "deletionTimestamp"] != nil
      return isEnding && change.change != .deleted ? [.empty(namespace: change.key.name)] : []
    }
    guard change.change == .deleted, !change.key.namespace.isEmpty else { return [] }
    return [.empty(namespace: change.key.namespace)]
  }

  package mutating func handle(_ event: Event, _ view: ClusterView) -> [Effect] {
    switch event {
    case .empty(let name):
      let key = ObjectKey(.namespaces, name: name)
      guard view.objects[key]?.metadata.deletionTimestamp != nil else { return [] }
      let contents = view.objects.keys(inNamespace: name)
      if contents.isEmpty { return [.request(.delete(key, DeleteOptions()))] }
      // What is deleted leaves events behind: they go last.
      let others = contents.filter { $0.resource != .events }
      return (others.isEmpty ? contents : others)
        .filter { view.objects[$0]?.metadata.deletionTimestamp == nil }
        .map { .request(.delete($0, DeleteOptions())) }
    }
  }
}

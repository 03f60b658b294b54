/// Removes objects whose owners are gone (pkg/controller/garbagecollector).
package struct OwnerGarbageCollector: Sendable {
  package enum Event: Hashable, Sendable {
    /// The owners, finalizers or deletion of an object changed.
    case changed(ObjectKey)
    case removed(ObjectKey, uid: String)
    /// See whether an object still has an owner.
    case attemptToDelete(ObjectKey)
  }

  static let foregroundFinalizer = "foregroundDeletion"
  static let orphanFinalizer = "orphan"

  private var graph = DependencyGraph()
  /// Owners that wait for the end of what belongs to them, by UID.
  private var waiting = OrderedTable<String, ObjectKey>()

  package init() {}

  /// Which events a change of an object calls for.
  package static func reactions(to change: WatchEvent) -> [Event] {
    guard change.key.resource != .events else { return [] }
    let metadata = change.object["metadata"] ?? .emptyObject
    switch change.change {
    case .deleted: return [.removed(change.key, uid: metadata["uid"]?.stringValue ?? "")]
    case .added: return metadata["ownerReferences"] == nil ? [] : [.changed(change.key)]
    case .modified:
      let old = change.previous?["metadata"] ?? .emptyObject
      let isSame = ["ownerReferences", "finalizers", "deletionTimestamp"].allSatisfy {
        old[$0] == metadata[$0]
      }
      return isSame ? [] : [.changed(change.key)]
    }
  }

  package mutating func handle(_ event: Event, _ view: ClusterView) -> [Effect] {
    switch event {
    case .changed(let key): observe(key, view)
    case .removed(let key, let uid): forget(key, uid, view)
    case .attemptToDelete(let key): attemptToDelete(key, view)
    }
  }

  private mutating func observe(_ key: ObjectKey, _ view: ClusterView) -> [Effect] {
    guard let metadata = view.objects[key]?.metadata else { return [] }
    let before = graph.owners(of: key)
    graph.set(metadata.ownerReferences.map(\.uid), of: key)
    var effects = before.filter { !graph.owners(of: key).contains($0) }.flatMap { wake($0, view) }
    guard metadata.deletionTimestamp != nil else {
      return effects + attemptToDelete(key, view)
    }
    if metadata.finalizers.contains(Self.orphanFinalizer) {
      effects += orphan(key, metadata, view)
    } else if metadata.finalizers.contains(Self.foregroundFinalizer) {
      waiting[metadata.uid] = key
      effects += proceed(key, metadata, view)
    }
    return effects
  }

  private mutating func forget(
    _ key: ObjectKey, _ uid: String, _ view: ClusterView
  ) -> [Effect] {
    waiting[uid] = nil
    let owners = graph.owners(of: key)
    // The name may belong to a new object already.
    graph.set(view.objects[key]?.metadata.ownerReferences.map(\.uid) ?? [], of: key)
    return owners.flatMap { wake($0, view) }
      + graph.children(of: uid).map { attempt($0, view) }
  }

  private func attempt(_ key: ObjectKey, _ view: ClusterView) -> Effect {
    .schedule(.garbageCollector(.attemptToDelete(key)), at: view.now)
  }

  /// Something that an owner may wait for has changed.
  private func wake(_ owner: String, _ view: ClusterView) -> [Effect] {
    guard let key = waiting[owner], let metadata = view.objects[key]?.metadata else { return [] }
    return proceed(key, metadata, view)
  }

  /// `processDeletingDependentsItem`: the owner goes when nothing is left that blocks it.
  private func proceed(
    _ key: ObjectKey, _ metadata: ObjectMeta, _ view: ClusterView
  ) -> [Effect] {
    let blocking = graph.children(of: metadata.uid).filter { child in
      view.objects[child]?.metadata.ownerReferences.contains {
        $0.uid == metadata.uid && $0.blockOwnerDeletion == true
      } ?? false
    }
    if blocking.isEmpty { return [Self.remove(Self.foregroundFinalizer, key, metadata)] }
    return blocking.map { attempt($0, view) }
  }

  /// What belongs to the owner is set free, then the owner goes.
  private func orphan(
    _ key: ObjectKey, _ metadata: ObjectMeta, _ view: ClusterView
  ) -> [Effect] {
    let releases = graph.children(of: metadata.uid).compactMap { child -> Effect? in
      guard let references = view.objects[child]?.metadata.ownerReferences else { return nil }
      return Ownership.write(references.filter { $0.uid != metadata.uid }, to: child)
    }
    return releases + [Self.remove(Self.orphanFinalizer, key, metadata)]
  }

  private static func remove(
    _ finalizer: String, _ key: ObjectKey, _ metadata: ObjectMeta
  ) -> Effect {
    let others = metadata.finalizers.filter { $0 != finalizer }
    let value = others.isEmpty ? APIValue.null : .array(others.map { .string($0) })
    return .request(.patch(key, .merge(["metadata": ["finalizers": value]])))
  }

  private enum Owner {
    case solid
    /// Gone, or another object under the same name.
    case dangling
    /// Is being deleted and waits for what belongs to it.
    case waitingForDependents
  }

  /// `attemptToDeleteItem`.
  private func attemptToDelete(_ key: ObjectKey, _ view: ClusterView) -> [Effect] {
    guard let metadata = view.objects[key]?.metadata, metadata.deletionTimestamp == nil,
      !metadata.ownerReferences.isEmpty
    else { return [] }
    let owners = metadata.ownerReferences.map {
      (reference: $0, state: Self.state(of: $0, namespace: key.namespace, view))
    }
    let solid = owners.filter { $0.state == .solid }.map(\.reference)
    if solid.count == owners.count { return [] }
    if !solid.isEmpty { return [Ownership.write(solid, to: key)] }
    let isWaitedFor = owners.contains { $0.state == .waitingForDependents }
    let hasChildren = !graph.children(of: metadata.uid).isEmpty
    let options = DeleteOptions(
      uid: metadata.uid, propagation: isWaitedFor && hasChildren ? .foreground : .background)
    return [.request(.delete(key, options))]
  }

  /// Owners of kinds that podlab does not store are taken to exist.
  private static func state(
    of reference: OwnerReference, namespace: String, _ view: ClusterView
  ) -> Owner {
    guard let resource = Resource(kind: reference.kind, apiVersion: reference.apiVersion) else {
      return .solid
    }
    let key = ObjectKey(resource, namespace: namespace, name: reference.name)
    guard let owner = view.objects[key]?.metadata, owner.uid == reference.uid else {
      return .dangling
    }
    let waits = owner.deletionTimestamp != nil && owner.finalizers.contains(foregroundFinalizer)
    return waits ? .waitingForDependents : .solid
  }
}

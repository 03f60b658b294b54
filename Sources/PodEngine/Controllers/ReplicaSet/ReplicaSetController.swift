internal import OrderedCollections

/// Keeps the wanted number of Pods in being (pkg/controller/replicaset).
///
/// Kubernetes remembers what it has just asked for ("expectations") because its view of the cluster
/// lags behind. Here the view is the API server's own state, so no Pod can be made twice.
package struct ReplicaSetController: Sendable {
  package enum Event: Hashable, Sendable {
    case reconcile(ObjectKey)
    /// A Pod that belongs to nobody; a set may want it.
    case orphan(ObjectKey)
    /// The API server did not take a Pod of the set.
    case refused(ObjectKey, message: String)
  }

  /// The refusals in a row of Pods of each set.
  private var refusals = OrderedTable<ObjectKey, RetryDelay.Memory>()

  /// How many Pods one reconciliation makes or deletes at most (`BurstReplicas`).
  static let burst = 500

  package init() {}

  /// Which events a change of an object calls for.
  package static func reactions(to change: WatchEvent) -> [Event] {
    switch change.key.resource {
    case .replicaSets: return change.change == .deleted ? [] : [.reconcile(change.key)]
    case .pods:
      let owners = change.controllers(ofKind: "ReplicaSet").map { Event.reconcile($0) }
      let isOrphan = !(change.object[path: "metadata", "ownerReferences"]?.arrayValue ?? [])
        .contains { $0["controller"]?.boolValue == true }
      return owners + (isOrphan && change.change != .deleted ? [.orphan(change.key)] : [])
    case .configMaps, .deployments, .endpoints, .endpointSlices, .priorityClasses, .events, .jobs,
      .leases, .namespaces, .nodes,
      .secrets, .serviceAccounts, .services:
      return []
    }
  }

  package mutating func handle(_ event: Event, _ view: ClusterView) -> [Effect] {
    switch event {
    case .reconcile(let key):
      guard case .replicaSet(let set)? = view.objects[key]?.typed else {
        refusals[key] = nil
        return []
      }
      let sync = ReplicaSetSync(set, view)
      if sync.isComplete { refusals[key] = nil }
      return sync.effects
    case .refused(let key, let message):
      guard case .replicaSet(let set)? = view.objects[key]?.typed else { return [] }
      var memory = refusals[key] ?? RetryDelay.Memory()
      let next = memory.refused(at: view.now, .standard)
      refusals[key] = memory
      return ReplicaFailure.write(message, for: set, view)
        + (next.map { [.schedule(.replicaSet(.reconcile(key)), at: $0)] } ?? [])
    case .orphan(let key):
      guard let pod = view.objects.pod(key), pod.metadata.controller == nil else { return [] }
      return view.objects.list(.replicaSets, namespace: key.namespace).flatMap { stored in
        guard case .replicaSet(let set) = stored.typed,
          set.spec.selector.matches(pod.metadata.labels)
        else { return [Effect]() }
        return [.schedule(.replicaSet(.reconcile(set.key)), at: view.now)]
      }
    }
  }
}

extension ReplicaSet {
  package var ownerReference: OwnerReference {
    OwnerReference(
      apiVersion: "apps/v1", kind: "ReplicaSet", name: metadata.name, uid: metadata.uid)
  }

  package var reference: ObjectReference {
    ObjectReference(
      kind: "ReplicaSet", namespace: metadata.namespace, name: metadata.name, uid: metadata.uid,
      apiVersion: "apps/v1")
  }
}

extension StringMap<String> {
  /// Whether all labels of a tree are here with the same values.
  func contains(_ labels: APIObject) -> Bool {
    labels.allSatisfy { self[$0.key] == $0.value.stringValue }
  }
}

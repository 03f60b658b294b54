/// Replaces Pods step by step, by making one ReplicaSet bigger and the others smaller
/// (pkg/controller/deployment).
package struct DeploymentController: Sendable {
  package enum Event: Hashable, Sendable {
    case reconcile(ObjectKey)
    /// A Pod of a ReplicaSet is gone; with the strategy Recreate the Deployment waits for that.
    case podGone(replicaSet: ObjectKey)
  }

  package init() {}

  /// Which events a change of an object calls for.
  package static func reactions(to change: WatchEvent) -> [Event] {
    switch change.key.resource {
    case .deployments: change.change == .deleted ? [] : [.reconcile(change.key)]
    case .replicaSets: change.controllers(ofKind: "Deployment").map { .reconcile($0) }
    case .pods:
      change.change == .deleted
        ? change.controllers(ofKind: "ReplicaSet").map { .podGone(replicaSet: $0) } : []
    case .configMaps, .endpoints, .endpointSlices, .priorityClasses, .events, .jobs, .leases,
      .namespaces, .nodes, .secrets,
      .serviceAccounts, .services:
      []
    }
  }

  package mutating func handle(_ event: Event, _ view: ClusterView) -> [Effect] {
    switch event {
    case .reconcile(let key):
      guard case .deployment(let deployment)? = view.objects[key]?.typed else { return [] }
      var sync = DeploymentSync(deployment, view)
      return sync.effects()
    case .podGone(let key):
      guard case .replicaSet(let set)? = view.objects[key]?.typed,
        let owner = set.metadata.controller, owner.kind == "Deployment"
      else { return [] }
      let deployment = ObjectKey(.deployments, namespace: key.namespace, name: owner.name)
      return [.schedule(.deployment(.reconcile(deployment)), at: view.now)]
    }
  }
}

/// Something that a component has to do at a time. Each component names its own events; this is
/// their sum.
package enum ClusterEvent: Hashable, Sendable {
  /// The runtime of a node has processes that want to go on.
  case processes(node: String)
  case kubelet(node: String, Kubelet.Event)
  case scheduler(Scheduler.Event)
  case nodeLifecycle(NodeLifecycleController.Event)
  case taintEviction(TaintEvictionController.Event)
  case podGarbageCollector(PodGarbageCollector.Event)
  case replicaSet(ReplicaSetController.Event)
  case deployment(DeploymentController.Event)
  case job(JobController.Event)
  /// For the controllers of EndpointSlices and of Endpoints.
  case endpointSlice(EndpointSliceController.Event)
  case namespace(NamespaceController.Event)
  case garbageCollector(OwnerGarbageCollector.Event)
  /// Events are kept for an hour.
  case expireEvents

  /// When, within one instant, it is its turn.
  package var lane: Lane {
    switch self {
    case .processes: .processes
    case .kubelet(_, let event): event.isResult ? .results : .kubelets
    case .scheduler, .nodeLifecycle, .taintEviction, .replicaSet, .deployment, .job, .endpointSlice,
      .namespace:
      .controllers
    case .podGarbageCollector, .garbageCollector, .expireEvents: .garbageCollection
    }
  }
}

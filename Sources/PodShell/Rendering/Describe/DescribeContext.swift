package import PodEngine

/// What `describe` shows beside the object itself; whoever calls looks it up.
package struct DescribeContext: Hashable, Sendable {
  /// The moment from which ages count.
  package var now: SimulatedTime
  /// The events about the object, in any order.
  package var events: [APIValue]
  /// False with `--show-events=false`: the section is left out.
  package var showEvents: Bool
  /// For a node: its pods that have not ended, in the order of namespace and name. For a
  /// controller: the pods that its selector finds.
  package var pods: [APIValue]
  /// For a node: its Lease in kube-node-lease.
  package var lease: APIValue?
  /// For a service: the EndpointSlices of the service.
  package var endpointSlices: [APIValue]
  /// For a deployment: its ReplicaSets, oldest first.
  package var replicaSets: [APIValue]
  /// For a service account: the secrets of its namespace.
  package var secrets: [APIValue]

  package init(
    now: SimulatedTime, events: [APIValue] = [], showEvents: Bool = true, pods: [APIValue] = [],
    lease: APIValue? = nil, endpointSlices: [APIValue] = [], replicaSets: [APIValue] = [],
    secrets: [APIValue] = []
  ) {
    (self.now, self.events, self.showEvents) = (now, events, showEvents)
    (self.pods, self.lease, self.endpointSlices) = (pods, lease, endpointSlices)
    (self.replicaSets, self.secrets) = (replicaSets, secrets)
  }
}

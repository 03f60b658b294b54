/// What the scheduler remembers of a Pod that has a node, or wants one (`framework.PodInfo`):
/// enough to filter and score, and much less than the Pod.
package struct PodInfo: Hashable, Sendable {
  package let key: ObjectKey
  package let uid: String
  package let labels: StringMap<String>
  package let priority: Int
  package let requests: ResourceAmounts
  package let nonZeroRequests: ResourceAmounts
  package let hostPorts: [HostPort]
  package let affinity: Affinity?
  package let isTerminating: Bool
  /// It is leaving because the scheduler makes room.
  package let isPreempted: Bool
  package let startTime: SimulatedTime?

  package init(_ pod: Pod) {
    key = pod.key
    uid = pod.metadata.uid
    labels = pod.metadata.labels
    priority = pod.spec.priority ?? 0
    requests = ResourceAmounts(requestsOf: pod.spec)
    nonZeroRequests = ResourceAmounts(nonZeroRequestsOf: pod.spec)
    hostPorts = HostPort.ports(of: pod.spec)
    affinity = pod.spec.affinity
    isTerminating = pod.isTerminating
    isPreempted =
      pod.isTerminating
      && pod.status.condition("DisruptionTarget")?.reason == "PreemptionByScheduler"
    startTime = pod.status.startTime ?? pod.metadata.creationTimestamp
  }

  package var requiredAntiAffinity: [PodAffinityTerm] {
    affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
  }

  /// Whether scoring has to ask this Pod what it thinks of its neighbours.
  package var hasPodAffinity: Bool {
    affinity?.podAffinity != nil || affinity?.podAntiAffinity != nil
  }
}

/// A node and what is on it, summed up (`framework.NodeInfo`).
package struct NodeInfo: Sendable {
  /// The node in a box of its own: the scheduler looks at thousands of these values for each Pod,
  /// so they are kept small.
  private var box: [Node]
  package private(set) var pods: [PodInfo] = []
  package private(set) var requested = ResourceAmounts()
  package private(set) var nonZeroRequested = ResourceAmounts()
  package private(set) var allocatable: ResourceAmounts
  /// How many Pods the node may have.
  package private(set) var allowedPods: Int
  /// The Pods by what others choose their neighbours by: few groups, where there are many Pods.
  package private(set) var groups: [PodGroup] = []
  private var podsWithAffinity = 0
  private var podsWithRequiredAntiAffinity = 0

  package init(_ node: Node, pods: [PodInfo] = []) {
    box = [node]
    allocatable = ResourceAmounts(node.status.allocatable)
    allowedPods = node.status.allocatable["pods"]?.value ?? 0
    for pod in pods { add(pod) }
  }

  package var node: Node { _read { yield box[0] } }
  package var name: String { node.metadata.name }
  package var labels: StringMap<String> { node.metadata.labels }
  package var hasRequiredAntiAffinity: Bool { podsWithRequiredAntiAffinity > 0 }
  package var hasPodAffinity: Bool { podsWithAffinity > 0 }

  package mutating func update(_ node: Node) {
    box = [node]
    allocatable = ResourceAmounts(node.status.allocatable)
    allowedPods = node.status.allocatable["pods"]?.value ?? 0
  }

  package mutating func add(_ pod: PodInfo) {
    pods.append(pod)
    requested = requested + pod.requests
    nonZeroRequested = nonZeroRequested + pod.nonZeroRequests
    count(pod, 1)
    podsWithAffinity += pod.hasPodAffinity ? 1 : 0
    podsWithRequiredAntiAffinity += pod.requiredAntiAffinity.isEmpty ? 0 : 1
  }

  package mutating func remove(_ key: ObjectKey) {
    guard let index = pods.firstIndex(where: { $0.key == key }) else { return }
    let pod = pods.remove(at: index)
    requested = requested - pod.requests
    nonZeroRequested = nonZeroRequested - pod.nonZeroRequests
    count(pod, -1)
    podsWithAffinity -= pod.hasPodAffinity ? 1 : 0
    podsWithRequiredAntiAffinity -= pod.requiredAntiAffinity.isEmpty ? 0 : 1
  }

  private mutating func count(_ pod: PodInfo, _ change: Int) {
    let index = groups.firstIndex {
      $0.namespace == pod.key.namespace && $0.isTerminating == pod.isTerminating
        && $0.labels == pod.labels
    }
    guard let index else {
      return groups.append(PodGroup(pod, count: change))
    }
    groups[index].count += change
    if groups[index].count == 0 { groups.remove(at: index) }
  }

  func removing(_ key: ObjectKey) -> NodeInfo {
    var copy = self
    copy.remove(key)
    return copy
  }

  func adding(_ pod: PodInfo) -> NodeInfo {
    var copy = self
    copy.add(pod)
    return copy
  }
}

/// Pods of a node that are alike for those who choose their neighbours by labels.
package struct PodGroup: Hashable, Sendable {
  package let namespace: String
  package let labels: StringMap<String>
  package let isTerminating: Bool
  package fileprivate(set) var count: Int

  fileprivate init(_ pod: PodInfo, count: Int) {
    (namespace, labels, isTerminating) = (pod.key.namespace, pod.labels, pod.isTerminating)
    self.count = count
  }
}

/// A port of the node's own address that a container takes.
package struct HostPort: Hashable, Sendable {
  package let address: String
  package let transport: String
  package let number: Int

  /// The host ports of the containers and sidecars of a Pod.
  package static func ports(of spec: PodSpec) -> [HostPort] {
    (spec.sidecars + spec.containers).flatMap(\.ports).compactMap { port in
      guard let number = port.hostPort, number > 0 else { return nil }
      return HostPort(
        address: port.hostIP.isEmpty ? wildcard : port.hostIP,
        transport: port.protocol.isEmpty ? "TCP" : port.protocol, number: number)
    }
  }

  private static let wildcard = "0.0.0.0"

  /// `HostPortInfo.CheckConflict`: the wildcard address collides with every other one.
  package func conflicts(with other: HostPort) -> Bool {
    guard number == other.number, transport == other.transport else { return false }
    return address == other.address || address == Self.wildcard || other.address == Self.wildcard
  }
}

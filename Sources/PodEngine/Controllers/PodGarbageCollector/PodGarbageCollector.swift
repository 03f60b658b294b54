/// Removes Pods that nobody else will remove (pkg/controller/podgc).
package struct PodGarbageCollector: Sendable {
  package enum Event: Hashable, Sendable {
    case podChanged(ObjectKey)
    case nodeChanged(String)
    /// The quarantine of a node that is gone is over.
    case collectOrphans(node: String)
  }

  private let terminatedPodThreshold: Int
  /// Nodes that Pods name and that do not exist, and when their Pods go.
  private var quarantined = OrderedTable<String, SimulatedTime>()
  /// Pods that have ended, for counting.
  private var terminated = SortedChunks<ObjectKey>()

  package init(terminatedPodThreshold: Int = PodCollection.terminatedPodThreshold) {
    self.terminatedPodThreshold = terminatedPodThreshold
  }

  /// Which events a change of an object calls for.
  package static func reactions(to change: WatchEvent) -> [Event] {
    switch change.key.resource {
    case .pods: concernsPod(change) ? [.podChanged(change.key)] : []
    case .nodes: concernsNode(change) ? [.nodeChanged(change.key.name)] : []
    case .configMaps, .deployments, .endpoints, .endpointSlices, .priorityClasses, .events, .jobs,
      .leases, .namespaces,
      .replicaSets, .secrets, .serviceAccounts, .services:
      []
    }
  }

  private static func concernsPod(_ change: WatchEvent) -> Bool {
    guard change.change == .modified, let old = change.previous else { return true }
    let new = change.object
    return old[path: "spec", "nodeName"] != new[path: "spec", "nodeName"]
      || old[path: "status", "phase"] != new[path: "status", "phase"]
      || old[path: "metadata", "deletionTimestamp"] != new[path: "metadata", "deletionTimestamp"]
  }

  private static func concernsNode(_ change: WatchEvent) -> Bool {
    guard change.change == .modified, let old = change.previous else { return true }
    return old[path: "spec", "taints"] != change.object[path: "spec", "taints"]
  }

  package mutating func handle(_ event: Event, _ view: ClusterView) -> [Effect] {
    switch event {
    case .podChanged(let key): return observePod(key, view)
    case .nodeChanged(let name):
      guard let node = view.objects.node(name) else {
        return view.objects.pods(onNode: name).isEmpty ? [] : quarantine(name, view)
      }
      quarantined[name] = nil
      return collectOutOfService(node, view)
    case .collectOrphans(let name): return collectOrphans(of: name, view)
    }
  }

  private mutating func observePod(_ key: ObjectKey, _ view: ClusterView) -> [Effect] {
    guard let pod = view.objects.pod(key) else {
      terminated.remove(key)
      return []
    }
    if pod.status.phase.isTerminal { terminated.insert(key) }
    let node = view.objects.node(pod.spec.nodeName)
    if !pod.spec.nodeName.isEmpty, node == nil { return quarantine(pod.spec.nodeName, view) }
    if !PodCollection.isBeyondReach(pod),
      PodCollection.isUnscheduledAndTerminating(pod)
        || PodCollection.isOutOfService(pod, on: node)
    {
      return PodCollection.remove(pod, at: view.now)
    }
    return collectTerminated(view)
  }

  private mutating func quarantine(_ node: String, _ view: ClusterView) -> [Effect] {
    guard quarantined[node] == nil else { return [] }
    let seen = MonitorPass.time(at: view.now, period: PodCollection.period, view.settings)
    let due = MonitorPass.time(
      at: seen + PodCollection.quarantine, period: PodCollection.period, view.settings)
    quarantined[node] = due
    return [.schedule(.podGarbageCollector(.collectOrphans(node: node)), at: due)]
  }

  private mutating func collectOrphans(of node: String, _ view: ClusterView) -> [Effect] {
    guard let due = quarantined[node], due <= view.now else { return [] }
    quarantined[node] = nil
    guard view.objects.node(node) == nil else { return [] }
    return view.objects.pods(onNode: node).flatMap { pod in
      PodCollection.isBeyondReach(pod)
        ? [] : PodCollection.remove(pod, because: PodCollection.nodeIsGone, at: view.now)
    }
  }

  private func collectOutOfService(_ node: Node, _ view: ClusterView) -> [Effect] {
    guard node.spec.taints.contains(where: { $0.key == PodCollection.outOfServiceKey })
    else { return [] }
    return view.objects.pods(onNode: node.metadata.name).flatMap { pod in
      PodCollection.isOutOfService(pod, on: node) && !PodCollection.isBeyondReach(pod)
        ? PodCollection.remove(pod, at: view.now) : []
    }
  }

  private func collectTerminated(_ view: ClusterView) -> [Effect] {
    guard terminatedPodThreshold > 0, terminated.count > terminatedPodThreshold else { return [] }
    let pods = terminated.compactMap { view.objects.pod($0) }
    return PodCollection.surplus(pods, threshold: terminatedPodThreshold).flatMap {
      PodCollection.remove($0, at: view.now)
    }
  }
}

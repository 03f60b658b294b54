/// What the scheduler makes of changes in the cluster (pkg/scheduler/eventhandlers.go).
extension Scheduler {
  /// Which events a change of an object calls for. Status updates of Pods and heartbeats of nodes
  /// are left out: there are many of them and they change nothing here.
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
    return old["spec"] != new["spec"]
      || old[path: "metadata", "labels"] != new[path: "metadata", "labels"]
      || old[path: "metadata", "deletionTimestamp"] != new[path: "metadata", "deletionTimestamp"]
      || old[path: "status", "phase"] != new[path: "status", "phase"]
  }

  private static func concernsNode(_ change: WatchEvent) -> Bool {
    guard change.change == .modified, let old = change.previous else { return true }
    let new = change.object
    return old["spec"] != new["spec"]
      || old[path: "metadata", "labels"] != new[path: "metadata", "labels"]
      || old[path: "status", "allocatable"] != new[path: "status", "allocatable"]
      || old[path: "status", "images"] != new[path: "status", "images"]
  }

  mutating func observePod(_ key: ObjectKey, _ view: ClusterView) {
    let before = cache.pod(key)
    let pod = view.objects.pod(key)
    if let pod, !pod.spec.nodeName.isEmpty, !pod.status.phase.isTerminal {
      let info = PodInfo(pod)
      // A node that this scheduler chose is news once the API server says so.
      let isNew = before == nil || cache.isAssumed(key)
      cache.add(info, node: pod.spec.nodeName)
      if isNew {
        retry(.podArrived(info), view)
      } else if let before,
        before.labels != info.labels || before.isTerminating != info.isTerminating
      {
        retry(.podChanged(from: before, to: info), view)
      }
    } else {
      cache.remove(key)
      if let before { retry(.podLeft(before), view) }
    }
    if let pod, pod.waitsForScheduler { queue.add(pod) } else { drop(key) }
  }

  mutating func observeNode(_ name: String, _ view: ClusterView) {
    guard let node = view.objects.node(name) else { return cache.removeNode(name) }
    cache.set(node)
    guard let info = cache.node(name) else { return }
    queue.retry(at: view.now, afterBackOff: view.settings.jitter) { rejection in
      guard let pod = view.objects.pod(rejection.entry.key) else { return false }
      return Self.isPromising(info, for: pod)
    }
  }

  private mutating func retry(_ change: RelevantChange, _ view: ClusterView) {
    guard queue.hasRejected(by: { QueueingHints.mayHelp($0, change) }) else { return }
    let namespaces = NamespaceLabels(view.objects)
    queue.retry(at: view.now, afterBackOff: view.settings.jitter) { rejection in
      guard let pod = view.objects.pod(rejection.entry.key) else { return false }
      return QueueingHints(pod: pod, namespaces: namespaces)
        .isHelped(rejection.filters, by: change)
    }
  }

  /// `AdmissionCheck`: a changed node helps only a Pod that the node itself does not rule out.
  private static func isPromising(_ node: NodeInfo, for pod: Pod) -> Bool {
    NodeUnschedulable.filter(pod.spec, node.node) == nil
      && NodeNameFilter.filter(pod.spec, node.node) == nil
      && TaintToleration.filter(pod.spec, node.node) == nil
      && NodeAffinityFilter.filter(pod.spec, node.node) == nil
      && NodeResourcesFit.filter(PodInfo(pod), NodeInfo(node.node))?.isUnresolvable != true
  }
}

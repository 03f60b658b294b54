/// What changed in the cluster, as far as it can help a Pod that fitted nowhere
/// (`framework.ClusterEvent`).
enum RelevantChange: Hashable, Sendable {
  /// A node is new or has other labels, taints or resources.
  case node(String)
  /// A Pod left its node, or is about to.
  case podLeft
  /// A Pod got a node, or the labels of one that has a node changed.
  case podArrived
}

extension FilterName {
  /// Whether a change can make this filter change its mind (the plugins' `EventsToRegister`).
  func isHelped(by change: RelevantChange) -> Bool {
    switch (self, change) {
    case (_, .node): true
    case (.nodeResourcesFit, .podLeft), (.nodePorts, .podLeft): true
    case (.podTopologySpread, .podLeft), (.interPodAffinity, .podLeft): true
    case (.podTopologySpread, .podArrived), (.interPodAffinity, .podArrived): true
    case (_, .podLeft), (_, .podArrived): false
    }
  }
}

extension SchedulingQueue.Rejection {
  func isHelped(by change: RelevantChange) -> Bool {
    filters.isEmpty || filters.contains { $0.isHelped(by: change) }
  }
}

/// What changed in the cluster, as far as it can help a Pod that fitted nowhere
/// (`framework.ClusterEvent`).
enum RelevantChange: Hashable, Sendable {
  /// A node is new or has other labels, taints or resources.
  case node(String)
  /// A Pod got a node.
  case podArrived(PodInfo)
  /// A Pod that has a node got other labels, or is about to leave.
  case podChanged(from: PodInfo, to: PodInfo)
  /// A Pod left its node.
  case podLeft(PodInfo)
}

/// Judges whether a change can help one Pod that fitted nowhere: a Pod that it cannot help is not
/// tried again (the plugins' `EventsToRegister` with their queueing hints).
struct QueueingHints {
  let pod: Pod
  let namespaces: NamespaceLabels

  /// Whether a change can make one of the filters that objected change its mind; where there was no
  /// node at all, none did.
  func isHelped(_ filters: [FilterName], by change: RelevantChange) -> Bool {
    filters.isEmpty || filters.contains { isHelped($0, by: change) }
  }

  private func isHelped(_ filter: FilterName, by change: RelevantChange) -> Bool {
    guard Self.mayHelp(filter, change) else { return false }
    switch filter {
    case .podTopologySpread: return isSpreadBetter(change)
    case .interPodAffinity: return isNeighbourhoodBetter(change)
    case .nodeUnschedulable, .nodeName, .taintToleration, .nodeAffinity, .volumeBinding, .nodePorts,
      .nodeResourcesFit:
      return true
    }
  }

  /// Whether a change of this kind can help any Pod against a filter, whatever its own wishes are.
  static func mayHelp(_ filter: FilterName, _ change: RelevantChange) -> Bool {
    switch (filter, change) {
    case (_, .node), (.podTopologySpread, _), (.interPodAffinity, _): true
    case (.nodePorts, .podLeft), (.nodeResourcesFit, .podLeft): true
    case (_, .podArrived), (_, .podChanged), (_, .podLeft): false
    }
  }

  /// `isSchedulableAfterPodChange` of plugins/podtopologyspread. Pods on their way out are not
  /// counted, so that one that is deleted helps at once.
  private func isSpreadBetter(_ change: RelevantChange) -> Bool {
    switch change {
    case .node: true
    case .podArrived(let other), .podLeft(let other): isCounted(other)
    case .podChanged(let old, let new): isCounted(old) != isCounted(new)
    }
  }

  private func isCounted(_ other: PodInfo) -> Bool {
    !other.isTerminating && other.key.namespace == pod.metadata.namespace
      && pod.spec.topologySpreadConstraints.contains {
        $0.whenUnsatisfiable != "ScheduleAnyway"
          && $0.selects(other.labels, likePod: pod.metadata.labels)
      }
  }

  /// `isSchedulableAfterPodChange` of plugins/interpodaffinity.
  private func isNeighbourhoodBetter(_ change: RelevantChange) -> Bool {
    switch change {
    case .node: true
    case .podArrived(let other): isFriend(other)
    // The first of a group that wants to be together may start anywhere: the last friend that
    // leaves helps as well.
    case .podLeft(let other): isFoe(other) || isFriend(other)
    case .podChanged(let old, let new):
      isFriend(old) != isFriend(new) || (isFoe(old) && !isFoe(new))
    }
  }

  private var rules: Affinity? { pod.spec.affinity }

  /// Whether the Pod wants the other as its neighbour.
  private func isFriend(_ other: PodInfo) -> Bool {
    let terms = rules?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
    return !terms.isEmpty && terms.allSatisfy { selects($0, other) }
  }

  /// Whether the Pod does not want the other, or the other not it.
  private func isFoe(_ other: PodInfo) -> Bool {
    let terms = rules?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
    let (labels, home) = (pod.metadata.labels, pod.metadata.namespace)
    return terms.contains { selects($0, other) }
      || other.requiredAntiAffinity.contains {
        $0.selects(labels, home, other.key.namespace, namespaces)
      }
  }

  private func selects(_ term: PodAffinityTerm, _ other: PodInfo) -> Bool {
    term.selects(other.labels, other.key.namespace, pod.metadata.namespace, namespaces)
  }
}

/// Which of the nodes that can take a Pod is the best (`prioritizeNodes` in schedule_one.go): each
/// plugin gives 0 to 100, times its weight.
package enum NodeScores {
  package static let maximum = 100

  /// The total of each node, in the order of the nodes.
  package static func totals(
    of nodes: [NodeInfo], for pod: Pod, _ info: PodInfo, _ neighbours: Neighbourhood
  ) -> [Int] {
    let perPlugin = ScoreName.allCases.map { name in
      (weight: name.weight, scores: scores(name, of: nodes, for: pod, info, neighbours))
    }
    return nodes.indices.map { index in
      perPlugin.map { $0.weight * $0.scores[index] }.reduce(0, +)
    }
  }

  /// What one plugin gives to each node, 0 to 100.
  package static func scores(
    _ name: ScoreName, of nodes: [NodeInfo], for pod: Pod, _ info: PodInfo,
    _ neighbours: Neighbourhood
  ) -> [Int] {
    switch name {
    case .taintToleration:
      normalizedReversed(nodes.map { TaintToleration.score(pod.spec, $0.node) })
    case .nodeAffinity: normalized(nodes.map { NodeAffinityFilter.score(pod.spec, $0.node) })
    case .nodeResourcesFit: nodes.map { LeastAllocated.score(info, $0) }
    case .podTopologySpread: PodTopologySpreadScore.scores(pod, nodes, neighbours)
    case .interPodAffinity: InterPodAffinityScore.scores(pod, info, nodes, neighbours)
    case .balancedAllocation: nodes.map { BalancedAllocation.score(info, $0) }
    case .imageLocality: ImageLocality.scores(pod.spec, nodes)
    }
  }

  /// `helper.DefaultNormalizeScore`: the best gets 100, the others their share of it.
  package static func normalized(_ scores: [Int]) -> [Int] {
    let best = scores.max() ?? 0
    return best == 0 ? scores : scores.map { $0 * maximum / best }
  }

  /// The same where less is better.
  package static func normalizedReversed(_ scores: [Int]) -> [Int] {
    let worst = scores.max() ?? 0
    return worst == 0
      ? scores.map { _ in maximum } : scores.map { maximum - $0 * maximum / worst }
  }
}

/// The plugins that score, with the weights of the default configuration
/// (pkg/scheduler/apis/config/v1/default_plugins.go).
package enum ScoreName: String, Hashable, Sendable, CaseIterable {
  case taintToleration = "TaintToleration"
  case nodeAffinity = "NodeAffinity"
  case nodeResourcesFit = "NodeResourcesFit"
  case podTopologySpread = "PodTopologySpread"
  case interPodAffinity = "InterPodAffinity"
  case balancedAllocation = "NodeResourcesBalancedAllocation"
  case imageLocality = "ImageLocality"

  var weight: Int {
    switch self {
    case .taintToleration: 3
    case .nodeAffinity, .podTopologySpread, .interPodAffinity: 2
    case .nodeResourcesFit, .balancedAllocation, .imageLocality: 1
    }
  }
}

/// What scoring may look at beside the nodes in question.
package struct Neighbourhood: Sendable {
  /// All nodes of the cluster.
  package let nodes: [NodeInfo]
  package let namespaces: NamespaceLabels
  /// Selects the Pods that belong together with this one; nil where it belongs to nothing.
  package let siblings: LabelSelector?

  package init(nodes: [NodeInfo], namespaces: NamespaceLabels, siblings: LabelSelector?) {
    (self.nodes, self.namespaces, self.siblings) = (nodes, namespaces, siblings)
  }
}

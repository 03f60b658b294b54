/// Which of the nodes that can take a Pod is the best (`prioritizeNodes` in schedule_one.go): each
/// plugin gives 0 to 100, times its weight.
package enum NodeScores {
  package static let maximum = 100

  /// The total of each node, in the order of the nodes.
  package static func totals(
    of nodes: [NodeInfo], for pod: Pod, _ info: PodInfo, _ neighbours: Neighbourhood
  ) -> [Int] {
    let perPlugin: [(weight: Int, scores: [Int])] = [
      (3, normalizedReversed(nodes.map { TaintToleration.score(pod.spec, $0.node) })),
      (2, normalized(nodes.map { NodeAffinityFilter.score(pod.spec, $0.node) })),
      (1, nodes.map { LeastAllocated.score(info, $0) }),
      (2, PodTopologySpreadScore.scores(pod, nodes, neighbours)),
      (2, InterPodAffinityScore.scores(pod, info, nodes, neighbours)),
      (1, nodes.map { BalancedAllocation.score(info, $0) }),
      (1, ImageLocality.scores(pod.spec, nodes)),
    ]
    return nodes.indices.map { index in
      perPlugin.map { $0.weight * $0.scores[index] }.reduce(0, +)
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

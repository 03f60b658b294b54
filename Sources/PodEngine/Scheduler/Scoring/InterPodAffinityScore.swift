/// Likes nodes whose Pods the Pod would like to have as neighbours, and whose Pods would like it
/// (plugins/interpodaffinity/scoring.go).
package enum InterPodAffinityScore {
  /// A required affinity of a Pod that is there already counts like a wish of this weight.
  private static let hardAffinityWeight = 1

  package static func scores(
    _ pod: Pod, _ info: PodInfo, _ nodes: [NodeInfo], _ neighbours: Neighbourhood
  ) -> [Int] {
    var tally = Tally(pod: pod, info: info, namespaces: neighbours.namespaces)
    for node in neighbours.nodes where info.hasPodAffinity || node.hasPodAffinity {
      for other in node.pods where info.hasPodAffinity || other.hasPodAffinity {
        tally.add(other, on: node)
      }
    }
    guard !tally.places.isEmpty else { return nodes.map { _ in 0 } }
    let sums = nodes.map { node in
      node.labels.map { tally.places[Tally.Place(key: $0.key, value: $0.value)] ?? 0 }
        .reduce(0, +)
    }
    return normalized(sums)
  }

  private static func normalized(_ sums: [Int]) -> [Int] {
    guard let least = sums.min(), let most = sums.max(), most > least else {
      return sums.map { _ in 0 }
    }
    return sums.map { NodeScores.maximum * ($0 - least) / (most - least) }
  }

  private struct Tally {
    let pod: Pod
    let info: PodInfo
    let namespaces: NamespaceLabels
    /// For look-ups alone.
    var places: [Place: Int] = [:]

    struct Place: Hashable {
      let key: String
      let value: String
    }

    mutating func add(_ other: PodInfo, on node: NodeInfo) {
      let own = pod.spec.affinity
      addWishes(own?.podAffinity, sign: 1, of: pod.metadata.namespace, about: other, node)
      addWishes(own?.podAntiAffinity, sign: -1, of: pod.metadata.namespace, about: other, node)
      let theirs = other.affinity
      let home = other.key.namespace
      for term in theirs?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [] {
        add(term, weight: hardAffinityWeight, of: home, about: info, node)
      }
      addWishes(theirs?.podAffinity, sign: 1, of: home, about: info, node)
      addWishes(theirs?.podAntiAffinity, sign: -1, of: home, about: info, node)
    }

    private mutating func addWishes(
      _ affinity: PodAffinity?, sign: Int, of home: String, about other: PodInfo, _ node: NodeInfo
    ) {
      for wish in affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [] {
        add(wish.podAffinityTerm, weight: sign * wish.weight, of: home, about: other, node)
      }
    }

    private mutating func add(
      _ term: PodAffinityTerm, weight: Int, of home: String, about other: PodInfo,
      _ node: NodeInfo
    ) {
      guard let value = node.labels[term.topologyKey],
        term.selects(other.labels, other.key.namespace, home, namespaces)
      else { return }
      places[Place(key: term.topologyKey, value: value), default: 0] += weight
    }
  }
}

/// Likes nodes in places with few matching Pods (plugins/podtopologyspread/scoring.go).
package enum PodTopologySpreadScore {
  package static func scores(
    _ pod: Pod, _ nodes: [NodeInfo], _ neighbours: Neighbourhood
  ) -> [Int] {
    let constraints = soft(pod, neighbours)
    guard !constraints.isEmpty else { return nodes.map { _ in NodeScores.maximum } }
    // Constraints of the Pod's own leave out nodes without the label; the default ones do not.
    let isStrict = !pod.spec.topologySpreadConstraints.isEmpty
    let counts = nodes.map { node -> Double? in
      if isStrict, !constraints.allSatisfy({ node.labels[$0.topologyKey] != nil }) { return nil }
      return 0
    }
    var raw = counts
    for constraint in constraints {
      add(constraint, pod, nodes, neighbours, to: &raw)
    }
    return normalized(raw)
  }

  /// The `ScheduleAnyway` constraints of a Pod; a Pod without any constraints that belongs to a set
  /// of Pods is spread over nodes and zones all the same (`systemDefaultConstraints`).
  private static func soft(_ pod: Pod, _ neighbours: Neighbourhood) -> [TopologySpreadConstraint] {
    let own = pod.spec.topologySpreadConstraints
    guard own.isEmpty else { return own.filter { $0.whenUnsatisfiable == "ScheduleAnyway" } }
    guard let siblings = neighbours.siblings else { return [] }
    return [("kubernetes.io/hostname", 3), ("topology.kubernetes.io/zone", 5)].map { key, skew in
      var constraint = TopologySpreadConstraint()
      (constraint.topologyKey, constraint.maxSkew) = (key, skew)
      constraint.labelSelector = siblings
      return constraint
    }
  }

  private static func add(
    _ constraint: TopologySpreadConstraint, _ pod: Pod, _ nodes: [NodeInfo],
    _ neighbours: Neighbourhood, to scores: inout [Double?]
  ) {
    // For look-ups alone.
    var matches: [String: Int] = [:]
    for node in nodes {
      if let value = node.labels[constraint.topologyKey] { matches[value] = 0 }
    }
    for node in neighbours.nodes {
      guard let value = node.labels[constraint.topologyKey], let known = matches[value],
        constraint.counts(node.node, for: pod.spec)
      else { continue }
      matches[value] = known + constraint.matchingPods(on: node, for: pod)
    }
    let weight = naturalLogarithm(Double(matches.count + 2))
    for (index, node) in nodes.enumerated() {
      guard let value = node.labels[constraint.topologyKey], let score = scores[index]
      else { continue }
      scores[index] = score + Double(matches[value] ?? 0) * weight + Double(constraint.maxSkew - 1)
    }
  }

  private static func normalized(_ raw: [Double?]) -> [Int] {
    let scores = raw.map { $0.map { Int($0.rounded()) } }
    let known = scores.compactMap { $0 }
    guard let least = known.min(), let most = known.max() else { return raw.map { _ in 0 } }
    return scores.map { score in
      guard let score else { return 0 }
      return most == 0 ? NodeScores.maximum : NodeScores.maximum * (most + least - score) / most
    }
  }

  /// The engine links no mathematics library: ln x from the exponent and the series of the inverse
  /// hyperbolic tangent.
  private static func naturalLogarithm(_ number: Double) -> Double {
    let ratio = (number.significand - 1) / (number.significand + 1)
    var (power, sum) = (ratio, 0.0)
    for term in stride(from: 1, through: 41, by: 2) {
      sum += power / Double(term)
      power *= ratio * ratio
    }
    return 2 * sum + Double(number.exponent) * 0.693_147_180_559_945_3
  }
}

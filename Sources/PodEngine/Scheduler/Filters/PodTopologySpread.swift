/// Wants Pods to be spread evenly over the values of a node label (plugins/podtopologyspread). Made
/// once per Pod to be scheduled; `filter` then judges the nodes one by one.
package struct PodTopologySpread: Sendable {
  private var domains: [Domains] = []

  /// One `DoNotSchedule` constraint and how many matching Pods each value of its label has.
  private struct Domains: Sendable {
    let constraint: TopologySpreadConstraint
    /// Whether the Pod itself is counted once it is there.
    let countsItself: Bool
    var matches: StringMap<Int> = [:]

    /// The smallest number; 0 while there are fewer values than `minDomains` asks for.
    var minimum: Int {
      if matches.count < constraint.minDomains ?? 1 { return 0 }
      return matches.map(\.value).min() ?? 0
    }
  }

  package init(_ pod: Pod, _ nodes: [NodeInfo]) {
    let hard = pod.spec.topologySpreadConstraints.filter {
      $0.whenUnsatisfiable != "ScheduleAnyway"
    }
    guard !hard.isEmpty else { return }
    domains = hard.map { constraint in
      Domains(
        constraint: constraint,
        countsItself: constraint.selects(pod.metadata.labels, likePod: pod.metadata.labels))
    }
    for node in nodes where hard.allSatisfy({ node.labels[$0.topologyKey] != nil }) {
      for index in domains.indices { count(node, pod, index) }
    }
  }

  private mutating func count(_ node: NodeInfo, _ pod: Pod, _ index: Int) {
    let constraint = domains[index].constraint
    guard constraint.counts(node.node, for: pod.spec),
      let value = node.labels[constraint.topologyKey]
    else { return }
    domains[index].matches[value, default: 0] += constraint.matchingPods(on: node, for: pod)
  }

  package func filter(_ node: NodeInfo) -> FilterFailure? {
    let reason = "node(s) didn't match pod topology spread constraints"
    for domain in domains {
      guard let value = node.labels[domain.constraint.topologyKey] else {
        return FilterFailure(
          .podTopologySpread, ["\(reason) (missing required label)"], isUnresolvable: true)
      }
      let there = (domain.matches[value] ?? 0) + (domain.countsItself ? 1 : 0)
      if there - domain.minimum > domain.constraint.maxSkew {
        return FilterFailure(.podTopologySpread, [reason], isUnresolvable: false)
      }
    }
    return nil
  }
}

extension TopologySpreadConstraint {
  /// Whether the nodes with this node's label value are among those that are compared.
  func counts(_ node: Node, for pod: PodSpec) -> Bool {
    if nodeAffinityPolicy != "Ignore", !NodeAffinityFilter.matches(pod, node) { return false }
    return nodeTaintsPolicy != "Honor" || TaintToleration.filter(pod, node) == nil
  }

  /// Whether the constraint counts a Pod with these labels; `matchLabelKeys` wants the values of
  /// the Pod to be scheduled. No selector selects nothing.
  func selects(_ labels: StringMap<String>, likePod own: StringMap<String>) -> Bool {
    guard let labelSelector, labelSelector.matches(labels) else { return false }
    return matchLabelKeys.allSatisfy { own[$0] == nil || own[$0] == labels[$0] }
  }

  /// Pods that are being deleted are on their way out and not counted.
  func matchingPods(on node: NodeInfo, for pod: Pod) -> Int {
    var count = 0
    for group in node.groups
    where !group.isTerminating && group.namespace == pod.metadata.namespace
      && selects(group.labels, likePod: pod.metadata.labels)
    { count += group.count }
    return count
  }
}

extension StringMap {
  subscript(key: String, default fallback: Value) -> Value {
    get { self[key] ?? fallback }
    set { self[key] = newValue }
  }
}

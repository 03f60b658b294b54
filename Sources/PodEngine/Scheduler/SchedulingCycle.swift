/// One attempt to find a node for one Pod (`schedulePod` in pkg/scheduler/schedule_one.go).
struct SchedulingCycle {
  let pod: Pod
  let info: PodInfo
  /// All nodes, by name.
  let nodes: [NodeInfo]
  let namespaces: NamespaceLabels
  /// Pods that a node is being made free for.
  let nominated: [Nomination]
  /// What is against the Pod on whatever node (`RunPreFilterPlugins`); nil where nothing is.
  let preFilterMessage: String?
  private let spread: PodTopologySpread
  private let affinity: InterPodAffinity

  struct Nomination: Sendable {
    let pod: PodInfo
    let node: String
  }

  init(
    _ pod: Pod, _ nodes: [NodeInfo], _ namespaces: NamespaceLabels,
    nominated: [Nomination] = []
  ) {
    self.pod = pod
    info = PodInfo(pod)
    self.nodes = nodes
    self.namespaces = namespaces
    self.nominated = nominated.filter { $0.pod.key != pod.key }
    preFilterMessage = VolumeBinding.preFilter(pod)
    spread = PodTopologySpread(pod, nodes)
    affinity = InterPodAffinity(pod, nodes, namespaces)
  }

  /// Asks all filters about one node; the first that objects gives the reasons.
  func filter(_ node: NodeInfo) -> FilterFailure? {
    // Room that is being made for a Pod of at least the same priority counts as taken.
    let rivals = nominated.filter { $0.node == node.name && $0.pod.priority >= info.priority }
    if !rivals.isEmpty {
      let crowded = rivals.reduce(node) { $0.adding($1.pod) }
      if let failure = filterAlone(crowded) { return failure }
    }
    return filterAlone(node)
  }

  private func filterAlone(_ node: NodeInfo) -> FilterFailure? {
    for name in FilterName.allCases {
      if let failure = ask(name, about: node) { return failure }
    }
    return nil
  }

  /// What one filter has against a node.
  func ask(_ name: FilterName, about node: NodeInfo) -> FilterFailure? {
    switch name {
    case .nodeUnschedulable: NodeUnschedulable.filter(pod.spec, node.node)
    case .nodeName: NodeNameFilter.filter(pod.spec, node.node)
    case .taintToleration: TaintToleration.filter(pod.spec, node.node)
    case .nodeAffinity: NodeAffinityFilter.filter(pod.spec, node.node)
    case .nodePorts: NodePorts.filter(info, node)
    case .nodeResourcesFit: NodeResourcesFit.filter(info, node)
    case .volumeBinding:
      preFilterMessage.map {
        FilterFailure(.volumeBinding, [$0], isUnresolvable: true)
      }
    case .podTopologySpread: spread.filter(node)
    case .interPodAffinity: affinity.filter(node)
    }
  }

  /// Finds for each objection a node that has no other, so that removing it certainly helps.
  func withoutOthers(_ objections: [NodeObjection]) -> [NodeObjection] {
    objections.map { objection in
      var objection = objection
      objection.nodeWithoutOthers = objection.nodes.first { name in
        guard let node = nodes.first(where: { $0.name == name }) else { return false }
        return FilterName.allCases.allSatisfy { filter in
          filter == objection.filter || objection.brings(filter, on: node)
            || ask(filter, about: node) == nil
        }
      }
      return objection
    }
  }

  /// The nodes that can take the Pod, and why the others that were looked at cannot.
  struct Findings {
    var feasible: [NodeInfo] = []
    var failures: [NodeFailure] = []
    var lookedAt = 0
  }

  struct NodeFailure: Hashable, Sendable {
    let node: String
    let failure: FilterFailure
  }

  /// Looks at the nodes in turn from a given one on, until enough of them can take the Pod. The
  /// node that preemption made free goes first.
  func findings(startingAt start: Int) -> Findings {
    var findings = Findings()
    if let preFilterMessage {
      let failure = FilterFailure(.volumeBinding, [preFilterMessage], isUnresolvable: true)
      findings.failures = nodes.map { NodeFailure(node: $0.name, failure: failure) }
      return findings
    }
    let wanted = pod.status.nominatedNodeName
    if !wanted.isEmpty, let node = nodes.first(where: { $0.name == wanted }),
      filter(node) == nil
    {
      findings.feasible = [node]
      return findings
    }
    let enough = Self.feasibleNodesToFind(among: nodes.count)
    for offset in nodes.indices {
      let node = nodes[(start + offset) % nodes.count]
      findings.lookedAt += 1
      if let failure = filter(node) {
        findings.failures.append(NodeFailure(node: node.name, failure: failure))
      } else {
        findings.feasible.append(node)
        if findings.feasible.count == enough { break }
      }
    }
    return findings
  }

  /// `numFeasibleNodesToFind`: in big clusters only a part of the nodes is looked at.
  static func feasibleNodesToFind(among count: Int) -> Int {
    let minimum = 100
    guard count >= minimum else { return count }
    return max(minimum, count * max(5, 50 - count / 125) / 100)
  }

  /// The names of the best of several nodes; more than one where they are equally good.
  func best(of feasible: [NodeInfo], siblings: LabelSelector?) -> [String] {
    guard feasible.count > 1 else { return feasible.map(\.name) }
    let totals = NodeScores.totals(
      of: feasible, for: pod, info,
      Neighbourhood(nodes: nodes, namespaces: namespaces, siblings: siblings))
    let best = totals.max() ?? 0
    return zip(feasible, totals).filter { $0.1 == best }.map(\.0.name)
  }
}

/// Wants the neighbours of a Pod to be those that it, and they, asked for
/// (plugins/interpodaffinity). Made once per Pod to be scheduled; `filter` then judges the nodes
/// one by one.
package struct InterPodAffinity: Sendable {
  private let wanted: [PodAffinityTerm]
  private let unwanted: [PodAffinityTerm]
  /// How many Pods that fulfil all wanted terms each place has.
  private var friends: [Place: Int] = [:]
  /// How many Pods that a term does not want each place has.
  private var foes: [Place: Int] = [:]
  /// Places where somebody does not want the Pod.
  private var closed: [Place: Int] = [:]
  /// Whether the Pod is a neighbour of the kind that it wants itself: then it may be the first.
  private let isItsOwnFriend: Bool

  /// A label of a node with its value: all nodes with it are one place. For look-ups alone.
  private struct Place: Hashable, Sendable {
    let key: String
    let value: String
  }

  package init(_ pod: Pod, _ nodes: [NodeInfo], _ namespaces: NamespaceLabels) {
    let affinity = pod.spec.affinity
    wanted = affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
    unwanted = affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
    let home = pod.metadata.namespace
    isItsOwnFriend = wanted.allSatisfy { $0.selects(pod.metadata.labels, home, home, namespaces) }
    for node in nodes {
      if !wanted.isEmpty || !unwanted.isEmpty { countNeighbours(node, home, namespaces) }
      if node.hasRequiredAntiAffinity { countObjections(node, pod, namespaces) }
    }
  }

  private mutating func countNeighbours(
    _ node: NodeInfo, _ home: String, _ namespaces: NamespaceLabels
  ) {
    func selects(_ term: PodAffinityTerm, _ other: PodInfo) -> Bool {
      term.selects(other.labels, other.key.namespace, home, namespaces)
    }
    for other in node.pods {
      if !wanted.isEmpty, wanted.allSatisfy({ selects($0, other) }) {
        for place in wanted.compactMap({ Self.place($0, node) }) { friends[place, default: 0] += 1 }
      }
      for place in unwanted.filter({ selects($0, other) }).compactMap({ Self.place($0, node) }) {
        foes[place, default: 0] += 1
      }
    }
  }

  private mutating func countObjections(
    _ node: NodeInfo, _ pod: Pod, _ namespaces: NamespaceLabels
  ) {
    for other in node.pods {
      for term in other.requiredAntiAffinity {
        guard let place = Self.place(term, node),
          term.selects(
            pod.metadata.labels, pod.metadata.namespace, other.key.namespace, namespaces)
        else { continue }
        closed[place, default: 0] += 1
      }
    }
  }

  private static func place(_ term: PodAffinityTerm, _ node: NodeInfo) -> Place? {
    node.labels[term.topologyKey].map { Place(key: term.topologyKey, value: $0) }
  }

  package func filter(_ node: NodeInfo) -> FilterFailure? {
    func failure(_ reason: String, isUnresolvable: Bool = false) -> FilterFailure {
      FilterFailure(.interPodAffinity, [reason], isUnresolvable: isUnresolvable)
    }
    if !hasWantedNeighbours(node) {
      return failure("node(s) didn't match pod affinity rules", isUnresolvable: true)
    }
    if unwanted.contains(where: { Self.place($0, node).map { foes[$0] != nil } ?? false }) {
      return failure("node(s) didn't match pod anti-affinity rules")
    }
    let isClosed = node.labels.contains { closed[Place(key: $0.key, value: $0.value)] != nil }
    return isClosed
      ? failure("node(s) didn't satisfy existing pods anti-affinity rules") : nil
  }

  private func hasWantedNeighbours(_ node: NodeInfo) -> Bool {
    let places = wanted.map { Self.place($0, node) }
    guard places.allSatisfy({ $0 != nil }) else { return false }
    if places.allSatisfy({ $0.map { friends[$0] != nil } ?? false }) { return true }
    // The first of a group that wants to be together has to start somewhere.
    return friends.isEmpty && isItsOwnFriend
  }
}

/// The labels of the namespaces, for terms that choose namespaces by label.
package struct NamespaceLabels: Sendable {
  private var labels: StringMap<StringMap<String>> = [:]

  package init(_ objects: ObjectStore) {
    for namespace in objects.list(.namespaces) {
      labels[namespace.metadata.name] = namespace.metadata.labels
    }
  }

  subscript(namespace: String) -> StringMap<String> { labels[namespace] ?? [:] }
}

extension PodAffinityTerm {
  /// Whether the term means a Pod with these labels in `namespace`; `home` is the namespace of the
  /// Pod that has the term, and is meant where the term names none.
  func selects(
    _ labels: StringMap<String>, _ namespace: String, _ home: String, _ known: NamespaceLabels
  ) -> Bool {
    let isNamed =
      namespaces.isEmpty && namespaceSelector == nil
      ? namespace == home
      : namespaces.contains(namespace) || namespaceSelector?.matches(known[namespace]) == true
    return isNamed && labelSelector?.matches(labels) == true
  }
}

/// Wants the node's labels to match the Pod's `nodeSelector` and node affinity
/// (plugins/nodeaffinity).
package enum NodeAffinityFilter {
  package static func filter(_ pod: PodSpec, _ node: Node) -> FilterFailure? {
    guard !matches(pod, node) else { return nil }
    return FilterFailure(
      .nodeAffinity, ["node(s) didn't match Pod's node affinity/selector"], isUnresolvable: true)
  }

  /// Whether the node is one that the Pod asks for (`GetRequiredNodeAffinity(pod).Match(node)`).
  package static func matches(_ pod: PodSpec, _ node: Node) -> Bool {
    let labels = node.metadata.labels
    guard pod.nodeSelector.allSatisfy({ labels[$0.key] == $0.value }) else { return false }
    let required = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
    guard let required else { return true }
    return required.nodeSelectorTerms.contains { $0.matches(node) }
  }

  /// The weights of the wishes that the node fulfils.
  package static func score(_ pod: PodSpec, _ node: Node) -> Int {
    let wishes = pod.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
    return wishes.filter { $0.preference.matches(node) }.map(\.weight).reduce(0, +)
  }
}

extension NodeSelectorTerm {
  /// A term without any expression matches nothing; one with an unusable value neither.
  package func matches(_ node: Node) -> Bool {
    guard !matchExpressions.isEmpty || !matchFields.isEmpty else { return false }
    let fields: StringMap<String> = ["metadata.name": node.metadata.name]
    return matchExpressions.allSatisfy { $0.isUsable && $0.matches(node.metadata.labels) }
      && matchFields.allSatisfy { $0.matches(fields) }
  }
}

extension LabelSelectorRequirement {
  /// Node affinity is not validated as strictly as label selectors are: what cannot be the value of
  /// a label makes the whole term match nothing (`labels.NewRequirement`).
  var isUsable: Bool { values.allSatisfy(Self.isLabelValue) }

  private static func isLabelValue(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    return text.utf8.count <= 63 && isAlphanumeric(first) && isAlphanumeric(last)
      && text.utf8.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

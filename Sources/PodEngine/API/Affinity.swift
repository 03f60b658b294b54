/// Where a Pod wants to be, by nodes and by other Pods (`v1.Affinity`).
package struct Affinity: Hashable, Codable, Sendable {
  package var nodeAffinity: NodeAffinity?
  package var podAffinity: PodAffinity?
  package var podAntiAffinity: PodAffinity?
}

/// Rules about the node's labels.
package struct NodeAffinity: Hashable, Codable, Sendable {
  package var requiredDuringSchedulingIgnoredDuringExecution: NodeSelector?
  package var preferredDuringSchedulingIgnoredDuringExecution: [PreferredSchedulingTerm] = []
}

/// Terms of which one must hold.
package struct NodeSelector: Hashable, Codable, Sendable {
  package var nodeSelectorTerms: [NodeSelectorTerm] = []
}

/// Expressions that must all hold; a term without any matches nothing.
package struct NodeSelectorTerm: Hashable, Codable, Sendable {
  package var matchExpressions: [LabelSelectorRequirement] = []
  package var matchFields: [LabelSelectorRequirement] = []
}

/// A wish with a weight from 1 to 100.
package struct PreferredSchedulingTerm: Hashable, Codable, Sendable {
  package var weight = 0
  package var preference = NodeSelectorTerm()
}

/// Rules about other Pods near by, or not near by.
package struct PodAffinity: Hashable, Codable, Sendable {
  package var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm] = []
  package var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm] = []
}

/// Which Pods, and what "near" means.
package struct PodAffinityTerm: Hashable, Codable, Sendable {
  package var labelSelector: LabelSelector?
  package var namespaces: [String] = []
  package var namespaceSelector: LabelSelector?
  package var topologyKey = ""
}

/// A wish about other Pods with a weight from 1 to 100.
package struct WeightedPodAffinityTerm: Hashable, Codable, Sendable {
  package var weight = 0
  package var podAffinityTerm = PodAffinityTerm()
}

/// How evenly Pods must spread.
package struct TopologySpreadConstraint: Hashable, Codable, Sendable {
  package var maxSkew = 0
  package var topologyKey = ""
  package var whenUnsatisfiable = ""
  package var labelSelector: LabelSelector?
  package var minDomains: Int?
  package var nodeAffinityPolicy: String?
  package var nodeTaintsPolicy: String?
  package var matchLabelKeys: [String] = []
}

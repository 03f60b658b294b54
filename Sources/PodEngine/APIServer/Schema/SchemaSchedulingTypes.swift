/// The types that say where a Pod may run (`v1.Affinity`, tolerations, spreading).
let schemaSchedulingTypes = """
  type Affinity
    nodeAffinity *NodeAffinity
    podAffinity *PodAffinity
    podAntiAffinity *PodAntiAffinity

  type NodeAffinity
    preferredDuringSchedulingIgnoredDuringExecution []PreferredSchedulingTerm
    requiredDuringSchedulingIgnoredDuringExecution *NodeSelector

  type NodeSelector
    nodeSelectorTerms []NodeSelectorTerm!

  type NodeSelectorTerm
    matchExpressions []NodeSelectorRequirement
    matchFields []NodeSelectorRequirement

  type NodeSelectorRequirement
    key string!
    operator string:NodeSelectorOperator!
    values []string

  type PreferredSchedulingTerm
    preference NodeSelectorTerm!
    weight int32!

  type PodAffinity
    preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm
    requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm

  type PodAntiAffinity
    preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm
    requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm

  type PodAffinityTerm
    labelSelector *LabelSelector
    matchLabelKeys []string
    mismatchLabelKeys []string
    namespaceSelector *LabelSelector
    namespaces []string
    topologyKey string!

  type WeightedPodAffinityTerm
    podAffinityTerm PodAffinityTerm!
    weight int32!

  type Toleration
    effect string:TaintEffect
    key string
    operator string:TolerationOperator
    tolerationSeconds *int64
    value string

  type PriorityClass
    apiVersion string
    description string
    globalDefault bool
    kind string
    metadata ObjectMeta
    preemptionPolicy *string:PreemptionPolicy
    value int32!

  type TopologySpreadConstraint
    labelSelector *LabelSelector
    matchLabelKeys []string
    maxSkew int32!
    minDomains *int32
    nodeAffinityPolicy *string:NodeInclusionPolicy
    nodeTaintsPolicy *string:NodeInclusionPolicy
    topologyKey string!
    whenUnsatisfiable string:UnsatisfiableConstraintAction!
  """

/// The texts of what decides on which node a Pod runs.
/// The notation is explained at `ExplainTexts`.
let explainSchedulingTexts = """
  Affinity: What the scheduler shall look at besides resources and taints.
    nodeAffinity: About the labels of the node.
    podAffinity: About Pods that shall be near.
    podAntiAffinity: About Pods that shall not be near.

  NodeAffinity: Demands and wishes about labels of nodes.
    preferredDuringSchedulingIgnoredDuringExecution: Wishes. A node gets the weight of every
        term that fits it, and the best sum wins; a node that fits none is still possible.
    requiredDuringSchedulingIgnoredDuringExecution: Demands. A node that fits none of the terms
        is out. A Pod that runs already stays when labels change.

  PreferredSchedulingTerm: A wish with its weight. An empty term fits every node and changes
      nothing.
    preference: What is wished of the node.
    weight: How much the wish counts, 1 to 100.

  NodeSelector: Several terms, of which one must fit.
    nodeSelectorTerms: The terms; one that fits is enough. There must be at least one.

  NodeSelectorTerm: Requirements that must all hold. A term without any fits no node.
    matchExpressions: Requirements about the labels of the node.
    matchFields: Requirements about fields of the node; only metadata.name is known.

  NodeSelectorRequirement: One requirement: a key, an operator and values.
    key: The label or the field that is looked at.
    operator: In, NotIn, Exists, DoesNotExist, or Gt and Lt, which compare whole numbers.
    values: The values. At least one for In and NotIn, none for Exists and DoesNotExist,
        exactly one whole number for Gt and Lt.

  PodAffinity: Demands and wishes to be in the same domain as other Pods.
    preferredDuringSchedulingIgnoredDuringExecution: Wishes. For every Pod that fits a term,
        the nodes of its domain get the weight of the term.
    requiredDuringSchedulingIgnoredDuringExecution: Demands. For every term there must be a Pod
        that fits in the domain of the node. The first Pod of a group that only asks for its own
        kind is let in.

  PodAntiAffinity: Demands and wishes to be away from other Pods.
    preferredDuringSchedulingIgnoredDuringExecution: Wishes. For every Pod that fits a term,
        the weight of the term is taken from the nodes of its domain.
    requiredDuringSchedulingIgnoredDuringExecution: Demands. No Pod that fits a term may be in
        the domain of the node. Pods that run already are respected in the same way.

  WeightedPodAffinityTerm: A wish about other Pods with its weight.
    podAffinityTerm: Which Pods, and what counts as near.
    weight: How much the wish counts, 1 to 100.

  PodAffinityTerm: Which Pods are meant, and what counts as the same place: nodes whose label
      topologyKey has the same value.
    matchLabelKeys: Labels of the Pod itself that the others must share: each becomes a
        requirement key in (value).
    mismatchLabelKeys: Labels in whose value the others must differ: each becomes a requirement
        key notin (value).
    labelSelector: The Pods that are meant, by their labels. Without it, none.
    namespaceSelector: Namespaces to look in, by their labels, together with those in
        namespaces. An empty selector means all.
    namespaces: Namespaces to look in, by name. Where neither this nor namespaceSelector is
        given, the namespace of the Pod itself.
    topologyKey: The label of nodes that makes a domain: kubernetes.io/hostname for the single
        node, topology.kubernetes.io/zone for a zone. It must not be empty.

  Toleration: Puts up with the taints that fit it: those with the same key, value and effect.
    effect: The effect that is tolerated: NoSchedule, PreferNoSchedule or NoExecute. Empty
        means all of them.
    key: The key of the taint. Empty, with the operator Exists, means all taints.
    operator: Equal, the default, compares the value; Exists takes any value.
    tolerationSeconds: For NoExecute only: how many seconds the Pod stays on a node that has
        got the taint. Unset means for ever; 0 or less means not at all.
    value: The value of the taint. Must be empty with Exists.

  PriorityClass < Object: A name for a priority. Pods with more of it come first in the scheduler's
      queue, and may drive out others.
    description: What the class is for.
    globalDefault: Whether Pods that name no class belong to this one. One class at most.
    preemptionPolicy: PreemptLowerPriority, the default, lets Pods of the class drive out others;
        Never only lets them come first.
    value: The priority: more is more important. Users may go up to 1000000000.

  TopologySpreadConstraint: How Pods that fit labelSelector shall be spread over the domains of
      topologyKey.
    labelSelector: The Pods that are counted.
    matchLabelKeys: Labels whose values are taken from the Pod itself and added to
        labelSelector. pod-template-hash counts every revision of a Deployment for itself.
    maxSkew: By how many Pods a domain may be ahead of the emptiest one. Must be positive.
    minDomains: How many domains there have to be. While there are fewer, the emptiest one
        counts as empty. Only with DoNotSchedule.
    nodeAffinityPolicy: Whether nodes that the Pod's nodeSelector and nodeAffinity rule out are
        counted: Honor, the default, leaves them out; Ignore counts them.
    nodeTaintsPolicy: Whether nodes with taints that the Pod does not tolerate are counted:
        Ignore, the default, counts them; Honor leaves them out.
    topologyKey: The label of nodes that makes a domain. Nodes without it are left out.
    whenUnsatisfiable: What happens where the constraint cannot be kept: DoNotSchedule leaves
        the Pod pending; ScheduleAnyway prefers the domains that are less ahead.
  """

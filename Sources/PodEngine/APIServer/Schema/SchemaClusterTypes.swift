/// Metadata, nodes, namespaces, service accounts, leases and events.
let schemaClusterTypes = """
  type ObjectMeta
    annotations map[string]string
    creationTimestamp Time
    deletionGracePeriodSeconds *int64
    deletionTimestamp *Time
    finalizers []string
    generateName string
    generation int64
    labels map[string]string
    managedFields []ManagedFieldsEntry
    name string
    namespace string
    ownerReferences []OwnerReference
    resourceVersion string
    selfLink string
    uid string:UID

  type ManagedFieldsEntry
    apiVersion string
    fieldsType string
    fieldsV1 *any
    manager string
    operation string:ManagedFieldsOperationType
    subresource string
    time *Time

  type OwnerReference
    apiVersion string!
    blockOwnerDeletion *bool
    controller *bool
    kind string!
    name string!
    uid string:UID!

  type LabelSelector
    matchExpressions []LabelSelectorRequirement
    matchLabels map[string]string

  type LabelSelectorRequirement
    key string!
    operator string:LabelSelectorOperator!
    values []string

  type ObjectReference
    apiVersion string
    fieldPath string
    kind string
    name string
    namespace string
    resourceVersion string
    uid string:UID

  type Condition
    lastTransitionTime Time!
    message string!
    observedGeneration int64
    reason string!
    status string:ConditionStatus!
    type string!

  type Node
    apiVersion string
    kind string
    metadata ObjectMeta
    spec NodeSpec
    status NodeStatus

  type NodeSpec
    ~configSource *NodeConfigSource
    ~externalID string
    podCIDR string
    podCIDRs []string
    providerID string
    taints []Taint
    unschedulable bool

  type NodeConfigSource
    configMap *ConfigMapNodeConfigSource

  type ConfigMapNodeConfigSource
    kubeletConfigKey string!
    name string!
    namespace string!
    resourceVersion string
    uid string:UID

  type Taint
    effect string:TaintEffect!
    key string!
    timeAdded *Time
    value string

  type NodeStatus
    addresses []NodeAddress
    allocatable map[string]Quantity
    capacity map[string]Quantity
    conditions []NodeCondition
    ~config *NodeConfigStatus
    ~daemonEndpoints NodeDaemonEndpoints
    ~features *NodeFeatures
    images []ContainerImage
    nodeInfo NodeSystemInfo
    ~phase string:NodePhase
    ~runtimeHandlers []NodeRuntimeHandler
    ~volumesAttached []AttachedVolume
    ~volumesInUse []string

  type NodeAddress
    address string!
    type string:NodeAddressType!

  type NodeCondition
    lastHeartbeatTime Time&
    lastTransitionTime Time&
    message string
    reason string
    status string:ConditionStatus!
    type string:NodeConditionType!

  type NodeConfigStatus
    active *NodeConfigSource
    assigned *NodeConfigSource
    error string
    lastKnownGood *NodeConfigSource

  type NodeDaemonEndpoints
    kubeletEndpoint DaemonEndpoint

  type DaemonEndpoint
    Port int32!

  type NodeFeatures
    supplementalGroupsPolicy *bool

  type ContainerImage
    names []string
    sizeBytes int64

  type NodeSystemInfo
    architecture string!
    bootID string!
    containerRuntimeVersion string!
    kernelVersion string!
    kubeProxyVersion string!
    kubeletVersion string!
    machineID string!
    operatingSystem string!
    osImage string!
    ~swap *NodeSwapStatus
    systemUUID string!

  type NodeSwapStatus
    capacity *int64

  type NodeRuntimeHandler
    features *NodeRuntimeHandlerFeatures
    name string

  type NodeRuntimeHandlerFeatures
    recursiveReadOnlyMounts *bool
    userNamespaces *bool

  type AttachedVolume
    devicePath string!
    name string!

  type Namespace
    apiVersion string
    kind string
    metadata ObjectMeta
    spec NamespaceSpec
    status NamespaceStatus

  type NamespaceSpec
    finalizers []string

  type NamespaceStatus
    ~conditions []NamespaceCondition
    phase string:NamespacePhase

  type NamespaceCondition
    lastTransitionTime Time
    message string
    reason string
    status string:ConditionStatus!
    type string:NamespaceConditionType!

  type ServiceAccount
    apiVersion string
    automountServiceAccountToken *bool
    ~imagePullSecrets []LocalObjectReference
    kind string
    metadata ObjectMeta
    ~secrets []ObjectReference

  type Lease
    apiVersion string
    kind string
    metadata ObjectMeta
    spec LeaseSpec

  type LeaseSpec
    acquireTime *MicroTime
    holderIdentity *string
    leaseDurationSeconds *int32
    leaseTransitions *int32
    ~preferredHolder *string
    renewTime *MicroTime
    ~strategy *string:CoordinatedLeaseStrategy

  type Event
    action string
    apiVersion string
    count int32
    eventTime MicroTime
    firstTimestamp Time
    involvedObject ObjectReference!
    kind string
    lastTimestamp Time
    message string
    metadata ObjectMeta!
    reason string
    ~related *ObjectReference
    reportingComponent string!
    reportingInstance string!
    series *EventSeries
    source EventSource
    type string

  type EventSource
    component string
    host string

  type EventSeries
    count int32
    lastObservedTime MicroTime
  """

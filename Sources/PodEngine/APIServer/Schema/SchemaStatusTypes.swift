/// The status of a Pod and of its containers.
let schemaStatusTypes = """
  type PodStatus
    conditions []PodCondition
    containerStatuses []ContainerStatus
    ephemeralContainerStatuses []ContainerStatus
    hostIP string
    hostIPs []HostIP
    initContainerStatuses []ContainerStatus
    message string
    nominatedNodeName string
    observedGeneration int64
    phase string:PodPhase
    podIP string
    podIPs []PodIP
    qosClass string:PodQOSClass
    reason string
    ~resize string:PodResizeStatus
    ~resourceClaimStatuses []PodResourceClaimStatus
    startTime *Time

  type PodCondition
    lastProbeTime Time&
    lastTransitionTime Time&
    message string
    observedGeneration int64
    reason string
    status string:ConditionStatus!
    type string:PodConditionType!

  type HostIP
    ip string!

  type PodIP
    ip string!

  type PodResourceClaimStatus
    name string!
    resourceClaimName *string

  type ContainerStatus
    allocatedResources map[string]Quantity
    ~allocatedResourcesStatus []ResourceStatus
    containerID string
    image string!
    imageID string!
    lastState ContainerState&
    name string!
    ready bool!
    resources *ResourceRequirements
    restartCount int32!
    started *bool
    state ContainerState&
    ~stopSignal *string:Signal
    user *ContainerUser
    volumeMounts []VolumeMountStatus

  type ResourceStatus
    name string:ResourceName!
    resources []ResourceHealth

  type ResourceHealth
    health string:ResourceHealthStatus
    resourceID string!

  type ContainerUser
    linux *LinuxContainerUser

  type LinuxContainerUser
    gid int64!
    supplementalGroups []int64
    uid int64!

  type VolumeMountStatus
    mountPath string!
    name string!
    readOnly bool
    recursiveReadOnly *string:RecursiveReadOnlyMode

  type ContainerState
    running *ContainerStateRunning
    terminated *ContainerStateTerminated
    waiting *ContainerStateWaiting

  type ContainerStateRunning
    startedAt Time&

  type ContainerStateTerminated
    containerID string
    exitCode int32!
    finishedAt Time&
    message string
    reason string
    signal int32
    startedAt Time&

  type ContainerStateWaiting
    message string
    reason string
  """

/// The controllers' types (`apps/v1`, `batch/v1`).
let schemaWorkloadTypes = """
  type PodTemplateSpec
    metadata ObjectMeta&
    spec PodSpec

  type ReplicaSet
    apiVersion string
    kind string
    metadata ObjectMeta
    spec ReplicaSetSpec
    status ReplicaSetStatus

  type ReplicaSetSpec
    minReadySeconds int32
    replicas *int32
    selector *LabelSelector!
    template PodTemplateSpec

  type ReplicaSetStatus
    availableReplicas int32
    ~conditions []ReplicaSetCondition
    fullyLabeledReplicas int32
    observedGeneration int64
    readyReplicas int32
    replicas int32!
    ~terminatingReplicas *int32

  type ReplicaSetCondition
    lastTransitionTime Time
    message string
    reason string
    status string:ConditionStatus!
    type string:ReplicaSetConditionType!

  type Deployment
    apiVersion string
    kind string
    metadata ObjectMeta
    spec DeploymentSpec
    status DeploymentStatus

  type DeploymentSpec
    minReadySeconds int32
    paused bool
    progressDeadlineSeconds *int32
    replicas *int32
    revisionHistoryLimit *int32
    selector *LabelSelector!
    strategy DeploymentStrategy&
    template PodTemplateSpec!

  type DeploymentStrategy
    rollingUpdate *RollingUpdateDeployment
    type string:DeploymentStrategyType

  type RollingUpdateDeployment
    maxSurge *IntOrString
    maxUnavailable *IntOrString

  type DeploymentStatus
    availableReplicas int32
    ~collisionCount *int32
    conditions []DeploymentCondition
    observedGeneration int64
    readyReplicas int32
    replicas int32
    ~terminatingReplicas *int32
    unavailableReplicas int32
    updatedReplicas int32

  type DeploymentCondition
    lastTransitionTime Time
    lastUpdateTime Time
    message string
    reason string
    status string:ConditionStatus!
    type string:DeploymentConditionType!

  type Job
    apiVersion string
    kind string
    metadata ObjectMeta
    spec JobSpec
    status JobStatus

  type JobSpec
    activeDeadlineSeconds *int64
    backoffLimit *int32
    backoffLimitPerIndex *int32
    completionMode *string:CompletionMode
    completions *int32
    ~managedBy *string
    manualSelector *bool
    maxFailedIndexes *int32
    parallelism *int32
    podFailurePolicy *PodFailurePolicy
    podReplacementPolicy *string:PodReplacementPolicy
    selector *LabelSelector
    successPolicy *SuccessPolicy
    suspend *bool
    template PodTemplateSpec!
    ttlSecondsAfterFinished *int32

  type PodFailurePolicy
    rules []PodFailurePolicyRule!

  type PodFailurePolicyRule
    action string:PodFailurePolicyAction!
    onExitCodes *PodFailurePolicyOnExitCodesRequirement
    onPodConditions []PodFailurePolicyOnPodConditionsPattern

  type PodFailurePolicyOnExitCodesRequirement
    containerName *string
    operator string:PodFailurePolicyOnExitCodesOperator!
    values []int32!

  type PodFailurePolicyOnPodConditionsPattern
    status string:ConditionStatus!
    type string:PodConditionType!

  type SuccessPolicy
    rules []SuccessPolicyRule!

  type SuccessPolicyRule
    succeededCount *int32
    succeededIndexes *string

  type JobStatus
    active int32
    completedIndexes string
    completionTime *Time
    conditions []JobCondition
    failed int32
    failedIndexes *string
    ready *int32
    startTime *Time
    succeeded int32
    terminating *int32
    uncountedTerminatedPods *UncountedTerminatedPods

  type JobCondition
    lastProbeTime Time
    lastTransitionTime Time
    message string
    reason string
    status string:ConditionStatus!
    type string:JobConditionType!

  type UncountedTerminatedPods
    failed []string
    succeeded []string
  """

/// The types of a Pod's specification in Kubernetes 1.33, apart from volumes and scheduling.
/// The notation is explained at `SchemaTable`.
let schemaPodTypes = """
  type Pod
    apiVersion string
    kind string
    metadata ObjectMeta
    spec PodSpec
    status PodStatus

  type PodSpec
    activeDeadlineSeconds *int64
    affinity *Affinity
    automountServiceAccountToken *bool
    containers []Container!
    dnsConfig *PodDNSConfig
    dnsPolicy string:DNSPolicy
    enableServiceLinks *bool
    ephemeralContainers []EphemeralContainer
    hostAliases []HostAlias
    hostIPC bool
    hostNetwork bool
    hostPID bool
    hostUsers *bool
    hostname string
    ~imagePullSecrets []LocalObjectReference
    initContainers []Container
    nodeName string
    nodeSelector map[string]string
    os *PodOS
    overhead map[string]Quantity
    preemptionPolicy *string:PreemptionPolicy
    priority *int32
    priorityClassName string
    readinessGates []PodReadinessGate
    ~resourceClaims []PodResourceClaim
    ~resources *ResourceRequirements
    restartPolicy string:RestartPolicy
    ~runtimeClassName *string
    schedulerName string
    schedulingGates []PodSchedulingGate
    securityContext *PodSecurityContext
    serviceAccount string
    serviceAccountName string
    setHostnameAsFQDN *bool
    shareProcessNamespace *bool
    subdomain string
    terminationGracePeriodSeconds *int64
    tolerations []Toleration
    topologySpreadConstraints []TopologySpreadConstraint
    volumes []Volume

  type Container
    args []string
    command []string
    env []EnvVar
    envFrom []EnvFromSource
    image string
    imagePullPolicy string:PullPolicy
    lifecycle *Lifecycle
    livenessProbe *Probe
    name string!
    ports []ContainerPort
    readinessProbe *Probe
    ~resizePolicy []ContainerResizePolicy
    resources ResourceRequirements&
    restartPolicy *string:ContainerRestartPolicy
    securityContext *SecurityContext
    startupProbe *Probe
    stdin bool
    stdinOnce bool
    terminationMessagePath string
    terminationMessagePolicy string:TerminationMessagePolicy
    tty bool
    ~volumeDevices []VolumeDevice
    volumeMounts []VolumeMount
    workingDir string

  type EphemeralContainer
    args []string
    command []string
    env []EnvVar
    envFrom []EnvFromSource
    image string
    imagePullPolicy string:PullPolicy
    lifecycle *Lifecycle
    livenessProbe *Probe
    name string!
    ports []ContainerPort
    readinessProbe *Probe
    ~resizePolicy []ContainerResizePolicy
    resources ResourceRequirements&
    restartPolicy *string:ContainerRestartPolicy
    securityContext *SecurityContext
    startupProbe *Probe
    stdin bool
    stdinOnce bool
    targetContainerName string
    terminationMessagePath string
    terminationMessagePolicy string:TerminationMessagePolicy
    tty bool
    ~volumeDevices []VolumeDevice
    volumeMounts []VolumeMount
    workingDir string

  type ContainerPort
    containerPort int32!
    hostIP string
    hostPort int32
    name string
    protocol string:Protocol

  type ContainerResizePolicy
    resourceName string:ResourceName!
    restartPolicy string:ResourceResizeRestartPolicy!

  type EnvVar
    name string!
    value string
    valueFrom *EnvVarSource

  type EnvVarSource
    configMapKeyRef *ConfigMapKeySelector
    fieldRef *ObjectFieldSelector
    resourceFieldRef *ResourceFieldSelector
    secretKeyRef *SecretKeySelector

  type ConfigMapKeySelector
    key string!
    name string
    optional *bool

  type SecretKeySelector
    key string!
    name string
    optional *bool

  type ObjectFieldSelector
    apiVersion string
    fieldPath string!

  type ResourceFieldSelector
    containerName string
    divisor Quantity&
    resource string!

  type EnvFromSource
    configMapRef *ConfigMapEnvSource
    prefix string
    secretRef *SecretEnvSource

  type ConfigMapEnvSource
    name string
    optional *bool

  type SecretEnvSource
    name string
    optional *bool

  type Lifecycle
    postStart *LifecycleHandler
    preStop *LifecycleHandler
    ~stopSignal *string:Signal

  type LifecycleHandler
    exec *ExecAction
    httpGet *HTTPGetAction
    sleep *SleepAction
    tcpSocket *TCPSocketAction

  type ExecAction
    command []string

  type HTTPGetAction
    host string
    httpHeaders []HTTPHeader
    path string
    port IntOrString!
    scheme string:URIScheme

  type HTTPHeader
    name string!
    value string!

  type SleepAction
    seconds int64!

  type TCPSocketAction
    host string
    port IntOrString!

  type GRPCAction
    port int32!
    service *string

  type Probe
    exec *ExecAction
    failureThreshold int32
    grpc *GRPCAction
    httpGet *HTTPGetAction
    initialDelaySeconds int32
    periodSeconds int32
    successThreshold int32
    tcpSocket *TCPSocketAction
    terminationGracePeriodSeconds *int64
    timeoutSeconds int32

  type ResourceRequirements
    ~claims []ResourceClaim
    limits map[string]Quantity
    requests map[string]Quantity

  type ResourceClaim
    name string!
    request string

  type VolumeDevice
    devicePath string!
    name string!

  type VolumeMount
    mountPath string!
    ~mountPropagation *string:MountPropagationMode
    name string!
    readOnly bool
    recursiveReadOnly *string:RecursiveReadOnlyMode
    subPath string
    subPathExpr string

  type PodSecurityContext
    appArmorProfile *AppArmorProfile
    fsGroup *int64
    ~fsGroupChangePolicy *string:PodFSGroupChangePolicy
    runAsGroup *int64
    runAsNonRoot *bool
    runAsUser *int64
    ~seLinuxChangePolicy *string:PodSELinuxChangePolicy
    ~seLinuxOptions *SELinuxOptions
    seccompProfile *SeccompProfile
    supplementalGroups []int64
    supplementalGroupsPolicy *string:SupplementalGroupsPolicy
    sysctls []Sysctl
    ~windowsOptions *WindowsSecurityContextOptions

  type SecurityContext
    allowPrivilegeEscalation *bool
    appArmorProfile *AppArmorProfile
    capabilities *Capabilities
    ~privileged *bool
    ~procMount *string:ProcMountType
    readOnlyRootFilesystem *bool
    runAsGroup *int64
    runAsNonRoot *bool
    runAsUser *int64
    ~seLinuxOptions *SELinuxOptions
    seccompProfile *SeccompProfile
    ~windowsOptions *WindowsSecurityContextOptions

  type AppArmorProfile
    localhostProfile *string
    type string:AppArmorProfileType!

  type Capabilities
    add []string
    drop []string

  type SELinuxOptions
    level string
    role string
    type string
    user string

  type SeccompProfile
    localhostProfile *string
    type string:SeccompProfileType!

  type Sysctl
    name string!
    value string!

  type WindowsSecurityContextOptions
    gmsaCredentialSpec *string
    gmsaCredentialSpecName *string
    hostProcess *bool
    runAsUserName *string

  type PodDNSConfig
    nameservers []string
    options []PodDNSConfigOption
    searches []string

  type PodDNSConfigOption
    name string
    value *string

  type HostAlias
    hostnames []string
    ip string!

  type LocalObjectReference
    name string

  type PodOS
    name string:OSName!

  type PodReadinessGate
    conditionType string:PodConditionType!

  type PodSchedulingGate
    name string!

  type PodResourceClaim
    name string!
    resourceClaimName *string
    resourceClaimTemplateName *string
  """

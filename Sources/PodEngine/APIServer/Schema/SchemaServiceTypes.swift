/// Services, endpoint slices, ConfigMaps and Secrets.
let schemaServiceTypes = """
  type Service
    apiVersion string
    kind string
    metadata ObjectMeta
    spec ServiceSpec
    status ServiceStatus

  type ServiceSpec
    ~allocateLoadBalancerNodePorts *bool
    clusterIP string
    clusterIPs []string
    ~externalIPs []string
    externalName string
    ~externalTrafficPolicy string:ServiceExternalTrafficPolicy
    ~healthCheckNodePort int32
    internalTrafficPolicy *string:ServiceInternalTrafficPolicy
    ipFamilies []string
    ipFamilyPolicy *string:IPFamilyPolicy
    ~loadBalancerClass *string
    ~loadBalancerIP string
    ~loadBalancerSourceRanges []string
    ports []ServicePort
    publishNotReadyAddresses bool
    selector map[string]string
    sessionAffinity string:ServiceAffinity
    ~sessionAffinityConfig *SessionAffinityConfig
    ~trafficDistribution *string
    type string:ServiceType

  type ServicePort
    ~appProtocol *string
    name string
    nodePort int32
    port int32!
    protocol string:Protocol
    targetPort IntOrString

  type SessionAffinityConfig
    clientIP *ClientIPConfig

  type ClientIPConfig
    timeoutSeconds *int32

  type ServiceStatus
    ~conditions []Condition
    loadBalancer LoadBalancerStatus&

  type LoadBalancerStatus
    ~ingress []LoadBalancerIngress

  type LoadBalancerIngress
    hostname string
    ip string
    ipMode *string:LoadBalancerIPMode
    ports []PortStatus

  type PortStatus
    error *string
    port int32!
    protocol string:Protocol!

  type EndpointSlice
    addressType string:AddressType!
    apiVersion string
    endpoints []Endpoint!
    kind string
    metadata ObjectMeta
    ports []EndpointPort!

  type Endpoint
    addresses []string!
    conditions EndpointConditions
    ~deprecatedTopology map[string]string
    ~hints *EndpointHints
    hostname *string
    nodeName *string
    targetRef *ObjectReference
    ~zone *string

  type EndpointConditions
    ready *bool
    serving *bool
    terminating *bool

  type EndpointHints
    forNodes []ForNode
    forZones []ForZone

  type ForNode
    name string!

  type ForZone
    name string!

  type EndpointPort
    ~appProtocol *string
    name *string
    port *int32
    protocol *string:Protocol

  type Endpoints
    apiVersion string
    kind string
    metadata ObjectMeta
    subsets []EndpointSubset

  type EndpointSubset
    addresses []EndpointAddress
    notReadyAddresses []EndpointAddress
    ports []EndpointPort

  type EndpointAddress
    hostname string
    ip string!
    nodeName *string
    targetRef *ObjectReference

  type ConfigMap
    apiVersion string
    binaryData map[string]bytes
    data map[string]string
    immutable *bool
    kind string
    metadata ObjectMeta

  type Secret
    apiVersion string
    data map[string]bytes
    immutable *bool
    kind string
    metadata ObjectMeta
    stringData map[string]string
    type string:SecretType
  """

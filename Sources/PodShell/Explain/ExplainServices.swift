/// The texts of Services, EndpointSlices, ConfigMaps and Secrets.
/// The notation is explained at `ExplainTexts`.
let explainServicesTexts = """
  Service < Object: A stable name and address for the Pods that its selector chooses.
    spec: What is wanted of the Service.
    status: What a load balancer says; otherwise empty.

  ServiceSpec: How the Service can be reached and where it leads.
    clusterIP: The address of the Service in the cluster; given by the server where unset. None
        makes it headless: its name then leads straight to the Pods.
    clusterIPs: The same as a list, for both families of addresses.
    externalName: With the type ExternalName, the name that the Service stands for: DNS answers
        with the addresses of that one.
    internalTrafficPolicy: Cluster, the default, leads to all Pods; Local only to those on the
        caller's node.
    ipFamilies: The families of its addresses: IPv4, IPv6.
    ipFamilyPolicy: How many families it has: SingleStack, PreferDualStack or RequireDualStack.
    ports: The ports of the Service and where they lead.
    publishNotReadyAddresses: Whether Pods count although they are not Ready.
    selector: Labels that Pods must have, all of them, to belong to the Service. Without it
        nothing is chosen, and endpoints have to be made by hand.
    sessionAffinity: None, or ClientIP: one caller always reaches the same Pod.
    type: ClusterIP, the default: reachable in the cluster. NodePort: also at a port of every
        node. LoadBalancer: also through a load balancer outside. ExternalName: only a name in DNS.

  ServicePort: A port of a Service.
    name: A name for the port; needed where there are several.
    nodePort: The port of every node that leads here, 30000 to 32767; given by the server where
        unset.
    port: The port of the Service.
    protocol: TCP, the default, UDP or SCTP.
    targetPort: The port of the Pods: a number, or the name of a port of the container. The
        same as port where unset.

  ServiceStatus: What is known of a Service.
    loadBalancer: What the load balancer says. podlab has none.

  LoadBalancerStatus: What a load balancer says.

  EndpointSlice < Object: A part of the addresses behind a Service. kube-proxy takes from here
      where connections go.
    addressType: What the addresses are: IPv4, IPv6 or FQDN. It cannot be changed.
    endpoints: The addresses; at most 1000 in one slice.
    ports: The ports that all the addresses have.

  Endpoint: One place behind a Service, usually a Pod.
    hostname: The host name of the Pod, where it has one in DNS.
    addresses: Its addresses; only the first one is used.
    conditions: Whether it can be used.
    nodeName: The node on which it is.
    targetRef: The object that it stands for, usually a Pod.

  Endpoints < Object: All addresses behind a Service in one object, under the name of the Service.
      Deprecated since 1.33: EndpointSlices have taken its place.
    subsets: The addresses, those with the same ports together.

  EndpointSubset: Addresses that have the same ports.
    addresses: The addresses that are ready: they get connections.
    notReadyAddresses: The addresses that get none, because they are not ready.
    ports: The ports that all the addresses have.

  EndpointAddress: One place behind a Service, usually a Pod.
    hostname: The host name of the Pod, where it has one in the domain of the Service.
    ip: Its address.
    nodeName: The node on which it is.
    targetRef: The object that it stands for, usually a Pod.

  EndpointConditions: Whether an endpoint can be used.
    ready: Whether it gets connections: it is serving and not terminating, or the Service
        publishes what is not ready.
    serving: Whether it is ready, no matter whether it is terminating.
    terminating: Whether it is being deleted.

  EndpointPort: A port of endpoints.
    name: The name of the port in the Service.
    port: The number of the port.
    protocol: TCP, UDP or SCTP.

  ConfigMap < Object: Settings under keys, for environments and volumes of Pods. At most 1 MiB.
    binaryData: Values that are no text, in base64. A key cannot be in data too.
    data: Values that are text.
    immutable: Whether the values can no longer be changed. It cannot be taken back.

  Secret < Object: Like a ConfigMap, for what not everybody shall read. The values are in
      base64, which is no encryption.
    data: The values, in base64.
    immutable: Whether the values can no longer be changed. It cannot be taken back.
    stringData: Values in plain text, for writing only: the server puts them into data.
    type: What the Secret is for; decides which keys it must have. Opaque unless said
        otherwise.
  """

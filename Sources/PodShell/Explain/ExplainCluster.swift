/// The texts of nodes, namespaces, service accounts, leases and events.
/// The notation is explained at `ExplainTexts`.
let explainClusterTexts = """
  Node < Object: A machine of the cluster on which Pods run. Nodes have no namespace.
    spec: What is wanted of the node.
    status: What its kubelet and the node lifecycle controller know of it.

  NodeSpec: What is wanted of a node.
    podCIDR: The addresses from which the node gives its Pods theirs.
    podCIDRs: The same as a list, for both families of addresses.
    providerID: What the cloud provider calls the machine.
    taints: Marks that keep Pods away which do not tolerate them. The system sets some of its
        own, such as node.kubernetes.io/unreachable.
    unschedulable: Whether the scheduler leaves the node out (cordon). Pods that are there
        stay.

  Taint: Keeps Pods that do not tolerate it away from a node.
    effect: NoSchedule: no new Pods. PreferNoSchedule: no new Pods if there is another place.
        NoExecute: no new Pods, and those that are there are evicted.
    key: The name of the taint.
    timeAdded: When a NoExecute taint was added: tolerationSeconds counts from here.
    value: A value, for tolerations to compare.

  NodeStatus: What is known of a node.
    addresses: How the node can be reached.
    allocatable: What Pods can have of it altogether: the capacity without what the system
        needs.
    capacity: What the machine has: CPU, memory, storage, number of Pods.
    conditions: How the node is: Ready, MemoryPressure, DiskPressure, PIDPressure.
    images: The images that it has.
    nodeInfo: The versions of what runs on it.

  NodeAddress: An address of a node.
    address: The address.
    type: What it is: Hostname, InternalIP, ExternalIP and so on.

  NodeCondition: One aspect of how a node is.
    lastHeartbeatTime: When the kubelet last reported it.
    lastTransitionTime: When status last changed.
    message: Details in words.
    reason: Why, in one word: KubeletReady, NodeStatusUnknown.
    status: True, False or Unknown. The controller sets Unknown when the kubelet has not been
        heard of for 50 seconds.
    type: Which aspect: Ready, or a pressure.

  ContainerImage: An image on a node.
    names: The names by which the node knows it.
    sizeBytes: How large it is, in bytes.

  NodeSystemInfo: What runs on a node.
    architecture: The architecture of its processors.
    bootID: Changes with every start of the machine.
    containerRuntimeVersion: The container runtime with its version: containerd://….
    kernelVersion: The version of the kernel.
    kubeProxyVersion: Obsolete: the version of kube-proxy, which the kubelet does not know.
    kubeletVersion: The version of the kubelet; the column VERSION of get nodes.
    machineID: The id of the machine in the cluster.
    operatingSystem: What it runs: linux or windows.
    osImage: The name of the system that is installed.
    systemUUID: The id that the hardware gives.

  Namespace < Object: A room for names: objects in different namespaces may have the same name.
      Deleting it deletes everything in it.
    spec: What keeps the namespace from disappearing.
    status: Whether it is in use or going.

  NamespaceSpec: What keeps a namespace from disappearing.
    finalizers: Must be empty before a deleted namespace disappears. kubernetes is removed when
        everything in it is gone.

  NamespaceStatus: Whether a namespace is in use.
    phase: Active, or Terminating while its contents are being deleted. Nothing new can be made
        in it then.

  ServiceAccount < Object: An identity for what runs in Pods.
    automountServiceAccountToken: Whether Pods of this account get its token mounted. A Pod may
        say otherwise.

  Lease < Object: A claim that has to be renewed. Each kubelet renews one in kube-node-lease:
      that is its heartbeat.
    spec: Who holds it, since when and for how long.

  LeaseSpec: The claim.
    acquireTime: When the present holder took it.
    holderIdentity: Who holds it.
    leaseDurationSeconds: For how many seconds after renewTime others have to wait.
    leaseTransitions: How often it went from one holder to another.
    renewTime: When the holder last renewed it.

  Event < Object: A report that something happened to an object. Events are kept for an hour;
      repetitions of the same one are counted together.
    action: What was done or failed, for machines.
    count: How often it happened.
    eventTime: When it was first seen, in the newer way of reporting.
    firstTimestamp: When it happened first.
    involvedObject: The object that it happened to.
    lastTimestamp: When it happened last.
    message: What happened, in words.
    reason: What happened, in one word: Scheduled, Pulled, BackOff.
    reportingComponent: Who reports it, such as kubelet.
    reportingInstance: Which one of them, such as the node.
    series: How often it was repeated, in the newer way of reporting.
    source: Who reports it, in the older way.
    type: Normal or Warning.

  EventSource: Who reports an event.
    component: The component.
    host: The node on which it runs.

  EventSeries: The repetitions of an event.
    count: How often it happened so far.
    lastObservedTime: When it happened last.
  """

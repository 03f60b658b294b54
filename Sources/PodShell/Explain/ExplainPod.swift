/// The texts of a Pod's specification, apart from its containers, volumes and scheduling.
/// The notation is explained at `ExplainTexts`.
let explainPodTexts = """
  Pod < Object: One or more containers that are placed on one node together, share its network
      address and may share volumes. The smallest thing that Kubernetes runs.
    spec: What is wanted: the containers and how they shall run.
    status: What is: observed by the node's kubelet and written by the system. It may lag
        behind reality, and it cannot be set by users.

  PodSpec: How a Pod is to run. Almost nothing of it can be changed once the Pod exists: a
      controller makes a new Pod instead.
    activeDeadlineSeconds: How many seconds the Pod may be active on its node, counted from
        status.startTime. Then it fails with the reason DeadlineExceeded and its containers are
        killed. Must be positive.
    affinity: Wishes and demands about the node and about the Pods nearby, for the scheduler.
    automountServiceAccountToken: Whether a token of the service account is mounted into the
        containers. Unset means what the service account says, otherwise yes.
    containers: The containers of the Pod. There must be at least one, and the list cannot
        change afterwards. All are started at once, after the init containers.
    dnsConfig: What the Pod's resolver shall know beyond what dnsPolicy gives it, or instead of
        it with dnsPolicy None.
    dnsPolicy: Where the containers' DNS settings come from. ClusterFirst, the default, asks
        the cluster first and the node's servers for the rest; Default takes the node's settings;
        None takes only dnsConfig.
    enableServiceLinks: Whether variables such as WEB_SERVICE_HOST are set for every Service of
        the namespace that existed when the container started. On unless said otherwise.
    ephemeralContainers: Containers that were added to a running Pod to look for a mistake.
        They are never restarted and cannot be removed. They are added with kubectl debug, not when
        the Pod is made.
    hostAliases: Lines that the kubelet adds to /etc/hosts of the containers. Not for Pods on
        the host's network before 1.20.
    hostIPC: Whether the containers use the node's IPC namespace instead of one of the Pod.
    hostNetwork: Whether the containers use the node's network: its addresses, and its ports,
        which then must be free.
    hostPID: Whether the containers see all processes of the node.
    hostname: The name that the Pod has for itself. The name of the Pod unless said otherwise.
    initContainers: Containers that run before the others, one after another, each to its
        successful end. One that fails is tried again as restartPolicy says, and the rest waits.
        With restartPolicy Always of its own, an init container is a sidecar: it only has to start,
        and then goes on beside the others.
    nodeName: The node on which the Pod runs. Set by the scheduler; whoever sets it by hand
        goes past the scheduler and all its checks.
    nodeSelector: Labels that a node must have, all of them, for the Pod to be placed there.
    overhead: Resources that the Pod needs beside its containers, counted by the scheduler.
        Filled in from the RuntimeClass.
    preemptionPolicy: Whether the Pod may push Pods of lower priority off a node to make room:
        PreemptLowerPriority, the default, or Never.
    priority: How important the Pod is; higher numbers go first and may displace lower ones.
        Filled in from priorityClassName.
    priorityClassName: The name of the priority class. system-node-critical and
        system-cluster-critical are the highest ones.
    readinessGates: Further conditions that must be True, besides the readiness of all
        containers, before the Pod is Ready.
    restartPolicy: Whether containers that have ended are started again: Always, the default;
        OnFailure, only after an exit code other than 0; Never. Restarts happen on the same node,
        after a delay that doubles from 10 seconds to 5 minutes.
    schedulerName: The scheduler that is to place the Pod; default-scheduler unless said
        otherwise. With another name the Pod waits for a scheduler of that name.
    schedulingGates: While this list is not empty, the scheduler leaves the Pod alone and
        STATUS shows SchedulingGated. Names can be removed later, not added.
    securityContext: Settings about users and rights for all containers. What a container says
        itself goes first.
    serviceAccount: The old name of serviceAccountName.
    serviceAccountName: The identity under which the containers talk to the API. The account
        default unless said otherwise.
    setHostnameAsFQDN: Whether `hostname` in the containers is the full name,
        HOSTNAME.SUBDOMAIN.NAMESPACE.svc.CLUSTERDOMAIN. Longer than 64 characters, and the Pod
        does not start.
    shareProcessNamespace: Whether all containers of the Pod see each other's processes. Then
        process 1 is the sandbox's and not the container's own.
    subdomain: Gives the Pod the name HOSTNAME.SUBDOMAIN.NAMESPACE.svc.CLUSTERDOMAIN, if a
        headless Service of this name exists.
    terminationGracePeriodSeconds: How many seconds the containers have for an orderly end,
        from the deletion on; 30 unless said otherwise. The preStop hook runs within this time.
        What still runs afterwards is killed. 0 kills at once.
    tolerations: Taints of nodes that the Pod puts up with.
    topologySpreadConstraints: How Pods of a group shall be spread over zones, nodes or other
        domains. All of the constraints count.
    volumes: Folders that containers of the Pod can mount. Most of them live as long as the
        Pod, longer than any single container.

  PodReadinessGate: The name of a condition that must be True for the Pod to be Ready.
    conditionType: The type of the condition in status.conditions. Somebody outside of the
        kubelet has to set it; missing counts as False.

  PodSchedulingGate: A reason to keep a Pod away from the scheduler for now.
    name: The name of the gate, unique within the Pod.

  PodSecurityContext: Users and rights for all containers of a Pod.
    fsGroup: A group that all containers belong to, and that owns the files of volumes that can
        be given away.
    runAsGroup: The group id of the first process of the containers.
    runAsNonRoot: Whether the kubelet refuses to start a container as user 0. The container
        then stays waiting with CreateContainerConfigError.
    runAsUser: The user id of the first process of the containers. What the image says, unless
        set.
    supplementalGroups: Groups that the first process of each container belongs to, beside its
        own.
    supplementalGroupsPolicy: Merge, the default: groups of the image's /etc/group count too.
        Strict: only those named here.

  HostAlias: A line of /etc/hosts.
    hostnames: Names for the address.
    ip: The address.

  PodDNSConfig: What the Pod's resolver shall know.
    nameservers: Addresses of name servers, after those of dnsPolicy. At most three in all.
    options: Options of the resolver, such as ndots.
    searches: Domains to complete short names with, after those of dnsPolicy.

  PodDNSConfigOption: An option of the resolver.
    name: The name of the option: ndots, timeout, edns0.
    value: Its value, where it has one.
  """

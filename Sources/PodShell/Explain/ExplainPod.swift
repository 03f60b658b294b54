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
    os: The system that the containers are made for. Fields of the other one are refused.
    dnsConfig: DNS settings that are added to those of dnsPolicy.
    hostAliases: Further lines for /etc/hosts of the containers.
    setHostnameAsFQDN: Whether the host name is the full name with subdomain, namespace and
        cluster domain instead of its first part.
    activeDeadlineSeconds: How many seconds the Pod may be active on its node, counted from
        status.startTime. Then it fails with the reason DeadlineExceeded and its containers are
        killed. Must be positive.
    affinity: Wishes and demands about the node and about the Pods nearby, for the scheduler.
    automountServiceAccountToken: Whether a token of the service account is mounted into the
        containers. Unset means what the service account says, otherwise yes.
    containers: The containers of the Pod. There must be at least one, and the list cannot
        change afterwards. All are started at once, after the init containers.
    dnsPolicy: Where the containers' DNS settings come from. ClusterFirst, the default, asks
        the cluster first and the node's servers for the rest; Default takes the node's settings;
        None takes only dnsConfig.
    enableServiceLinks: Whether variables such as WEB_SERVICE_HOST are set for every Service of
        the namespace that existed when the container started. On unless said otherwise.
    ephemeralContainers: Containers that were added to a running Pod to look for a mistake.
        They are never restarted and cannot be removed. They are added with kubectl debug, not when
        the Pod is made.
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
    hostUsers: Whether the users of the containers are those of the node, which is so unless
        said otherwise. With false root in the Pod is nobody on the node.
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

  PodOS: The system that the containers of a Pod are made for.
    name: Either linux or windows. The kubelet turns away what its node does not run.

  Sysctl: A parameter of the kernel, in the namespaces of the Pod.
    name: The name, such as net.ipv4.tcp_syncookies. The kubelet turns a Pod away that names one
        which could harm others.
    value: The value, as a text.

  PodSecurityContext: Users and rights for all containers of a Pod.
    appArmorProfile: Which AppArmor profile holds for containers that name none.
    seccompProfile: Which calls of the kernel containers may make that say nothing of it.
    sysctls: Parameters of the kernel that the Pod's namespaces get.
    fsGroup: A group that all processes of the containers belong to, and that owns volumes
        which can be owned.
    supplementalGroups: Further groups of the first process of each container.
    supplementalGroupsPolicy: Merge, the default, adds the groups that the image gives the
        user; Strict takes only those that are written here.
    runAsGroup: The group id of the first process of the containers.
    runAsNonRoot: Whether the kubelet refuses to start a container as user 0. The container
        then stays waiting with CreateContainerConfigError.
    runAsUser: The user id of the first process of the containers. What the image says, unless
        set.

  HostAlias: A line of /etc/hosts.
    hostnames: The names that lead to the address.
    ip: The address.

  PodDNSConfig: DNS settings of a Pod.
    nameservers: Addresses of servers, added behind those of dnsPolicy.
    options: Options for the resolver, merged with those of dnsPolicy.
    searches: Domains in which short names are looked for, added behind those of dnsPolicy.

  PodDNSConfigOption: An option for the resolver.
    name: The name of the option, such as ndots.
    value: Its value, if it has one.
  """

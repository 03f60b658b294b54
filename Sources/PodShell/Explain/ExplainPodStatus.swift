/// The texts of the status of a Pod and its containers.
/// The notation is explained at `ExplainTexts`.
let explainPodStatusTexts = """
  PodStatus: What is known of a Pod, as its kubelet last reported it. While the node cannot be
      reached it says what was true before.
    conditions: Where the Pod stands: PodScheduled, PodReadyToStartContainers, Initialized,
        ContainersReady, Ready, and others.
    containerStatuses: The state of each container of spec.containers.
    ephemeralContainerStatuses: The state of each ephemeral container.
    hostIP: The address of the node.
    hostIPs: All addresses of the node.
    initContainerStatuses: The state of each init container, sidecars included.
    message: Why the Pod is in this state, in words.
    nominatedNodeName: The node on which the scheduler is making room for the Pod by displacing
        others. It may be placed elsewhere after all.
    observedGeneration: The generation of the specification that this status was written for.
    phase: A summary. Pending: accepted, not all containers have been started yet. Running: on
        its node and at least one container runs or is starting again. Succeeded: all containers
        ended with 0 and will not be restarted. Failed: all have ended, at least one with a
        failure. Unknown: cannot be told.
    podIP: The address of the Pod in the cluster. It stays the same over restarts of
        containers.
    podIPs: All addresses of the Pod.
    qosClass: How the Pod is treated when its node runs short: Guaranteed (all containers have
        limits for CPU and memory, equal to their requests) is evicted last, then Burstable, and
        BestEffort (nothing set at all) first.
    reason: Why the Pod is in this state, in one word: Evicted, DeadlineExceeded, NodeLost.
    startTime: When the node's kubelet accepted the Pod, before any image was pulled.

  PodCondition: One aspect of where a Pod stands.
    lastProbeTime: Not used by Pods: always null.
    lastTransitionTime: When status last changed.
    message: Details in words.
    observedGeneration: The generation of the specification that this condition was written
        for.
    reason: Why, in one word, such as ContainersNotReady.
    status: True, False or Unknown.
    type: Which aspect: PodScheduled, Ready and so on.

  HostIP: An address of the node.
    ip: The address.

  PodIP: An address of the Pod.
    ip: The address.

  ContainerStatus: What is known of one container.
    allocatedResources: The requests that the node has granted the container.
    resources: The requests and limits with which the container runs.
    user: The identity of the first process as it was started.
    volumeMounts: How the volumes are mounted.
    containerID: The id of the container with the runtime before it: containerd://…. A restart
        makes a new container with a new id.
    image: The image that runs, as the runtime names it.
    imageID: The image by its digest.
    lastState: How the container before this one ended; empty until there is one.
    name: The name of the container.
    ready: Whether it can serve: it runs and its readiness probe, if it has one, succeeds.
    restartCount: How often it was started again.
    started: Whether its startup probe has succeeded, or it has none, and its postStart hook is
        done. For a sidecar that lets the next init container begin.
    state: What it is doing now.

  ContainerState: What a container is doing: exactly one of the fields. Without any, waiting is
      meant.
    running: It runs.
    terminated: It has ended.
    waiting: It has not been started, or is not started again yet.

  ContainerStateRunning: A container that runs.
    startedAt: When it was started.

  ContainerStateTerminated: A container that has ended.
    containerID: The id of the container that ended.
    exitCode: The exit code. Above 128 it is 128 and the number of the signal that ended it:
        137 for KILL, 143 for TERM.
    finishedAt: When it ended.
    message: What the container left in its termination message.
    reason: Why, in one word: Completed, Error, OOMKilled, ContainerCannotRun.
    signal: The number of the signal that ended it. The usual runtimes leave it empty and say
        it in exitCode.
    startedAt: When it had been started.

  ContainerStateWaiting: A container that has not been started.
    message: Details in words.
    reason: Why, in one word: ContainerCreating, PodInitializing, ErrImagePull,
        ImagePullBackOff, CrashLoopBackOff, CreateContainerConfigError.

  VolumeMountStatus: How a volume is mounted in a container.
    mountPath: The path in the container.
    name: The name of the volume.
    readOnly: Whether it can only be read.
    recursiveReadOnly: Whether that holds for what is mounted below it too.

  ContainerUser: The identity of a container.
    linux: The identity on Linux.

  LinuxContainerUser: The identity of the first process of a container on Linux.
    gid: Its primary group.
    supplementalGroups: Its further groups, those of the image included.
    uid: Its user.
  """

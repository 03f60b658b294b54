/// The texts of containers, their environment, probes and hooks.
/// The notation is explained at `ExplainTexts`.
let explainContainerTexts = """
  Container: One container: an image and how to run it.
    args: The arguments of the entry point; the CMD of the image where unset. $(NAME) becomes
        the value of a variable of the container; $$(NAME) is a way to write $(NAME).
    command: The entry point, not run in a shell; the ENTRYPOINT of the image where unset. When
        it is set, the image's CMD is not used either. $(NAME) as in args.
    env: Variables for the container. A later one may refer to earlier ones with $(NAME).
    envFrom: Sources whose keys all become variables. Where a key comes twice, the last source
        counts; env goes before all of them.
    image: The image, as NAME, NAME:TAG or NAME@DIGEST. Without tag and digest the tag latest
        is meant.
    imagePullPolicy: When the image is pulled. Always: before every start, though only what the
        node lacks is transferred. IfNotPresent: only if the node has no such image. Never: not at
        all. The default is Always for the tag latest and IfNotPresent otherwise.
    lifecycle: What is done right after the start and before the end of the container.
    livenessProbe: Asks whether the container is alive. When it has failed failureThreshold
        times in a row, the container is killed, and restarted as restartPolicy says.
    name: The name of the container, unique within the Pod; a DNS label.
    ports: Ports that the container listens on. For information, and as names for probes and
        Services: a port that is not in the list can be reached just the same.
    readinessProbe: Asks whether the container can serve. While it fails, the Pod is not Ready
        and gets no traffic from Services; nothing is restarted.
    resources: What the container needs and what it may use.
    restartPolicy: Only for init containers and only Always: makes it a sidecar, which starts
        before the others, goes on beside them and ends after them.
    securityContext: Users and rights of this container. Goes before the Pod's settings.
    startupProbe: Asks whether the container has started. Until it succeeds once, no other
        probe runs; when it has failed failureThreshold times, the container is killed.
    stdin: Whether the container gets an open standard input.
    stdinOnce: Whether standard input ends for good when the first one who was attached leaves.
    terminationMessagePath: The file in the container from which the kubelet takes the message
        of its end; /dev/termination-log unless said otherwise. At most 4096 bytes are kept.
    terminationMessagePolicy: File, the default, takes the message from terminationMessagePath
        only; FallbackToLogsOnError takes the end of the log when that file is empty and the
        container failed.
    tty: Whether the container gets a terminal. Needs stdin.
    volumeMounts: Where volumes of the Pod appear in the container.
    workingDir: The working directory; what the image says where unset.

  EphemeralContainer < Container: A container added to a running Pod to look for a mistake. It
      has no guarantees of resources, no probes, no ports and no restart.
    lifecycle: Not allowed here.
    livenessProbe: Not allowed here.
    ports: Not allowed here.
    readinessProbe: Not allowed here.
    resources: Not allowed here; it uses what the Pod has.
    restartPolicy: Not allowed here; an ephemeral container is never restarted.
    startupProbe: Not allowed here.
    targetContainerName: The container whose processes it shall see.
    name: The name of the container, unique among all containers of the Pod.

  ContainerPort: A port that a container listens on.
    containerPort: The number of the port, 1 to 65535.
    hostIP: The address of the node on which hostPort listens.
    hostPort: A port of the node that leads to this one. Only one Pod per node can have it, so
        the scheduler looks for a node where it is free.
    name: A name for the port, unique within the Pod, at most 15 characters. Probes and
        Services can refer to it.
    protocol: UDP, TCP or SCTP. TCP unless said otherwise.

  EnvVar: A variable of the environment of a container.
    name: The name of the variable.
    value: Its value. $(NAME) becomes the value of a variable that was defined before; a name
        that is not known stays as written.
    valueFrom: Where the value comes from instead. Not together with value.

  EnvVarSource: Where the value of a variable comes from; exactly one of the fields.
    configMapKeyRef: A key of a ConfigMap.
    fieldRef: A field of the Pod: metadata.name, metadata.namespace, metadata.labels['KEY'],
        metadata.annotations['KEY'], spec.nodeName, spec.serviceAccountName, status.hostIP,
        status.podIP and a few more.
    resourceFieldRef: A request or limit of a container: limits.cpu, requests.memory and so on.
    secretKeyRef: A key of a Secret.

  ConfigMapKeySelector: A key of a ConfigMap in the Pod's namespace.
    key: The key.
    name: The name of the ConfigMap.
    optional: Whether the container starts although ConfigMap or key are missing. Otherwise it
        waits with CreateContainerConfigError.

  SecretKeySelector: A key of a Secret in the Pod's namespace.
    key: The key.
    name: The name of the Secret.
    optional: Whether the container starts although Secret or key are missing. Otherwise it
        waits with CreateContainerConfigError.

  ObjectFieldSelector: A field of the Pod.
    apiVersion: The version of the API in which the path is written; v1 unless said otherwise.
    fieldPath: The path of the field, such as metadata.name.

  ResourceFieldSelector: A request or limit of a container.
    containerName: Whose. May be left away for environment variables, where the container
        itself is meant; needed in volumes.
    divisor: The unit of the result: 1Mi turns a limit of 64Mi into 64. 1 unless said
        otherwise; the result is rounded up.
    resource: Which one: limits.cpu, requests.memory and so on. A limit that is not set counts
        as what the node has to offer.

  EnvFromSource: A source whose keys become variables.
    configMapRef: A ConfigMap.
    prefix: A text to put before each name.
    secretRef: A Secret.

  ConfigMapEnvSource: A ConfigMap whose keys become variables. Keys that are no names of
      variables are left out, with an event.
    name: The name of the ConfigMap.
    optional: Whether the ConfigMap may be missing. Otherwise the container waits with
        CreateContainerConfigError.

  SecretEnvSource: A Secret whose keys become variables. Keys that are no names of variables
      are left out, with an event.
    name: The name of the Secret.
    optional: Whether the Secret may be missing. Otherwise the container waits with
        CreateContainerConfigError.

  Lifecycle: What the kubelet does at the beginning and at the end of a container.
    postStart: Runs right after the container was started, at the same time as its entry point.
        Until it is done, the container does not count as running; when it fails, the container is
        killed.
    preStop: Runs before the container is stopped because of a deletion or a failed probe; not
        when it ends by itself. The signal TERM comes after it, and all of it counts towards the
        grace period.

  LifecycleHandler: What a hook does; exactly one of the fields.
    exec: Runs a command in the container. An exit code other than 0 is a failure.
    httpGet: Sends an HTTP GET. An answer below 400 is a success.
    sleep: Waits.
    tcpSocket: Obsolete: is accepted and always fails when it runs.

  ExecAction: A command to run in the container.
    command: The command and its arguments, not run in a shell. Its working directory is the
        root of the container. Exit code 0 is a success.

  HTTPGetAction: An HTTP request that the kubelet sends. Any code from 200 to 399 is a success.
    host: The host to ask; the address of the Pod unless said otherwise.
    httpHeaders: Further headers of the request. The same name may come more than once.
    path: The path of the request; / unless said otherwise.
    port: The port: a number, or the name of a port of the container.
    scheme: HTTP, the default, or HTTPS, where the certificate is not checked.

  HTTPHeader: A header of an HTTP request.
    name: Its name.
    value: Its value.

  SleepAction: Waiting.
    seconds: For how many seconds.

  TCPSocketAction: A connection that is opened and closed again. That it can be opened is the
      success.
    host: The host to connect to; the address of the Pod unless said otherwise.
    port: The port: a number, or the name of a port of the container.

  GRPCAction: A call of the standard gRPC health service (grpc.health.v1.Health).
    port: The number of the port.
    service: The service to ask about; empty for the server as a whole.

  Probe: A question that the kubelet asks a container again and again. It says how to ask
      (exec, grpc, httpGet or tcpSocket), when, and how many answers decide.
    exec: Runs a command in the container; exit code 0 is a success.
    failureThreshold: After how many failures in a row the probe counts as failed; 3 unless
        said otherwise.
    grpc: Calls the gRPC health service; SERVING is a success.
    httpGet: Sends an HTTP GET; 200 to 399 is a success.
    initialDelaySeconds: How many seconds after the start of the container nothing is asked
        yet; 0 unless said otherwise.
    periodSeconds: How many seconds lie between two questions; 10 unless said otherwise.
    successThreshold: After how many successes in a row the probe counts as passed again; 1
        unless said otherwise. Must be 1 for liveness and startup.
    tcpSocket: Opens a connection.
    terminationGracePeriodSeconds: The grace period when this probe kills the container, in
        place of the Pod's. Not for readiness.
    timeoutSeconds: After how many seconds without an answer the question counts as failed; 1
        unless said otherwise.

  ResourceRequirements: What a container needs and what it may use.
    limits: What it may use at most, by resource. More CPU is not given; more memory gets it
        killed with OOMKilled.
    requests: What it needs, by resource. The scheduler chooses a node that has so much left,
        and there it is kept free. The limits, where unset.

  Capabilities: Single rights of root, by name without CAP_.
    add: Rights beside those that every container has; ALL for all of them.
    drop: Rights that are taken away; ALL for all of them.

  AppArmorProfile: What AppArmor allows the processes.
    localhostProfile: With type Localhost, the name of a profile that is loaded on the node. No
        node of podlab has any: the container stays waiting with CreateContainerError.
    type: Localhost, RuntimeDefault or Unconfined.

  SeccompProfile: Which calls of the kernel the processes may make.
    localhostProfile: With type Localhost, a file below the kubelet's folder of profiles. No node
        of podlab has any: the container stays waiting with CreateContainerError.
    type: Localhost, RuntimeDefault or Unconfined.

  SecurityContext: Users and rights of one container.
    appArmorProfile: Which AppArmor profile holds for the container. The Pod's, unless set.
    seccompProfile: Which calls of the kernel the container may make. The Pod's, unless set.
    allowPrivilegeEscalation: Whether a program may make its process more than its parent was.
        With false /proc/PID/status shows NoNewPrivs 1.
    capabilities: Which single rights of root the processes have beyond the usual ones, or lack.
        They are in force for user 0 only; /proc/PID/status shows them.
    readOnlyRootFilesystem: Whether the container's own file system can only be read. Volumes
        stay writable.
    runAsGroup: The group id of the first process.
    runAsNonRoot: Whether the kubelet refuses to start the container as user 0. It then stays
        waiting with CreateContainerConfigError.
    runAsUser: The user id of the first process. What the image says, unless set.

  VolumeMount: Where a volume appears in a container.
    recursiveReadOnly: Whether a read-only mount covers what is mounted below it too: Disabled,
        IfPossible or Enabled. Needs readOnly.
    subPathExpr: Like subPath, with variables of the container as $(NAME). Not together with
        subPath.
    mountPath: The path in the container. It must not contain a colon.
    name: The name of the volume in spec.volumes.
    readOnly: Whether the container can only read it.
    subPath: A path inside of the volume that is mounted instead of its root. Such a mount does
        not follow later changes of a ConfigMap or Secret.
  """

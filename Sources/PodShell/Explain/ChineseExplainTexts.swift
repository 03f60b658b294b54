/// What the kinds and fields of the glossary mean, in Simplified Chinese. What stands here not is
/// shown in English. The notation is explained at `ExplainTexts`; a space is where a line may end.
let chineseExplainTexts = """
  Pod: 一个或多个容器，一起放在同一个节点上， 共享网络地址，也可以共享卷。 Kubernetes 运行的最小单位。
    spec: 期望：有哪些容器，如何运行。
    status: 现状：由节点上的 kubelet 观察并写入， 可能滞后于实际情况，用户不能修改。

  PodSpec: Pod 应如何运行。 Pod 存在之后几乎不能修改，由控制器创建新的 Pod 来代替。
    activeDeadlineSeconds: Pod 最多可以活跃多少秒， 超过则失败，原因为 DeadlineExceeded。
    affinity: 对节点以及附近 Pod 的要求和偏好（亲和性），供调度器使用。
    containers: 应用容器。至少一个，之后不能增减。 Init 容器结束后一起启动。
    ephemeralContainers: 临时容器：为排查问题加入运行中的 Pod， 不会重启，也不能移除。
    initContainers: Init 容器：在应用容器之前依次运行到成功。 restartPolicy 为 Always 的是 Sidecar
        容器： 启动之后与应用容器一同运行。
    nodeName: Pod 所在的节点，由调度器设置。 手动设置会绕过调度器及其检查。
    nodeSelector: 节点选择算符：节点必须具有的全部标签。
    priorityClassName: 优先级类的名字。 优先级高的 Pod 先调度，并可能抢占别的 Pod。
    readinessGates: 除所有容器就绪之外， 还必须为 True 的状况，Pod 才算 Ready。
    restartPolicy: 重启策略：Always（默认）、OnFailure、Never。 在同一节点上重启，指数级回退延迟从
        10 秒增至 5 分钟。
    schedulerName: 负责调度这个 Pod 的调度器，默认 default-scheduler。
    schedulingGates: 调度门控：列表不为空时不会调度， STATUS 显示 SchedulingGated。
    serviceAccountName: 容器访问 API 时使用的服务账号，默认 default。
    shareProcessNamespace: 容器之间是否能看到彼此的进程（共享 PID 名字空间）。
    terminationGracePeriodSeconds: 体面终止的宽限期，单位为秒，默认 30。 preStop 也计算在内；超过后
        仍在运行的被 KILL。
    tolerations: 容忍度：Pod 能够接受的节点污点。
    topologySpreadConstraints: 同一组 Pod 应如何分布在各个区域或节点上。
    volumes: 容器可以挂载的卷。

  PodStatus: Pod 的现状。
    conditions: 状况：PodScheduled、Initialized、ContainersReady、Ready 等。
    containerStatuses: 每个应用容器的状态。
    initContainerStatuses: 每个 Init 容器的状态。
    phase: 阶段：Pending（悬决）、Running（运行中）、 Succeeded（成功）、Failed（失败）、
        Unknown（未知）。 STATUS 列不是阶段。
    podIP: Pod 的网络地址。
    qosClass: 服务质量类：Guaranteed、Burstable 或 BestEffort， 由请求和限制决定。
    reason: Pod 处于当前阶段的原因，例如 Evicted（被驱逐）。
    startTime: kubelet 接受这个 Pod 的时间，在拉取镜像之前。

  PodCondition: Pod 的一项状况。
    lastTransitionTime: status 最近一次变化的时间。
    message: 用文字说明的细节。
    reason: 用一个词说明的原因。
    status: True、False 或 Unknown。
    type: 是哪一项状况。

  Container: Pod 中的一个容器。
    args: 入口程序的参数；没有写时使用镜像的 CMD。
    command: 入口程序；没有写时使用镜像的 ENTRYPOINT。
    env: 环境变量。
    image: 镜像的名字，可带镜像标签或摘要。
    imagePullPolicy: 镜像拉取策略：Always、IfNotPresent、Never。 没有写时：镜像标签为 latest 或没有
        标签则 Always， 否则 IfNotPresent。
    lifecycle: 生命周期回调：postStart 与 preStop。
    livenessProbe: 存活态探针：连续失败则重启容器。
    ports: 容器监听的端口；主要用于说明。
    readinessProbe: 就绪态探针：失败则 Pod 不再 Ready， Service 不再发送流量。
    resources: 请求和限制：需要多少、最多使用多少 CPU 和内存。
    restartPolicy: 只用于 Init 容器：Always 使其成为 Sidecar 容器。
    startupProbe: 启动探针：成功之前，存活态和就绪态探针不执行。
    volumeMounts: 卷挂载到容器的什么路径。

  Probe: kubelet 反复执行的检查。
    exec: 检查机制：在容器中运行命令，退出码 0 为成功。
    failureThreshold: 连续失败多少次才起作用，默认 3。
    grpc: 检查机制：gRPC 健康检查，SERVING 为成功。
    httpGet: 检查机制：HTTP 请求，2xx 和 3xx 为成功。
    initialDelaySeconds: 容器启动后等待多少秒才开始，默认 0。
    periodSeconds: 间隔多少秒，默认 10。
    successThreshold: 失败之后连续成功多少次才算恢复，默认 1。
    tcpSocket: 检查机制：端口可以连接为成功。
    terminationGracePeriodSeconds: 探针失败而结束容器时的宽限期。
    timeoutSeconds: 等待回答多少秒，默认 1。

  Lifecycle: 容器的生命周期回调。
    postStart: 容器创建后立即执行，与入口程序没有先后； 失败则容器被杀死。
    preStop: 容器从外部被结束之前执行；结束后才发送 TERM。

  ResourceRequirements: 容器的资源。
    limits: 限制：最多可以使用的量。 CPU 超出会被节流，内存超出会被杀死（OOM）。
    requests: 请求：调度时保证的量。

  ContainerState: 容器状态：等待、运行中、已终止，三者之一。
    running: 运行中，以及从何时开始。
    terminated: 已终止：退出码、原因和时间。
    waiting: 等待：尚未启动或等待重启，以及原因。

  NodeSpec: 对节点的期望。
    taints: 污点：使没有相应容忍度的 Pod 远离节点。
    unschedulable: 调度器是否略过这个节点（cordon）。 已有的 Pod 不受影响。

  Taint: 使没有相应容忍度的 Pod 远离节点。
    effect: NoSchedule：不接收新 Pod。 PreferNoSchedule：尽量不接收。 NoExecute：还会驱逐已有的 Pod。
    key: 污点的名字。
    value: 供容忍度比较的值。

  NodeStatus: 节点的现状。
    allocatable: 可以分配给 Pod 的资源总量。
    capacity: 节点拥有的资源总量。
    conditions: 状况：Ready、MemoryPressure、DiskPressure、PIDPressure。

  ObjectMeta: 所有对象共有的信息。
    annotations: 注解：附加的说明，不能用于选择。
    deletionTimestamp: 请求删除之后，对象应当消失的时间。
    finalizers: 终结器：列表为空之前，对象不会消失。
    labels: 标签：键和值，供选择算符使用。
    name: 名字，在名字空间内唯一。
    namespace: 名字空间。
    ownerReferences: 拥有者；拥有者消失后，垃圾收集会删除这个对象。
    uid: 唯一标识；同名的新对象有不同的 uid。
  """

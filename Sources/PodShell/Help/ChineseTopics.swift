/// `help 主题` 的页面：与 `EnglishTopics` 同样的事实。
enum ChineseTopics {
  static let pages: [String: String] = [
    "phases": """
    阶段：status.phase 表示 Pod 处于生命周期的哪一步，只前进不后退。

      Pending    悬决：已被接受；尚未调度，或正在拉取镜像，或 Init 容器在运行
      Running    运行中：已在节点上，容器都已创建，至少一个在运行或（重新）启动
      Succeeded  成功：所有容器以退出码 0 结束，且不会重启
      Failed     失败：所有容器都已结束，至少一个不是 0，且不会重启；
                 或 Pod 被驱逐、被节点拒绝、超过时限
      Unknown    未知：kubelet 已不再设置；失联节点表现为 Ready=Unknown

    STATUS 列不是阶段。有更能说明问题的原因时，它显示那个原因：
    ContainerCreating、CrashLoopBackOff、ImagePullBackOff、Init:0/1、Completed、
    Terminating 都只是 STATUS。崩溃循环中的 Pod，阶段仍是 Running。

    restartPolicy 为 Always 的 Pod 永远不会 Succeeded。Pod 从不被重新调度：
    控制器会创建新的 Pod，名字和 UID 都是新的。

    试试：columns POD（并列显示阶段、STATUS、容器状态）
    """,
    "conditions": """
    状况：status.conditions，每项为 True、False 或 Unknown，带原因和时间。

      PodScheduled               已找到节点（False：Unschedulable、SchedulingGated
                                 ）
      PodReadyToStartContainers  沙箱已就绪，网络已配置
      Initialized                Init 容器都已成功结束，Sidecar 容器已启动
      ContainersReady            所有容器就绪
      Ready                      ContainersReady，且所有 readinessGates 为 True
      DisruptionTarget           即将被终止：驱逐、抢占、污点等

    Ready 决定 Service 是否把流量发给它。没有就绪态探针的容器一运行就算就绪；
    有启动探针时，要等它成功。Ready=False 且原因为 PodCompleted：已全部正常结束。
    节点失联时，由节点控制器把 Ready 设为 False。

    状况加起来不等于阶段：Running 的 Pod 不一定 Ready。

    试试：conditions POD；wait --for=condition=Ready pod/web
    """,
    "probes": """
    探针：kubelet 反复向容器提出的问题。

      启动探针 startup       成功之前，另外两种不执行；失败过多则重启容器
      存活态探针 liveness    连续失败 failureThreshold 次：重启容器
      就绪态探针 readiness   失败：不再 Ready，没有流量；不会重启

      httpGet    2xx 和 3xx 为成功       tcpSocket  端口可连接
      exec       退出码为 0              grpc       SERVING

      initialDelaySeconds 0   periodSeconds 10   timeoutSeconds 1
      failureThreshold 3      successThreshold 1（存活与启动探针只能为 1）

    一开始就不健康、用默认数值：Pod 到达节点 30 s 后容器被杀死。
    探测从 Pod 外部发起：只监听 127.0.0.1 时 httpGet 和 tcpSocket 会失败。
    重启遵守 restartPolicy，并有指数级回退延迟：10 s、20 s … 300 s。

    试试：create pod web --image=nginx --liveness=http:80/
          probe fail web liveness   advance 1m   describe pod web
    """,
    "pull-policy": """
    镜像拉取策略：imagePullPolicy 决定 kubelet 何时询问镜像仓库。

      Always        每次启动容器都询问；节点已有的部分不会再次下载
      IfNotPresent  节点上没有时才拉取
      Never         从不拉取；节点上没有则为 ErrImageNeverPull

    没有写时，由镜像标签在创建对象时决定一次：
    :latest 或没有标签为 Always；其他标签或摘要为 IfNotPresent。
    之后修改标签，不会改变策略。

    拉取失败先显示 ErrImagePull，再显示 ImagePullBackOff：
    10、20、40、80、160 s 后重试，之后每 300 s 一次。
    不合法的镜像名显示 InvalidImageName。标签可以改指别的内容，摘要不能。

    试试：pull fail nginx   registry down   push 镜像
    """,
    "hooks": """
    生命周期回调：容器的 lifecycle.postStart 与 lifecycle.preStop。

      postStart  与入口程序同时开始，没有先后。结束之前容器不算 Running，
                 后面的容器也不启动。失败则容器被杀死，按 restartPolicy 重启。
      preStop    容器要从外部结束时执行：删除、驱逐、存活或启动探针失败。
                 进程自己结束时不执行。执行完才发送 TERM。
                 失败也照样结束容器，事件为 FailedPreStopHook。

    回调处理程序：exec、httpGet、sleep。tcpSocket 仅为旧对象保留。
    preStop 占用宽限期：超过宽限期的回调被切断，TERM 之后再给 2 s，然后 KILL。
    回调可能执行多次；输出只在失败事件里能看到。

    试试：hook slow web preStop 20s   delete pod web   advance 40s
    """,
    "termination": """
    体面终止：从 delete 到消失。G 是宽限期，默认 30 s，
    由 terminationGracePeriodSeconds 或 --grace-period 决定。

      0         设置 deletionTimestamp；STATUS 为 Terminating（不是阶段）；
                端点不再就绪；所有容器同时开始结束，Sidecar 容器最后
      0..P      执行 preStop 回调（P 为所用时间，最多 G）
      min(P,G)  向每个容器的 1 号进程发送 TERM
      G         对仍在运行的发送 KILL（回调很长时：TERM 之后至少 2 s）
      然后      kubelet 报告结束，对象消失

    没有处理 TERM 的 1 号进程会忽略它：sh -c 'sleep 3600' 要等到 KILL。
    退出码 143 是 TERM，137 是 KILL。
    --force --grace-period=0 立即删除对象，但并不结束进程。
    失联节点上的 Pod 一直 Terminating，直到节点恢复、被删除，或强制删除 Pod。

    试试：ignore-term web   delete pod web   advance 40s
    """,
    "scheduling": """
    调度：调度器把 Pod 绑定到一个节点，只有一次。

      过滤  去掉不能接收它的节点：空闲 CPU 或内存不足、不容忍污点、
            nodeSelector 或亲和性不符、已被 cordon、hostPort 被占用等
      打分  在剩下的节点中选最好的
      绑定  设置 spec.nodeName；其余由该节点的 kubelet 完成

    计算用的是请求，不是限制，也不是实际用量。没有合适节点：Pending，
    事件 FailedScheduling（"0/3 nodes are available: …"），情况变化时再试。
    优先级更高的 Pod 可能抢占别的 Pod。调度门控（schedulingGates）让 Pod 等待；
    手写 spec.nodeName 会绕过调度器。

      NoSchedule  不接收新 Pod    PreferNoSchedule  尽量不    NoExecute
                  已有的也驱逐

    试试：create pod big --image=nginx --requests=cpu=8   describe pod big
          taint node node-1 k=v:NoSchedule    cordon node-1
    """,
    "nodes": """
    节点：在 0 s 执行 kill node node-1 之后（理想时钟）。

       50 s  节点控制器收不到 kubelet 的消息：Ready=Unknown（NotReady），
             加上污点 unreachable:NoSchedule 和 :NoExecute；
             节点上的 Pod 变为 Ready=False，STATUS 仍是 Running
      350 s  tolerationSeconds 300 已过：Pod 被删除，STATUS 为 Terminating
             没有人能结束它们的进程，所以一直 Terminating
      然后   节点恢复，或被删除，或用 --force 删除这些 Pod

    只有控制器的 Pod 会在 350 s 被替换，新 Pod 有新的名字和 UID。
    单独的 Pod 就此消失。partition node 从外面看相同，但容器仍在运行。

    内存、磁盘或 PID 压力：加污点，并驱逐 Pod（Failed，Evicted），
    超出请求的先被驱逐。drain 通过驱逐 API 清空节点；cordon 只是关闭。

    试试：kill node node-2   advance 6m   get pods -o wide   start node node-2
    """,
    "time": """
    时间：虚拟的。从 2026-01-01T00:00:00Z 开始，只在你要求时前进。

      advance 30s        也可以写 +30s
      step               到 API 服务器发布的下一个变化
      until 'pod/web condition=Ready'      wait --for=condition=Ready pod/web
      break 'pod/web phase=Failed'         advance 会停在那里
      rewind 30s   undo   redo             退回，再前进
      clock                                现在是什么时间

    命令在自己的请求之后返回；由它引起的事情在时钟下一次前进时发生。
    wait、drain、rollout status、exec、delete --wait 会把时钟推进到需要的时刻，
    并说明：clock +30s → 0:45。脚本里的 get -w 和 logs -f 用 --for 时长。

    调度和启动不花时间；拉取花 字节数 ÷ 50 MB/s。jitter on 显示真实集群的延迟。
    同样的种子、同样的命令：结果逐字节相同。
    """,
  ]
}

/// The sentences of `why` in Simplified Chinese, by the glossary of the Kubernetes documentation;
/// see `Phrasebook`.
enum ChineseReasons {
  static let table = pods + nodes + workloads

  private static let pods = #"""
    Nothing is wrong with {}: it is Running, and Ready{~}.
      {1} 没有问题：它在运行（Running），并且已就绪（Ready）{2}。
    {~} was restarted {~}.
      {1}被重启过 {2}。
    {} is not Ready{~}.
      {1} 没有就绪{2}。
    Its readiness gate is closed: {~}. Its containers alone do not make it Ready.
      它的就绪门控没有打开：{1}。只靠容器不能使它就绪。
    The kubelet of {} has not reported it yet.
      {1} 的 kubelet 还没有上报。
    {~} has failed {~}; failureThreshold is {}.
      {1}{2}失败；failureThreshold 为 {3}。
    {~} had failed {~}; failureThreshold is {}.
      {1}当时{2}失败；failureThreshold 为 {3}。
    Its command ends with an exit code other than 0{~}.
      它的命令以非 0 的退出码结束{1}。
    The probe gets: {}, because {~}.
      探针得到的是：{1}，因为{2}。
    The probe gets: {}.
      探针得到的是：{1}。
    {~}; the next probe finds that.
      {1}；下一次探测会发现这一点。
    {~} has succeeded {~} in a row; successThreshold is {}.
      {1}连续成功 {2}；successThreshold 为 {3}。
    {~} has not answered yet; initialDelaySeconds is {}, so it begins at {} or later.
      {1}还没有结果；initialDelaySeconds 为 {2}，因此最早从 {3} 开始。
    {~} has not answered yet.
      {1}还没有结果。
    {} is not initialized: it waits for init container {}, {} of {}.
      {1} 还没有初始化：它在等待 Init 容器 {2}（第 {3} 个，共 {4} 个）。
    It has been running{~}, and the next container starts when it has ended with exit code 0.
      它一直在运行{1}；它以退出码 0 结束之后，下一个容器才会启动。
    {} is in CrashLoopBackOff: {~} has ended {~}, {~}.
      {1} 处于 CrashLoopBackOff：{2}已经结束 {3}，{4}。
    The kubelet waits {} after this end and starts it again at {}; {~}.
      这次结束之后 kubelet 等待 {1}，在 {2} 重新启动它；{3}。
    {} is not running well: {~} has ended with exit code {} ({}).
      {1} 运行不正常：{2}已经结束，退出码为 {3}（{4}）。
    restartPolicy is {}, so it is not started again.
      restartPolicy 为 {1}，所以不再启动它。
    restartPolicy is {}, so it does not run again.
      restartPolicy 为 {1}，所以它不再运行。
    {} is not running yet: {~} does not count as running before its postStart hook has ended.
      {1} 还没有运行：{2}的 postStart 回调结束之前不算在运行。
    {} is not running yet: {} has been pulling the image {} since {}; it will be there at {}.
      {1} 还没有运行：{2} 自 {4} 起在拉取镜像 {3}；{5} 会拉取完。
    {} is not running: {~} cannot be started ({}).
      {1} 没有运行：{2}无法启动（{3}）。
    The kubelet says: {}.
      kubelet 说：{1}。
    There is no {} {} any more, because {~}.
      {1} {2} 已经不在了，因为{3}。
    There is no {} named {} in the namespace {}.
      名字空间 {3} 中没有名为 {2} 的 {1}。
    {} is not running: {~} has no image ({}).
      {1} 没有运行：{2}没有镜像（{3}）。
    {} is no valid name of an image.
      {1} 不是有效的镜像名。
    imagePullPolicy is Never, and the image {} is not on {}.
      imagePullPolicy 为 Never，而镜像 {1} 不在 {2} 上。
    The registry has no image {}, because {~}.
      镜像仓库中没有镜像 {1}，因为{2}。
    The registry has no image {}.
      镜像仓库中没有镜像 {1}。
    Docker Hub gives no image {}: there is no such repository, or it is private{~}.
      Docker Hub 不提供镜像 {1}：没有这个仓库，或者它是私有的{2}。
    There is no registry of the name that {} begins with{~}.
      没有 {1} 开头所写的那个镜像仓库{2}。
    The registry does not answer{~}.
      镜像仓库没有应答{1}。
    The registry gives {} to nobody without a password{~}.
      没有密码，镜像仓库不会提供 {1}{2}。
    The registry has counted too many pulls and gives no more{~}.
      镜像仓库认为拉取次数过多，不再提供{1}。
    The registry answers with an error when it is asked for {}, because {~}.
      向镜像仓库请求 {1} 时，它返回错误，因为{2}。
    The registry answers with an error when it is asked for {}.
      向镜像仓库请求 {1} 时，它返回错误。
    The kubelet has asked for too many images at once{~}.
      kubelet 一次请求了过多的镜像{1}。
    It was tried {~}; the kubelet waits {} and tries again at {}.
      已经尝试 {1}；kubelet 等待 {2}，在 {3} 再次尝试。
    It was tried {~}.
      已经尝试 {1}。
    {} is Pending: spec.nodeName gives it to {}, and there is no such node.
      {1} 处于 Pending：spec.nodeName 把它交给 {2}，而没有这个节点。
    {} has no sandbox, so none of its containers can start.
      {1} 没有沙箱，所以它的容器都不能启动。
    The runtime says: {}.
      容器运行时说：{1}。
    The kubelet tries again at {}.
      kubelet 在 {1} 再次尝试。
    {} is not running: a volume of it cannot be mounted, and nothing starts before all of them are.
      {1} 没有运行：它有一个卷不能挂载，而所有卷挂载好之前什么都不会启动。
    {} has the node {}, and the kubelet there has not begun with it: nothing happens until time moves.
      {1} 已分配到节点 {2}，那里的 kubelet 还没有开始处理：时间不动，什么都不会发生。
    {} is Pending: the scheduler does not look at it before its scheduling gates are taken away: {~}.
      {1} 处于 Pending：去掉调度门控之前，调度器不会考虑它：{2}。
    {} is Pending: it asks for the scheduler {}, and the cluster has none of that name.
      {1} 处于 Pending：它要求使用调度器 {2}，而集群中没有这个调度器。
    {} is Pending: the scheduler has not looked at it yet, and nothing happens until time moves.
      {1} 处于 Pending：调度器还没有考虑它；时间不动，什么都不会发生。
    {} is Pending{~}: the cluster has no nodes.
      {1} 处于 Pending{2}：集群中没有节点。
    {} is Pending{~}: the only node cannot take it.
      {1} 处于 Pending{2}：唯一的节点不能接收它。
    {} is Pending{~}: none of the {} nodes can take it.
      {1} 处于 Pending{2}：{3} 个节点都不能接收它。
    It is to get {}: Pods of lower priority are being deleted there for it.
      它将得到 {1}：那里优先级较低的 Pod 正在为它被删除。
    {~} (filter {}).
      {1}（过滤器 {2}）。
    `{}` was typed at {}.
      在 {2} 键入了 `{1}`。
    {} was deleted; it was gone at {}.
      {1} 被删除了；它在 {2} 消失。
    It was deleted at {}{~}.
      它在 {1} 被删除{2}。
    The scheduler had it deleted at {} to make room for a Pod of higher priority{~}.
      调度器在 {1} 让它被删除，为优先级更高的 Pod 腾出位置{2}。
    The {} deleted it at {}, because {~}.
      {1} 在 {2} 删除了它，因为{3}。
    The {} deleted it at {}.
      {1} 在 {2} 删除了它。
    The taint-eviction-controller deleted it at {}: {} got the taint {} at {}, because {~}, and {~}.
      taint-eviction-controller 在 {1} 删除了它：{2} 在 {4} 得到污点 {3}，因为{5}；{6}。
    The taint-eviction-controller deleted it at {}: {} got the taint {} at {}, and {~}.
      taint-eviction-controller 在 {1} 删除了它：{2} 在 {4} 得到污点 {3}；{5}。
    {} has been Terminating since {}.
      {1} 自 {2} 起处于 Terminating。
    Only its kubelet can say that the containers have ended, so {} stays until the node is back or deleted, or the Pod is deleted by force.
      只有它的 kubelet 能确认容器已经结束，所以 {1} 会一直留着，直到节点恢复或被删除，或者强制删除这个 Pod。
    The object is kept until its finalizers are taken away: {~}.
      去掉 Finalizer 之前，对象会保留：{1}。
    Its kubelet has not begun to stop it: nothing happens until time moves.
      它的 kubelet 还没有开始停止它：时间不动，什么都不会发生。
    {~} has {~} of grace since {}.
      {1}自 {3} 起有 {2} 的宽限期。
    SIGTERM is sent when the hook ends, or when the grace is over.
      回调结束或宽限期满时发送 SIGTERM。
    {} was sent at {}, and its process has not ended, because {~}; SIGKILL follows at {}.
      {1} 在 {2} 发出，它的进程没有结束，因为{3}；{4} 将发送 SIGKILL。
    {} was sent at {}, and its process has not ended; SIGKILL follows at {}.
      {1} 在 {2} 发出，它的进程没有结束；{3} 将发送 SIGKILL。
    It ended at {} with exit code {}, because {~}.
      它在 {1} 结束，退出码为 {2}，因为{3}。
    It was lost at {}, when its node lost its power.
      它在 {1} 随节点断电而丢失。
    At {} signal {} ended its process, {} after its start.
      信号 {2} 在 {1} 结束了它的进程，距启动 {3}。
    At {} its process ended by itself with exit code {}, {} after its start.
      它的进程在 {1} 自行结束，退出码为 {2}，距启动 {3}。
    The kernel killed it at {} with exit code {} (OOMKilled): it used more than its memory limit of {}, because {~}.
      内核在 {1} 杀死了它，退出码为 {2}（OOMKilled）：它用的内存超过了 {3} 的限制，因为{4}。
    The kernel killed it at {} with exit code {} (OOMKilled): it used more than its memory limit of {}.
      内核在 {1} 杀死了它，退出码为 {2}（OOMKilled）：它用的内存超过了 {3} 的限制。
    The kernel killed it at {} with exit code {} (OOMKilled): the node was out of memory.
      内核在 {1} 杀死了它，退出码为 {2}（OOMKilled）：节点内存不足。
    The kernel killed it at {} with exit code {} (OOMKilled), because {~}.
      内核在 {1} 杀死了它，退出码为 {2}（OOMKilled），因为{3}。
    The kubelet stopped it at {}, because its {~} probe failed.
      kubelet 在 {1} 停止了它，因为它的{2}失败了。
    The kubelet stopped it at {}, because its postStart hook failed.
      kubelet 在 {1} 停止了它，因为它的 postStart 回调失败了。
    The kubelet stopped it at {}, because nobody knew its state.
      kubelet 在 {1} 停止了它，因为没有人知道它的状态。
    The kubelet stopped it at {}, because its definition was changed: {~}.
      kubelet 在 {1} 停止了它，因为它的定义被修改：{2}。
    The kubelet stopped it at {}, because its definition was changed.
      kubelet 在 {1} 停止了它，因为它的定义被修改。
    The kubelet stopped it at {} to make the Pod's sandbox anew{~}.
      kubelet 在 {1} 停止了它，以便重建 Pod 的沙箱{2}。
    Its {} hook has been running since {}{~}.
      它的 {1} 回调自 {2} 起一直在运行{3}。
    Its {} hook ended at {}.
      它的 {1} 回调在 {2} 结束。
    Its {} hook failed at {}: {}, because {~}.
      它的 {1} 回调在 {2} 失败：{3}，因为{4}。
    Its {} hook failed at {}: {}.
      它的 {1} 回调在 {2} 失败：{3}。
    Its {} hook had not ended when its grace was over, at {}{~}.
      宽限期在 {2} 结束时，它的 {1} 回调还没有结束{3}。
    Nothing is wrong with {}: it is Succeeded, because {~} ended with exit code 0{~}.
      {1} 没有问题：它已成功（Succeeded），因为{2}以退出码 0 结束{3}。
    The kubelet of {} says: {}, because {~}.
      {1} 的 kubelet 说：{2}，因为{3}。
    The kubelet of {} says: {}.
      {1} 的 kubelet 说：{2}。
    activeDeadlineSeconds is {}, and it had been on {} for that long at {}.
      activeDeadlineSeconds 为 {1}，到 {3} 它在 {2} 上已满这么久。
    {} is Failed ({}) since {}, and stays so.
      {1} 自 {3} 起失败（Failed，{2}），并将一直如此。
    {} is Failed{~}, and stays so: {~} ended with exit code {} ({}).
      {1} 已失败（Failed）{2}，并将一直如此：{3}以退出码 {4} 结束（{5}）。
    {} is Failed{~}, and stays so.
      {1} 已失败（Failed）{2}，并将一直如此。
    No container of it runs.
      它没有容器在运行。

    """#

  private static let nodes = #"""
    {} is shown as {} and Ready, but that is what {} reported last: nobody hears of {} now.
      {1} 显示为 {2} 并且就绪，但那是 {3} 最后一次上报的内容：现在没有 {4} 的消息。
    {} is not Ready: its node {} is NotReady.
      {1} 没有就绪：它的节点 {2} 是 NotReady。
    {} bears the taint {} until {}; then it is deleted.
      {1} 容忍污点 {2} 到 {3}；之后它会被删除。
    Nothing is wrong with {}: it is Ready{~}.
      {1} 没有问题：它已就绪（Ready）{2}。
    {} has been without power since {}, because {~}.
      {1} 自 {2} 起断电，因为{3}。
    No kubelet has been running on {} since {}, because {~}.
      自 {2} 起 {1} 上没有 kubelet 在运行，因为{3}。
    {} has been cut off from the API server since {}, because {~}.
      {1} 自 {2} 起与 API 服务器断开，因为{3}。
    There is no node {}.
      没有节点 {1}。
    {} is not Ready: its kubelet has not reported yet.
      {1} 没有就绪：它的 kubelet 还没有上报。
    Nothing runs there.
      那里什么都没有运行。
    What ran there runs on, and nobody looks after it.
      那里运行的东西继续运行，但无人照管。
    What ran there runs on, and nobody hears of it.
      那里运行的东西继续运行，但没有消息传出。
    The API server still shows {} as Ready; after 50s of silence, at {}, the node controller gives it up.
      API 服务器仍把 {1} 显示为 Ready；沉默满 50s，即到 {2}，节点控制器才会放弃它。
    {} is NotReady{~}: its kubelet had been silent for 50s.
      {1} 为 NotReady{2}：它的 kubelet 沉默了 50s。
    {} has had {} since {}, because {~}.
      {1} 自 {3} 起有 {2}，因为{4}。
    {} has had {} since {}.
      {1} 自 {3} 起有 {2}。
    {} takes no new Pods: it is cordoned{~}.
      {1} 不接收新的 Pod：它被禁止调度（cordon）{2}。

    """#

  private static let workloads = #"""
    Nothing is wrong with {}: it is Complete.
      {1} 没有问题：它已完成（Complete）。
    Nothing is wrong with {}: {~} are ready.
      {1} 没有问题：{2} 已就绪。
    Nothing is wrong with {}: {} of {} completions are reached{~}.
      {1} 没有问题：已完成 {2} 次，共需 {3} 次{4}。
    {} more Pods are not well.
      还有 {1} 个 Pod 不正常。
    Next: {~}
      下一步：{1}
    Its controller has not finished: nothing happens until time moves.
      它的控制器还没有完成：时间不动，什么都不会发生。
    {}: {~} are ready.
      {1}：{2} 已就绪。
    {}: {} of {} completions are reached{~}.
      {1}：已完成 {2} 次，共需 {3} 次{4}。
    {} is Failed ({}): {}.
      {1} 已失败（Failed，{2}）：{3}。

    """#

  /// Parts of sentences.
  static let clauses = #"""
    nobody has set the condition {} yet
      还没有人设置状况 {1}
    the condition {} is not True
      状况 {1} 不为 True
    {} times in a row since {}
      自 {2} 起连续 {1} 次
    once, at {}
      在 {1} 有 1 次
    The {~} probe of container {}
      容器 {2} 的{1}
    The {~} probe of {}
      {2} 的{1}
    readiness
      就绪态探针
    liveness
      存活态探针
    startup
      启动探针
    each time with exit code {} ({})
      每次的退出码都是 {1}（{2}）
    with exit code {} ({})
      退出码为 {1}（{2}）
    lately with the exit codes {~}
      最近的退出码是 {1}
    the wait doubles with each end, from 10s up to 5m
      每结束一次，等待时间加倍，从 10s 直到 5m
    longer than 5m it never waits
      等待时间不会超过 5m
    the labels that its nodeAffinity asks for
      它的 nodeAffinity 所要求的标签
    the labels that it asks for: nodeSelector {}
      它所要求的标签：nodeSelector {1}
    it tolerates that for {~} only
      它只能容忍 {1}
    it does not tolerate that
      它不能容忍这个污点
    , {~} failed
      ，{1} 失败
    {} of {~}
      {2} 中的 {1} 个
    {~} is cordoned{~}
      {1} 被禁止调度（cordon）{2}
    {~} are cordoned{~}
      {1} 被禁止调度（cordon）{2}
    {~} is not the node that spec.nodeName names
      {1} 不是 spec.nodeName 指定的节点
    {~} are not the node that spec.nodeName names
      {1} 不是 spec.nodeName 指定的节点
    {~} has the taint {}, which it does not tolerate{~}
      {1} 带有它不能容忍的污点 {2}{3}
    {~} have the taint {}, which it does not tolerate{~}
      {1} 带有它不能容忍的污点 {2}{3}
    {~} does not have {~}
      {1} 没有{2}
    {~} do not have {~}
      {1} 没有{2}
    {~} has another Pod on a hostPort that it asks for
      {1} 上已有 Pod 占用了它要求的 hostPort
    {~} have another Pod on a hostPort that it asks for
      {1} 上已有 Pod 占用了它要求的 hostPort
    {~} is full: no more than {} Pods fit
      {1} 已满：最多容纳 {2} 个 Pod
    {~} are full: no more than {} Pods fit
      {1} 已满：最多容纳 {2} 个 Pod
    {~} has too little {}: it asks for {}, and a whole node has {}
      {1} 的 {2} 不足：它请求 {3}，而整个节点只有 {4}
    {~} have too little {}: it asks for {}, and a whole node has {}
      {1} 的 {2} 不足：它请求 {3}，而整个节点只有 {4}
    {~} has too little {}: it asks for {}, and at most {} is free
      {1} 的 {2} 不足：它请求 {3}，而最多只剩 {4}
    {~} have too little {}: it asks for {}, and at most {} is free
      {1} 的 {2} 不足：它请求 {3}，而最多只剩 {4}
    {~} would break its topologySpreadConstraints: {}
      {1} 会违反它的 topologySpreadConstraints：{2}
    {~} does not suit it: {}
      {1} 不适合它：{2}
    {~} do not suit it: {}
      {1} 不适合它：{2}
    ␠at {}
      （{1}）
    all of its containers
      它的所有容器
    , because {~}
      ，因为{1}
    `{}` was typed at {} and {~}
      在 {2} 键入了 `{1}`，{3}
    `{}` was typed at {}
      在 {2} 键入了 `{1}`
    ␠since {}
      （自 {1} 起）
    {~} and {}
      {1} 和 {2}
    {} more
      另外 {1} 个
    its container
      它的容器
    Its container
      它的容器
    container {}
      容器 {1}
    Container {}
      容器 {1}
    once
      1 次
    {} times
      {1} 次
    1 second
      1 秒
    {} seconds
      {1} 秒
    1 Pod
      1 个 Pod
    {} Pods
      {1} 个 Pod
    set image {}=IMAGE, where IMAGE is one that exists
      set image {1}=IMAGE（IMAGE 是存在的镜像）
    delete a Pod that asks for {}, or create node NAME
      删除一个请求 {1} 的 Pod，或 create node NAME

    """#
}

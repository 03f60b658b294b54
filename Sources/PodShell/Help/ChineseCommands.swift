/// What each command is for, in Simplified Chinese. `name: text`, one a line.
enum ChineseCommands {
  static func about(_ name: String) -> String? { abouts[name] }

  /// The names that have a text.
  static var names: [String] { abouts.keys.sorted() }

  private static let abouts: [String: String] = {
    var found: [String: String] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
      if parts.count == 2 { found[parts[0]] = parts[1] }
    }
    return found
  }()

  private static let table = """
    create pod: 创建一个 Pod
    create: 用清单创建对象；也可用选项：create pod、create deployment 等
    apply: 使对象与清单一致：创建或修改
    apply view-last-applied: 显示上一次 apply 的内容
    run: 创建只有一个容器的 Pod
    create deployment: 创建保持若干 Pod 运行的 Deployment
    create job: 创建运行到结束的 Job
    create service clusterip: 创建通向标签为 app=NAME 的 Pod 的 Service
    create service nodeport: 创建在每个节点的某个端口上也能访问的 Service
    create service loadbalancer: 创建等待外部负载均衡器的 Service
    create service externalname: 创建代表外部域名的 Service
    create configmap: 创建 ConfigMap
    create secret generic: 创建 Secret
    create secret docker-registry: 创建带有镜像仓库凭据的 Secret，供 imagePullSecrets 使用
    create secret tls: 用证书及其密钥创建 Secret
    create namespace: 创建名字空间
    create serviceaccount: 创建服务账号
    create priorityclass: 创建优先级类
    create node: 增加一个节点
    scale: 改变控制器保持的 Pod 数量
    expose: 创建通向 Pod 的 Service
    set image: 修改容器的镜像
    set env: 修改容器的环境变量
    set resources: 修改容器的请求和限制
    set serviceaccount: 修改 Pod 模板的服务账号
    set selector: 修改 Service 的选择算符
    patch: 修改对象的部分字段
    replace: 用清单替换对象
    label: 设置或去掉标签
    annotate: 设置或去掉注解
    taint: 用污点让 Pod 远离节点，或驱逐它们
    cordon: 不再向节点调度新的 Pod
    uncordon: 重新允许向节点调度
    drain: 在维修之前清空节点上的 Pod
    delete: 请求结束对象
    rollout restart: 用同样的模板换成新的 Pod
    rollout undo: 回到之前的版本
    rollout pause: 暂停滚动更新
    rollout resume: 继续滚动更新
    rollout status: 推进时钟，直到滚动更新完成
    rollout history: 列出 Deployment 的版本
    edit: 在编辑器中修改对象
    config set-context: 选择之后命令使用的名字空间
    config use-context: 选择上下文；podlab 只有一个
    config current-context: 显示上下文的名字
    config get-contexts: 列出上下文及其名字空间
    config view: 以 kubeconfig 的形式显示设置
    get: 显示对象
    describe: 显示对象的一切，连同事件
    logs: 显示容器打印的内容
    exec: 在容器中运行命令
    events: 显示各组件记录的事件
    explain: 解释类别或字段的含义
    node ps: 显示节点上的容器，如 crictl ps
    api-resources: 列出对象的类别
    api-versions: 列出 API 的版本
    version: 显示这是哪个 Kubernetes
    cluster-info: 显示控制平面的地址
    auth can-i: 询问是否允许；没有 RBAC，总是允许
    auth whoami: 显示你的身份
    why: 逐个原因说明对象为什么是现在这样
    timeline: 沿时间画出状态、探针和事件
    slow-start: 让容器每次启动后停顿一段时间；0s 表示取消
    iperf: 测量第一个 Pod 向第二个发送的速度
    write: 向容器的文件写入一行
    cat: 显示容器中的文件
    top pod: 显示 Pod 使用的 CPU 和内存
    top node: 显示节点上的 Pod 使用的 CPU 和内存
    top: 显示 Pod 和节点使用的资源
    debug: 向运行中的 Pod 或它的副本添加带工具的容器
    listen: 让容器的服务改为监听别的地址，例如 127.0.0.1:80
    cp: 向容器复制文件，或从容器复制文件
    image list: 显示镜像仓库或节点上的镜像
    image describe: 显示镜像的各层和它运行什么
    image rm: 从镜像仓库或节点上去掉镜像
    ipc: 显示 Pod 的容器共享的内存
    conditions: 显示 Pod 的状况
    columns: 并列显示阶段、STATUS 和容器状态
    diff: 显示上一条命令改变了什么，或 apply 将改变什么（-f FILE）
    advance: 让时间前进
    step: 前进到下一个变化
    until: 前进到条件成立
    wait: 让时间前进，直到对象符合要求
    clock: 显示虚拟时间
    undo: 撤销改变了集群的命令
    alias: 给长命令起一个短名字
    unalias: 去掉一个短名字
    redo: 重做被撤销的命令
    rewind: 让时间倒退
    jitter: 显示真实集群的延迟
    seed: 用另一个种子重新开始
    break: 设置 advance 停下来的条件
    save: 把整个会话保存到文件
    load: 重新载入保存的会话
    source: 运行脚本中的命令
    history: 列出输入过的命令；--script 生成可以再次运行的脚本
    kill: 杀死节点、容器或沙箱
    start node: 启动节点
    reboot node: 重启节点
    restart kubelet: 重启节点上的 kubelet
    stop kubelet: 停止节点上的 kubelet
    start kubelet: 启动节点上的 kubelet
    partition node: 切断节点与控制平面的网络
    heal node: 恢复节点的网络
    pressure node: 使节点的内存、磁盘或 PID 紧张
    probe: 让探针失败、挂起或恢复
    hook: 让生命周期回调失败、挂起、变慢或恢复
    exit: 结束容器的进程，或离开 podlab
    oom: 让容器因内存不足被杀死
    use: 让 Pod 使用更多 CPU 或内存
    fill: 让 Pod 写入数据
    hang: 让 Pod 不再响应
    ignore-term: 让 Pod 忽略 TERM
    fix: 撤销对 Pod 制造的所有故障
    evict: 通过 API 驱逐 Pod
    load image: 把镜像直接放到节点上
    push: 让镜像标签指向新的内容
    pull: 让拉取失败、变慢或恢复
    registry: 让镜像仓库停止或恢复
    image add: 向镜像仓库添加镜像
    cni bandwidth: 启用或停用流量整形
    record: 把会话录制成可以验证的页面
    lesson: 跟着课程学习
    lang: podlab 使用的语言：English 或简体中文
    help: 解释命令和 Kubernetes
    apropos: 按词查找命令
    """
}

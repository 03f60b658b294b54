/// What podlab says around kubectl's own verbs, in Simplified Chinese: files and folders of
/// manifests, kinds that podlab has not, `debug`, and the subresource `scale`; see `Phrasebook`.
enum ChineseKubectl {
  static let table = #"""
    a manifest or a folder of them: FILE, or - for <<YAML
      清单或放清单的文件夹：文件，或用 - 接 <<YAML
    with -f FOLDER, the folders in it as well
      配合 -f 文件夹：也包括其中的文件夹
    -R reads the folders in it as well
      -R 也读取其中的文件夹
    name the folders in it one after another
      请逐个写出其中的文件夹
    error: {} has more than {} manifests
      error: {1} 中的清单多于 {2} 个
    one Pod with nodeName for each node shows the same Pods
      为每个节点写一个带 nodeName 的 Pod，得到同样的 Pod
    Pods of their own with hostname and subdomain have the same names
      单独的 Pod 加上 hostname 和 subdomain 有同样的名字
    rollout history shows the ReplicaSets
      rollout history 显示各个 ReplicaSet
    create job NAME --image=IMAGE -- COMMAND runs what it would run
      create job NAME --image=IMAGE -- COMMAND 运行它会运行的东西
    a ReplicaSet or Deployment does the same
      ReplicaSet 或 Deployment 做同样的事
    create the Pod itself
      请直接创建 Pod
    evictions are always allowed in podlab
      podlab 总是允许驱逐
    scale changes the number of replicas
      scale 改变副本数
    write requests and limits into the Pods: podlab has no quotas
      请把 requests 和 limits 写进 Pod：podlab 没有配额
    podlab has one container runtime
      podlab 只有一种容器运行时
    get nodes shows how the nodes are
      get nodes 显示节点的状态
    an emptyDir or hostPath volume holds files; podlab provisions no storage
      emptyDir 或 hostPath 卷可以存放文件；podlab 不提供存储
    a Service reaches Pods; podlab has no Ingress and no network policies
      Service 可以到达 Pod；podlab 没有 Ingress，也没有网络策略
    podlab has no RBAC: everything is allowed
      podlab 没有 RBAC：一切都被允许
    podlab has no certificates
      podlab 没有证书
    podlab admits as Kubernetes does without extensions
      podlab 的准入与没有扩展的 Kubernetes 一样
    podlab's API server has time for everybody
      podlab 的 API server 不会忙不过来
    api-resources lists the kinds there are
      api-resources 列出现有的种类
    podlab does not simulate {}, the kind of {} in {}
      podlab 不模拟 {1}，即 {3} 中 {2} 的种类
    name the objects
      请写出对象的名字
    leave --subresource away
      请去掉 --subresource
    scale, or status: the whole object all the same
      scale；或 status：仍然显示整个对象
    status or scale
      status 或 scale
    the name of the new container, or which one to change
      新容器的名字，或要改动的容器
    what the container may do
      容器可以做什么
    a file with fields of the container, JSON or YAML
      写有容器字段的文件，JSON 或 YAML
    make a copy of the Pod under this name
      以这个名字创建 Pod 的副本
    with --copy-to, other images: CONTAINER=IMAGE or *=IMAGE
      配合 --copy-to：换镜像，CONTAINER=IMAGE 或 *=IMAGE
    with --copy-to, one process tree for all containers
      配合 --copy-to：所有容器共用一棵进程树
    with --copy-to, on the node of the Pod
      配合 --copy-to：放在原 Pod 的节点上
    with --copy-to, delete the Pod
      配合 --copy-to：删除原 Pod
    with --copy-to and a profile, keep the labels
      配合 --copy-to 和 profile：保留标签
    with --copy-to and a profile, keep the annotations
      配合 --copy-to 和 profile：保留注解
    with --copy-to and a profile, keep liveness probes
      配合 --copy-to 和 profile：保留存活探针
    with --copy-to and a profile, keep readiness probes
      配合 --copy-to 和 profile：保留就绪探针
    with --copy-to and a profile, keep startup probes
      配合 --copy-to 和 profile：保留启动探针
    with --copy-to and a profile, keep init containers; on unless said
      配合 --copy-to 和 profile：保留 init 容器；默认保留
    profiles: {}
      profile 有：{1}
    {}: {} is of another type
      {1}：{2} 是另一种类型
    policies: Always, IfNotPresent, Never
      策略有：Always、IfNotPresent、Never
    set image changes a Pod
      set image 可以改 Pod 的镜像
    write --set-image=CONTAINER=IMAGE
      请写 --set-image=CONTAINER=IMAGE
    write --container=NAME
      请写 --container=NAME

    """#
}

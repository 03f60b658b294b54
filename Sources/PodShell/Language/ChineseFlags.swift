/// What each flag is for, in Simplified Chinese; see `Phrasebook`.
enum ChineseFlags {
  static let table = #"""
    leave the header away
      不显示表头
    name
      name：按名字
    only kinds in namespaces; false for the others
      只列名字空间内的种类；false 为其余种类
    only kinds of this group; '' is the core group
      只列这个组的种类；'' 为核心组
    name or kind
      name（名字）或 kind（种类）
    only kinds with which all of these can be done
      只列支持所有这些动作的种类
    accepted
      接受，但不起作用
    the image that it behaves like
      它表现得像哪个镜像
    accepted; podlab always overwrites
      接受；podlab 总是覆盖
    print nothing
      什么都不显示
    the namespace to work in
      所用的名字空间
    explain the command
      解释这个命令
    the container; the first one unless said
      容器；不写则为第一个
    accepted as kubectl does: modes are never kept
      与 kubectl 一样接受；从不保留文件权限
    accepted as kubectl does, and not needed
      与 kubectl 一样接受，但并不需要
    only nodes with these labels
      只看带这些标签的节点
    only say what would be done
      只说会做什么
    the image to run; may be given more than once
      要运行的镜像；可以写多次
    how many Pods
      Pod 的数量
    the port that the container listens on
      容器监听的端口
    the image to run
      要运行的镜像
    labels of the node: disk=ssd
      节点的标签：disk=ssd
    what the container asks for: cpu=100m,memory=64Mi
      容器的请求：cpu=100m,memory=64Mi
    what the container may use: cpu=1,memory=128Mi
      容器的限制：cpu=1,memory=128Mi
    how important its Pods are
      其 Pod 的重要程度
    for Pods that name no class
      用于没有指定优先级类的 Pod
    what it is for
      用途说明
    whether its Pods push others off a node
      其 Pod 是否会挤走节点上的其他 Pod
    the type of the Secret
      Secret 的类型
    PORT, or PORT:TARGET
      端口，或 端口:目标端口
    an address, or None for a headless Service
      一个地址；None 创建无头 Service
    the port on the nodes, from 30000 to 32767
      节点上的端口，30000 到 32767
    the name that it stands for
      它所代表的名字
    client: only print; server: ask, but keep nothing
      client：只显示；server：发出请求但不保留
    yaml, json or name
      yaml、json 或 name
    accepted; apply adds what it needs by itself
      接受；apply 会自己添加所需内容
    accepted; podlab keeps no field managers
      接受；podlab 不记录字段管理者
    accepted; podlab always validates strictly
      接受；podlab 总是严格校验
    the image of the new container
      新容器的镜像
    the container whose processes it sees
      它能看到哪个容器的进程
    NAME=value for the container
      容器的环境变量：NAME=值
    when to pull the image
      何时拉取镜像
    the words after -- are arguments, not the command
      -- 之后是参数，而不是命令
    attach, and pass on what is typed
      连接容器，并传入键入的内容
    with -i, like a terminal
      与 -i 一起，像终端一样
    wait until it runs, and show what it prints
      等它运行，并显示它的输出
    only what the container prints
      只显示容器的输出
    seconds that the processes get to end; 0 needs --force
      进程结束的宽限秒数；0 需要 --force
    remove the object at once, whatever its containers do
      立即移除对象，不管容器在做什么
    the same as --grace-period=1
      等同于 --grace-period=1
    move the clock until the objects are gone
      推进时钟，直到对象消失
    how far --wait moves the clock at most
      --wait 最多推进时钟多久
    a missing object is no error
      对象不存在不算错误
    what happens to owned objects
      附属对象怎么办
    only say what would be deleted
      只说会删除什么
    false leaves the events away
      false 则不显示事件
    also Pods that no controller will replace
      也包括没有控制器会替换的 Pod
    accepted; podlab has no DaemonSets
      接受；podlab 没有 DaemonSet
    also Pods with emptyDir volumes
      也包括带 emptyDir 卷的 Pod
    seconds that the processes get to end
      进程结束的宽限秒数
    how far to move the clock at most; 0 is an hour
      最多推进时钟多久；0 为一小时
    only Pods with these labels
      只看带这些标签的 Pod
    delete instead of evicting
      删除，而不是驱逐
    pass over Pods whose deletion is overdue by so many seconds
      跳过删除超时达到这么多秒的 Pod
    accepted; podlab sends everything at once
      接受；podlab 一次发送全部内容
    begin at a time of the clock, such as 0:30
      从某个时刻开始，例如 0:30
    only the last while, such as 5m
      只看最近一段时间，例如 5m
    how wide the drawing may be, 60 to 200; 78 unless said
      图的最大宽度，60 到 200；不写则为 78
    json, or svg for a picture: timeline web -o svg > web.svg
      json，或用 svg 得到图片：timeline web -o svg > web.svg
    yaml
      yaml
    pass on what is typed, or a heredoc
      传入键入的内容或 heredoc
    with -i, like a terminal: shells prompt
      与 -i 一起，像终端一样：shell 会显示提示符
    end the command after so long
      过这么久就结束命令
    only what the command prints
      只显示命令的输出
    only the names of the fields, all levels of them
      只列字段名，包括所有层级
    the version of the API: apps/v1
      API 的版本：apps/v1
    plaintext
      plaintext
    the port of the Service
      Service 的端口
    the port of the container
      容器的端口
    the name of the Service
      Service 的名字
    the labels of the Pods
      Pod 的标签
    the labels of the Service
      Service 的标签
    TCP, UDP or SCTP
      TCP、UDP 或 SCTP
    None makes a headless Service
      None 创建无头 Service
    ClusterIP, NodePort, LoadBalancer or ExternalName
      ClusterIP、NodePort、LoadBalancer 或 ExternalName
    wide, yaml, json, name, jsonpath='{…}', go-template='{{…}}' or custom-columns=H:.path
      wide、yaml、json、name、jsonpath='{…}'、go-template='{{…}}' 或 custom-columns=H:.path
    a column with all labels
      增加一列，显示所有标签
    a column for each of these labels
      为每个这样的标签增加一列
    the kind before each name
      在每个名字前显示种类
    sort by a field: .metadata.name
      按字段排序：.metadata.name
    go on showing changes, until Ctrl-C or for --for
      持续显示变化，直到 Ctrl-C 或 --for 到时
    like -w, without what is there already
      与 -w 相同，但不显示已有的对象
    with -w, a column that tells what happened
      与 -w 一起，增加一列说明发生了什么
    with -w, for how long
      与 -w 一起，持续多久
    with -o go-template, the template
      与 -o go-template 一起，模板
    accepted; what a template does not find is always left empty
      接受；模板找不到的内容总是留空
    accepted; podlab keeps no managed fields
      接受；podlab 不记录受管字段
    every command with what it is for
      列出每个命令及其用途
    a script: without numbers and without what failed
      脚本形式：没有编号，也没有失败的命令
    the node; the registry without it
      节点；不写则为镜像仓库
    the signal for the container; KILL unless said
      发给容器的信号；不写则为 KILL
    KEY=value
      键=值
    FILE, KEY=FILE, or a folder of files
      文件、键=文件，或装有文件的目录
    a file of lines KEY=value
      每行一个 键=值 的文件
    the registry; https://index.docker.io/v1/ unless given
      镜像仓库；不写则为 https://index.docker.io/v1/
    who asks
      用户名
    the password
      密码
    an address; most registries need none
      邮箱地址；多数镜像仓库不需要
    FILE, or .dockerconfigjson=FILE, in place of the others
      文件，或 .dockerconfigjson=文件，代替其他选项
    the file of the certificate, in PEM
      PEM 格式的证书文件
    the file of the private key, in PEM
      PEM 格式的私钥文件
    the node; may be given more than once
      节点；可以写多次
    the container that ran before this one
      前一个运行过的容器
    only the last lines
      只显示最后几行
    only what is newer
      只显示更新的内容
    the time before each line
      每行之前显示时间
    all containers of the Pod
      Pod 的所有容器
    go on showing lines, until Ctrl-C or for --for
      持续显示新行，直到 Ctrl-C 或 --for 到时
    with -f, for how long
      与 -f 一起，持续多久
    the Pods with these labels; their last 10 lines each
      带这些标签的 Pod；各显示最后 10 行
    Pod and container before each line
      每行之前显示 Pod 和容器
    change labels that have a value already
      修改已有值的标签
    change annotations that have a value already
      修改已有值的注解
    show the labels and change nothing
      只显示标签，不修改
    show the annotations and change nothing
      只显示注解，不修改
    only objects with these labels: app=web
      只看带这些标签的对象：app=web
    only objects with these fields: status.phase=Running
      只看字段符合的对象：status.phase=Running
    all objects of the kind
      该种类的所有对象
    the objects of all namespaces
      所有名字空间的对象
    the patch, JSON or YAML
      补丁，JSON 或 YAML
    a file with the patch
      写有补丁的文件
    the language of the patch
      补丁的格式
    status
      status
    when to restart containers that ended
      何时重启已结束的容器
    {~} probe: http:PORT/PATH, tcp:PORT, grpc:PORT or exec:CMD
      {1}：http:PORT/PATH、tcp:PORT、grpc:PORT 或 exec:CMD
    labels of the Pod: app=web,tier=front
      Pod 的标签：app=web,tier=front
    an annotation of the Pod: key=value
      Pod 的注解：键=值
    the words after -- replace the entry point, not its arguments
      -- 之后的内容替换入口点，而不是参数
    delete the objects at once, then make them anew
      立即删除对象，然后重新创建
    accepted with --force
      与 --force 一起接受
    show one of them whole
      完整显示其中一个
    wait for the end; on unless --watch=false
      等到结束；除非写 --watch=false
    only this revision; 0 means the last one
      只看这个版本；0 表示最后一个
    how far to go at most; 1h unless said
      最多走多远；不写则为 1h
    which one; the one before the present unless said
      哪一个；不写则为当前版本的前一个
    delete the Pod when the attached container has ended
      所连接的容器结束后删除 Pod
    accepted as kubectl does
      与 kubectl 一样接受
    how many Pods there shall be
      应有多少个 Pod
    only if there are this many now
      仅当现在正好有这么多
    only if the object has this version
      仅当对象是这个版本
    accepted; scale returns at once
      接受；scale 立即返回
    the one context that podlab has
      podlab 唯一的上下文
    only this container; * means all
      只改这个容器；* 表示全部
    take all keys of configmap/NAME or secret/NAME
      取 configmap/NAME 或 secret/NAME 的所有键
    with --from, what the names begin with
      与 --from 一起，名字的前缀
    with --from, only these keys
      与 --from 一起，只取这些键
    show the environment and change nothing
      只显示环境变量，不修改
    accepted; what is there is always changed
      接受；已有的总会被修改
    what a container may use at most
      容器最多可以使用多少
    what a container asks for
      容器的请求
    accepted; it is of no use any more
      接受；已经没有用处
    only about this object: pod/web
      只看关于这个对象的：pod/web
    only of these types
      只看这些类型
    the events of all namespaces
      所有名字空间的事件
    all nodes
      所有节点
    change taints that are there already
      修改已有的污点
    a line for each container
      每个容器一行
    the Pods of all namespaces
      所有名字空间的 Pod
    only Pods with these labels: app=web
      只看带这些标签的 Pod：app=web
    cpu or memory
      cpu 或 memory
    a last line with the sums
      最后一行显示总和
    only the client
      只显示客户端
    yaml or json
      yaml 或 json
    only what the current context needs
      只显示当前上下文所需的内容
    yaml, json or jsonpath
      yaml、json 或 jsonpath
    accepted; podlab has no secrets there
      接受；podlab 在那里没有机密
    what to wait for
      等待什么
    how far to go at most; 30s unless said
      最多走多远；不写则为 30s
    json: with the entries of the timeline behind each sentence
      json：附上每句话所依据的时间线条目
    the same as -o json
      等同于 -o json
    JSON that is merged into the Pod
      合并到 Pod 里的 JSON
    how --overrides is merged: merge or strategic
      --overrides 的合并方式：merge 或 strategic
    run the container privileged
      以特权方式运行容器
    make a Service for --port as well
      同时为 --port 创建 Service
    None or ClientIP
      None 或 ClientIP
    an address from outside that leads to the Service
      从集群外部通往 Service 的地址
    the address of the load balancer
      负载均衡器的地址
    false refuses to change what has a value already
      false 时拒绝修改已有的值

    """#
}

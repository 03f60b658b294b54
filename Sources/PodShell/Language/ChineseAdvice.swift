/// What podlab advises after an error, in Simplified Chinese; see `Phrasebook`.
enum ChineseAdvice {
  static let table = ways + explanations

  /// What to write instead.
  private static let ways = #"""
    write {}
      请写 {1}
    write {} or {}
      请写 {1} 或 {2}
    write {}, {} or {}
      请写 {1}、{2} 或 {3}
    write {}, {}, {}, {} or {}
      请写 {1}、{2}、{3}、{4} 或 {5}
    did you mean {}?
      是不是 {1}？
    leave it away
      不要写它
    leave --{} away
      不要写 --{1}
    leave -o away
      不要写 -o
    leave it away: podlab merges as client-side apply
      不要写它：podlab 按客户端 apply 的方式合并
    leave -o away, or write -o wide
      不要写 -o，或写 -o wide
    there is one cluster: leave --{} away
      只有一个集群：不要写 --{1}
    write --overwrite to change it
      要修改，请写 --overwrite
    write POD:PATH on one side
      一边写成 Pod:路径
    write a file without a Pod on one side
      一边写成不带 Pod 的文件
    write less than the node's disk has
      请写小于节点磁盘的数量
    write it in place: -f - <<YAML, the manifest, and a line YAML
      直接写在这里：-f - <<YAML，接着是清单，最后一行写 YAML
    write the manifest in place: apply -f - <<YAML
      直接写清单：apply -f - <<YAML
    write the whole manifest: apply -f - <<YAML
      写出整个清单：apply -f - <<YAML
    apply -f - <<YAML, then the manifest, then a line that says YAML
      apply -f - <<YAML，接着是清单，最后一行写 YAML
    write a command on both sides of && and |
      && 和 | 的两边都要有命令
    write {} {} <<YAML, the object, and YAML
      请写 {1} {2} <<YAML，接着是对象，最后是 YAML
    add --docker-username USER --docker-password WORD
      请加上 --docker-username 用户名 --docker-password 密码
    add --cert FILE --key FILE
      请加上 --cert 文件 --key 文件
    write lines KEY=value
      请每行写一个 键=值
    write create -f FILE, or create pod NAME --image=IMAGE
      请写 create -f FILE，或 create pod NAME --image=IMAGE
    name one file in it
      请写其中的一个文件
    name the objects, or write --all
      请写出对象，或写 --all
    name the object
      请写出对象
    name the objects: get pod web
      请写出对象：get pod web
    name the Pod: exec POD -- …
      请写出 Pod：exec POD -- …
    name the Pod
      请写出 Pod
    name the manifests themselves with -f
      请用 -f 写出清单文件本身
    name each file with -f
      请用 -f 写出每个文件
    use the flags of debug
      请用 debug 自己的选项
    choose another file
      请换一个文件
    choose a plain file that podlab may read
      请选 podlab 可以读取的普通文件
    split it into smaller files
      请拆成更小的文件
    save it as UTF-8
      请存为 UTF-8
    save the manifest in a file
      请把清单存成文件
    end it with a line that says only {}
      用只写 {1} 的一行结束
    close it with another {}
      用另一个 {1} 结束
    go on in the next line, or take the backslash away
      在下一行继续，或去掉反斜杠
    quote it to pass it on; a manifest goes in with: apply -f - <<YAML
      加引号可以原样传入；清单这样写：apply -f - <<YAML
    quote it to pass it on, or use &&, ||, | or ; between two commands
      加引号可以原样传入；或在两个命令之间用 &&、||、| 或 ;
    it is Always, IfNotPresent or Never
      可以是 Always、IfNotPresent 或 Never
    it is Always, OnFailure or Never
      可以是 Always、OnFailure 或 Never
    it is NoSchedule, PreferNoSchedule or NoExecute
      可以是 NoSchedule、PreferNoSchedule 或 NoExecute
    type it after exit
      请在 exit 之后输入
    do something first, such as create pod web --image=nginx
      请先做点什么，例如 create pod web --image=nginx
    delete some, or ask for fewer
      请删除一些，或少要一些
    move it in smaller steps, or begin anew
      请用更小的步子，或重新开始
    delete what is no longer wanted
      请用 delete 删除不再需要的对象
    delete the object and create another one
      请删除这个对象，另建一个
    change the manifest and replace --force -f it
      修改清单，然后 replace --force -f
    declare it in the page: a fence with file=NAME
      请在页面中声明它：带 file=NAME 的代码块
    {}: add metadata.name; only create takes generateName
      {1}：请加上 metadata.name；只有 create 接受 generateName
    {}: add a line such as apiVersion: v1
      {1}：请加上一行，例如 apiVersion: v1

    """#

  /// What does it, shows it, or explains it.
  private static let explanations = #"""
    the limit is {}
      上限是 {1}
    alias {}='get pods' makes it
      alias {1}='get pods' 可以定义它
    unalias NAME takes one away
      unalias NAME 去掉一个
    alias lists them
      alias 列出它们
    replace --force makes objects anew
      replace --force 重新创建对象
    help shows all commands
      help 列出所有命令
    help shows all commands, help topics all topics
      help 列出所有命令，help topics 列出所有主题
    everything is allowed
      一切都被允许
    describe pod {} tells why {} does not start
      describe pod {1} 说明 {2} 为什么没有启动
    break delete all takes them away
      break delete all 去掉全部断点
    break list shows them
      break list 列出断点
    advance DURATION lets time pass here; clock live is for the prompt
      在这里用 advance 时长 让时间前进；clock live 用于提示符下
    the clock stands where the command began
      时钟停在命令开始的时刻
    rewind {} goes back
      rewind {1} 可以回到那里
    save FILE keeps everything
      save FILE 保存一切
    save FILE writes one that load takes
      save FILE 写出 load 能读的文件
    save FILE writes one
      save FILE 可以写出一个
    files are written at the prompt and by scripts, not in lessons and transcripts
      只有在提示符下和脚本里可以写文件，课程和记录页里不行
    a script writes only below the folder in which it was started
      脚本只能在启动它的文件夹之下写文件
    look at its name: it is sought from the folder in which podlab was started
      请检查文件名：从启动 podlab 的文件夹开始查找
    undo, and report the commands that led here
      请 undo，并报告走到这里的命令
    exec {} -- ls -l shows what is there
      exec {1} -- ls -l 显示那里有什么
    create knows: {}
      create 认识：{1}
    top knows: pod, node
      top 认识：pod、node
    {} knows: {}
      {1} 认识：{2}
    podlab has no CronJobs
      podlab 没有 CronJob
    podlab has one context, {}
      podlab 只有一个上下文：{1}
    node ps {} shows what runs there; describe node {} how it is
      node ps {1} 显示那里运行什么；describe node {2} 显示它的状态
    debug one of its Pods
      请调试它上面的一个 Pod
    undo brings everything back
      undo 恢复一切
    undo brings the clock back; --max goes further
      undo 让时钟回来；--max 可以走得更远
    undo takes back what changed the cluster, up to {} commands
      undo 撤销改变集群的命令，最多 {1} 个
    describe {} {} shows what holds it
      describe {1} {2} 显示是什么留住了它
    apply -f FILE, then diff; undo takes it back
      先 apply -f FILE，再 diff；undo 可以撤销
    diff 30s shows what the last 30 seconds changed
      diff 30s 显示最近 30 秒的变化
    uncordon {} opens the node again
      uncordon {1} 重新开放节点
    it draws Pods and nodes
      它能画 Pod 和节点
    get nodes shows why
      get nodes 显示原因
    get nodes shows how they are
      get nodes 显示节点的状态
    exec POD --for 30s -- … ends it earlier
      exec POD --for 30s -- … 可以提前结束它
    it has: {}
      它有：{1}
    advance 0s lets the scheduler work
      advance 0s 让调度器工作
    advance 1s lets a second pass
      advance 1s 让一秒过去
    the node does not answer; get nodes shows how it is
      节点没有应答；get nodes 显示它的状态
    the node does not answer; start node {} or heal node {}
      节点没有应答；请 start node {1} 或 heal node {2}
    it does not run: describe pod {} tells why
      它没有运行：describe pod {1} 说明原因
    the image has no such program; try sh
      镜像里没有这个程序；试试 sh
    logs {} shows what it printed
      logs {1} 显示它的输出
    label pod {} app={}
      label pod {1} app={2}
    expose a Pod, a Deployment, a ReplicaSet or a Service
      可以 expose Pod、Deployment、ReplicaSet 或 Service
    expose makes a Service
      expose 创建 Service
    columns {} shows what became of it
      columns {1} 显示它后来怎样了
    create pod … --{}=http:80/ makes one
      create pod … --{1}=http:80/ 可以加上一个
    lifecycle.{} in the manifest makes one
      在清单中写 lifecycle.{1} 可以加上一个
    image add {} --like=nginx makes one
      image add {1} --like=nginx 可以添加一个
    image list {} shows what it has
      image list {1} 显示它有哪些镜像
    image list shows all; image add NAME --like=IMAGE makes one
      image list 列出全部；image add NAME --like=IMAGE 添加一个
    push {} moves its tag to a new digest
      push {1} 把它的镜像标签移到新的摘要
    load image {} --node NODE puts it on a node
      load image {1} --node NODE 把它放到节点上
    get KIND -o json
      get KIND -o json
    delete pod {} ends the Pod; kill container {} crashes its container
      delete pod {1} 结束 Pod；kill container {2} 让它的容器崩溃
    {}/{} has no Pods now
      {1}/{2} 现在没有 Pod
    a manifest has apiVersion, kind and metadata
      清单要有 apiVersion、kind 和 metadata
    a new command that changes the cluster ends what could be redone
      新的改变集群的命令会使 redo 失效
    the clock stands at {}
      时钟停在 {1}
    only Deployments are rolled out
      只有 Deployment 可以滚动更新
    only Deployments do
      只有 Deployment 有
    only Deployments and ReplicaSets have a scale
      只有 Deployment 和 ReplicaSet 可以伸缩
    only running containers have metrics
      只有运行中的容器才有指标
    rollout history without --revision lists them
      不带 --revision 的 rollout history 列出它们
    rollout history lists the revisions
      rollout history 列出各个版本
    describe deployment {} and get pods show what stands in the way
      describe deployment {1} 和 get pods 显示是什么阻碍了它
    a change of the template makes a second revision
      修改模板会产生第二个版本
    describe shows the names of the containers
      describe 显示容器的名字
    {} is no amount; write 200m, 1 or 64Mi
      {1} 不是数量；请写 200m、1 或 64Mi
    {} is neither
      {1} 两者都不是
    step 3 takes three steps, at most {}; advance 30s lets time pass
      step 3 走三步，最多 {1} 步；advance 30s 让时间前进
    step goes forward
      step 向前走
    --timeout goes further; describe shows what stands in the way
      --timeout 可以走得更远；describe 显示是什么阻碍了它
    it tells of Pods, nodes, deployments, replicasets and jobs
      它能说明 Pod、节点、Deployment、ReplicaSet 和 Job
    filters: {}
      过滤器：{1}
    the file is not as save wrote it; take an unchanged copy
      文件与 save 写的不同；请用没有改过的副本
    load it with the podlab that saved it, or replay its history --script
      请用保存它的 podlab 读取，或重放它的 history --script
    the file was changed, or saved by another version of podlab
      文件被改过，或由另一个版本的 podlab 保存
    no line fits
      没有一行符合
    {} may call itself
      {1} 可能在调用自己
    what was done before stands
      之前完成的仍然有效
    kubectl has no create pod; it is: {}
      kubectl 没有 create pod；写法是：{1}
    kubectl has no create pod, and run has no {}: apply a manifest; --dry-run=client -o yaml shows it
      kubectl 没有 create pod，run 也没有 {1}：请 apply 清单；--dry-run=client -o yaml 可以显示它
    apply makes these changes
      apply 会做出这些更改
    leave --overwrite=false away to change it
      要修改它，请去掉 --overwrite=false

    """#
}

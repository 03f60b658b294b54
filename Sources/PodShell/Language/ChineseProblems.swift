/// What podlab's own errors say, in Simplified Chinese; see `Phrasebook`. kubectl's errors are in no
/// book: they are the same in every language.
enum ChineseProblems {
  static let table = #"""
    error: {~}␤usage: {}
      error: {1}␤用法：{2}
    error: the command is not complete: {~}
      error: 命令不完整：{1}
    error: {} does not work between podlab's commands
      error: podlab 的命令之间不能用 {1}
    error: a command is missing at {}
      error: {1} 处缺少命令
    error: {} needs the name of a file
      error: {1} 需要文件名
    error: << needs a word that ends the text
      error: << 需要一个结束文本的词
    error: unknown command {} for "podlab"
      error: podlab 没有命令 {1}
    error: more than {} events at {}
      error: {2} 时的事件超过 {1} 个
    error: {} is more than one command can pass
      error: {1} 超过一个命令能经过的时间
    error: there is no alias {}
      error: 没有别名 {1}
    error: there are {} aliases already
      error: 已经有 {1} 个别名
    error: no command has to do with {}
      error: 没有与 {1} 有关的命令
    error: there are {} breakpoints already
      error: 已经有 {1} 个断点
    error: there is no breakpoint {}
      error: 没有断点 {1}
    error: time does not run backwards: {}
      error: 时间不会倒流：{1}
    error: no command has changed anything yet
      error: 还没有命令改变过什么
    error: {} is no time of the clock
      error: {1} 不是时刻
    error: timeline does not draw {}
      error: timeline 不画 {1}
    error: the command did not end within {}
      error: 命令没有在 {1} 内结束
    error: there is no help for {}
      error: 没有关于 {1} 的帮助
    error: no image and no node fits {}
      error: 没有镜像或节点符合 {1}
    error: image {} is not in the registry
      error: 镜像仓库中没有镜像 {1}
    error: nothing to undo
      error: 没有可以撤销的
    error: nothing to redo
      error: 没有可以重做的
    error: the history does not reach back {}
      error: 历史没有 {1} 那么久
    error: nothing happens within {}
      error: {1} 之内什么都不会发生
    error: there is no earlier change to go back to
      error: 没有更早的变化可以返回
    error: timed out waiting for {} after {}
      error: 等待 {1} 超时（{2}）
    error: why does not know about {}
      error: why 不了解 {1}
    error: {} needs a file, or a command before it: get pods | {}
      error: {1} 需要文件，或者前面有命令：get pods | {2}
    error: podlab has no filter {}
      error: podlab 没有过滤器 {1}
    error: {} has {} bytes; load takes {}
      error: {1} 有 {2} 字节；load 最多读 {3}
    error: {} is no saved world
      error: {1} 不是保存的世界
    error: {} has version {} of the format; this podlab reads {}
      error: {1} 的格式版本是 {2}；这个 podlab 能读 {3}
    error: {}: replayed, the world comes out otherwise than it was saved (checksum {}, saved {})
      error: {1}：重放得到的世界与保存的不同（校验和 {2}，保存的是 {3}）
    error: the clock goes no further than {} here
      error: 这里的时钟最多走到 {1}
    error: the cluster holds no more than {} objects here
      error: 这里的集群最多有 {1} 个对象
    error: {}: a saved world loads no other one
      error: {1}：保存的世界不能读取另一个
    error: scripts call each other more than {} deep
      error: 脚本相互调用超过 {1} 层
    error: {} is too large
      error: {1} 太大
    error: {} is not UTF-8 text
      error: {1} 不是 UTF-8 文本
    error: {} cannot be written here
      error: 这里不能写 {1}
    error: {} is not below the working folder
      error: {1} 不在工作文件夹之下
    error: {} lies outside the folder of the page
      error: {1} 在页面的文件夹之外
    error: cannot write {}: {}
      error: 不能写 {1}：{2}
    error: {} cannot be opened as a regular file
      error: {1} 不能作为普通文件打开
    error: podlab does not simulate {}
      error: podlab 不模拟 {1}
    error: podlab makes generic Secrets only{}
      error: podlab 只创建 generic Secret{1}
    error: podlab makes generic Secrets only
      error: podlab 只创建 generic Secret
    error: podlab has no RBAC: everything is allowed
      error: podlab 没有 RBAC：一切都被允许
    error: podlab simulates the cluster in this process; nobody listens at that address
      error: podlab 在本进程内模拟集群；那个地址上没有人监听
    error: podlab copies text files only, and {} is none
      error: podlab 只复制文本文件，而 {1} 不是
    error: podlab's nodes have no system of their own to debug
      error: podlab 的节点没有自己的系统可以调试
    error: podlab edits one object at a time
      error: podlab 一次编辑一个对象
    error: edit opens an editor, and there is no terminal
      error: edit 会打开编辑器，而这里没有终端
    error: logs -f would wait for ever: the clock moves only when it is told
      error: logs -f 会永远等待：时钟只在被要求时前进
    error: get -w would wait for ever: the clock moves only when it is told
      error: get -w 会永远等待：时钟只在被要求时前进
    error: podlab follows the log of one Pod at a time
      error: podlab 一次只跟踪一个 Pod 的日志
    error: podlab watches tables only
      error: podlab 只能以表格方式 watch
    error: there is nothing to read from standard input
      error: 标准输入没有内容可读
    error: podlab does not read {}: it never uses the network
      error: podlab 不读取 {1}：它从不使用网络
    error: podlab has one context, podlab
      error: podlab 只有一个上下文：podlab
    error: podlab has no shell's {}
      error: podlab 没有 shell 的 {1}
    error: clock live follows the wall clock, and a script must come out the same every time
      error: clock live 跟随真实时间，而脚本每次的结果必须相同
    Warning: podlab does not simulate {}
      Warning: podlab 不模拟 {1}

    """#

  /// Parts of them.
  static let clauses = #"""
    the line {} that ends the text is missing
      缺少结束文本的一行 {1}
    a {} is open
      {1} 没有关闭
    a backslash ends the line
      行末有反斜杠
    unexpected word {}
      多余的词 {1}
    too many words
      词太多
    {} needs {~}
      {1} 需要{2}
    a name, such as {}
      一个名字，例如 {1}
    a duration, such as {}
      一个时长，例如 {1}
    an amount, such as {}
      一个数量，例如 {1}
    a condition, such as {}
      一个条件，例如 {1}
    a node, such as {}
      一个节点，例如 {1}
    an address and a port, such as {}
      地址和端口，例如 {1}
    the name of an alias
      别名的名字
    the name of a file
      文件名
    a word
      一个词
    a number
      一个数字
    a number or all
      数字或 all
    a path
      路径
    a text
      文本
    a Pod
      一个 Pod
    two Pods
      两个 Pod
    an image
      镜像
    an object and a condition
      对象和条件
    a Pod, or {}
      一个 Pod，或 {1}
    liveness, readiness or startup at the end
      以 liveness、readiness 或 startup 结尾
    on or off
      on 或 off
    one of: {}
      以下之一：{1}
    fail, hang, slow or ok
      fail、hang、slow 或 ok
    fail, ok or hang
      fail、ok 或 hang
    fail, slow or ok
      fail、slow 或 ok
    postStart or preStop
      postStart 或 preStop
    node, container or sandbox
      node、container 或 sandbox
    {} is no amount
      {1} 不是数量
    {} is no signal
      {1} 不是信号
    {} is no address with a port
      {1} 不是带端口的地址
    {} is no exit code from 0 to 255
      {1} 不是 0 到 255 的退出码
    {} is no speed from 1x to {}x, nor off
      {1} 不是 1x 到 {2}x 的速度，也不是 off
    {} is no number from 1 to {}
      {1} 不是 1 到 {2} 的数字
    {} is neither on nor off
      {1} 既不是 on 也不是 off
    podlab does not speak {}
      podlab 不说 {1}
    kill what of {}?
      要结束 {1} 的什么？
    top what?
      top 什么？
    a hook is postStart or preStop
      回调是 postStart 或 preStop
    a hook is told fail, hang, slow or ok, not {}
      回调可以设为 fail、hang、slow 或 ok，而不是 {1}
    a probe is told fail, ok or hang, not {}
      探针可以设为 fail、ok 或 hang，而不是 {1}
    a pull is told fail, slow or ok, not {}
      拉取可以设为 fail、slow 或 ok，而不是 {1}
    the registry is {}, not {}
      镜像仓库可以是 {1}，而不是 {2}
    pressure is memory, disk or pid
      压力是 memory、disk 或 pid
    without -i the command reads nothing
      没有 -i，命令什么都读不到
    timeline can be drawn as text, json or svg
      timeline 可以画成 text、json 或 svg
    a width is a number from 60 to 200
      宽度是 60 到 200 的数字
    seed needs a whole number from 0 on, not {}
      seed 需要从 0 起的整数，而不是 {1}
    step does not know {}
      step 不认识 {1}
    why can be told as json, not as {}
      why 可以用 json 表示，而不能用 {1}
    {} is not true of anything: {}
      {1} 不成立：{2}

    """#
}

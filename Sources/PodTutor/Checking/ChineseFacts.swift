extension FactTexts {
  static let chinese = FactTexts(
    exists: { "\($0) 存在" },
    doesNotExist: { "\($0) 不存在" },
    noneOf: { "没有任何 \($0)" },
    allAsWanted: { "所有 \($0) 都符合要求" },
    numberOf: { "\($0) 的数量" },
    ageOf: { "\($0) 的年龄" },
    event: { reason, object in
      (object.map { "\($0) 的" } ?? "") + "事件" + (reason.map { " \($0)" } ?? "")
    },
    countOf: { "\($0) 的次数" },
    messageOf: { "\($0) 的消息" },
    thereIs: { "有\($0.spacedBefore)" },
    thereIsNo: { "没有\($0.spacedBefore)" },
    thereIsNoYet: { "还没有\($0.spacedBefore)" },
    process: { pod, node in (node.map { "node/\($0) 上 " } ?? "") + "\(pod) 的进程" },
    log: { pod, container in "\(pod) " + (container.map { "的容器 \($0) " } ?? "") + "的日志" },
    quizRight: { "问题 \($0) 已答对" },
    quizNotRight: { "问题 \($0) 还没有答对" },
    isSet: { "\($0) 已设置" },
    isNotSet: { "\($0) 未设置" },
    isValue: { "\($0.spacedAfter)是\($1.spacedBefore)" },
    isEmpty: { "\($0) 是空的" },
    lacks: { "\($0)中没有“\($1)”" },
    has: { "\($0)中有“\($1)”" },
    condition: { name, type, status, since in
      since.map { "\(name) 的状况 \(type) 从 \($0) 起是 \(status)" }
        ?? "\(name) 的状况 \(type) 是 \(status)"
    },
    noCondition: { "\($0) 还没有状况 \($1)" },
    otherReason: { "\($0)，但原因是 \($1)" },
    notSetWord: "未设置",
    wish: { comparison, value in
      switch comparison {
      case .equal: "，应为 \(value)"
      case .notEqual: "，应不是 \(value)"
      case .less: "，应小于 \(value)"
      case .lessOrEqual: "，应不大于 \(value)"
      case .greater: "，应大于 \(value)"
      case .greaterOrEqual: "，应不小于 \(value)"
      case .isIn: "，应为 \(value) 之一"
      case .contains: "，其中应有“\(value)”"
      }
    },
    wishAnother: "，应为另一个",
    atMoment: { "在 \($1) 时，\($0)" },
    notSinceStart: { "\($0)，但在这一步开始之前就已如此：`undo` 可以回到那之前" },
    notSoFar: { "到目前为止，\($0)" },
    quoted: { "“\($0)”" },
    heldSoFar: { "\($0)，到现在已有 \($1)" },
    momentNotReached: { "这一步才过了 \($0)，到 \($1) 时才能判断" },
    withSeed: { "种子为 \($0) 时，\($1)" },
    withNoSeed: { "种子 \($0) 到 \($1) 都不是这样；种子为 \($0) 时，\($2)" },
    withAllSeeds: { "种子 \($0) 到 \($1) 都是这样" },
    seedsLater: { "其余各条满足后，再用种子 \($0) 到 \($1) 试验" })
}

extension String {
  /// A space between Chinese and Latin letters; none between Chinese ones.
  fileprivate var spacedBefore: String {
    first?.isASCII == true ? " " + self : self
  }

  fileprivate var spacedAfter: String {
    last?.isASCII == true ? self + " " : self
  }
}

/// A page of the help about a part of Kubernetes: short enough for one screen.
struct HelpTopic: Sendable {
  let name: String
  /// Other words for it.
  let aliases: [String]
  /// One line.
  let english: String
  let chinese: String

  private init(_ name: String, _ aliases: [String], _ english: String, _ chinese: String) {
    (self.name, self.aliases, self.english, self.chinese) = (name, aliases, english, chinese)
  }

  static let all: [HelpTopic] = [
    HelpTopic("phases", ["phase", "阶段"], "where a Pod is in its life", "Pod 的阶段与 STATUS 列"),
    HelpTopic("conditions", ["condition", "状况"], "what is true of a Pod", "Pod 的状况"),
    HelpTopic("probes", ["probe", "探针"], "how the kubelet asks a container", "三种探针"),
    HelpTopic(
      "pull-policy", ["pull", "images", "镜像拉取策略"], "when images are pulled", "何时拉取镜像"),
    HelpTopic("hooks", ["hook", "lifecycle", "回调"], "postStart and preStop", "生命周期回调"),
    HelpTopic("termination", ["terminating", "终止"], "how a Pod ends", "体面终止的顺序"),
    HelpTopic("scheduling", ["scheduler", "调度"], "how a Pod finds its node", "Pod 如何找到节点"),
    HelpTopic("nodes", ["节点"], "what happens when a node fails", "节点失效时发生什么"),
    HelpTopic("time", ["时间"], "virtual time in podlab", "podlab 的虚拟时间"),
  ]

  static func named(_ word: String) -> HelpTopic? {
    let lowered = word.lowercased()
    return all.first { $0.name == lowered || $0.aliases.contains(lowered) }
  }

  /// The page in a language.
  func page(in language: Language) -> String {
    let pages =
      switch language {
      case .english: EnglishTopics.pages
      case .chinese: ChineseTopics.pages
      }
    return (pages[name] ?? "") + "\n"
  }

  static func list(in language: Language) -> String {
    let width = all.map(\.name.count).max() ?? 0
    let lines = all.map { topic in
      let space = String(repeating: " ", count: width - topic.name.count + 2)
      return "  \(topic.name)\(space)\(language == .english ? topic.english : topic.chinese)\n"
    }
    return HelpWords.of(language).topics + "\n" + lines.joined()
  }
}

/// The names of all errors: stable, so that scripts can count on them.
enum HelpErrors {
  struct Entry: Sendable {
    let name: String
    let english: String
    let chinese: String

    fileprivate init(_ name: String, _ english: String, _ chinese: String) {
      (self.name, self.english, self.chinese) = (name, english, chinese)
    }
  }

  static let all: [Entry] = [
    Entry("already-exists", "there is such a thing, or such a value, already", "已经存在"),
    Entry("broken-lesson", "a lesson's own text is wrong", "课程本身有错"),
    Entry("cannot-start", "a program in a container cannot be started", "容器里的程序无法启动"),
    Entry("check-failed", "the check of a lesson does not hold", "课程的检查没有通过"),
    Entry("conflict", "the object is not as the command expects it", "对象与命令的预期不符"),
    Entry("differs", "what there is differs from the manifest", "现状与清单不同"),
    Entry("drain", "a node could not be emptied", "节点无法清空"),
    Entry("exit-code", "a program in a container failed", "容器里的程序失败"),
    Entry("file", "a file cannot be read or written", "文件无法读写"),
    Entry("forbidden", "the API server does not allow it", "API 服务器不允许"),
    Entry("history", "there is nothing to undo, redo or compare", "没有可撤销、重做或比较的内容"),
    Entry("internal", "a mistake of podlab; please report it", "podlab 自身的错误，请报告"),
    Entry("interrupted", "Ctrl-C was pressed", "按下了 Ctrl-C"),
    Entry("invalid", "what was written is not valid", "写法无效"),
    Entry("limit", "a limit of podlab was reached", "达到 podlab 的上限"),
    Entry("not-recorded", "a page does not print again what was recorded", "页面重放的结果与记录不同"),
    Entry("no-lesson", "no lesson is open", "没有打开的课程"),
    Entry("no-lessons", "there are no lessons here", "这里没有课程"),
    Entry("no-match", "no line passes a filter", "没有一行符合过滤条件"),
    Entry("no-room", "the terminal or the node has no room for it", "没有足够的空间"),
    Entry("not-found", "there is no such thing", "找不到"),
    Entry("not-running", "the container or node does not run", "容器或节点没有运行"),
    Entry("rollout", "a rollout did not get to its end", "滚动更新没有完成"),
    Entry("timeout", "it did not come true in time", "没有及时达成"),
    Entry("too-many-requests", "the API server asks to wait", "API 服务器要求等待"),
    Entry("unavailable", "what is asked cannot answer now", "被询问者现在无法回答"),
    Entry("unknown-command", "there is no such command", "没有这个命令"),
    Entry("unsupported", "Kubernetes has it, podlab has not", "Kubernetes 有而 podlab 没有"),
    Entry("usage", "the command was written wrongly", "命令写错了"),
  ]

  static func page(in language: Language) -> String {
    let words = HelpWords.of(language)
    let width = all.map(\.name.count).max() ?? 0
    let lines = all.map { entry in
      let space = String(repeating: " ", count: width - entry.name.count + 2)
      return "  \(entry.name)\(space)\(language == .english ? entry.english : entry.chinese)\n"
    }
    return words.errors + "\n" + lines.joined()
  }
}

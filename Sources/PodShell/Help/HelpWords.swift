/// The words of the help itself, one value a language.
struct HelpWords: Sendable {
  let groups: [CommandGroup: String]
  /// What stands under the commands on the first screen.
  let ending: String
  let also, flags, examples, kubectlHas, topics, errors: String

  static func of(_ language: Language) -> HelpWords {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private static let english = HelpWords(
    groups: [
      .build: "build", .observe: "observe", .understand: "understand", .time: "time",
      .break: "break", .learn: "learn", .record: "record",
    ],
    ending: """
      help VERB, help TOPIC (help topics), help errors, help --all, apropos WORD.
      kubectl's flags work as in kubectl; a POD is web, pod/web or web/CONTAINER.
      Output goes on: | grep head tail sort cut wc less tee, > FILE. Tab, undo, exit.

      """,
    also: "Also:", flags: "Flags:", examples: "Examples:",
    kubectlHas: "kubectl has for this, and podlab has not:", topics: "help explains these topics:",
    errors: "Every error has a name, which scripts show (error[not-found]):")

  private static let chinese = HelpWords(
    groups: [
      .build: "构建", .observe: "观察", .understand: "理解", .time: "时间", .break: "故障",
      .learn: "学习", .record: "录制",
    ],
    ending: """
      help 命令、help 主题（help topics）、help errors、help --all、apropos 词。
      kubectl 的选项与 kubectl 相同；POD 写作 web、pod/web 或 web/容器。
      输出接 | grep head tail sort cut wc less tee 或 > 文件。Tab 补全，exit 离开。

      """,
    also: "也可以写：", flags: "选项：", examples: "示例：", kubectlHas: "kubectl 有而 podlab 没有的：",
    topics: "help 可以解释这些主题：", errors: "每个错误都有名字，脚本会显示它（error[not-found]）：")
}

extension CommandDescription {
  /// What the command is for, in a language.
  func about(in language: Language) -> String {
    switch language {
    case .english: about
    case .chinese: ChineseCommands.about(name) ?? about
    }
  }
}

internal import PodShell

/// What the recorder says, in one language.
struct RecorderTexts: Sendable {
  let nothingRecorded: String
  let recordingTo: @Sendable (_ path: String, _ commands: Int) -> String
  let begun: @Sendable (_ path: String) -> String
  let before: @Sendable (_ commands: Int) -> String
  let hidesNext: String
  let keepsErrors: String
  let dropsErrors: String
  let dropped: @Sendable (_ what: String, _ isUndone: Bool) -> String
  let note: String
  let leftOut: String
  let obstacle: @Sendable (_ why: String, _ isUndone: Bool) -> String
  let clusterChanged: String
  let recorded: @Sendable (_ path: String, _ commands: Int, _ time: String) -> String
  let notRecorded: @Sendable (_ draft: String) -> String
  let unsafeDraft: @Sendable (_ why: String) -> String
  let notRecording: String
  let alreadyRecording: @Sendable (_ path: String) -> String
  let unknownWord: @Sendable (_ word: String) -> String
  let needsFile: String
  let needsNote: String
  let nothingToUndo: String
  let nothingLeftOut: String

  static func of(_ language: Language) -> RecorderTexts {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  static let english = RecorderTexts(
    nothingRecorded: "Nothing was recorded.",
    recordingTo: { path, commands in "Recording to \(path): \(counted(commands, "command"))." },
    begun: { "Recording to \($0); `record stop` ends it." },
    before: { "\(counted($0, "command")) from before will run unseen." },
    hidesNext: "The next command will run, but not be seen.",
    keepsErrors: "Commands that fail are kept.", dropsErrors: "Commands that fail are left out.",
    dropped: { what, isUndone in "\(isUndone ? "Dropped and undone" : "Dropped"): \(what)" },
    note: "the note",
    leftOut: "Not recorded, since it failed; `record keep` takes it into the page.",
    obstacle: { why, isUndone in "Not recorded\(isUndone ? " and undone" : ""): \(why)." },
    clusterChanged: "The recording ends here: the cluster is another one now.",
    recorded: { path, commands, time in
      "Recorded \(path): \(counted(commands, "command")), t=\(time). Replayed, it prints the same."
    },
    notRecorded: { draft in
      "error: not recorded: replayed in a fresh cluster it does not come out the same. "
        + "It is kept as \(draft)"
    },
    unsafeDraft: { "Warning: the recording is not safe: \($0)" },
    notRecording: "error: nothing is being recorded; record start FILE begins",
    alreadyRecording: { "error: \($0) is being recorded already; record stop ends it" },
    unknownWord: { word in
      "error: unknown word \"\(word)\" after record; "
        + "try start, stop, note, section, hide, undo, keep or keep-errors"
    },
    needsFile: "error: record start needs the name of a file: record start first-pod.md",
    needsNote:
      "error: a note is a sentence or several: record note The Pod has not been placed yet.",
    nothingToUndo: "error: nothing was recorded yet",
    nothingLeftOut: "error: the last command was not left out")

  static let chinese = RecorderTexts(
    nothingRecorded: "什么也没有录下。",
    recordingTo: { path, commands in "正在录制到 \(path)：\(commands) 条命令。" },
    begun: { "开始录制到 \($0)；用 `record stop` 结束。" },
    before: { "之前的 \($0) 条命令会执行，但不显示。" },
    hidesNext: "下一条命令会执行，但不显示。",
    keepsErrors: "失败的命令会保留。", dropsErrors: "失败的命令不录。",
    dropped: { what, isUndone in "\(isUndone ? "已删除并撤销" : "已删除")：\(what)" },
    note: "说明文字",
    leftOut: "它失败了，所以没有录；用 `record keep` 把它放进页面。",
    obstacle: { why, isUndone in "没有录\(isUndone ? "，并已撤销" : "")：\(why)。" },
    clusterChanged: "录制到此结束：集群已经换了一个。",
    recorded: { path, commands, time in
      "已录制 \(path)：\(commands) 条命令，t=\(time)。重放一遍，输出相同。"
    },
    notRecorded: { draft in "error: 没有录成：在全新的集群里重放，结果不一样。内容保留在 \(draft)" },
    unsafeDraft: { "Warning: 录制内容没有写到磁盘：\($0)" },
    notRecording: "error: 没有在录制；用 record start FILE 开始",
    alreadyRecording: { "error: 已经在录制 \($0)；用 record stop 结束" },
    unknownWord: { word in
      "error: record 后面的“\(word)”不认识；"
        + "试试 start、stop、note、section、hide、undo、keep 或 keep-errors"
    },
    needsFile: "error: record start 需要文件名：record start first-pod.md",
    needsNote: "error: 说明文字是一句或几句话：record note 这个 Pod 还没有被调度。",
    nothingToUndo: "error: 还没有录下任何东西",
    nothingLeftOut: "error: 上一条命令没有被略去")
}

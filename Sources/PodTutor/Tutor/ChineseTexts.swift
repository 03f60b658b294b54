extension TutorTexts {
  static let chinese = TutorTexts(
    lessonHeading: { title, number, count, minutes in
      "\(title)（第 \(number) 课，共 \(count) 课，约 \(minutes) 分钟）"
    },
    stepHeading: { number, count, title in "第 \(number) 步，共 \(count) 步：\(title)" },
    welcomeBack: { lesson, commands in
      "欢迎回来。“\(lesson)”还是你离开时的样子"
        + (commands == 0 ? "。" : "，已经输入了 \(commands) 条命令。")
    },
    lessonChanged: "本课的内容在这期间有改动；`lesson reset lesson` 从头开始。",
    stepDone: { number, count, title in "第 \(number) 步（共 \(count) 步）完成：\(title.ended(by: "。"))" },
    goOn: "输入 `next` 继续。",
    lessonDone: { "本课完成：\($0.ended(by: "。"))" },
    nextLesson: { id, title in "下一课是“\(title)”：`lesson start \(id)`。" },
    partly: { passed, count, fact in "已满足 \(count) 条中的 \(passed) 条：\(fact.ended(by: "。"))" },
    sentence: { $0.ended(by: "。") },
    labelled: { "\($0)：\($1)" },
    comma: "，",
    gap: "",
    violated: { fact in
      "这一步里不应如此：\(fact.ended(by: "。"))`undo` 撤销它，`lesson reset` 重新开始这一步。"
    },
    broken: { fact in
      "这条检查坏了，是我们的错：\(fact.ended(by: "。"))`skip` 可以继续；请告诉我们。"
    },
    stuck: "卡住了？`hint` 给提示，`check` 说还缺什么。",
    notDoneYet: "这一步还没有完成。`check` 说还缺什么，`skip` 跳过它。",
    met: "满足：",
    notYet: "尚未：",
    nothingToCheck: "这一步不检查什么。`next` 继续。",
    hint: { number, text in "提示 \(number)：\(text)" },
    noMoreHints: "没有更多提示了。`solution` 显示命令。",
    noHints: "就你现在的情况，这一步没有提示。`check` 说还缺什么。",
    askSolution: { lines in "答案有 \(lines) 条命令。想看就再输入一次 `solution`。" },
    solutionHeading: "一种做法：",
    otherSolution: { "另一种（\($0)）：" },
    noSolution: "这一步没有答案可看。",
    solutionsOff: "这门课程不显示答案。",
    skipped: { "已跳过：\($0.ended(by: "。"))" },
    skippedTyped: "为了让后面的步骤能进行，已替你输入：",
    skipOff: "这门课程不允许跳过步骤。",
    resetStep: "这一步重新开始。`undo` 可以撤销。",
    resetLesson: "这一课重新开始。`undo` 可以撤销。",
    resetUndone: "回到了之前的样子。",
    unknownReset: { "error: 用 reset step 或 reset lesson，而不是“\($0)”" },
    praiseIsOn: "每完成一步，都会告诉你它说明了什么。`lesson praise off` 关掉它。",
    praiseIsOff: "步骤完成只打勾，不多说。`lesson praise on` 再打开。",
    predictPrompt: "输入你的预测前面的字母；然后运行，看结果。",
    predicted: { "记下了：\($0)。现在运行看看。" },
    predictionWas: { "你的预测是 \($0)。" },
    stepStates: { state in
      switch state {
      case .passed: "完成"
      case .passedWithSolution: "看过答案后完成"
      case .skipped: "跳过"
      case nil: "未完成"
      }
    },
    hintsUsed: { $0 == 0 ? "" : "，用了 \($0) 个提示" },
    noProgress: "还什么都没有完成。`lesson start` 开始。",
    progressHelp:
      "`progress export FILE` 保存进度，`progress import FILE` 并入文件里的进度，"
      + "`progress forget LESSON` 或 `progress forget all` 清除进度。",
    exported: { path, steps in "\(steps) 个步骤已保存到 \(path)。" },
    imported: { path, steps in "\(path) 里有 \(steps) 个步骤；每一步都以较好的结果为准。" },
    forgotten: { $0.map { "已清除：\($0) 的所有步骤。" } ?? "已清除：全部进度。" },
    forgetWhat: "error: 用 progress forget LESSON 或 progress forget all",
    quizPrompt: "输入你的答案前面的字母。",
    quizRight: "对。",
    quizWrong: "不是这个。",
    quizNoSuchAnswer: { "答案有 \($0)。" },
    noQuiz: "这一步没有问题要回答。",
    exploring: "这是你的集群的副本：这里不检查什么。`back` 回到课程。",
    exploreIdeas: "可以试试：",
    alreadyExploring: "你已经在副本里了。`back` 回到课程。",
    notExploring: "你在课程里，不在副本里。",
    backAgain: "回到课程了，和你离开时一模一样。",
    noLesson: "现在没有在上课。`lesson list` 列出课程，`lesson start` 开始。",
    noLessons: "这里没有课程。",
    unknownLesson: { id, guess in
      "error: 没有课程“\(id)”" + (guess.map { "；你是指“\($0)”吗？" } ?? "；`lesson list` 列出课程")
    },
    unknownStep: { word, count in
      "error: 没有步骤“\(word)”；步骤从 1 到 \(count)，也可以用名字"
    },
    unknownWord: { word in
      "error: lesson 后面的“\(word)”不认识；"
        + "试试 list、start、next、hint、solution、check、reset 或 skip"
    },
    stepsDone: { done, count in done == count ? "完成" : "检查过的步骤 \(done)/\(count)" },
    minutes: { "\($0) 分钟" },
    commandFailed: { place, command in
      "这一课坏了，是我们的错：\(place): `\(command)` 失败了。请告诉我们。"
    },
    cannotSave: { "Warning: 进度无法保存：\($0)" }
  )
}

extension TutorTexts {
  static let english = TutorTexts(
    lessonHeading: { title, number, count, minutes in
      "\(title)  (lesson \(number) of \(count), about \(minutes) min)"
    },
    stepHeading: { number, count, title in "Step \(number) of \(count): \(title)" },
    welcomeBack: { lesson, commands in
      "Welcome back. \"\(lesson)\" stands where you left it"
        + (commands == 0 ? "." : commands == 1 ? ", 1 command in." : ", \(commands) commands in.")
    },
    lessonChanged: "The lesson's text has changed since; `lesson reset lesson` starts it afresh.",
    stepDone: { number, count, title in "Step \(number) of \(count) done: \(title.ended(by: "."))"
    },
    goOn: "Type `next` to go on.",
    lessonDone: { "Lesson done: \($0.ended(by: "."))" },
    nextLesson: { id, title in "The next lesson is \"\(title)\": `lesson start \(id)`." },
    partly: { passed, count, fact in "\(passed) of \(count) so far: \(fact.ended(by: "."))" },
    sentence: { $0.ended(by: ".") },
    labelled: { "\($0): \($1)" },
    comma: ", ",
    gap: " ",
    violated: { fact in
      "Not in this step: \(fact.ended(by: ".")) `undo` takes it back, "
        + "`lesson reset` starts the step again."
    },
    broken: { fact in
      "This check is broken, which is our fault: \(fact.ended(by: ".")) "
        + "`skip` goes on; please report it."
    },
    stuck: "Stuck? `hint` helps, `check` says what is missing.",
    notDoneYet: "This step is not done yet. `check` says what is missing, `skip` leaves it out.",
    met: "met: ",
    notYet: "not yet: ",
    nothingToCheck: "Nothing is checked in this step. `next` goes on.",
    hint: { number, text in "Hint \(number): \(text)" },
    noMoreHints: "That was the last hint. `solution` shows the commands.",
    noHints: "This step has no hint for the state you are in. `check` says what is missing.",
    askSolution: { lines in
      "The solution is \(lines == 1 ? "one command" : "\(lines) commands"). "
        + "To see it, type `solution` once more."
    },
    solutionHeading: "A solution:",
    otherSolution: { "Another one (\($0)):" },
    noSolution: "This step has no solution to show.",
    solutionsOff: "Solutions are off in this course.",
    skipped: { "Skipped: \($0.ended(by: "."))" },
    skippedTyped: "So that the rest works, this was typed for you:",
    skipOff: "Steps cannot be skipped in this course.",
    resetStep: "The step begins again. `undo` takes this back.",
    resetLesson: "The lesson begins again. `undo` takes this back.",
    resetUndone: "Back to where you were before.",
    unknownReset: { "error: reset step, or reset lesson; not \"\($0)\"" },
    praiseIsOn: "After each step you are told what it proved. `lesson praise off` ends that.",
    praiseIsOff: "Steps are ticked and no more. `lesson praise on` brings the words back.",
    predictPrompt: "Type the letter of what you expect; then run it and see.",
    predicted: { "Noted: \($0). Now run it." },
    predictionWas: { "You expected \($0)." },
    stepStates: { state in
      switch state {
      case .passed: "done"
      case .passedWithSolution: "done, with the solution"
      case .skipped: "skipped"
      case nil: "open"
      }
    },
    hintsUsed: { $0 == 0 ? "" : $0 == 1 ? ", 1 hint" : ", \($0) hints" },
    noProgress: "Nothing is done yet. `lesson start` begins.",
    progressHelp:
      "`progress export FILE` saves this, `progress import FILE` adds what a file knows, "
      + "`progress forget LESSON` or `progress forget all` forgets.",
    exported: { path, steps in "\(counted(steps, "step")) saved in \(path)." },
    imported: { path, steps in
      "\(path) has \(counted(steps, "step")); the better result of each counts."
    },
    forgotten: { $0.map { "Forgotten: all steps of \($0)." } ?? "Forgotten: everything." },
    forgetWhat: "error: progress forget LESSON, or progress forget all",
    quizPrompt: "Type the letter of your answer.",
    quizRight: "Right.",
    quizWrong: "Not this one.",
    quizNoSuchAnswer: { "The answers are \($0)." },
    noQuiz: "This step asks no question.",
    exploring: "This is a copy of your cluster: nothing is checked. `back` returns to the lesson.",
    exploreIdeas: "Things to try:",
    alreadyExploring: "You are in the copy already. `back` returns to the lesson.",
    notExploring: "You are in the lesson, not in a copy of it.",
    backAgain: "Back in the lesson, exactly as you left it.",
    noLesson: "No lesson is open. `lesson list` shows them, `lesson start` begins.",
    noLessons: "There are no lessons here.",
    unknownLesson: { id, guess in
      "error: there is no lesson \"\(id)\""
        + (guess.map { "; did you mean \"\($0)\"?" } ?? "; `lesson list` shows them")
    },
    unknownStep: { word, count in
      "error: there is no step \"\(word)\"; steps go from 1 to \(count), or by name"
    },
    unknownWord: { word in
      "error: unknown word \"\(word)\" after lesson; "
        + "try list, start, next, hint, solution, check, reset or skip"
    },
    stepsDone: { done, count in
      done == count ? "done" : "\(done) of \(count) checked steps"
    },
    minutes: { "\($0) min" },
    commandFailed: { place, command in
      "This lesson is broken, which is our fault: \(place): `\(command)` failed. Please report it."
    },
    cannotSave: { "Warning: your progress cannot be saved: \($0)" }
  )
}

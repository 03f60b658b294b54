internal import PodShell

// Hints and solutions: on request only.
extension Tutor {
  mutating func hint() -> Outcome {
    guard let run else { return noLesson() }
    let hints = run.step.hints
    let history = run.history(session)
    let open = hints.indices.first { index in
      !run.shownHints.contains(index)
        && (hints[index].condition.map { Checker.holds($0, history) } ?? true)
    }
    guard let open else { return say(run.shownHints.isEmpty ? texts.noHints : texts.noMoreHints) }
    self.run?.shownHints.append(open)
    self.run?.idleCommands = 0
    var outcome = Outcome()
    var blocks = hints[open].text
    let number = run.shownHints.count + 1
    if case .paragraph(let text)? = blocks.first?.content, let first = blocks.first {
      blocks[0] = MarkdownBlock(.paragraph(texts.hint(number, text)), lines: first.lines)
    } else {
      outcome.say(texts.hint(number, ""))
    }
    outcome.say(Prose.text(blocks, width: style.width).trimmedEnd)
    return outcome
  }

  /// Asks first; after the step was passed it is there for comparison.
  mutating func solution() -> Outcome {
    guard let run else { return noLesson() }
    guard let first = run.step.solutions.first else { return say(texts.noSolution) }
    switch pack.solutions {
    case .off: return say(texts.solutionsOff)
    case .afterPass where !run.hasPassed: return say(texts.notDoneYet)
    case .afterPass, .anytime: break
    }
    guard run.hasPassed || hasAskedForSolution else {
      hasAskedForSolution = true
      return say(texts.askSolution(first.commands.count))
    }
    hasAskedForSolution = false
    self.run?.hasSeenSolution = true
    var outcome = say(texts.solutionHeading)
    for (index, attempt) in run.step.solutions.enumerated() {
      if index > 0 { outcome.say(texts.otherSolution(attempt.name)) }
      outcome.say(indented(attempt.commands))
    }
    return outcome
  }

  func indented(_ commands: [LessonCommand]) -> String {
    commands.flatMap { $0.text.split(separator: "\n", omittingEmptySubsequences: false) }
      .map { "    \($0)" }.joined(separator: "\n")
  }
}

// Questions.
extension Tutor {
  /// Whether a word answers the question of the present step.
  func isAnswer(_ word: String) -> Bool {
    guard let run, !run.isExploring, let quiz = run.step.quiz else { return false }
    return quiz.options.contains { $0.letter == word.lowercased() }
  }

  func text(of quiz: Quiz) -> String {
    let question = wrap(quiz.question)
    let options = quiz.options.map { option in
      Prose.wrap(option.text, width: style.width - 5).enumerated()
        .map { ($0.offset == 0 ? "  \(option.letter)) " : "     ") + $0.element }
        .joined(separator: "\n")
    }
    let prompt = run?.step.isPrediction == true ? texts.predictPrompt : texts.quizPrompt
    return "\(question)\n\n\(options.joined(separator: "\n"))\n\n\(prompt)"
  }

  func show(_ quiz: Quiz) -> Outcome {
    var outcome = Outcome()
    outcome.say(text(of: quiz))
    return outcome
  }

  mutating func quiz(_ letter: String?) -> Outcome {
    guard let run else { return noLesson() }
    guard let quiz = run.step.quiz else { return say(texts.noQuiz) }
    return letter.map { answerQuiz($0) } ?? show(quiz)
  }

  mutating func answerQuiz(_ letter: String) -> Outcome {
    guard let run, let quiz = run.step.quiz else { return say(texts.noQuiz) }
    guard let option = quiz.options.first(where: { $0.letter == letter.lowercased() }) else {
      let letters = quiz.options.map(\.letter).joined(separator: ", ")
      return complain(texts.quizNoSuchAnswer(letters), name: "usage", exitCode: 2)
    }
    if run.step.isPrediction, !run.hasPassed {
      self.run?.prediction = option
      if option.isRight { self.run?.rightQuizzes.append(quiz.id) }
      return say(texts.predicted(option.letter))
    }
    guard option.isRight else { return say("\(texts.quizWrong)\(texts.gap)\(option.reason)") }
    var outcome = say("\(texts.quizRight)\(texts.gap)\(option.reason)")
    if !run.hasPassed {
      self.run?.rightQuizzes.append(quiz.id)
      pass(nil, &outcome)
    }
    return outcome
  }
}

extension Tutor {
  /// What became of a prediction, once the step has shown it; empty where none was made.
  func prediction(_ run: LessonRun) -> String {
    guard run.step.isPrediction, let option = run.prediction else { return "" }
    let verdict = option.isRight ? texts.quizRight : texts.quizWrong
    return wrap(
      [texts.predictionWas(option.letter), verdict, option.reason].joined(separator: texts.gap))
  }
}

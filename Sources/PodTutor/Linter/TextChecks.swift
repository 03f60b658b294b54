// What can be seen without running anything.
extension LessonTrial {
  mutating func checkTexts(of step: LessonStep) {
    if let quiz = step.quiz { check(quiz) }
    checkNames(in: step)
    checkHints(of: step)
    findUnwritten(step.instruction + step.conclusion + step.hints.flatMap(\.text))
    for assertion in step.check?.assertions ?? [] {
      findUnwritten(assertion.advice ?? "", assertion.position)
    }
    for option in step.quiz?.options ?? [] {
      findUnwritten(option.text, option.position)
      findUnwritten(option.reason, option.position)
    }
    if let quiz = step.quiz { findUnwritten(quiz.question, quiz.position) }
  }

  mutating func findUnwritten(_ blocks: [MarkdownBlock]) {
    for block in blocks {
      let text = Prose.text([block], width: .max)
      findUnwritten(text, SourcePosition(lesson.file, block.lines.lowerBound))
    }
  }

  /// What `lesson new` and `lesson record` leave to the author.
  mutating func findUnwritten(_ text: String, _ position: SourcePosition) {
    guard text.hasPrefix("WRITE") else { return }
    problems.add(position, "this is still to be written", advice: "Write it in the place of WRITE.")
  }

  private mutating func check(_ quiz: Quiz) {
    let right = quiz.options.count(where: \.isRight)
    if quiz.options.count < 2 || right != 1 {
      problems.add(
        quiz.position,
        "the quiz has \(counted(quiz.options.count, "answer")), \(right) of them right",
        advice: "Give it at least two answers; mark exactly one with (x).")
    }
    for option in quiz.options where option.reason.isEmpty {
      problems.add(
        option.position, "the answer `\(option.text)` has no reason",
        advice: "Say below it, indented, why it is \(option.isRight ? "right" : "wrong").")
    }
  }

  /// Every object that a check names must have been named to the learner.
  private mutating func checkNames(in step: LessonStep) {
    let told = wordsTold(upTo: step)
    for assertion in step.check?.assertions ?? [] {
      if let name = assertion.claim.subject.objectName, !told.contains(name) {
        problems.add(
          assertion.position, "the check names `\(name)`, which the learner has never been told",
          advice: "Name it in the text of the step.")
      }
      if case .quiz(let id) = assertion.claim.subject,
        !lesson.steps.contains(where: { $0.quiz?.id == id })
      {
        problems.add(
          assertion.position, "there is no quiz `\(id)` in this lesson", advice: "Correct the id.")
      }
    }
  }

  private func wordsTold(upTo step: LessonStep) -> String {
    let count = (lesson.steps.firstIndex { $0.id == step.id } ?? 0) + 1
    let blocks =
      lesson.introduction
      + lesson.steps.prefix(count).flatMap { $0.instruction + $0.conclusion }
    return Prose.text(blocks, width: .max) + lesson.setup.map(\.text).joined(separator: "\n")
  }

  private mutating func checkHints(of step: LessonStep) {
    for hint in step.hints {
      guard let line = step.lineGivenAway(by: hint.text) else { continue }
      problems.add(
        hint.position, "the hint gives the solution away: `\(line.firstLine)`",
        advice: "Lead the learner to it; the solution is shown on request.")
    }
  }
}

extension LessonStep {
  /// A hint that holds a whole line of the solution is the solution.
  func lineGivenAway(by hint: [MarkdownBlock]) -> String? {
    let text = Prose.text(hint, width: .max)
    return solutions.flatMap(\.commands).map(\.text).first {
      $0.contains(" ") && text.contains($0)
    }
  }
}

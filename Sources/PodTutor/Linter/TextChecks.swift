internal import PodEngine

// What can be seen without running anything.
extension LessonTrial {
  mutating func checkTexts(of step: LessonStep) {
    if let quiz = step.quiz { check(quiz) }
    checkNames(in: step)
    checkHints(of: step)
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
      switch assertion.claim.subject {
      case .object(let key): demand(key, told, assertion.position)
      case .event(let selection):
        if let about = selection.about { demand(about, told, assertion.position) }
      case .quiz(let id):
        if !lesson.steps.contains(where: { $0.quiz?.id == id }) {
          problems.add(
            assertion.position, "there is no quiz `\(id)` in this lesson", advice: "Correct the id."
          )
        }
      case .selection, .count: break
      }
    }
  }

  private mutating func demand(_ key: ObjectKey, _ told: String, _ position: SourcePosition) {
    guard !told.contains(key.name) else { return }
    problems.add(
      position, "the check names `\(key.name)`, which the learner has never been told",
      advice: "Name it in the text of the step.")
  }

  private func wordsTold(upTo step: LessonStep) -> String {
    let count = (lesson.steps.firstIndex { $0.id == step.id } ?? 0) + 1
    let blocks =
      lesson.introduction
      + lesson.steps.prefix(count).flatMap { $0.instruction + $0.conclusion }
    return Prose.text(blocks, width: .max) + lesson.setup.map(\.text).joined(separator: "\n")
  }

  /// A hint that holds a whole line of the solution is the solution.
  private mutating func checkHints(of step: LessonStep) {
    let lines = step.solutions.flatMap(\.commands).map(\.text)
    for hint in step.hints {
      let text = Prose.text(hint.text, width: .max)
      guard let line = lines.first(where: { $0.contains(" ") && text.contains($0) }) else {
        continue
      }
      problems.add(
        hint.position, "the hint gives the solution away: `\(line.firstLine)`",
        advice: "Lead the learner to it; the solution is shown on request.")
    }
  }
}

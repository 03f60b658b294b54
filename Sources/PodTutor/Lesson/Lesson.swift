/// One lesson, as its file says it: nothing in it has been run.
package struct Lesson: Sendable {
  package var file: String
  /// Changes when any byte of the file does.
  package var digest = ""
  package var head: LessonHead
  /// Commands that build the world before the first step; run silently.
  package var setup: [LessonCommand] = []
  /// What stands before the first step.
  package var introduction: [MarkdownBlock] = []
  package var steps: [LessonStep] = []
  /// Files that `apply -f NAME` reaches in this lesson.
  package var files: [TextFile] = []

  package var id: String { head.id }
  package var title: String { head.title }
}

/// The front matter of a lesson.
package struct LessonHead: Sendable {
  package var id = ""
  package var title = ""
  package var summary = ""
  package var minutes = 1
  package var level = ""
  package var requires: [String] = []
  package var teaches: [String] = []
  /// The statements of the founding article that the lesson covers: S1 … S45.
  package var covers: [String] = []
  package var seed: UInt64 = 1
  package var nodes = 3
}

/// One command of a lesson; a heredoc makes it longer than a line.
package struct LessonCommand: Hashable, Sendable {
  package let text: String
  package let position: SourcePosition
}

/// One `##` section.
package struct LessonStep: Sendable {
  /// The id of its check or quiz, else made of the title. Progress is kept under it.
  package var id: String
  package var title: String
  package var position: SourcePosition
  /// What is shown when the step begins.
  package var instruction: [MarkdownBlock] = []
  /// What is shown when it has been passed.
  package var conclusion: [MarkdownBlock] = []
  package var check: StepCheck?
  package var quiz: Quiz?
  package var hints: [Hint] = []
  package var solutions: [Attempt] = []
  package var wrongAttempts: [Attempt] = []
  /// Things to try; nothing of it is checked.
  package var suggestions: [LessonCommand] = []
  /// `console` excerpts, by whether they show the world before or after the step was done.
  package var excerptsBefore: [ConsoleExcerpt] = []
  package var excerptsAfter: [ConsoleExcerpt] = []

  /// False for a step that is only read or played with: `next` goes on from it at once.
  package var isChecked: Bool { check != nil || quiz != nil }

  mutating func moveConclusionToInstruction() {
    instruction += conclusion
    excerptsBefore += excerptsAfter
    (conclusion, excerptsAfter) = ([], [])
  }

  /// "Predict, then run": the answer is judged by what the check then shows.
  package var isPrediction: Bool { check != nil && quiz != nil }
}

/// The assertions of a step; all must hold.
package struct StepCheck: Sendable {
  package var position: SourcePosition
  package var memories: [Memory] = []
  package var assertions: [Assertion] = []
}

/// A way to do a step, right or wrong.
package struct Attempt: Sendable {
  package let name: String
  package let position: SourcePosition
  package let commands: [LessonCommand]
  /// For a wrong way: what the learner must be told.
  package let expectedTexts: [LessonCommand]
}

/// A hint, shown on request; one with a condition is offered only while it holds.
package struct Hint: Sendable {
  package let title: String
  package let position: SourcePosition
  package let condition: Assertion?
  package let text: [MarkdownBlock]
}

/// A question with one right answer and a reason for every answer.
package struct Quiz: Sendable {
  package let id: String
  package let position: SourcePosition
  package let question: String
  package let options: [QuizOption]

  package var rightLetter: String? { options.first(where: \.isRight)?.letter }
}

/// One answer of a quiz.
package struct QuizOption: Hashable, Sendable {
  /// `a`, `b`, …: what the learner types.
  package let letter: String
  package let text: String
  package let isRight: Bool
  package let reason: String
  package let position: SourcePosition
}

/// A `console` fence of a lesson, which `lesson test` runs again.
package struct ConsoleExcerpt: Sendable {
  package let block: TranscriptBlock
}

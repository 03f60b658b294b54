/// The words of a lesson in another language, as its file says them. Setup, checks and solutions
/// come from the source.
package struct LessonTranslation: Sendable {
  package let file: String
  var id = ""
  /// `zh-Hans`.
  var language = ""
  var title = ""
  var summary = ""
  var source: SourceMark
  var introduction: [MarkdownBlock] = []
  var steps: [TranslatedStep] = []

  init(file: String) {
    self.file = file
    source = SourceMark(digest: nil, position: SourcePosition(file, 1))
  }
}

/// Which state of the source was translated; nil where nobody has said so yet.
struct SourceMark: Hashable, Sendable {
  var digest: String?
  let position: SourcePosition
}

/// One `##` section of a translation.
struct TranslatedStep: Sendable {
  let title: String
  let position: SourcePosition
  /// The id of the step in the source; empty until its comment has been read.
  var id = ""
  var source: SourceMark
  var instruction: [MarkdownBlock] = []
  var conclusion: [MarkdownBlock] = []
  /// Whether the block that parts instruction and conclusion has been read.
  var isPastCheck = false
  var advice: [TranslatedText] = []
  var hints: [TranslatedHint] = []
  var quiz: Quiz?

  init(title: String, position: SourcePosition) {
    (self.title, self.position) = (title, position)
    source = SourceMark(digest: nil, position: position)
  }

  mutating func moveConclusionToInstruction() {
    instruction += conclusion
    conclusion = []
  }
}

struct TranslatedText: Hashable, Sendable {
  let text: String
  let position: SourcePosition
}

struct TranslatedHint: Sendable {
  let title: String
  let position: SourcePosition
  var text: [MarkdownBlock] = []
}

// Putting source and translation together.
extension Lesson {
  /// The lesson in the words of a translation. A part that is missing, stale, or does not fit stays
  /// in the words of the source: it would speak of something else.
  func translated(by translation: LessonTranslation) -> Lesson {
    var lesson = self
    if translation.source.digest == headDigest {
      lesson.head.title = translation.title
      lesson.head.summary = translation.summary
      lesson.introduction = translation.introduction
    }
    lesson.steps = steps.map { step in
      translation.steps.first { $0.id == step.id && $0.source.digest == step.digest }
        .flatMap { step.translated(by: $0) } ?? step
    }
    return lesson
  }
}

extension LessonStep {
  /// Nil where the translation has other parts than the step.
  func translated(by other: TranslatedStep) -> LessonStep? {
    guard other.advice.count == advice.count, other.hints.count == hints.count,
      other.quiz?.options.map(\.isRight) == quiz?.options.map(\.isRight)
    else { return nil }
    var step = self
    step.title = other.title
    (step.instruction, step.conclusion) = (other.instruction, other.conclusion)
    step.quiz = other.quiz
    step.hints = zip(hints, other.hints).map { hint, other in
      Hint(
        title: other.title, position: hint.position, condition: hint.condition, text: other.text)
    }
    var words = other.advice.map(\.text)[...]
    step.check?.assertions = (check?.assertions ?? []).map { assertion in
      var assertion = assertion
      if assertion.advice != nil { assertion.advice = words.popFirst() }
      return assertion
    }
    return step
  }
}

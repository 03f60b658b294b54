internal import PodEngine
internal import PodShell

/// Compares a translation with its source: `podlab lesson test`.
struct TranslationTrial: Sendable {
  private let words: LessonTranslation
  private let lesson: Lesson
  private var problems = Problems()

  init(_ words: LessonTranslation, of lesson: Lesson) {
    (self.words, self.lesson) = (words, lesson)
  }

  /// The file of a translation that may still need its stamp.
  private static let stampAdvice = "Compare the two texts; then `podlab lesson stamp FILE` says so."

  mutating func run() -> [SourceError] {
    compare(words.source, lesson.headDigest, "title, summary and introduction", at: lesson.start)
    compareCode(lesson.introduction, words.introduction, words.source.position)
    for step in lesson.steps where !words.steps.contains(where: { $0.id == step.id }) {
      problems.add(
        SourcePosition(words.file, 1), "the step `\(step.id)` is missing (\(step.position))",
        advice: "Add `## TITLE`, `<!-- step: \(step.id) -->` below it, and its words.")
    }
    for other in words.steps {
      guard let step = lesson.steps.first(where: { $0.id == other.id }) else {
        problems.add(
          other.source.position, "the lesson has no step `\(other.id)`",
          advice: "Its steps are: \(lesson.steps.map(\.id).joined(separator: ", ")).")
        continue
      }
      compare(step, other)
    }
    return SourceErrors(problems.errors).errors
  }

  private mutating func compare(
    _ mark: SourceMark, _ digest: String, _ what: String, at place: SourcePosition
  ) {
    guard mark.digest != digest else { return }
    problems.add(
      mark.position,
      mark.digest == nil
        ? "nobody has said yet that \(what) is the same as in \(place)"
        : "stale: \(what) has changed in \(place)",
      advice: Self.stampAdvice)
  }

  private mutating func compare(_ step: LessonStep, _ other: TranslatedStep) {
    compare(other.source, step.digest, "the step `\(step.id)`", at: step.position)
    compareParts(step, other)
    compareCode(step.instruction, other.instruction, other.position)
    compareCode(step.conclusion, other.conclusion, other.position)
    for (hint, translated) in zip(step.hints, other.hints) {
      compareCode(hint.text, translated.text, translated.position)
    }
    findUntranslated(step, other)
    findMissingNames(step, other)
    findGivenAway(step, other)
  }

  private mutating func compareParts(_ step: LessonStep, _ other: TranslatedStep) {
    if step.isChecked, !other.isPastCheck {
      problems.add(
        other.position, "the step has no `check` or `quiz` of its own words",
        advice:
          "Add ```podlab \(step.quiz == nil ? "check" : "quiz") \(step.id) where the source has it."
      )
    }
    if step.quiz?.options.map(\.isRight) != other.quiz?.options.map(\.isRight)
      || step.quiz?.id != other.quiz?.id
    {
      problems.add(
        other.quiz?.position ?? other.position, "the quiz is not that of \(step.position)",
        advice: "Keep its id, the number of the answers, their order and their (x).")
    }
    if step.advice.count != other.advice.count, other.isPastCheck {
      problems.add(
        other.advice.last?.position ?? other.position,
        "\(counted(other.advice.count, "`else` text")), the source has \(step.advice.count)",
        advice: "Write one line `else \"…\"` for each of the source, in its order.")
    }
    if step.hints.count != other.hints.count {
      problems.add(
        other.hints.last?.position ?? other.position,
        "\(counted(other.hints.count, "hint")), the source has \(step.hints.count)",
        advice: "Write one `<details>` for each hint of the source, in its order.")
    }
  }

  /// What is typed and printed stays as it is.
  private mutating func compareCode(
    _ source: [MarkdownBlock], _ words: [MarkdownBlock], _ position: SourcePosition
  ) {
    let (wanted, found) = (source.filter(\.isCode), words.filter(\.isCode))
    for (index, block) in found.enumerated() where index < wanted.count {
      guard block.content != wanted[index].content else { continue }
      return problems.add(
        SourcePosition(self.words.file, block.lines.lowerBound),
        "the block is not that of \(lesson.file):\(wanted[index].lines.lowerBound)",
        advice: "Copy it byte for byte: what is typed and printed stays English.")
    }
    guard wanted.count != found.count else { return }
    problems.add(
      position, "\(counted(found.count, "block")) of code here, \(wanted.count) in the source",
      advice: "Keep every fence, in the order of the source.")
  }
}

// Words.
extension TranslationTrial {
  private mutating func findUntranslated(_ step: LessonStep, _ other: TranslatedStep) {
    let english = Set(
      (step.instruction + step.conclusion + step.hints.flatMap(\.text)).compactMap(\.sentence))
    let blocks = other.instruction + other.conclusion + other.hints.flatMap(\.text)
    for block in blocks where block.sentence.map({ english.contains($0) }) == true {
      refuseEnglish(SourcePosition(words.file, block.lines.lowerBound))
    }
    for (advice, source) in zip(other.advice, step.advice) where advice.text == source {
      refuseEnglish(advice.position)
    }
    for (option, source) in zip(other.quiz?.options ?? [], step.quiz?.options ?? [])
    where option.reason == source.reason { refuseEnglish(option.position) }
  }

  private mutating func refuseEnglish(_ position: SourcePosition) {
    problems.add(
      position, "this is not translated: it is the text of the source",
      advice: "Say it in \(words.language).")
  }

  /// As in the source: what a check names must have been named to the learner.
  private mutating func findMissingNames(_ step: LessonStep, _ other: TranslatedStep) {
    let before = lesson.steps.prefix { $0.id != step.id }.map(\.id) + [step.id]
    let blocks =
      words.introduction
      + words.steps.filter { before.contains($0.id) }.flatMap { $0.instruction + $0.conclusion }
    let told =
      Prose.text(blocks, width: .max) + lesson.setup.map(\.text).joined(separator: "\n")
    let names = step.check?.assertions.compactMap(\.claim.subject.objectName) ?? []
    for (index, name) in names.enumerated()
    where !told.contains(name) && !names[..<index].contains(name) {
      problems.add(
        other.position, "the check names `\(name)`, which these words do not",
        advice: "Name it in the text of the step.")
    }
  }

  private mutating func findGivenAway(_ step: LessonStep, _ other: TranslatedStep) {
    for hint in other.hints {
      guard let line = step.lineGivenAway(by: hint.text) else { continue }
      problems.add(
        hint.position, "the hint gives the solution away: `\(line.firstLine)`",
        advice: "Lead the learner to it; the solution is shown on request.")
    }
  }
}

extension Lesson {
  fileprivate var start: SourcePosition { SourcePosition(file, 1) }
}

extension MarkdownBlock {
  fileprivate var isCode: Bool { if case .code = content { true } else { false } }

  /// The text of a paragraph that has words enough to be translated.
  fileprivate var sentence: String? {
    guard case .paragraph(let text) = content, text.split(separator: " ").count > 3 else {
      return nil
    }
    return text
  }
}

extension AssertionSubject {
  /// The name of the object it is about; nil for what has none.
  var objectName: String? {
    switch self {
    case .object(let key): key.name
    case .event(let selection): selection.about?.name
    case .process(let selection): selection.pod.name
    case .log(let selection): selection.pod.name
    case .selection, .count, .quiz: nil
    }
  }
}

internal import PodEngine
package import PodShell

/// Proves that lessons work, by taking them: `podlab lesson test`.
package enum LessonLinter {
  package static func run(
    library: LessonLibrary,
    configuration: SessionConfiguration = SessionConfiguration(manner: .terminal),
    seed: UInt64? = nil
  ) -> LintReport {
    LintReport(
      lessons: library.lessons.map { lesson in
        var linter = LessonTrial(lesson, library, configuration)
        linter.seed = seed ?? library.pack.seed
        return linter.run()
      },
      translations: library.translations.map { test($0, library) }
        + library.packTranslations.map { test($0, library) },
      problems: library.errors + missingTranslations(in: library))
  }

  private static func test(_ words: LessonTranslation, _ library: LessonLibrary)
    -> LintReport.LintedTranslation
  {
    guard let lesson = library[words.id] else {
      let error = SourceError(
        SourcePosition(words.file, 3), "`\(words.id)` is no lesson here",
        advice: "Translations stand beside their source, \(words.id).md.")
      return .init(file: words.file, partCount: 0, problems: [error])
    }
    var trial = TranslationTrial(words, of: lesson)
    return .init(file: words.file, partCount: words.steps.count + 1, problems: trial.run())
  }

  private static func test(_ words: PackTranslation, _ library: LessonLibrary)
    -> LintReport.LintedTranslation
  {
    guard words.source.digest != library.pack.digest else {
      return .init(file: words.file, partCount: 1, problems: [])
    }
    let error = SourceError(
      words.source.position, "stale: title, welcome or final text of pack.yaml has changed",
      advice: "Compare the two texts; then `podlab lesson stamp FILE` says so.")
    return .init(file: words.file, partCount: 1, problems: [error])
  }

  /// What the pack promises in other languages and does not have.
  private static func missingTranslations(in library: LessonLibrary) -> [SourceError] {
    let pack = library.pack
    return pack.languages.flatMap { language -> [String] in
      let there = library.translations.filter { $0.language == language }.map(\.id)
      let lessons = pack.lessons.filter { !there.contains($0) }.map { "\($0).\(language).md" }
      let hasPack = library.packTranslations.contains { $0.language == language }
      return lessons + (hasPack ? [] : ["pack.\(language).yaml"])
    }.map { name in
      SourceError(
        pack.languagesPosition, "the translation \(name) is missing",
        advice: "Add it, or take its language out of `languages`.")
    }
  }
}

/// The trial of one lesson.
struct LessonTrial: Sendable {
  let lesson: Lesson
  let library: LessonLibrary
  let configuration: SessionConfiguration
  /// The seed to try; nil for that of the lesson.
  var seed: UInt64?
  var problems = Problems()
  var assertionCount = 0
  /// What all trials together may cause, and what one solution may.
  let budget = WorkBudget()
  let ownBudget = WorkBudget()
  /// What earlier steps remembered.
  var memories: StringMap<String> = [:]

  init(_ lesson: Lesson, _ library: LessonLibrary, _ configuration: SessionConfiguration) {
    (self.lesson, self.library) = (lesson, library)
    budget.limit(to: LessonLimits.trialWork)
    self.configuration = budget.apply(to: configuration)
  }

  mutating func run() -> LintReport.LintedLesson {
    checkHead()
    do {
      var session = try lesson.startSession(configuration, seed: seed, budget: ownBudget)
      for step in lesson.steps {
        checkTexts(of: step)
        session = tryOut(step, from: session)
      }
    } catch {
      problems.add(
        error.command.position,
        "the setup fails: \(reason(error))",
        advice: "Every command of `setup` must succeed.")
    }
    return LintReport.LintedLesson(
      file: lesson.file, stepCount: lesson.steps.count, assertionCount: assertionCount,
      problems: SourceErrors(problems.errors).errors)
  }

  /// Why a command failed, in one line.
  func reason(_ error: BrokenLesson) -> String {
    error.explained(by: ownBudget).explained(by: budget).error.message.firstLine
      .withVisibleControls
  }

  private mutating func checkHead() {
    let start = SourcePosition(lesson.file, 1)
    findUnwritten(lesson.head.summary, start)
    findUnwritten(lesson.introduction)
    for id in lesson.head.requires where library[id] == nil {
      problems.add(
        start, "`requires` names `\(id)`, which is no lesson here",
        advice: "Correct the id, or add the lesson.")
    }
    if lesson.checkedCount == 0 {
      problems.add(
        start, "nothing is checked in this lesson",
        advice: "Add a block ```podlab check ID to a step.")
    }
  }

  /// Takes a step in every way that its file knows and returns the session behind its first
  /// solution.
  private mutating func tryOut(_ step: LessonStep, from start: Session) -> Session {
    replay(step.excerptsBefore, in: start)
    guard let check = step.check else {
      replay(step.excerptsAfter, in: start)
      return start
    }
    tryDoingNothing(check, from: start)
    if step.solutions.isEmpty {
      problems.add(
        step.position, "the step has no solution", advice: "Add a block ```podlab solution.")
    }
    var end = start
    for (index, solution) in step.solutions.enumerated().reversed() {
      let finished = trySolution(solution, check, from: start, isFirst: index == 0)
      if index == 0 { end = finished }
    }
    for attempt in step.wrongAttempts { tryWrong(attempt, check, from: start) }
    memories = judge(check, from: start, to: end).memories
    replay(step.excerptsAfter, in: end)
    return end
  }

  mutating func judge(_ check: StepCheck, from start: Session, to end: Session) -> CheckReport {
    var history = StepHistory(from: start.cluster, to: end.cluster)
    history.memories = memories
    history.replay = { end.replayed(seed: $0) }
    history.rightQuizzes = lesson.steps.compactMap { $0.quiz?.id }
    let report = Checker.check(check, history)
    assertionCount += report.results.count
    return report
  }

  private mutating func replay(_ excerpts: [ConsoleExcerpt], in session: Session) {
    var run = TranscriptRun(from: session)
    for excerpt in excerpts {
      for step in run.run(excerpt.block) where !step.isFine {
        problems.add(
          step.step.position, "the excerpt is not what is printed here: \(step.summary)",
          advice: step.difference(in: lesson.file).joined(separator: "\n  "))
      }
    }
  }
}

package import PodShell

// Beginning a lesson, and coming back to one.
extension Tutor {
  /// What `podlab learn` does: goes on where the learner stopped, or begins the next lesson. Give
  /// an id to begin that one.
  package mutating func begin(lesson id: String? = nil) -> Outcome {
    var outcome = Outcome()
    for error in library.errors { outcome.warn("\(error)") }
    let found = store?.load() ?? ProgressStore.Found()
    for warning in found.warnings { outcome.warn(warning.withVisibleControls) }
    book = found.book
    if let journal = found.journal, id == nil || id == journal.lesson,
      let lesson = library.lesson(journal.lesson, in: language)
    {
      outcome.append(resume(lesson, journal))
    } else {
      if id == nil, book.entries.isEmpty, !pack.welcome.isEmpty {
        outcome.say(wrap(pack.welcome) + "\n")
      }
      outcome.append(start(id))
    }
    return outcome
  }

  /// Types the commands of the journal again, silently.
  private mutating func resume(_ lesson: Lesson, _ journal: Journal) -> Outcome {
    isReplaying = true
    let saved = book
    var outcome = open(lesson)
    guard run != nil else {
      isReplaying = false
      return outcome
    }
    for command in journal.commands { _ = submit(command) }
    isReplaying = false
    book = saved
    guard let run else { return start(nil) }
    outcome = say(texts.welcomeBack(lesson.title, journal.commands.count))
    if lesson.digest != journal.digest { outcome.say(wrap(texts.lessonChanged)) }
    outcome.say("\n", asIs: true)
    outcome.append(show(run))
    if run.hasPassed { outcome.say(texts.goOn) }
    return outcome
  }

  /// Begins a lesson; without an id the first one that is not done.
  mutating func start(_ id: String?) -> Outcome {
    let unfinished = lessons.first { !book.isFinished($0) } ?? lessons.first
    guard let id else {
      guard let unfinished else { return complain(texts.noLessons, name: "no-lessons") }
      return open(unfinished)
    }
    guard let lesson = library.lesson(id, in: language) else {
      let guess = NearestName.to(id, among: lessons.map(\.id))
      return complain(texts.unknownLesson(id.withVisibleControls, guess), name: "not-found")
    }
    return open(lesson)
  }

  private mutating func open(_ lesson: Lesson) -> Outcome {
    var configuration = configuration
    configuration.language = session.settings.language
    do {
      session = try lesson.startSession(configuration)
    } catch {
      let place = "\(error.command.position)"
      return complain(texts.commandFailed(place, error.command.text), name: "broken-lesson")
    }
    let run = LessonRun(lesson, in: session)
    self.run = run
    var outcome = Outcome()
    hasBegunJournal = true
    save(&outcome) { store throws(StateFilesError) in
      try store.begin(Journal(lesson: lesson.id, digest: lesson.digest))
    }
    let number = (lessons.firstIndex { $0.id == lesson.id } ?? 0) + 1
    outcome.say(
      texts.lessonHeading(lesson.title, number, lessons.count, lesson.head.minutes) + "\n")
    let introduction = Prose.text(lesson.introduction, width: style.width)
    if !introduction.isEmpty { outcome.say(introduction) }
    outcome.append(show(run))
    return outcome
  }

  /// The step as it is shown when it begins.
  func show(_ run: LessonRun) -> Outcome {
    var outcome = Outcome()
    let step = run.step
    let heading = texts.stepHeading(run.stepIndex + 1, run.lesson.steps.count, step.title)
    let text = Prose.text(step.instruction, width: style.width)
    outcome.say(heading + (text.isEmpty ? "" : "\n\n\(text.trimmedEnd)"))
    if let quiz = step.quiz { outcome.say(self.text(of: quiz)) }
    if !step.suggestions.isEmpty {
      outcome.say(step.suggestions.map { "    \($0.text)" }.joined(separator: "\n"))
    }
    if !step.isChecked { outcome.say("\n" + texts.goOn) }
    return outcome
  }
}

extension Outcome {
  /// Prints a line on standard error.
  mutating func warn(_ text: String) { output.append(OutputChunk(.standardError, text + "\n")) }
}

package import PodShell

// Beginning a lesson, and coming back to one.
extension Tutor {
  /// What `podlab learn` does: goes on where the learner stopped, or begins the next lesson. Give
  /// an id to begin that one.
  package mutating func begin(lesson id: String? = nil) -> Outcome {
    var outcome = Outcome()
    for error in library.errors { outcome.warn("\(error)".withVisibleControls) }
    store?.takeJournal()
    let found = store?.load() ?? ProgressStore.Found()
    for warning in warnings + found.warnings { outcome.warn(warning.withVisibleControls) }
    warnings = []
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
    let (saved, language) = (book, language)
    isReplaying = true
    var outcome = open(lesson, seed: journal.seed)
    if run != nil { play(journal) }
    isReplaying = false
    book = saved
    session.speak(language)
    if let id = run?.lesson.id, let lesson = library.lesson(id, in: language) {
      run?.lesson = lesson
    }
    guard let run else { return outcome.error == nil ? start(nil) : outcome }
    outcome = say(texts.welcomeBack(lesson.title, journal.commands.count))
    if lesson.digest != journal.digest { outcome.say(wrap(texts.lessonChanged)) }
    outcome.say("\n", asIs: true)
    outcome.append(show(run))
    if run.hasPassed { outcome.say(texts.goOn) }
    return outcome
  }

  private mutating func play(_ journal: Journal) {
    for entry in journal.entries {
      files.play(entry.files)
      _ = submit(entry.command)
    }
    files.play(nil)
  }

  /// Begins a lesson; without an id the first one that is not done.
  mutating func start(_ id: String?) -> Outcome {
    let unfinished = lessons.first { !book.isFinished($0) } ?? lessons.first
    guard let id else {
      guard let unfinished else { return complain(texts.noLessons, name: "no-lessons") }
      return open(unfinished, seed: seed)
    }
    guard let lesson = library.lesson(id, in: language) else {
      let guess = NearestName.to(id, among: lessons.map(\.id))
      return complain(texts.unknownLesson(id.withVisibleControls, guess), name: "not-found")
    }
    return open(lesson, seed: seed)
  }

  private mutating func open(_ lesson: Lesson, seed: UInt64?) -> Outcome {
    store?.takeJournal()
    var configuration = configuration
    configuration.language = session.settings.language
    // The commands of a lesson reach the files of the lesson, not those of the learner.
    files.play([])
    defer { files.play(nil) }
    do { session = try lesson.startSession(configuration, seed: seed, budget: budget) } catch {
      return complain(broken: error)
    }
    let run = LessonRun(lesson, in: session)
    self.run = run
    var outcome = Outcome()
    hasBegunJournal = true
    save(&outcome) { store throws(StateFilesError) in
      try store.begin(Journal(lesson: lesson.id, digest: lesson.digest, seed: seed))
    }
    let number = (lessons.firstIndex { $0.id == lesson.id } ?? 0) + 1
    let heading = texts.lessonHeading(
      lesson.title, number, lessons.count, lesson.head.minutes)
    outcome.say(wrap(heading) + "\n")
    let introduction = Prose.text(lesson.introduction, width: style.width)
    if !introduction.isEmpty { outcome.say(introduction) }
    outcome.append(show(run))
    return outcome
  }

  func complain(broken error: BrokenLesson) -> Outcome {
    let place = "\(error.command.position)"
    let message = texts.commandFailed(place, error.command.text.firstLine)
    return complain("\(message)\n  \(error.error.message.firstLine)", name: "broken-lesson")
  }

  /// The step as it is shown when it begins.
  func show(_ run: LessonRun) -> Outcome {
    var outcome = Outcome()
    let step = run.step
    let heading = texts.stepHeading(run.stepIndex + 1, run.lesson.steps.count, step.title)
    let text = Prose.text(step.instruction, width: style.width)
    outcome.say(wrap(heading) + (text.isEmpty ? "" : "\n\n\(text.trimmedEnd)"))
    if let quiz = step.quiz { outcome.say("\n" + self.text(of: quiz)) }
    if !step.suggestions.isEmpty {
      outcome.say("\n" + indented(step.suggestions))
    }
    if !step.isChecked { outcome.say("\n" + texts.goOn) }
    return outcome
  }
}

extension Outcome {
  /// Prints a line on standard error.
  mutating func warn(_ text: String) { output.append(OutputChunk(.standardError, text + "\n")) }
}

internal import PodShell

// Moving between steps and lessons. Nothing moves by itself.
extension Tutor {
  mutating func next() -> Outcome {
    guard let run else { return noLesson() }
    if run.isExploring { return say(texts.alreadyExploring) }
    guard run.hasPassed || !run.step.isChecked else {
      var outcome = say(texts.notDoneYet)
      outcome.error = CommandError("check-failed", texts.notDoneYet, exitCode: 3)
      return outcome
    }
    return advance(after: run)
  }

  /// Shows the step behind the present one, or ends the lesson.
  private mutating func advance(after run: LessonRun) -> Outcome {
    let index = run.stepIndex + 1
    guard index < run.lesson.steps.count else { return finish(run.lesson) }
    self.run?.enter(index, in: session, after: run.lastPass)
    guard let run = self.run else { return noLesson() }
    var outcome = show(run)
    // Somebody may have done it already, while trying things.
    if let report = run.lastReport, report.passed {
      outcome.say("\n", asIs: true)
      pass(report, &outcome)
    }
    return outcome
  }

  private mutating func finish(_ lesson: Lesson) -> Outcome {
    run = nil
    // What the learner goes on to play with is no lesson any more.
    session.configuration.limits = configuration.limits
    var outcome = say((style.marks ? "✓ " : "") + texts.lessonDone(lesson.title))
    save(&outcome) { store throws(StateFilesError) in try store.endJournal() }
    let place = lessons.firstIndex { $0.id == lesson.id } ?? lessons.count
    if let following = lessons.dropFirst(place + 1).first {
      outcome.say(wrap(texts.nextLesson(following.id, following.title)))
    } else if !pack.final.isEmpty {
      outcome.say(wrap(pack.final))
    }
    return outcome
  }

  /// Leaves a step out. Later steps build on its result, so its solution is typed from where the
  /// step began.
  mutating func skip() -> Outcome {
    guard let run else { return noLesson() }
    guard pack.allowsSkipping else { return say(texts.skipOff) }
    if run.hasPassed || !run.step.isChecked { return next() }
    var outcome = say(texts.skipped(run.step.title))
    enter(.skipped, &outcome)
    if let solution = run.step.solutions.first {
      outcome.say(texts.skippedTyped + "\n" + indented(solution.commands))
      self.run?.explored = nil
      restore(run.stepStart)
      outcome.append(type(solution))
    }
    outcome.say("\n", asIs: true)
    if let run = self.run { outcome.append(advance(after: run)) }
    return outcome
  }

  /// Types a solution and remembers what the step remembers.
  private mutating func type(_ solution: Attempt) -> Outcome {
    files.play([])
    defer { files.play(nil) }
    do { try session.mustSubmit(solution.commands, within: budget) } catch {
      return complain(broken: error)
    }
    if let report = run?.report(session) { run?.memories = report.memories }
    return Outcome()
  }

  /// Builds the start of any step at once, from the solutions of those before.
  mutating func go(to word: String) -> Outcome {
    guard let run else { return noLesson() }
    let steps = run.lesson.steps
    let index = Int(word).map { $0 - 1 } ?? steps.firstIndex { $0.id == word }
    guard let index, steps.indices.contains(index) else {
      return complain(
        texts.unknownStep(word.withVisibleControls, steps.count), name: "not-found")
    }
    beforeReset = [Snapshot(session: session, run: run)]
    restore(run.lessonStart)
    var target = LessonRun(run.lesson, in: session)
    target.rightQuizzes = run.rightQuizzes
    self.run = target
    var outcome = Outcome()
    for (number, step) in steps.enumerated().prefix(index) {
      self.run?.enter(number, in: session)
      if let solution = step.solutions.first { outcome.append(type(solution)) }
    }
    self.run?.enter(index, in: session)
    if let run = self.run { outcome.append(show(run)) }
    return outcome
  }

  /// `reset`, `reset step`, `reset lesson`; `undo` takes it back.
  mutating func reset(_ word: String?) -> Outcome {
    guard let run else { return noLesson() }
    guard word == nil || word == "step" || word == "lesson" else {
      return complain(texts.unknownReset(word ?? ""), name: "usage", exitCode: 2)
    }
    let wholeLesson = word == "lesson"
    beforeReset = [Snapshot(session: session, run: run)]
    restore(wholeLesson ? run.lessonStart : run.stepStart)
    if wholeLesson {
      self.run = LessonRun(run.lesson, in: session)
    } else {
      self.run?.explored = nil
      self.run?.enter(run.stepIndex, in: session)
    }
    var outcome = say(wholeLesson ? texts.resetLesson : texts.resetStep)
    if let run = self.run { outcome.append(show(run)) }
    return outcome
  }

  mutating func explore() -> Outcome {
    guard let run else { return noLesson() }
    if run.isExploring { return say(texts.alreadyExploring) }
    self.run?.explored = session
    var outcome = say(texts.exploring)
    let ideas = run.lesson.steps.flatMap(\.suggestions)
    if !ideas.isEmpty { outcome.say(texts.exploreIdeas + "\n" + indented(ideas)) }
    return outcome
  }

  mutating func back() -> Outcome {
    guard let run else { return noLesson() }
    guard let explored = run.explored else { return say(texts.notExploring) }
    restore(explored)
    self.run?.explored = nil
    return say(texts.backAgain)
  }
}

internal import PodEngine
internal import PodShell

// Checking after every command: silent unless something changed, then one quiet line.
extension Tutor {
  mutating func observe(
    _ outcome: inout Outcome, since before: Cluster, typed command: String = ""
  ) {
    guard var run, !run.isExploring, !run.hasPassed else { return }
    run.follow(session.cluster)
    guard let report = run.report(session) else { return self.run = run }
    let earlier = run.lastReport
    run.lastReport = report
    self.run = run
    if report.passed {
      pass(report, &outcome)
    } else if let line = news(report, earlier) {
      self.run?.idleCommands = 0
      outcome.say(wrap(line))
    } else if !session.cluster.hasMovedByItself(since: before), !run.shows(command) {
      self.run?.idleCommands += 1
      // Offered, never forced, and not at every command.
      if (run.idleCommands + 1) % 3 == 0 { outcome.say(wrap(texts.stuck)) }
    }
  }

  /// What to say when the check stands otherwise than before; nil when it does not.
  private func news(_ report: CheckReport, _ before: CheckReport?) -> String? {
    let (now, then) = (report.results.map(\.verdict), before?.results.map(\.verdict) ?? [])
    guard now != then, let open = report.firstOpen else { return nil }
    switch open.verdict {
    case .broken: return texts.broken(open.fact)
    case .violated: return texts.violated(open.fact) + advice(open)
    case .notYet, .pass: break
    }
    guard report.passedCount > (before?.passedCount ?? 0) else { return nil }
    return texts.partly(report.passedCount, report.results.count, open.fact) + advice(open)
  }

  func advice(_ result: AssertionResult) -> String {
    result.assertion.advice.map { texts.gap + MarkdownReader.words(of: $0) } ?? ""
  }

  /// The present step has been passed.
  mutating func pass(_ report: CheckReport?, _ outcome: inout Outcome) {
    guard var run else { return }
    run.hasPassed = true
    run.idleCommands = 0
    if let report {
      run.memories = report.memories
      run.lastPass = session
    }
    self.run = run
    let step = run.step
    enter(run.hasSeenSolution ? .passedWithSolution : .passed, &outcome)
    let done = texts.stepDone(run.stepIndex + 1, run.lesson.steps.count, step.title)
    outcome.say((style.marks ? "✓ " : "") + done)
    outcome.say(prediction(run))
    let proved = Prose.text(step.conclusion, width: style.width).trimmedEnd
    if style.praise, !proved.isEmpty { outcome.say("\n\(proved)\n") }
    outcome.say(texts.goOn)
  }

  /// Notes the state of the present step.
  mutating func enter(_ state: ProgressBook.StepState, _ outcome: inout Outcome) {
    guard let run, run.step.isChecked, !isReplaying else { return }
    let (lesson, step, hints) = (run.lesson.id, run.step.id, run.shownHints.count)
    book.enter(state, step, in: lesson, hints: hints)
    var kept: ProgressBook?
    save(&outcome) { store throws(StateFilesError) in
      kept = try store.update { $0.enter(state, step, in: lesson, hints: hints) }
    }
    // Another session may have done other steps meanwhile.
    if let kept { book = kept }
  }

  /// `check`: every line of the check in words.
  mutating func check() -> Outcome {
    guard let run else { return noLesson() }
    if run.isExploring { return say(texts.exploring) }
    if run.hasPassed {
      return say(texts.stepDone(run.stepIndex + 1, run.lesson.steps.count, run.step.title))
    }
    guard let report = run.report(session) else {
      return run.step.quiz.map(show) ?? say(texts.nothingToCheck)
    }
    var outcome = Outcome()
    for result in report.results { outcome.say(line(of: result)) }
    if report.passed {
      pass(report, &outcome)
    } else {
      let message = report.firstOpen?.fact ?? texts.notDoneYet
      outcome.error = CommandError("check-failed", message, exitCode: 3)
    }
    return outcome
  }

  private func line(of result: AssertionResult) -> String {
    let text =
      switch result.verdict {
      case .pass: "\(texts.met)\(texts.sentence(result.fact))"
      case .notYet: "\(texts.notYet)\(texts.sentence(result.fact))\(advice(result))"
      case .violated: texts.violated(result.fact) + advice(result)
      case .broken: texts.broken(result.fact)
      }
    let lines = Prose.wrap(text, width: style.width - 4)
    let bullet = style.marks && result.verdict == .pass ? "  ✓ " : "  - "
    return lines.enumerated().map { ($0.offset == 0 ? bullet : "    ") + $0.element }
      .joined(separator: "\n")
  }
}

extension LessonRun {
  /// Whether the learner has been told to type this: whoever does what they are told is not stuck.
  fileprivate func shows(_ command: String) -> Bool {
    let solutions = hasSeenSolution ? step.solutions.flatMap(\.commands) : []
    return step.shows(command) || solutions.contains { $0.text == command.trimmed }
  }
}

extension LessonStep {
  /// Whether the text of the step has a line with this command.
  fileprivate func shows(_ command: String) -> Bool {
    let command = command.trimmed
    return instruction.contains { block in
      guard case .code(_, let literal) = block.content else { return false }
      return literal.split(separator: "\n").contains { line in
        let isPrompted = line.hasPrefix(ConsoleParser.prompt)
        return (isPrompted ? line.dropFirst(ConsoleParser.prompt.count) : line).trimmed == command
      }
    }
  }
}

extension Cluster {
  /// Whether time has passed and something has happened that the learner did not do: whoever lets a
  /// Pod start step by step is not stuck.
  fileprivate func hasMovedByItself(since earlier: Cluster) -> Bool {
    let entries = timeline.entries(from: earlier.timeline.count)
    return !entries.isEmpty && !entries.contains { $0.actor == .learner }
  }
}

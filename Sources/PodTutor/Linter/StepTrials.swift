internal import PodEngine
internal import PodShell

// The ways to take a step: not at all, right, almost right, wrong.
extension LessonTrial {
  /// A check that holds before anything was done, or comes true by waiting, checks nothing.
  mutating func tryDoingNothing(_ check: StepCheck, from start: Session) {
    let report = judge(check, from: start, to: start)
    if report.passed {
      problems.add(
        check.position, "the step has been passed before anything was done",
        advice: "Say with `once` or `remember` what must change.")
    }
    for result in report.results where result.verdict == .broken {
      problems.add(
        result.assertion.position, "the check is broken: \(result.fact)",
        advice: "Correct the line; nobody could pass it.")
    }
    var idle = start
    let hour = LessonCommand(text: "advance 1h", position: check.position)
    do { try idle.mustSubmit(hour) } catch {
      problems.add(
        check.position, "an idle hour fails: \(reason(error))",
        advice: "The world at the start of the step must be able to live on.")
      return
    }
    if judge(check, from: start, to: idle).passed, !report.passed {
      problems.add(
        check.position, "an hour of waiting passes the step",
        advice: "Add a line that only the learner's own doing makes true.")
    }
  }

  /// Returns the session in the end.
  mutating func trySolution(
    _ solution: Attempt, _ check: StepCheck, from start: Session, isFirst: Bool
  ) -> Session {
    var session = start
    // The commands that change something, with the session before each.
    var changing: [(index: Int, before: Session)] = []
    ownBudget.limit(to: LessonLimits.work)
    defer { ownBudget.limit(to: nil) }
    for (index, command) in solution.commands.enumerated() {
      let before = session
      do { try session.mustSubmit(command) } catch {
        problems.add(
          command.position, "a command of the solution fails: \(reason(error))",
          advice: "Every command of a solution must succeed.")
        return session
      }
      if session.cluster.differs(from: before.cluster) { changing.append((index, before)) }
    }
    let report = judge(check, from: start, to: session)
    if let open = report.firstOpen {
      problems.add(
        solution.position, "the solution does not pass: \(open.fact)",
        advice: "Line \(open.assertion.position.line) of the check is not met.")
    } else {
      tryWithout(changing, solution, check, from: start)
    }
    tryUndoing(changing.count, solution, from: start, to: session)
    return session
  }

  /// The mutation test: without one of the lines that change something, the solution must not pass.
  private mutating func tryWithout(
    _ changing: [(index: Int, before: Session)], _ solution: Attempt, _ check: StepCheck,
    from start: Session
  ) {
    for (left, before) in changing {
      var session = before
      for command in solution.commands.dropFirst(left + 1) { _ = session.submit(command.text) }
      guard judge(check, from: start, to: session).passed else { continue }
      let command = solution.commands[left]
      problems.add(
        command.position, "the step passes without `\(command.text.firstLine)`",
        advice: "Let the check ask for what this line does, or leave the line out.")
    }
  }

  private mutating func tryUndoing(
    _ count: Int, _ solution: Attempt, from start: Session, to end: Session
  ) {
    var session = end
    for _ in 0..<count {
      if let error = session.submit("undo").error {
        return problems.add(
          solution.position, "undo fails after the solution: \(error.message.firstLine)",
          advice: "This is a fault of podlab; please report it.")
      }
    }
    guard session.cluster.differs(from: start.cluster) else { return }
    problems.add(
      solution.position, "undoing the solution does not lead back to the start of the step",
      advice: "This is a fault of podlab; please report it.")
  }

  mutating func tryWrong(_ attempt: Attempt, _ check: StepCheck, from start: Session) {
    var session = start
    for command in attempt.commands { _ = session.submit(command.text) }
    let report = judge(check, from: start, to: session)
    guard let open = report.firstOpen else {
      return problems.add(
        attempt.position, "the wrong attempt `\(attempt.name)` passes the step",
        advice: "Add a line to the check that it does not meet.")
    }
    let message = [open.fact, open.assertion.advice ?? ""].joined(separator: " ")
    for wanted in attempt.expectedTexts where !message.contains(wanted.text) {
      problems.add(
        wanted.position, "the learner is not told `\(wanted.text)`",
        advice: "What is said: \(message)")
    }
  }
}

extension Cluster {
  /// Whether anything has happened between two values of a cluster.
  func differs(from other: Cluster) -> Bool {
    now != other.now || watchLog.count != other.watchLog.count
      || timeline.count != other.timeline.count || settings != other.settings
  }
}

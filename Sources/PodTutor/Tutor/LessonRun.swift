internal import PodEngine
package import PodShell

/// A lesson that somebody takes: where they are in it. A value, like the session it goes with.
package struct LessonRun: Sendable {
  /// In the learner's language.
  package internal(set) var lesson: Lesson
  package internal(set) var stepIndex = 0
  /// The session after the setup, before the first step.
  var lessonStart: Session
  /// The session when the present step began.
  var stepStart: Session
  /// The cluster from which the history of the step is counted.
  var baseline: Cluster
  var memories: StringMap<String> = [:]
  var rightQuizzes: [String] = []
  /// How the check stood last; nil in a step without one.
  var lastReport: CheckReport?
  /// Whether the present step has been passed; it stays so.
  var hasPassed = false
  var shownHints: [Int] = []
  /// What the learner expects to see in a step that asks for it.
  var prediction: QuizOption?
  var hasSeenSolution = false
  /// Commands since the last progress.
  var idleCommands = 0
  /// Where `back` leads; nil in the lesson itself.
  var explored: Session?

  package var step: LessonStep { lesson.steps[min(stepIndex, lesson.steps.count - 1)] }
  package var isExploring: Bool { explored != nil }

  /// Begins a lesson in a session that its setup has prepared.
  init(_ lesson: Lesson, in session: Session) {
    self.lesson = lesson
    (lessonStart, stepStart, baseline) = (session, session, session.cluster)
    lastReport = report(session)
  }

  /// Goes to a step, which begins with the session as it is.
  mutating func enter(_ index: Int, in session: Session) {
    stepIndex = index
    (stepStart, baseline) = (session, session.cluster)
    prediction = nil
    (hasPassed, hasSeenSolution, shownHints, idleCommands) = (false, false, [], 0)
    lastReport = report(session)
  }

  func history(_ session: Session) -> StepHistory {
    var history = StepHistory(from: baseline, to: session.cluster)
    history.language = session.settings.language
    history.replay = { session.replayed(seed: $0) }
    history.rightQuizzes = rightQuizzes
    history.memories = memories
    return history
  }

  /// How the check of the step stands; nil where there is none.
  func report(_ session: Session) -> CheckReport? {
    step.check.map { Checker.check($0, history(session)) }
  }
}

extension Lesson {
  /// The session in which the lesson begins. Throws the command of the setup that failed, or with
  /// which the lesson became too large.
  package func startSession(_ configuration: SessionConfiguration, seed: UInt64? = nil)
    throws(BrokenLesson) -> Session
  {
    var configuration = configuration
    let (budget, isInterrupted) = (WorkBudget(), configuration.isInterrupted)
    (configuration.seed, configuration.nodeCount) = (seed ?? head.seed, head.nodes)
    configuration.limits.clock = LessonLimits.virtualTime
    configuration.files = LessonFiles(files: files, others: configuration.files)
    configuration.isInterrupted = { budget.isSpent() || isInterrupted() }
    var session = Session(configuration: configuration)
    budget.limit(to: LessonLimits.changes)
    for command in setup {
      do { try session.mustSubmit(command) } catch {
        guard error.error.name == "interrupted", budget.isSpent() else { throw error }
        let limit = "error: more than \(LessonLimits.changes) changes before the first step"
        throw BrokenLesson(command: command, error: CommandError("limit", limit))
      }
    }
    budget.limit(to: nil)
    return session
  }
}

/// A command of a lesson that must work and did not.
package struct BrokenLesson: Error, Hashable, Sendable {
  package let command: LessonCommand
  package let error: CommandError
}

extension Session {
  /// Types a command of a lesson.
  mutating func mustSubmit(_ command: LessonCommand) throws(BrokenLesson) {
    let outcome = submit(command.text)
    if let error = outcome.error { throw BrokenLesson(command: command, error: error) }
    if let problem = outcome.request.problemInLessons {
      let error = CommandError("unsupported", "error: a lesson cannot \(problem)")
      throw BrokenLesson(command: command, error: error)
    }
    let count = cluster.objectCount
    guard count > LessonLimits.objects else { return }
    let limit = "error: \(count) objects; a lesson may have \(LessonLimits.objects)"
    throw BrokenLesson(command: command, error: CommandError("limit", limit))
  }
}

extension ProgramRequest {
  /// What a command asks of somebody who is not there when a lesson types it.
  var problemInLessons: String? {
    switch self {
    case .none: nil
    case .exit: "leave podlab"
    case .edit: "open an editor: edit KIND NAME <<YAML takes the text"
    case .follow: "wait for Ctrl-C: --for 30s says for how long"
    case .tutor: "type the tutor's own words"
    }
  }
}

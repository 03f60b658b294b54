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
  /// The session in which the lesson begins. Throws the command of the setup that failed.
  package func startSession(_ configuration: SessionConfiguration) throws(BrokenLesson) -> Session {
    var configuration = configuration
    (configuration.seed, configuration.nodeCount) = (head.seed, head.nodes)
    configuration.files = LessonFiles(files: files, others: configuration.files)
    var session = Session(configuration: configuration)
    for command in setup { try session.mustSubmit(command) }
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
    if let error = submit(command.text).error { throw BrokenLesson(command: command, error: error) }
  }
}

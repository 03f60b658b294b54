internal import PodEngine
package import PodShell

/// A lesson that somebody takes: where they are in it. A value, like the session it goes with.
package struct LessonRun: Sendable {
  /// In the learner's language.
  package internal(set) var lesson: Lesson
  package internal(set) var stepIndex = 0
  /// The session after the setup, before the first step.
  var lessonStart: Session
  /// Where `reset step` leads: the session when the check before was passed. What was tried between
  /// then and the beginning of the step may have spoiled it.
  var stepStart: Session
  /// The cluster from which the history of the step is counted.
  var baseline: Cluster
  /// The cluster from which acts are counted: that of `stepStart`.
  var acts: Cluster
  /// The session when a check was passed last, or when the lesson began.
  var lastPass: Session
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
    (lessonStart, stepStart, lastPass) = (session, session, session)
    (baseline, acts) = (session.cluster, session.cluster)
    lastReport = report(session)
  }

  /// Goes to a step, which begins with the session as it is. `earlier` is from where on acts count
  /// already.
  mutating func enter(_ index: Int, in session: Session, after earlier: Session? = nil) {
    let earlier = earlier.flatMap { session.cluster.continues($0.cluster) ? $0 : nil } ?? session
    stepIndex = index
    (stepStart, lastPass) = (earlier, earlier)
    (baseline, acts) = (session.cluster, earlier.cluster)
    prediction = nil
    (hasPassed, hasSeenSolution, shownHints, idleCommands) = (false, false, [], 0)
    lastReport = report(session)
  }

  /// Begins to count anew where `undo` or a seed led to a present that does not follow from the
  /// past.
  mutating func follow(_ cluster: Cluster) {
    if !cluster.continues(baseline) { baseline = cluster }
    if !cluster.continues(acts) { acts = cluster }
  }

  func history(_ session: Session) -> StepHistory {
    var history = StepHistory(from: baseline, to: session.cluster)
    history.acts = acts
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
  package func startSession(
    _ configuration: SessionConfiguration, seed: UInt64? = nil, budget: WorkBudget = WorkBudget(),
    work: Int = LessonLimits.work
  ) throws(BrokenLesson) -> Session {
    var configuration = budget.apply(to: configuration)
    (configuration.seed, configuration.nodeCount) = (seed ?? head.seed, head.nodes)
    configuration.limits.clock = LessonLimits.virtualTime
    configuration.limits.objects = LessonLimits.objects
    configuration.files = LessonFiles(files: files, others: configuration.files)
    var session = Session(configuration: configuration)
    try session.mustSubmit(setup, within: budget, work: work)
    // Nobody typed the setup, so nobody takes it back.
    session.beginHistory()
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
    let limits = configuration.limits
    do { try limits.check(objects: limits.countedObjects(of: cluster)) } catch {
      throw BrokenLesson(command: command, error: error)
    }
  }

  /// Types commands that nobody watches, until they have caused too much work.
  mutating func mustSubmit(
    _ commands: [LessonCommand], within budget: WorkBudget, work: Int = LessonLimits.work
  ) throws(BrokenLesson) {
    budget.limit(to: work)
    defer { budget.limit(to: nil) }
    for command in commands {
      do { try mustSubmit(command) } catch { throw error.explained(by: budget) }
    }
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

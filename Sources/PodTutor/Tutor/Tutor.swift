package import PodEngine
package import PodShell

/// A session with lessons around it: passes commands on, checks after every one, guides, keeps
/// progress.
///
/// A value but for the progress it writes; a copy is a fork of cluster and lesson alike.
package struct Tutor: Sendable {
  package internal(set) var session: Session
  package internal(set) var run: LessonRun?
  package internal(set) var book = ProgressBook()
  let library: LessonLibrary
  let configuration: SessionConfiguration
  /// The seed that the learner brought; nil for that of each lesson.
  let seed: UInt64?
  var store: ProgressStore?
  var style: TutorStyle
  /// The learner's files, as far as commands read them.
  let files: JournalFiles
  /// The state before a reset, while `undo` can bring it back.
  var beforeReset: [Snapshot] = []
  /// `solution` was typed once and asked whether to go on.
  var hasAskedForSolution = false
  /// What the commands of lessons may cause, while they are typed.
  let budget = WorkBudget()
  var isReplaying = false
  /// What was wrong with the files of progress, until it has been said.
  var warnings: [String] = []
  /// The last command has begun a journal, and is not itself in it.
  var hasBegunJournal = false
  /// How long the clock has flowed by itself since the last command, in milliseconds.
  var flowed = 0
  /// Saving has failed and was reported; once is enough.
  var hasComplained = false
  /// What is being recorded.
  var recording: Recording?
  /// What the session itself answered to the last command.
  var heard: Outcome?

  /// The language of the learner is that of the session.
  var language: Language { session.settings.language }
  var texts: TutorTexts { .of(language) }
  var lessons: [Lesson] { library.lessons(in: language) }
  var pack: Pack { library.pack(in: language) }

  struct Snapshot: Sendable {
    let session: Session
    let run: LessonRun
  }

  /// A tutor without an open lesson; the session is that of the configuration. Reads the progress.
  package init(
    library: LessonLibrary = .embedded,
    configuration: SessionConfiguration = SessionConfiguration(manner: .terminal),
    store: ProgressStore? = nil, style: TutorStyle = TutorStyle(), seed: UInt64? = nil
  ) {
    var configuration = configuration
    if let language = store?.language() { configuration.language = language }
    files = JournalFiles(configuration.files)
    configuration.files = files
    (self.library, self.configuration) = (library, configuration)
    (self.store, self.style, self.seed) = (store, style, seed ?? library.pack.seed)
    if store?.isPraiseOff() == true { self.style.praise = false }
    session = Session(configuration: configuration)
    let found = store?.load() ?? ProgressStore.Found()
    (book, warnings) = (found.book, found.warnings)
  }

  /// Goes on from a session that exists, without a lesson.
  package mutating func goOn(from session: Session) {
    self.session = session
    self.session.configuration.limits = SessionLimits()
    self.session.configuration.isExhausted = { false }
    self.session.configuration.isInterrupted = configuration.isInterrupted
    self.session.configuration.files = configuration.files
  }

  /// Every change that the API server has published in the present session.
  package var changes: AppendLog<WatchEvent> { session.cluster.watchLog }

  /// See `Session.continuation(of:)`.
  package func continuation(of text: String) -> Continuation? {
    if session.containerPrompt == nil, Self.isForRecorder(text) { return nil }
    return session.continuation(of: text)
  }

  /// See `Session.containerPrompt`.
  package var containerPrompt: String? { session.containerPrompt }

  /// Runs one whole command: the learner's own, or one of the tutor's words.
  package mutating func submit(_ command: String) -> Outcome {
    if session.containerPrompt == nil, Self.isForRecorder(command) { return record(command) }
    return submitRecorded(command)
  }

  mutating func submitUnrecorded(_ command: String) -> Outcome {
    hasBegunJournal = false
    let passed = flowed
    flowed = 0
    var outcome = answer(command)
    if passed > 0, run != nil, !isReplaying, !hasBegunJournal {
      // Time that flowed by itself before the command is part of the way here.
      let entry = Journal.Entry(command: "advance \(passed)ms", files: [])
      save(&outcome) { store throws(StateFilesError) in try store.append(entry) }
    }
    keep(command, &outcome)
    return outcome
  }

  /// Writes a command into the journal, with the files that it read.
  private mutating func keep(_ command: String, _ outcome: inout Outcome) {
    let read = files.take()
    guard run != nil, !isReplaying, !hasBegunJournal, !command.trimmed.isEmpty else { return }
    if case .exit = outcome.request { return }
    let entry = Journal.Entry(command: command, files: read)
    save(&outcome) { store throws(StateFilesError) in try store.append(entry) }
  }

  private mutating func answer(_ command: String) -> Outcome {
    if session.containerPrompt != nil { return pass(command) }
    let word = command.trimmed
    if let last = beforeReset.popLast(), word == "undo" {
      restore(last.session)
      run = last.run
      return say(texts.resetUndone)
    }
    beforeReset = []
    if hasAskedForSolution, word != "solution" { hasAskedForSolution = false }
    if isAnswer(word) { return answerQuiz(word) }
    return pass(command)
  }

  /// To the session, and looks at what came of it.
  private mutating func pass(_ command: String) -> Outcome {
    let (before, language) = (session.cluster, language)
    var outcome = session.submit(command)
    if self.language != language { changeLanguage(&outcome) }
    switch outcome.request {
    case .tutor(let words): return perform(words)
    case .none:
      heard = outcome
      observe(&outcome, since: before, typed: command)
    case .exit, .edit, .follow: heard = outcome
    }
    return outcome
  }

  /// See `Session.follow(isOver:)`. The check looks when the watching is over.
  package mutating func follow(isOver: Bool) -> Outcome? {
    let before = session.history.past.last?.cluster ?? session.cluster
    guard let part = session.follow(isOver: isOver) else { return nil }
    var outcome = takeFollowed(part, isOver: isOver || !session.isWatching)
    if isOver {
      observe(&outcome, since: before)
      // The journal knows the time that passed as a command of its own.
      if let change = session.record.changes.last, change.command.hasPrefix("advance ") {
        keep(change.command, &outcome)
      }
    }
    return outcome
  }
}

// Language.
extension Tutor {
  /// `lang` was typed: the choice is kept, and the step is shown again in the new words.
  private mutating func changeLanguage(_ outcome: inout Outcome) {
    let language = language
    save(&outcome) { store throws(StateFilesError) in try store.save(language) }
    guard var run, let lesson = library.lesson(run.lesson.id, in: language) else { return }
    run.lesson = lesson
    self.run = run
    if !isReplaying {
      outcome.say("\n", asIs: true)
      outcome.append(show(run))
    }
  }

  /// Puts an earlier session in the place of the present one. What the learner speaks stays.
  mutating func restore(_ earlier: Session) {
    let language = language
    session = earlier
    session.speak(language)
  }
}

// Output.
extension Tutor {
  func say(_ text: String) -> Outcome {
    var outcome = Outcome()
    outcome.say(wrap(text))
    return outcome
  }

  func wrap(_ text: String) -> String {
    Prose.wrap(text, width: style.width).joined(separator: "\n")
  }

  func complain(_ message: String, name: String, exitCode: Int = 1) -> Outcome {
    var outcome = Outcome()
    let message = message.withVisibleControls
    let shown = style.wrapsErrors ? wrap(message) : message
    outcome.output = [OutputChunk(.standardError, shown + "\n")]
    outcome.error = CommandError(name, message, exitCode: exitCode)
    return outcome
  }

  /// Writes progress; when that fails it is said once and the lesson goes on.
  mutating func save(
    _ outcome: inout Outcome, _ write: (ProgressStore) throws(StateFilesError) -> Void
  ) {
    guard let store, !isReplaying else { return }
    do { try write(store) } catch {
      guard !hasComplained else { return }
      hasComplained = true
      outcome.output.append(
        OutputChunk(.standardError, texts.cannotSave(error.message.withVisibleControls) + "\n"))
    }
  }
}

extension Outcome {
  /// Prints a paragraph; or a text without a line end of its own. What lessons say may come from
  /// strangers: nothing in it reaches the terminal as an order.
  mutating func say(_ text: String, asIs: Bool = false) {
    guard !text.isEmpty else { return }
    let text = text.withVisibleControls
    output.append(OutputChunk(.standardOutput, asIs ? text : text + "\n"))
  }

  /// Prints what another outcome printed; its error becomes this one's.
  mutating func append(_ other: Outcome) {
    output += other.output
    error = error ?? other.error
  }
}

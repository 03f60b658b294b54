internal import PodEngine
internal import PodShell

// What is recorded: the commands that were accepted, with what they printed; never keystrokes.
extension Tutor {
  /// Runs a command under the eyes of the recorder.
  mutating func submitRecorded(_ command: String) -> Outcome {
    guard recording != nil else { return submitUnrecorded(command) }
    let before = session
    let log = FileLog(session.configuration.files)
    session.configuration.files = log
    heard = nil
    var outcome = submitUnrecorded(command)
    if let own = session.configuration.files as? FileLog, own === log {
      session.configuration.files = before.configuration.files
    }
    take(command, before: before, reads: log.take(), &outcome)
    return outcome
  }

  private mutating func take(
    _ command: String, before: Session, reads: [FileText], _ outcome: inout Outcome
  ) {
    guard let settings = recording?.page.settings else { return }
    recording?.leftOut = nil
    guard session.configuration.seed == settings.seed,
      session.configuration.nodeCount == settings.nodes
    else {
      session.configuration.files = before.configuration.files
      outcome.say(recorder.clusterChanged)
      return outcome.append(finishRecording())
    }
    guard let heard else { return followChanges(before: before, &outcome) }
    // Lines for a shell in a container are its own; the end of its input is written as a word.
    let isInside = before.containerPrompt != nil
    let text =
      !isInside
      ? CommandTable.canonical(command) : command == Session.endOfInput ? "exit" : command
    switch heard.request {
    case .exit: return outcome.append(finishRecording())
    case .edit, .tutor: return
    case .follow: recording?.watching = (text, heard, before)
    case .none: add(text, heard, before: before, reads: reads, &outcome)
    }
  }

  private mutating func add(
    _ command: String, _ heard: Outcome, before: Session, reads: [FileText],
    _ outcome: inout Outcome
  ) {
    guard !command.isEmpty, !command.hasPrefix("#"), let recording else { return }
    var step = RecordedPage.Step(
      command: command, output: OutputLine.lines(of: heard).map(\.text), error: heard.error?.name)
    let hasChanged = session.record.changes.count != before.record.changes.count
    step.isHidden = recording.hidesNext && step.error == nil
    let files = files(reads, &step)
    if let obstacle = step.obstacle {
      self.recording?.leftOut = nil
      if hasChanged { session = before }
      return outcome.say(recorder.obstacle(obstacle, hasChanged))
    }
    if step.error != nil, !hasChanged, !recording.keepsErrors {
      // What cannot be understood is a slip; of the rest the author decides.
      guard heard.error?.exitCode != 2 else { return }
      self.recording?.leftOut = step
      return outcome.say(recorder.leftOut)
    }
    self.recording?.hidesNext = false
    for file in files { append(.file(file), before: before, &outcome) }
    append(.step(step), before: before, &outcome)
  }

  /// The files that a command read, under names that the page can hold.
  private mutating func files(
    _ reads: [FileText], _ step: inout RecordedPage.Step
  ) -> [TextFile] {
    var new: [TextFile] = []
    for read in reads {
      let name = Recording.name(of: read.path)
      if name != read.path { step.command = step.command.replacing(read.path, with: name) }
      let file = TextFile(path: name, text: read.text)
      guard recording?.files.last(where: { $0.path == name }) != file else { continue }
      recording?.files.append(file)
      new.append(file)
    }
    return new
  }

  /// Adds an item and writes it.
  mutating func append(
    _ item: RecordedPage.Item, before: Session, _ outcome: inout Outcome
  ) {
    recording?.page.items.append(item)
    recording?.before.append(before)
    recording?.seen = session.record.changes
    write("\n" + RecordedPage.text(of: item) + "\n", appending: true, &outcome)
  }

  /// Brings into the page what others did to the session: the setup of a lesson, a skipped step, a
  /// reset, the way back from `explore`.
  mutating func followChanges(before: Session, _ outcome: inout Outcome) {
    guard let recording else { return }
    let changes = session.record.changes
    guard changes != recording.seen else { return }
    let goesOn = changes.starts(with: recording.seen)
    let new = goesOn ? changes.dropFirst(recording.seen.count) : changes[...]
    if !goesOn { speakLanguage(before: before, startsAfresh: true, &outcome) }
    for change in new {
      var step = RecordedPage.Step(command: change.command, isHidden: true)
      for file in files(change.files, &step) { append(.file(file), before: before, &outcome) }
      append(.step(step), before: before, &outcome)
    }
  }

  /// A page is replayed in English unless it says otherwise; where it starts afresh it says it again.
  mutating func speakLanguage(before: Session, startsAfresh: Bool, _ outcome: inout Outcome) {
    let language = session.configuration.language
    guard startsAfresh || language != .english, let seen = recording?.seen else { return }
    let step = RecordedPage.Step(
      command: "lang \(language.rawValue)", isHidden: true, startsAfresh: startsAfresh)
    append(.step(step), before: before, &outcome)
    recording?.seen = seen
  }

  /// Output of a command that watches; the step is whole when somebody has had enough.
  mutating func takeFollowed(_ part: Outcome, isOver: Bool) -> Outcome {
    var outcome = part
    guard var watching = recording?.watching else { return outcome }
    watching.outcome.append(part)
    watching.outcome.request = .none
    recording?.watching = watching
    guard isOver else { return outcome }
    recording?.watching = nil
    let time = VirtualDuration.text(session.cluster.now - watching.before.cluster.now)
    add(
      "\(watching.command) --for=\(time)", watching.outcome, before: watching.before, reads: [],
      &outcome)
    return outcome
  }

  /// Writes to the draft; a failure is said once, and the recording goes on in memory.
  mutating func write(_ text: String, appending: Bool, _ outcome: inout Outcome) {
    guard let recording else { return }
    do {
      try configuration.files.write(text, to: recording.draft, appending: appending)
    } catch {
      guard !recording.hasComplained else { return }
      self.recording?.hasComplained = true
      outcome.warn(recorder.unsafeDraft(CommandError(error).message))
    }
  }
}

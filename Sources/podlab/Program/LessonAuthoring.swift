internal import ArgumentParser
internal import PodEngine
internal import PodShell
internal import PodTutor

// For authors and teachers: `lesson new`, `lesson record`, `lesson report`.
extension LessonCommand {
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "Write the file of a new lesson, ID.md.")

    @Argument(help: "Its id: lower-case letters, digits and dashes.")
    var id: String

    func run() throws {
      let console = Console(terminal: Terminal())
      try LessonCommand.write(LessonSkeleton.text(id), as: id, console)
      console.output.write("Write its words, then: podlab lesson test \(id).md\n")
    }
  }

  struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "record", abstract: "Play a lesson; what you type becomes the draft ID.md.",
      discussion: "`section TITLE` begins a step; what comes before the first one is the setup. "
        + "`undo` takes back, `exit` writes the file.")

    @Argument(help: "Its id: lower-case letters, digits and dashes.")
    var id: String

    @OptionGroup var laboratory: LaboratoryOptions

    func run() throws {
      let console = Console(terminal: laboratory.terminal)
      try LessonCommand.check(id, console)
      let recording = Recording(
        LessonRecorder(id, configuration: laboratory.configuration(.terminal)))
      var greeting = Outcome()
      greeting.output = [
        OutputChunk(
          .standardOutput,
          "Recording \(id).md: `section TITLE` begins a step, `exit` writes the draft.\n")
      ]
      let status = Conversation.open(with: greeting, of: recording, console)
      try LessonCommand.write(recording.recorder.draft, as: id, console)
      console.output.write("Write its words, then: podlab lesson test \(id).md\n")
      throw status
    }
  }

  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "report", abstract: "Who has done what.",
      discussion: "Learners save their progress with `progress export FILE`.")

    @Argument(help: "Files of progress; without any that of this account.")
    var files: [String] = []

    @ArgumentParser.Flag(help: "One JSON object per learner.")
    var json = false

    @OptionGroup var laboratory: LaboratoryOptions

    func run() throws {
      let console = Console(terminal: Terminal())
      let library = try laboratory.library(console)
      var learners: [(name: String, book: ProgressBook)] = []
      for path in files { learners.append((path, try book(path, console))) }
      if files.isEmpty {
        let store = StateFolder(.process).map { ProgressStore(DiskStateFiles(folder: $0.path)) }
        learners = [("", store?.load().book ?? ProgressBook())]
      }
      let report = ProgressReport(learners, library: library)
      console.output.write(json ? report.json : report.text)
    }

    private func book(_ path: String, _ console: Console) throws -> ProgressBook {
      let text: String
      do { text = try DiskFiles().read(path) } catch {
        console.complain("cannot read \(path): \(error.reason.explanation)")
        throw ExitStatus.usage
      }
      let (book, problems) = ProgressBook.read(text, of: path)
      for problem in problems { console.errors.write("error: \(problem)\n") }
      guard problems.isEmpty else { throw ExitStatus.usage }
      return book
    }
  }

  fileprivate static func check(_ id: String, _ console: Console) throws {
    guard LessonSkeleton.isID(id) else {
      console.complain(
        "`\(id)` is no id of a lesson: lower-case letters, digits and dashes, a letter first")
      throw ExitStatus.usage
    }
    guard (try? DiskFiles().read("\(id).md")) == nil else {
      console.complain("\(id).md is there already; remove it, or take another id")
      throw ExitStatus.usage
    }
  }

  fileprivate static func write(_ text: String, as id: String, _ console: Console) throws {
    try check(id, console)
    do { try TextFiles.replace("\(id).md", with: text) } catch {
      console.complain(error.message)
      throw ExitStatus.failure
    }
    console.output.write("wrote \(id).md\n")
  }
}

/// Keeps what was recorded after the conversation has ended.
private final class Recording: TracedShell {
  private(set) var recorder: LessonRecorder

  init(_ recorder: LessonRecorder) { self.recorder = recorder }

  func submit(_ command: String) -> Outcome { recorder.submit(command) }

  func continuation(of text: String) -> Continuation? {
    text.hasPrefix("section ") ? nil : recorder.session.continuation(of: text)
  }

  func follow(isOver: Bool) -> Outcome? { recorder.follow(isOver: isOver) }

  var containerPrompt: String? { recorder.session.containerPrompt }

  func completions(for line: String, cursor: Int) -> Completions {
    recorder.session.completions(for: line, cursor: cursor)
  }

  func verbs(in line: String) -> [VerbMark] { recorder.session.verbs(in: line) }

  func suggestion(for line: String) -> String { recorder.session.suggestion(for: line) }

  func help(for line: String, cursor: Int) -> [String] {
    recorder.session.help(for: line, cursor: cursor)
  }

  var clockText: String { recorder.session.clockText }

  /// What is recorded must come out the same every time, so no clock flows here.
  var liveSpeed: Int? { nil }

  func flow(_ milliseconds: Int) -> Outcome { Outcome() }

  var freeSession: Session? { nil }

  var changes: AppendLog<WatchEvent> { recorder.changes }

  func close() -> Outcome { Outcome() }
}

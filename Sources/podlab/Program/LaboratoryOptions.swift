internal import ArgumentParser
internal import CLibedit
internal import Glibc
internal import PodShell
internal import PodTutor

/// The options of everything that opens a laboratory.
struct LaboratoryOptions: ParsableArguments {
  @Option(help: "How many nodes the cluster has.")
  var nodes = 3

  @Option(
    help:
      "The seed of everything random, such as the ends of generated names; 1, or that of the lesson."
  )
  var seed: UInt64?

  @Option(help: ArgumentHelp("Take the lessons from a folder.", valueName: "folder"))
  var lessons: String?

  @Option(
    help: ArgumentHelp(
      "Record the session as a Markdown page that can be verified.", valueName: "file"))
  var record: String?

  @ArgumentParser.Flag(
    help: "Nothing on the screen is drawn twice, and no colour: for screen readers.")
  var plain = false

  @Option(help: "Colour: auto, always or never. auto follows NO_COLOR and the terminal.")
  var color = Terminal.ColourChoice.auto

  @ArgumentParser.Flag(help: "Long output scrolls instead of opening a pager.")
  var noPager = false

  func validate() throws {
    guard (1...5000).contains(nodes) else {
      throw ValidationError("--nodes is \(nodes); it must be between 1 and 5000.")
    }
  }

  var terminal: Terminal { Terminal(colour: color, plain: plain) }

  /// A new laboratory for commands that nobody types: it neither reads nor saves progress.
  func scriptShell(_ manner: SessionConfiguration.Manner, _ console: Console) throws -> Tutor {
    Tutor(
      library: try library(console), configuration: configuration(manner),
      style: TutorStyle(wrapsErrors: false))
  }

  /// A new laboratory for a learner.
  func learnerShell(_ console: Console) throws -> Tutor {
    let folder = StateFolder(.process)
    var configuration = configuration(.terminal)
    configuration.isInteractive = console.terminal.manner != .script
    // What nobody reads at once stays English, so that its bytes repeat.
    if console.terminal.manner != .script {
      configuration.language = Environment.process.language ?? .english
    }
    let marks = console.terminal.manner == .editing && console.terminal.outputColours
    return Tutor(
      library: try library(console), configuration: configuration,
      store: folder.map { ProgressStore(DiskStateFiles(folder: $0.path)) },
      style: TutorStyle(
        marks: marks, width: min(Terminal.size().columns - 1, 100),
        wrapsErrors: configuration.isInteractive), seed: seed)
  }

  /// Begins the recording that `--record` asks for.
  func beginRecording(_ tutor: inout Tutor, _ console: Console) throws {
    guard let record else { return }
    let outcome = tutor.submit("record start \(record)")
    if outcome.error != nil {
      OutcomePrinter(console: console, showsSuggestions: false).show(outcome)
      throw ExitStatus.usage
    }
  }

  func configuration(_ manner: SessionConfiguration.Manner) -> SessionConfiguration {
    var configuration = SessionConfiguration(
      nodeCount: nodes, seed: seed ?? 1, manner: manner,
      files: DiskFiles(writing: manner == .terminal ? .anywhere : .workingFolder))
    configuration.writesRawOutput = isatty(STDOUT_FILENO) == 0
    configuration.isInterrupted = { pl_signal_take_interrupt() != 0 }
    return configuration
  }

  func library(_ console: Console) throws -> LessonLibrary {
    try .named(lessons.map { [$0] } ?? [], console)
  }
}

extension Terminal.ColourChoice: ExpressibleByArgument {}

internal import ArgumentParser
internal import PodShell
internal import PodTutor

/// `podlab lesson …`.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "List, begin, write and test lessons.",
    subcommands: [
      List.self, Start.self, Test.self, New.self, Record.self, Stamp.self, Report.self,
    ])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "The lessons, and how far you are.")

    @OptionGroup var laboratory: LaboratoryOptions

    func run() throws {
      let console = Console(terminal: laboratory.terminal)
      var tutor = try laboratory.learnerShell(console)
      throw show(tutor.submit("lesson list"), console)
    }
  }

  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "start", abstract: "Begin a lesson.")

    @Argument(help: "Its id, as `podlab lesson list` shows it.")
    var id: String

    @OptionGroup var laboratory: LaboratoryOptions

    func run() throws {
      let console = Console(terminal: laboratory.terminal)
      var tutor = try laboratory.learnerShell(console)
      let greeting = tutor.begin(lesson: id)
      try laboratory.beginRecording(&tutor, console)
      throw Conversation.open(with: greeting, of: tutor, console)
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test", abstract: "Prove that lessons work, by taking them.",
      discussion: "Exit codes: 0 all lessons work, 1 a lesson does not, 2 a file is malformed.")

    @Argument(help: "Files or folders; without any the lessons that are part of podlab.")
    var paths: [String] = []

    @ArgumentParser.Flag(help: "One JSON object per lesson.")
    var json = false

    @Option(help: "Take them with another seed than their own, as `learn --seed` does.")
    var seed: UInt64?

    func run() throws {
      let console = Console(terminal: Terminal())
      let library = try LessonLibrary.named(paths, console)
      let report = LessonLinter.run(
        library: library, configuration: SessionConfiguration(manner: .terminal), seed: seed)
      console.output.write(json ? report.json : report.text)
      throw ExitStatus(report.exitCode)
    }
  }

  struct Stamp: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stamp",
      abstract: "Note in translations which text they were made from.",
      discussion:
        "Do it when a translation says what its lesson says: `lesson test` then tells when "
        + "the lesson has changed since.")

    @Argument(
      help: "Translations: ID.zh-Hans.md, pack.zh-Hans.yaml. Their source stands beside them.")
    var paths: [String]

    func run() throws {
      let console = Console(terminal: Terminal())
      for path in paths {
        do { try LessonStamping.stamp(path, console) } catch {
          console.errors.write("\(error)\n")
          throw ExitStatus.usage
        }
      }
    }
  }

  static func show(_ outcome: Outcome, _ console: Console) -> ExitStatus {
    OutcomePrinter(console: console, showsSuggestions: true).show(outcome)
    return outcome.error.map { ExitStatus($0.exitCode) } ?? .success
  }
}

extension LessonLibrary {
  /// The lessons in files and folders; without any those that are part of the program.
  static func named(_ paths: [String], _ console: Console) throws -> LessonLibrary {
    guard !paths.isEmpty else { return .embedded }
    do {
      return LessonLibrary(
        sources: try TextFiles.read(paths, ending: [".md", "pack.yaml", ".zh-Hans.yaml"]))
    } catch {
      console.complain(error.message)
      throw ExitStatus.usage
    }
  }
}

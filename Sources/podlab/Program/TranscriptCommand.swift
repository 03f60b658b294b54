internal import ArgumentParser
internal import PodShell
internal import PodTutor

/// `podlab transcript …`.
struct TranscriptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transcript", abstract: "Pages that record a session: verify and update them.",
    subcommands: [Verify.self, Update.self])

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify", abstract: "Run transcripts again and compare what they print.",
      discussion: "Exit codes: 0 as documented, 1 something differs, 2 a file is malformed.")

    @Argument(help: "Files, or folders with *.md files.")
    var paths = ["transcripts"]

    @ArgumentParser.Flag(help: "One JSON object per step.")
    var json = false

    @ArgumentParser.Flag(help: "Also print annotations for GitHub Actions.")
    var github = false

    func run() throws {
      let console = Console(terminal: Terminal())
      let files = try TranscriptCommand.files(paths, console)
      let report = TranscriptVerifier.verify(
        files: files, configuration: TranscriptCommand.sessions)
      console.output.write(json ? report.json : report.text)
      if github { console.output.write(report.githubAnnotations) }
      throw ExitStatus(report.exitCode)
    }
  }

  struct Update: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "update", abstract: "Write into transcripts what their commands print now.")

    @Argument(help: "Files, or folders with *.md files.")
    var paths = ["transcripts"]

    @ArgumentParser.Flag(
      help: "Also where a command that succeeded fails now, or the other way round.")
    var acceptErrors = false

    func run() throws {
      let console = Console(terminal: Terminal())
      guard Environment.process.nonEmpty("CI") == nil else {
        console.complain("transcript update changes files, and CI is set; use transcript verify")
        throw ExitStatus.usage
      }
      var status = ExitStatus.success
      for file in try TranscriptCommand.files(paths, console) {
        if !update(file, console) { status = .failure }
      }
      throw status
    }

    private func update(_ file: TextFile, _ console: Console) -> Bool {
      do {
        let update = try TranscriptUpdater.update(
          file, acceptErrors: acceptErrors, configuration: TranscriptCommand.sessions)
        guard update.text != file.text else {
          console.output.write("same     \(file.path)\n")
          return true
        }
        try TextFiles.replace(file.path, with: update.text)
        console.output.write(update.report)
        console.output.write("updated  \(file.path)  \(update.changedSteps) steps\n")
        return true
      } catch let error as TextFiles.Failure {
        console.complain(error.message)
      } catch {
        console.errors.write("\(error)\n")
      }
      return false
    }
  }

  /// Transcripts show what a learner sees at a terminal.
  fileprivate static let sessions = SessionConfiguration(manner: .terminal, files: DiskFiles())

  fileprivate static func files(_ paths: [String], _ console: Console) throws -> [TextFile] {
    do {
      return try TextFiles.read(paths, ending: [".md"])
    } catch {
      console.complain(error.message)
      throw ExitStatus.usage
    }
  }
}

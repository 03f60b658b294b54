internal import ArgumentParser
internal import PodShell
internal import PodTutor

/// `podlab transcript verify`.
struct TranscriptVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Run transcripts again and compare what they print.",
    discussion: """
      A difference is shown as diff -u shows it: - is what the page says, + is what was printed now; \
      a space at the end of a changed line is shown as \u{00B7}.
      Exit codes: 0 as documented, 1 something differs, 2 a file is malformed or nothing was run.
      """)

  @Argument(help: "Files, or folders with *.md files.")
  var paths = ["transcripts"]

  @ArgumentParser.Flag(help: "Show every difference, not the first of each file only.")
  var all = false

  @ArgumentParser.Flag(help: "One JSON object per step.")
  var json = false

  @ArgumentParser.Flag(help: "Also print annotations for GitHub Actions.")
  var github = false

  @Option(
    help: ArgumentHelp(
      "Open the prompt just before the command at that line, or before the first that differs.",
      valueName: "file[:line]"))
  var debugAt: String?

  @OptionGroup(visibility: .hidden) var laboratory: LaboratoryOptions

  func run() throws {
    let console = Console(terminal: laboratory.terminal)
    if let debugAt { throw try debug(PageAddress(debugAt), console) }
    let report = TranscriptVerifier.verify(
      files: try TranscriptCommand.pages(paths, console), showsAll: all,
      beside: TranscriptCommand.beside)
    console.output.write(json ? report.json : report.text)
    if github { console.output.write(report.githubAnnotations) }
    throw ExitStatus(report.exitCode)
  }

  private func debug(_ address: PageAddress, _ console: Console) throws -> ExitStatus {
    guard let page = try TranscriptCommand.pages([address.path], console).first else {
      console.complain("\(address.path) holds no page")
      return .usage
    }
    let transcript: Transcript
    do { transcript = try TranscriptVerifier.parse(page) } catch {
      console.errors.write("\(error)\n".withVisibleControls)
      return .usage
    }
    guard
      let debugger = TranscriptDebugger(
        transcript, line: address.line, beside: TranscriptCommand.beside)
    else {
      console.output.write("\(page.path): every step is as documented; name a line: FILE:LINE\n")
      return .success
    }
    var tutor = try laboratory.learnerShell(console)
    tutor.goOn(from: debugger.session)
    var greeting = Outcome()
    greeting.output = [OutputChunk(.standardOutput, debugger.greeting)]
    return Conversation.open(with: greeting, of: tutor, console)
  }
}

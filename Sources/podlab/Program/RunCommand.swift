internal import ArgumentParser
internal import Glibc
internal import PodShell

/// `podlab run FILE`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a script of commands.",
    discussion: "Blank lines and lines that begin with # are skipped. Stops at the first error.")

  @Argument(help: "The script, or - for standard input.")
  var file: String

  @OptionGroup var laboratory: LaboratoryOptions

  @Option(
    help: ArgumentHelp(
      "Write every change of every object to a file, one JSON object per line.",
      valueName: "file"))
  var trace: String?

  @ArgumentParser.Flag(help: "Go on after an error; the exit code is still that of the first one.")
  var keepGoing = false

  @ArgumentParser.Flag(help: "Print one JSON object per command.")
  var json = false

  func run() throws {
    let console = Console(terminal: laboratory.terminal)
    let options = ScriptRunner.Options(fileName: file, keepsGoing: keepGoing, json: json)
    let source = try Self.source(file, console)
    let trace = try trace.map { try Self.traceWriter($0, console) }
    var tutor = try laboratory.scriptShell(.script, console)
    try laboratory.beginRecording(&tutor, console)
    var runner = ScriptRunner(shell: tutor, console: console, options: options, trace: trace)
    throw runner.run(all: [source])
  }

  private static func source(_ file: String, _ console: Console) throws -> any LineSource {
    if file == "-" { return PipeReader(descriptor: STDIN_FILENO) }
    do {
      return ScriptReader(text: try DiskFiles().read(file))
    } catch {
      console.complain("cannot read the script \(file): \(error.reason.explanation)")
      throw ExitStatus.usage
    }
  }

  private static func traceWriter(_ path: String, _ console: Console) throws -> TraceWriter {
    do {
      return try TraceWriter(path: path)
    } catch {
      console.complain("cannot write the trace \(path): \(error)")
      throw ExitStatus.usage
    }
  }
}

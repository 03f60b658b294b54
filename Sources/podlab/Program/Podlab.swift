internal import ArgumentParser
internal import CLibedit
internal import Glibc
internal import PodShell
internal import PodTutor

/// The program `podlab`: without a subcommand the laboratory itself.
@main
struct Podlab: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "podlab",
    abstract: "A Kubernetes Pod laboratory in a terminal.",
    discussion: """
      Without a subcommand: the laboratory, at a terminal with a prompt; a pipe is read as a script.
      Completion of this command line in bash, zsh and fish: podlab --generate-completion-script SHELL.
      Exit codes: 0 all is well, 1 a command failed, 2 usage, 3 a lesson check failed, 130 interrupted.
      """,
    version: Version.line,
    subcommands: [
      RunCommand.self, LearnCommand.self, LessonCommand.self, PresentCommand.self,
      TranscriptCommand.self,
      VersionCommand.self,
    ])

  @OptionGroup var laboratory: LaboratoryOptions

  @Option(
    name: .customShort("c"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run a command and leave; several run in order.", valueName: "command"))
  var commands: [String] = []

  @ArgumentParser.Flag(help: "Go on with a session whose terminal or program died.")
  var resume = false

  func run() throws {
    let console = Console(terminal: laboratory.terminal)
    if commands.isEmpty, console.terminal.manner != .script {
      var tutor = try laboratory.learnerShell(console)
      guard !resume else { throw Conversation.resume(tutor, console, laboratory) }
      try laboratory.beginRecording(&tutor, console)
      throw Conversation.run(tutor, console, laboratory)
    }
    guard !resume else {
      console.complain("--resume needs a terminal, and no -c")
      throw ExitStatus.usage
    }
    var tutor = try laboratory.scriptShell(.plain, console)
    try laboratory.beginRecording(&tutor, console)
    var runner = ScriptRunner(
      shell: tutor, console: console,
      options: ScriptRunner.Options())
    throw commands.isEmpty
      ? runner.run(all: [PipeReader(descriptor: STDIN_FILENO)])
      : runner.run(all: commands.map(ScriptReader.init(text:)))
  }
}

extension Podlab {
  static func main() {
    pl_signals_ignore_broken_pipe()
    Glibc.exit(status(of: Array(CommandLine.arguments.dropFirst())).code)
  }

  /// Runs the command line; ArgumentParser's own exit codes (64 for usage) become podlab's.
  static func status(of arguments: [String]) -> ExitStatus {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return .success
    } catch let status as ExitStatus {
      return status
    } catch {
      let isHelp = exitCode(for: error).isSuccess
      let stream = Output(descriptor: isHelp ? STDOUT_FILENO : STDERR_FILENO)
      // What was typed comes back in the message.
      stream.write(VisibleText.escaping(fullMessage(for: error)) + "\n")
      if !isHelp, mayBeShellCommand(arguments) {
        stream.write("A command of the laboratory goes in quotes: podlab -c 'get pods'\n")
      }
      return isHelp ? .success : .usage
    }
  }

  /// Whether the command line looks like `podlab get pods`.
  private static func mayBeShellCommand(_ arguments: [String]) -> Bool {
    guard let first = arguments.first, !first.hasPrefix("-") else { return false }
    return !configuration.subcommands.contains { $0.configuration.commandName == first }
  }
}

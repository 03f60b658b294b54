internal import CLibedit
internal import Glibc
internal import PodShell
internal import PodTutor

/// Opens the REPL at a terminal.
enum Conversation {
  /// Three lines, so that the prompt is in sight at once.
  static func welcome(nodes: Int, in language: Language) -> String {
    switch language {
    case .english:
      """
      podlab \(Version.number): a Kubernetes Pod laboratory. \(nodes == 1 ? "One node" : "\(nodes) nodes"), clock at 0 s.
      Try: create pod web --image=nginx   then: advance 5s   then: get pods
      help lists the commands, podlab learn teaches them, Ctrl-D leaves.

      """
    case .chinese:
      """
      podlab \(Version.number)：终端里的 Kubernetes Pod 实验室。\(nodes) 个节点，时钟为 0 s。
      试试：create pod web --image=nginx   然后：advance 5s   再然后：get pods
      help 列出所有命令，podlab learn 带你学习，Ctrl-D 离开，lang en 切换为英文。

      """
    }
  }

  /// The laboratory with its welcome, and a word about a session that died.
  static func run(_ tutor: Tutor, _ console: Console, _ options: LaboratoryOptions) -> ExitStatus {
    var greeting = Outcome()
    let welcome = welcome(nodes: options.nodes, in: tutor.session.settings.language)
    greeting.output = [OutputChunk(.standardOutput, welcome)]
    if let left = StateFolder(.process).flatMap(LeftJournal.newest) {
      let commands = left.found.count == 1 ? "1 command" : "\(left.found.count) commands"
      let line = "A session of \(commands) was cut off: podlab --resume goes on with it.\n"
      greeting.output.append(OutputChunk(.standardOutput, line))
    }
    return open(with: greeting, of: tutor, console, pages: !options.noPager)
  }

  /// Goes on with the session that died last.
  static func resume(
    _ tutor: Tutor, _ console: Console, _ options: LaboratoryOptions
  ) -> ExitStatus {
    guard let left = StateFolder(.process).flatMap(LeftJournal.newest) else {
      console.complain("no session was cut off; podlab without --resume begins a new one")
      return .failure
    }
    var tutor = tutor
    tutor.takeUp(left.found)
    var greeting = Outcome()
    let count = left.found.count
    let line =
      "Resumed: \(count) command\(count == 1 ? "" : "s") replayed, clock \(tutor.clockText)."
    let last = left.found.record.typed.last?.text.split(separator: "\n").first ?? ""
    greeting.output = [
      OutputChunk(.standardOutput, "\(line) The last was: \(VisibleText.escaping(String(last)))\n")
    ]
    return open(
      with: greeting, of: tutor, console, pages: !options.noPager, resumed: left)
  }

  /// A conversation after what was said already. Where nobody types, the commands come from
  /// standard input. `resumed` is the journal that the shell was made from.
  static func open(
    with greeting: Outcome, of shell: some TracedShell, _ console: Console, pages: Bool = true,
    resumed: LeftJournal? = nil, presenting: (any LineSource) -> any LineSource = { $0 }
  ) -> ExitStatus {
    OutcomePrinter(console: console, showsSuggestions: true).show(greeting)
    if let error = greeting.error { return ExitStatus(error.exitCode) }
    if console.terminal.manner == .script {
      var runner = ScriptRunner(shell: shell, console: console, options: ScriptRunner.Options())
      return runner.run(all: [presenting(PipeReader(descriptor: STDIN_FILENO))])
    }
    _ = pl_locale_set()
    guard pl_signals_install() == 1 else {
      console.complain("cannot install signal handlers: \(SystemError.last)")
      return .failure
    }
    let folder = StateFolder(.process)
    let journal = shell.freeSession.flatMap { session in
      folder.flatMap { JournalFile(in: $0, for: session) }
    }
    let laboratory = Laboratory(shell, journal: journal)
    resumed?.remove()
    let isPaged = pages && console.terminal.manner == .editing
    var repl = Repl(
      laboratory, source: presenting(source(console)), console: console,
      pager: Pager(.process, isWanted: isPaged))
    return repl.run()
  }

  /// The line editor, or a plain reader with a prompt where no editing is wanted or possible.
  private static func source(_ console: Console) -> any LineSource {
    let environment = Environment.process
    if console.terminal.manner == .editing,
      let editor = LineEditor(
        history: HistoryFile(environment), output: console.output,
        colours: console.terminal.outputColours, environment: environment)
    {
      return editor
    }
    return PipeReader(descriptor: STDIN_FILENO) { console.output.write(Prompt($0).text) }
  }
}

internal import CLibedit
internal import Glibc
internal import PodShell

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

  /// The laboratory with its welcome.
  static func run(_ shell: some TracedShell, _ console: Console, nodes: Int, language: Language)
    -> ExitStatus
  {
    var greeting = Outcome()
    greeting.output = [OutputChunk(.standardOutput, welcome(nodes: nodes, in: language))]
    return open(with: greeting, of: shell, console)
  }

  /// A conversation after what was said already. Where nobody types, the commands come from
  /// standard input.
  static func open(
    with greeting: Outcome, of shell: some TracedShell, _ console: Console,
    presenting: (any LineSource) -> any LineSource = { $0 }
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
    var repl = Repl(shell: shell, source: presenting(source(console)), console: console)
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

internal import PodShell

/// The conversation at a terminal: prompt, command, answer, until `exit` or Ctrl-D.
struct Repl {
  private var shell: any Shell
  private let source: any LineSource
  private let printer: OutcomePrinter
  private var assembler = CommandAssembler()
  private var status = ExitStatus.success
  /// How often in a row Ctrl-C was pressed with nothing to drop.
  private var vainInterrupts = 0

  init(shell: any Shell, source: any LineSource, console: Console) {
    (self.shell, self.source) = (shell, source)
    printer = OutcomePrinter(console: console, showsSuggestions: true)
  }

  /// Runs to the end. As in other shells, Ctrl-D ends with the status of the last command.
  mutating func run() -> ExitStatus {
    while printer.console.brokenOutput == nil {
      printer.console.output.finishLine()
      let event = nextEvent()
      vainInterrupts = event == .interrupted(onEmptyLine: true) ? vainInterrupts + 1 : 0
      switch event {
      case .line(let text):
        if let end = accept(text) { return end }
      case .interrupted: abandon()
      case .end:
        printer.console.output.finishLine()
        guard assembler.pending != nil else { return status }
        if let end = endOfInput() { return end }
      case .terminated(let signal): return .signal(signal)
      case .failed(let reason):
        printer.console.complain(reason)
        return .failure
      }
    }
    return status
  }

  private func nextEvent() -> LineEvent {
    // Tab sees the lines so far, so that a command that goes on in the next line is completed as a
    // whole.
    let (shell, before) = (self.shell, assembler.pending.map { $0.text + "\n" } ?? "")
    source.completions = { line, cursor in
      let offset = before.utf8.count
      let found = shell.completions(for: before + line, cursor: offset + cursor)
      return Completions(
        replacing: max(found.replacing - offset, 0), candidates: found.candidates)
    }
    // The copy of the shell must be gone before a command changes the original.
    defer { source.completions = nil }
    return source.nextLine(assembler.purpose)
  }

  /// Takes what was entered: one line, or several when it was pasted or recalled.
  private mutating func accept(_ text: String) -> ExitStatus? {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let command = add(String(line)) else { continue }
      if let end = run(command) { return end }
    }
    return nil
  }

  private mutating func add(_ line: String) -> AssembledCommand? {
    let shell = self.shell
    return assembler.add(line) { shell.continuation(of: $0) }
  }

  private mutating func run(_ command: AssembledCommand) -> ExitStatus? {
    source.remember(command.text)
    let outcome = shell.submit(command.text)
    printer.show(outcome)
    status = outcome.error.map { ExitStatus($0.exitCode) } ?? .success
    switch outcome.request {
    case .exit(let code): return ExitStatus(code)
    case .none, .tutor: return nil
    }
  }

  /// Ctrl-C drops the whole command, however many lines it has.
  private mutating func abandon() {
    assembler.abandon()
    status = .interrupted
    if vainInterrupts == 2 {
      printer.console.errors.write("To leave podlab press Ctrl-D or type exit.\n")
    }
  }

  /// Ctrl-D inside a command ends its heredoc; an open quote cannot be guessed, so that command is
  /// dropped.
  private mutating func endOfInput() -> ExitStatus? {
    let shell = self.shell
    if let command = assembler.finish(continuation: { shell.continuation(of: $0) }) {
      return run(command)
    }
    assembler.abandon()
    status = .usage
    printer.console.errors.write("The command was not finished and is dropped.\n")
    return nil
  }
}

internal import PodShell

/// Runs commands that nobody types: scripts, `-c`, pipes. Stops at the first error unless told
/// otherwise.
struct ScriptRunner {
  struct Options {
    /// The name to give with the place of an error; nil where places mean nothing (`-c`, pipes).
    var fileName: String?
    var keepsGoing = false
    /// One JSON object per command instead of what it printed.
    var json = false
  }

  private var shell: any TracedShell
  private let console: Console
  private let options: Options
  private var trace: TraceWriter?
  private var assembler = CommandAssembler()
  private var status = ExitStatus.success

  init(shell: any TracedShell, console: Console, options: Options, trace: TraceWriter? = nil) {
    (self.shell, self.console, self.options, self.trace) = (shell, console, options, trace)
  }

  /// Runs all commands of a source in the same laboratory; nil when more may follow.
  mutating func run(_ source: any LineSource) -> ExitStatus? {
    assembler = CommandAssembler()
    while console.brokenOutput == nil {
      switch source.nextLine(assembler.purpose) {
      case .line(let line):
        let shell = self.shell
        guard let command = assembler.add(line, continuation: { shell.continuation(of: $0) })
        else { continue }
        if let end = run(command) { return end }
      case .end: return endOfInput()
      case .interrupted: return .interrupted
      case .terminated(let signal): return .signal(signal)
      case .failed(let reason):
        console.complain(reason)
        return .failure
      }
    }
    return brokenOutput()
  }

  /// Runs the sources one after another and gives the status of the whole.
  mutating func run(all sources: [any LineSource]) -> ExitStatus {
    traceChanges()
    var end: ExitStatus?
    for source in sources where end == nil { end = run(source) }
    let (status, last) = (end ?? status, shell.close())
    OutcomePrinter(console: console, showsSuggestions: false).show(last)
    return status == .success ? last.error.map { ExitStatus($0.exitCode) } ?? status : status
  }

  private mutating func run(_ command: AssembledCommand) -> ExitStatus? {
    let outcome = shell.submit(command.text)
    traceChanges()
    report(outcome, of: command)
    if let error = outcome.error, status == .success { status = ExitStatus(error.exitCode) }
    switch outcome.request {
    case .exit(let code): return ExitStatus(code)
    case .none, .tutor, .edit, .follow:
      return outcome.error == nil || options.keepsGoing ? nil : status
    }
  }

  private func report(_ outcome: Outcome, of command: AssembledCommand) {
    if options.json {
      console.output.write(JSONReport(command: command, outcome: outcome).line)
      return
    }
    OutcomePrinter(console: console, showsSuggestions: false).show(outcome)
    guard let error = outcome.error else { return }
    for place in error.manifestPlaces?.split(separator: "\n") ?? [] {
      console.errors.write("  in \(place)\n")
    }
    place(command, error.name, error.position)
  }

  /// Where a script went wrong, under kubectl's own words. `position` counts within the command.
  private func place(_ command: AssembledCommand, _ name: String, _ position: TextPosition? = nil) {
    guard let file = options.fileName else { return }
    let line = command.line + (position.map { $0.line - 1 } ?? 0)
    let column = position?.column ?? command.column
    console.errors.write("  at \(VisibleText.escaping(file)):\(line):\(column) error[\(name)]\n")
  }

  private mutating func endOfInput() -> ExitStatus? {
    guard let command = assembler.pending else { return brokenOutput() }
    var message = "the command goes on in the next line, and there is none"
    switch assembler.continuation {
    case .heredoc(let delimiter):
      message = "the text after << has no end: add the line \(delimiter)"
    case .quote(let quote): message = "the quote \(quote) is not closed"
    case .backslash, nil: break
    }
    console.errors.write("error: \(message)\n")
    place(command, "usage")
    return .usage
  }

  /// A reader that has seen enough is no failure; a full disk is.
  private func brokenOutput() -> ExitStatus? {
    guard let failure = console.brokenOutput else { return nil }
    if failure.isBrokenPipe { return status }
    console.complain("cannot write the output: \(failure)")
    return .failure
  }

  private mutating func traceChanges() {
    trace?.write(shell.changes)
  }
}

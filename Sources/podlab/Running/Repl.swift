internal import CLibedit
internal import Glibc
internal import PodShell

/// The conversation at a terminal: prompt, command, answer, until `exit` or Ctrl-D.
struct Repl {
  private let laboratory: Laboratory
  private let source: any LineSource
  private let assistant: ReplAssistant
  private let printer: OutcomePrinter
  private let pager: Pager
  private var assembler = CommandAssembler()
  private var status = ExitStatus.success
  /// How often in a row Ctrl-C was pressed with nothing to drop.
  private var vainInterrupts = 0

  init(_ laboratory: Laboratory, source: any LineSource, console: Console, pager: Pager) {
    (self.laboratory, self.source, self.pager) = (laboratory, source, pager)
    assistant = ReplAssistant(laboratory, ticks: source is LineEditor)
    printer = OutcomePrinter(console: console, showsSuggestions: true)
    source.assistant = assistant
  }

  /// Runs to the end. As in other shells, Ctrl-D ends with the status of the last command.
  mutating func run() -> ExitStatus {
    let status = converse()
    let last = laboratory.close()
    printer.show(last)
    return status == .success ? last.error.map { ExitStatus($0.exitCode) } ?? status : status
  }

  private mutating func converse() -> ExitStatus {
    while printer.console.brokenOutput == nil {
      printer.console.output.finishLine()
      let event = nextEvent()
      vainInterrupts = event == .interrupted(onEmptyLine: true) ? vainInterrupts + 1 : 0
      switch event {
      case .line(let text):
        if let end = accept(text) { return end }
      case .interrupted: abandon()
      case .end where laboratory.shell.containerPrompt != nil: type(Session.endOfInput)
      case .end:
        printer.console.output.finishLine()
        guard assembler.pending != nil else {
          laboratory.leave()
          return status
        }
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
    assistant.begin(after: assembler.pending?.text)
    let container = laboratory.shell.containerPrompt.map(LinePurpose.container)
    let event = source.nextLine(container ?? assembler.purpose)
    printer.show(assistant.finish())
    return event
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
    assembler.add(line) { laboratory.shell.continuation(of: $0) }
  }

  private mutating func run(_ command: AssembledCommand) -> ExitStatus? {
    source.remember(command.text)
    let outcome = laboratory.submit(command.text)
    show(outcome)
    switch outcome.request {
    case .exit(let code):
      laboratory.leave()
      return ExitStatus(code)
    case .edit(let request): edit(request)
    case .follow: follow()
    case .none, .tutor: break
    }
    return nil
  }

  /// Sends a key of the terminal to the command in a container.
  private mutating func type(_ key: String) { show(laboratory.submit(key)) }

  private mutating func show(_ outcome: Outcome) {
    let text = printer.text(of: outcome)
    let size = Terminal.size()
    if !pager.isNeeded(for: text, rows: size.rows, columns: size.columns) || !pager.show(text) {
      printer.show(outcome)
    }
    status = outcome.error.map { ExitStatus($0.exitCode) } ?? .success
  }

  /// Lets time pass and shows what comes, until Ctrl-C.
  private mutating func follow() {
    while printer.console.brokenOutput == nil {
      let isOver = pl_signal_take_interrupt() != 0 || pl_signal_terminating() != 0
      guard let outcome = laboratory.follow(isOver: isOver) else { return }
      printer.show(outcome)
      if isOver { return }
      // 50 virtual seconds pass in a real one: slow enough to read along.
      usleep(100_000)
    }
  }

  /// Opens the editor, again with the reasons when what was saved cannot be kept.
  private mutating func edit(_ request: EditRequest) {
    var (text, hasFailed) = (request.text, false)
    while true {
      let edited: String
      do { edited = try ExternalEditor.edit(text) } catch {
        printer.console.errors.write("error: \(error)\n")
        status = .failure
        return
      }
      if edited == text || EditRequest.isEmpty(edited) { return abandonEdit(edited, hasFailed) }
      let outcome = laboratory.submit(request.command(saving: edited))
      guard let error = outcome.error else { return show(outcome) }
      (text, hasFailed) = (request.reopened(edited, after: error), true)
    }
  }

  private mutating func abandonEdit(_ edited: String, _ hasFailed: Bool) {
    status = hasFailed ? .failure : .success
    let message =
      hasFailed
      ? "error: Edit cancelled, no valid changes were saved."
      : EditRequest.isEmpty(edited)
        ? "Edit cancelled, saved file was empty." : "Edit cancelled, no changes made."
    printer.console.errors.write(message + "\n")
  }

  /// Ctrl-C drops the whole command, however many lines it has.
  private mutating func abandon() {
    if laboratory.shell.containerPrompt != nil { return type(Session.interrupt) }
    assembler.abandon()
    status = .interrupted
    if vainInterrupts == 2 {
      printer.console.errors.write("To leave podlab press Ctrl-D or type exit.\n")
    }
  }

  /// Ctrl-D inside a command ends its heredoc; an open quote cannot be guessed, so that command is
  /// dropped.
  private mutating func endOfInput() -> ExitStatus? {
    if let command = assembler.finish(continuation: { laboratory.shell.continuation(of: $0) }) {
      return run(command)
    }
    assembler.abandon()
    status = .usage
    printer.console.errors.write("The command was not finished and is dropped.\n")
    return nil
  }
}

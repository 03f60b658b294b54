/// A small POSIX shell that can stop at any point: what it still has to do is a stack of frames,
/// not of calls.
struct Shell: Program {
  var variables = ShellVariables()
  var functions = OrderedTable<String, ShellCommand>()
  var frames: [Frame] = []
  /// What `trap` set, by `EXIT` or the signal's name.
  var traps: StringMap<String> = [:]
  /// Children in the background, oldest first.
  var jobs: [Job] = []
  var dialect = ShellDialect.busybox
  var isSubshell = false
  /// Somebody sits at a terminal: it prompts, and survives mistakes.
  var isInteractive = false
  /// It was forked by such a shell, whose words it uses.
  var isOfInteractive = false
  /// The line that is being run, for dash's messages.
  var line = 1
  /// The status of the last command substitution, which is that of an assignment.
  var substitutionStatus = 0
  /// What a parent shell's variables take: shared after `fork`, so not counted again.
  var inheritedBytes = 0
  /// Where `getopts` is.
  var optionPlace = OptionPlace()
  /// Redirections of frames that `break` or `return` has dropped, to be undone.
  var unwoundDescriptors: [SavedDescriptor] = []

  /// Something left to do.
  struct Frame: Sendable {
    var task: Task
    /// Its failure is being looked at (`if`, `&&`, …), so `set -e` does not act.
    var isTested: Bool
  }

  struct Job: Hashable, Sendable {
    let number: Int
    let pid: Int
    var status: ExitStatus?
    /// As it was written, more or less; for bash's notices.
    var command = ""
  }

  enum Task: Sendable {
    /// Read the environment and the script.
    case start([String])
    /// Collect a script from standard input.
    case readScript(Bytes)
    /// Run what somebody types, command by command.
    case readTyped(TypedScript)
    case source(ShellParser)
    case run(ShellCommand)
    case list([ListItem], next: Int)
    case andOr([AndOrStep], next: Int)
    case negate
    case conditional([ConditionalBranch], next: Int, otherwise: ShellCommand?)
    case loop(LoopCommand, isDeciding: Bool, status: Int)
    case expandSimple(SimpleCommand, outputs: [Bytes])
    case expandFor(ForCommand, outputs: [Bytes])
    case forEach(ForCommand, values: [Bytes], next: Int)
    case expandChoice(Word, [ChoiceBranch], outputs: [Bytes])
    case expandRedirections(ShellCommand, [Redirection], outputs: [Bytes])
    case expandCondition(ConditionalExpression, outputs: [Bytes])
    /// Collect what a command substitution prints.
    case capture(child: Int, descriptor: Int, Bytes)
    case launch(ExpandedCommand)
    case waitForeground([Int], statuses: [ExitStatus])
    case waitJobs([Int], isSingle: Bool)
    case restoreDescriptors([SavedDescriptor])
    case restoreVariables([SavedVariable])
    case endFunction(positional: [Bytes], locals: [SavedVariable])
    case endTrap(status: Int)
    case output(descriptor: Int, Bytes, status: Int)
    case read(ReadBuiltin)
  }

  /// A descriptor that a redirection covers: where it is kept meanwhile.
  struct SavedDescriptor: Hashable, Sendable {
    let descriptor: Int
    let kept: Int?
  }

  struct SavedVariable: Sendable {
    let name: String
    let variable: ShellVariables.Variable?
  }

  init(arguments: [String], dialect: ShellDialect) {
    self.dialect = dialect
    variables.dialect = dialect
    frames = [Frame(task: .start(arguments), isTested: false)]
  }

  var memoryBytes: Int {
    var captured = 0
    if case .capture(_, _, let bytes)? = frames.last?.task { captured = bytes.count }
    return 262_144 + max(0, variables.byteCount - inheritedBytes) + captured
  }

  mutating func step(_ kernel: inout Kernel, _ number: Int) -> ProgramStep {
    if kernel.hasPendingSignal(number), startTrap(&kernel, number) { return .goOn }
    if isInteractive, frames.isEmpty { push(.readTyped(TypedScript()), tested: false) }
    guard let frame = frames.last else { return finish(&kernel, number) }
    return perform(frame, &kernel, number)
  }

  /// The end of the script: the EXIT trap, then the end of the process.
  private mutating func finish(_ kernel: inout Kernel, _ number: Int) -> ProgramStep {
    if let action = traps["EXIT"], !action.isEmpty {
      traps["EXIT"] = nil
      push(.endTrap(status: variables.lastStatus), tested: true)
      push(.source(parser(of: action)), tested: false)
      return .goOn
    }
    return .exit(variables.lastStatus)
  }

  /// Leaves with a status: nothing that is left to do gets done, but for the EXIT trap.
  mutating func exit(_ status: Int) {
    isInteractive = false
    variables.lastStatus = status & 0xff
    frames = []
  }

  // MARK: Frames

  mutating func push(_ task: Task, tested: Bool) {
    frames.append(Frame(task: task, isTested: tested))
  }

  mutating func replaceTask(_ task: Task) {
    guard let last = frames.indices.last else { return }
    frames[last].task = task
  }

  /// A command has ended with a status; `set -e` may act on it.
  mutating func finishCommand(_ status: Int, tested: Bool) {
    variables.lastStatus = status
    guard status != 0, !tested else { return }
    if variables.isErrorExit { exit(status) }
    runErrorTrap(status)
  }

  /// Ends the top frame with a status.
  mutating func popFinished(_ status: Int) {
    let tested = frames.popLast()?.isTested ?? false
    finishCommand(status, tested: tested)
  }

  // MARK: Traps

  /// Runs the trap of a pending signal, unless the shell is in the middle of something that it does
  /// not interrupt.
  private mutating func startTrap(_ kernel: inout Kernel, _ number: Int) -> Bool {
    switch frames.last?.task {
    case .waitForeground?, .capture?, .output?, .read?, .start?, .launch?: return false
    case .waitJobs?:
      guard let signal = kernel.takeSignal(number) else { return false }
      frames.removeLast()
      variables.lastStatus = 128 + signal.rawValue
      runTrap(signal)
      return true
    case .readScript?, .readTyped?, .source?, .run?, .list?, .andOr?, .negate?, .conditional?,
      .loop?, .expandSimple?, .expandFor?, .forEach?, .expandChoice?, .expandRedirections?,
      .expandCondition?,
      .restoreDescriptors?, .restoreVariables?, .endFunction?, .endTrap?, nil:
      guard let signal = kernel.takeSignal(number) else { return false }
      if isInteractive, signal == .int, traps["INT"] == nil {
        abandonCommand(&kernel, number)
      } else {
        runTrap(signal)
      }
      return true
    }
  }

  private mutating func runTrap(_ signal: Signal) {
    guard let action = traps[signal.name], !action.isEmpty else { return }
    push(.endTrap(status: variables.lastStatus), tested: true)
    push(.source(parser(of: action)), tested: false)
  }

  /// `trap … ERR` of ash and bash: after a failure that nothing looks at, outside of functions.
  private mutating func runErrorTrap(_ status: Int) {
    guard let action = traps["ERR"], !action.isEmpty, !frames.contains(where: \.isFunctionEnd)
    else { return }
    push(.endTrap(status: status), tested: true)
    push(.source(parser(of: action)), tested: true)
  }

  /// Reads a text that is no file: ash counts its lines from 0.
  func parser(of text: String) -> ShellParser {
    var parser = ShellParser(Array(text.utf8), dialect: dialect)
    if dialect == .busybox { parser.line = 0 }
    return parser
  }

  // MARK: Messages

  /// `sh: TEXT`, or dash's `sh: 1: TEXT`, as a line for standard error.
  func message(_ text: String) -> Bytes {
    switch dialect {
    case .busybox: Bytes("\(variables.name): \(text)\n")
    case .dash: Bytes("\(variables.name): \(line): \(text)\n")
    case .bash: Bytes(bashStart + "\(text)\n")
    }
  }

  /// Prints a message on standard error and ends with a status afterwards.
  mutating func complain(_ text: String, status: Int, tested: Bool) {
    push(.output(descriptor: 2, message(text), status: status), tested: tested)
  }

  /// Prints a message and leaves the shell.
  mutating func fail(_ text: String, status: Int) {
    frames = []
    variables.isErrorExit = false
    push(.output(descriptor: 2, message(text), status: status), tested: false)
  }
}

/// Whose words a shell uses.
enum ShellDialect: Hashable, Sendable {
  case busybox, dash, bash

  /// What is said of a variable that cannot be changed.
  var readOnlyText: String {
    switch self {
    case .busybox, .dash: "is read only"
    case .bash: "readonly variable"
    }
  }
}

/// A simple command after expansion.
struct ExpandedCommand: Sendable {
  var words: [String]
  var assignments: [ExpandedAssignment]
  var redirections: [ExpandedRedirection]
  /// The words of `exec`.
  var isExec = false
}

struct ExpandedRedirection: Sendable {
  let kind: Redirection.Kind
  let descriptor: Int
  let target: Bytes
}

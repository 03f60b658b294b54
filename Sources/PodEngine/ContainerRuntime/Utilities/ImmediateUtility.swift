/// What a utility that never waits works with: its arguments, the system, and what it prints.
struct UtilityCall {
  let name: String
  /// Without the name.
  let arguments: [String]
  let number: Int
  var kernel: Kernel
  /// What standard input held, for utilities that need all of it (`InputUtility`).
  var input = Bytes()
  var output = Bytes()
  var error = ""

  var process: Process? { kernel.processes[number] }

  /// Whether errors are worded as busybox does, else as GNU coreutils.
  var isBusybox: Bool {
    process.flatMap { kernel.spaces[$0.container] }?.wordsLikeBusybox ?? true
  }

  mutating func print(_ line: String) { output.append(line + "\n") }

  /// Adds `NAME: TEXT` to standard error and returns the status.
  @discardableResult
  mutating func complain(_ text: String, status: Int = 1) -> Int {
    error += "\(name): \(text)\n"
    return status
  }

  /// Arguments that begin with `-`, by letter, and the others. `--` ends the options.
  func options() -> (letters: String, operands: [String]) {
    var letters = ""
    var operands: [String] = []
    var isOpen = true
    for word in arguments {
      if isOpen, word == "--" {
        isOpen = false
      } else if isOpen, word.hasPrefix("-"), word.count > 1 {
        letters += word.dropFirst()
      } else {
        operands.append(word)
      }
    }
    return (letters, operands)
  }
}

/// A utility that does all it has to do at once, and then prints.
struct ImmediateUtility: Program {
  typealias Action = @Sendable (inout UtilityCall) -> Int

  private enum State: Sendable {
    case ready
    case printing(Bytes, error: Bytes, status: Int)
  }
  private let name: String
  private let arguments: [String]
  private let input: Bytes
  private let action: Action
  private var state = State.ready

  init(
    _ name: String, _ arguments: [String], input: Bytes = Bytes(), _ action: @escaping Action
  ) {
    self.name = name
    self.arguments = arguments
    self.input = input
    self.action = action
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    switch state {
    case .ready:
      var call = UtilityCall(
        name: name, arguments: arguments, number: process, kernel: kernel, input: input)
      kernel = Kernel()
      let status = action(&call)
      kernel = call.kernel
      state = .printing(call.output, error: Bytes(call.error), status: status)
      return .goOn
    case .printing(let output, let error, let status):
      return print(output, error, status, &kernel, process)
    }
  }

  private mutating func print(
    _ output: Bytes, _ error: Bytes, _ status: Int, _ kernel: inout Kernel, _ process: Int
  ) -> ProgramStep {
    if case .wouldBlock(let rest) = kernel.write(error, to: 2, by: process) {
      state = .printing(output, error: rest, status: status)
      return .block
    }
    switch kernel.write(output, to: 1, by: process) {
    case .done: return .exit(status)
    case .wouldBlock(let rest):
      state = .printing(rest, error: Bytes(), status: status)
      return .block
    case .failed: return .exit(status == 0 ? 1 : status)
    }
  }
}

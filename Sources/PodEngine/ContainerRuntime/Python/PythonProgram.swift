/// `python3 -c PROGRAM`, `python3 FILE`, `python3 -`: a small python, enough for the programs of
/// the documentation. What it lacks it names.
///
/// Standard output is no terminal, so it is written 8 KiB at a time and at the end, as in life;
/// `-u`, `PYTHONUNBUFFERED` and `flush` change that.
struct PythonProgram: Program {
  private let options: PythonOptions
  private var state = State.starting
  private var machine = PythonMachine([])
  private var source = ""
  private var output = ""
  private var isUnbuffered = false
  private var handlers: [Int: PythonValue] = [:]
  /// A sleep that a signal's function has interrupted: it goes on behind it.
  private var interrupted: (until: SimulatedTime?, depth: Int, raises: Int)?
  private var questions = 0

  private enum State: Sendable {
    case starting, running
    case readingProgram
    /// Nil until a signal comes.
    case sleeping(until: SimulatedTime?)
    case readingLine
    indirect case writing([(Int, Bytes)], then: State)
    case ending(Int)
  }

  /// Steps of the machine in one step of the kernel.
  private static let stepsAtOnce = 10
  /// As `io.DEFAULT_BUFFER_SIZE`.
  private static let bufferBytes = 8192

  init(_ arguments: [String]) { options = PythonOptions(arguments) }

  var memoryBytes: Int { 10 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let signal = kernel.takeSignal(process) { react(to: signal) }
    switch state {
    case .starting: return start(&kernel, process)
    case .readingProgram: return readProgram(&kernel, process)
    case .running: return run(&kernel, process)
    case .sleeping(let end):
      guard let end else { return .block }
      guard kernel.now >= end else { return .sleep(until: end) }
      machine.resume(with: .none)
      state = .running
      return .goOn
    case .readingLine: return readLine(&kernel, process)
    case .writing(let pieces, let next): return write(pieces, next, &kernel, process)
    case .ending(let status): return .exit(status)
    }
  }

  // MARK: Starting

  private mutating func start(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard let own = kernel.processes[process] else { return .exit(1) }
    isUnbuffered = options.isUnbuffered || !(own.variable("PYTHONUNBUFFERED") ?? "").isEmpty
    machine.environment = Dictionary(
      own.environment.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    kernel.setDisposition(.int, .caught, of: process)
    switch options.program {
    case .version:
      return leave(0, "Python \(machine.environment["PYTHON_VERSION"] ?? "3.13.5")\n", to: 1)
    case .module(let name):
      return leave(1, "/usr/local/bin/python3: podlab's python has no -m \(name)\n", to: 2)
    case .text(let text):
      source = text
      return compile()
    case .file(let path):
      do throws(Errno) { source = try kernel.contents(of: path, by: own).text() } catch {
        return leave(
          2,
          "\(own.arguments.first ?? "python3"): can't open file '\(FilePath.absolute(path, in: own.workingDirectory))': "
            + "[Errno \(error == .noEntry ? 2 : 13)] \(error.text)\n", to: 2)
      }
      return compile()
    case .input:
      state = .readingProgram
      return .goOn
    }
  }

  private mutating func readProgram(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    switch kernel.read(0, atMost: RuntimeLimits.textBytes, by: process) {
    case .data(let bytes):
      source += bytes.text()
      return source.utf8.count > RuntimeLimits.textBytes ? leave(1, "", to: 2) : .goOn
    case .wouldBlock: return .block
    case .end, .failed: return compile()
    }
  }

  private mutating func compile() -> ProgramStep {
    do throws(PythonSyntaxError) {
      let environment = machine.environment
      machine = PythonMachine(try PythonCompiler.compile(try PythonParser.parse(source)))
      machine.environment = environment
      machine.arguments = options.arguments
      state = .running
      return .goOn
    } catch {
      return leave(1, PythonTraceback.text(of: error, source, file: options.fileName), to: 2)
    }
  }

  // MARK: Running

  private mutating func run(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    for _ in 0..<Self.stepsAtOnce {
      if let interrupted, machine.frames.count <= interrupted.depth {
        self.interrupted = nil
        if machine.raises == interrupted.raises {
          state = .sleeping(until: interrupted.until)
          return .goOn
        }
      }
      switch machine.step() {
      case .goOn: continue
      case .finished: return finish(0)
      case .failed(let exception): return fail(exception)
      case .wish(let wish):
        carryOut(wish, &kernel, process)
        return .goOn
      }
    }
    return .goOn
  }

  private mutating func react(to signal: Signal) {
    var depth = machine.frames.count
    if case .sleeping(let end) = state {
      interrupted = (end, depth, machine.raises)
      state = .running
    } else if case .readingLine = state {
      depth = 0
    }
    if let handler = handlers[signal.rawValue] {
      if case .failed(let exception) = machine.interrupt(with: handler, signal: signal.rawValue) {
        _ = fail(exception)
      }
    } else if case .failed(let exception) = machine.raise(
      PythonException("KeyboardInterrupt", arguments: []))
    {
      _ = fail(exception)
    }
  }

  /// Writes what is left and ends.
  private mutating func finish(_ status: Int) -> ProgramStep {
    flush(then: .ending(status))
    return .goOn
  }

  private mutating func leave(_ status: Int, _ text: String, to descriptor: Int) -> ProgramStep {
    state = .writing([(descriptor, Bytes(text))], then: .ending(status))
    return .goOn
  }

  /// An exception that nobody caught. Standard error comes first: standard output is written when
  /// python itself ends.
  private mutating func fail(_ exception: PythonException) -> ProgramStep {
    guard exception.kind == "SystemExit" else {
      let text = PythonTraceback.text(
        of: exception, machine, source, file: options.fileName,
        version: machine.environment["PYTHON_VERSION"] ?? "3.13")
      let status = exception.kind == "KeyboardInterrupt" ? 130 : 1
      state = .writing([(2, Bytes(text)), (1, Bytes(output))], then: .ending(status))
      output = ""
      return .goOn
    }
    switch exception.arguments.first {
    case nil, PythonValue.none?: return finish(0)
    case let value?:
      if let status = value.integer { return finish(status & 0xff) }
      state = .writing(
        [(2, Bytes(machine.text(of: value) + "\n")), (1, Bytes(output))], then: .ending(1))
      output = ""
      return .goOn
    }
  }

  // MARK: Output

  private mutating func flush(then next: State) {
    state = output.isEmpty ? next : .writing([(1, Bytes(output))], then: next)
    output = ""
  }

  private mutating func write(
    _ pieces: [(Int, Bytes)], _ next: State, _ kernel: inout Kernel, _ process: Int
  ) -> ProgramStep {
    guard let (descriptor, bytes) = pieces.first else {
      state = next
      return .goOn
    }
    if case .wouldBlock(let rest) = kernel.write(bytes, to: descriptor, by: process) {
      state = .writing([(descriptor, rest)] + pieces.dropFirst(), then: next)
      return .block
    }
    state = .writing(Array(pieces.dropFirst()), then: next)
    return .goOn
  }

  // MARK: Wishes

  private mutating func carryOut(
    _ wish: PythonWish, _ kernel: inout Kernel, _ process: Int
  ) {
    switch wish {
    case .output(let text, let descriptor, let flushes):
      machine.resume(with: .none)
      if descriptor == 2 {
        state = .writing([(2, Bytes(text))], then: .running)
      } else {
        output += text
        let isFull = output.utf8.count >= Self.bufferBytes
        if flushes || isUnbuffered || isFull { flush(then: .running) }
      }
    case .flush:
      machine.resume(with: .none)
      flush(then: .running)
    case .sleep(let seconds):
      let milliseconds = Int(min(seconds * 1000, 1e12).rounded(.up))
      state = .sleeping(until: kernel.now + .milliseconds(milliseconds))
    case .pause: state = .sleeping(until: nil)
    case .readLine(let prompt):
      output += prompt
      flush(then: .readingLine)
    case .leave(let status): state = .ending(status & 0xff)
    case .setSignal(let number, let handler):
      machine.resume(with: .none)
      guard let signal = Signal(rawValue: number) else { return }
      handlers[number] = handler
      kernel.setDisposition(signal, .caught, of: process)
    case .open, .read, .write, .close, .ask:
      questions += 1
      let answer = PythonSystem(number: questions).answer(wish, &kernel, process, machine)
      switch answer {
      case .success(let value):
        if case .tuple(let values) = value, case .ask("os.listdir", _) = wish {
          machine.resumeWithList(values)
        } else {
          machine.resume(with: value)
        }
      case .failure(let exception):
        if case .failed(let uncaught) = machine.raise(exception) { _ = fail(uncaught) }
      }
    }
  }

  private mutating func readLine(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    switch kernel.readLine(0, by: process) {
    case .wouldBlock: return .block
    case .data(let bytes):
      machine.resume(with: .text(bytes.withoutTrailingNewlines().text()))
      state = .running
    case .end, .failed:
      state = .running
      let exception = PythonException("EOFError", "EOF when reading a line")
      if case .failed(let uncaught) = machine.raise(exception) { return fail(uncaught) }
    }
    return .goOn
  }
}

/// What python was asked to run.
struct PythonOptions: Hashable, Sendable {
  enum Source: Hashable, Sendable {
    case text(String), file(String), module(String)
    case input, version
  }

  private(set) var program = Source.input
  private(set) var isUnbuffered = false
  /// `sys.argv`.
  private(set) var arguments = [""]

  init(_ words: [String]) {
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "-u": isUnbuffered = true
      case "-V", "--version": program = .version
      case "-c":
        program = .text(rest.popFirst() ?? "")
        arguments = ["-c"] + rest
        return
      case "-m":
        program = .module(rest.popFirst() ?? "")
        return
      case "-":
        arguments = ["-"] + rest
        return
      case _ where word.hasPrefix("-"): continue
      default:
        program = .file(word)
        arguments = [word] + rest
        return
      }
    }
  }

  /// The name in tracebacks.
  var fileName: String {
    switch program {
    case .file(let path): path
    case .input: "<stdin>"
    case .text, .module, .version: "<string>"
    }
  }
}

/// Runs compiled steps. What takes time or waits for others is asked of the program around it
/// (`PythonWish`), which comes back with the answer.
struct PythonMachine: Sendable {
  /// A call of a function, or the program itself.
  struct Frame: Sendable {
    let code: Int
    var step = 0
    var locals: [String: PythonValue] = [:]
    var handlers: [(target: Int, depth: Int)] = []
    /// What it was doing when a signal came does not want its result.
    var dropsResult = false
    /// The exceptions that are being dealt with.
    var handled: [PythonException] = []
  }

  let codes: [PythonCode]
  var store = PythonStore()
  var stack: [PythonValue] = []
  var frames: [Frame]
  /// The variables of its process, and what it was started with.
  var environment: [String: String] = [:]
  var arguments: [String] = []
  var globals: [String: PythonValue] = ["__name__": .text("__main__")]
  /// What functions take where a call names nothing, by function.
  var standards: [Int: [PythonValue]] = [:]
  /// How many exceptions there were.
  private(set) var raises = 0
  /// Where the last exception came from, outermost first.
  private(set) var trace: [(code: Int, span: PythonSpan)] = []

  /// How deep functions may call each other, as `sys.getrecursionlimit()` says.
  private static let depthLimit = 1000
  /// Values on the stack at most.
  private static let stackLimit = 20_000

  init(_ codes: [PythonCode]) {
    self.codes = codes
    frames = [Frame(code: 0)]
  }

  /// What a step came to.
  enum Result: Sendable {
    case goOn
    /// Something for the program around it to do; the value that it gives is pushed.
    case wish(PythonWish)
    case finished
    case failed(PythonException)
  }

  mutating func step() -> Result {
    guard let frame = frames.last else { return .finished }
    let code = codes[frame.code]
    guard frame.step < code.steps.count else { return .finished }
    frames[frames.count - 1].step += 1
    do throws(PythonException) {
      if let wish = try perform(code.steps[frame.step]) { return .wish(wish) }
      guard stack.count < Self.stackLimit else {
        throw PythonException("MemoryError", "the stack is full (podlab's limit)")
      }
      return frames.isEmpty ? .finished : .goOn
    } catch { return raise(error) }
  }

  /// Looks for who catches an exception; without one the program has failed.
  mutating func raise(_ exception: PythonException) -> Result {
    raises += 1
    trace = frames.map { frame in
      let code = codes[frame.code]
      return (frame.code, code.spans[max(0, min(frame.step, code.spans.count) - 1)])
    }
    while let frame = frames.last {
      if let handler = frame.handlers.last {
        let top = frames.count - 1
        frames[top].handlers.removeLast()
        frames[top].handled.append(exception)
        frames[top].step = handler.target
        stack.removeLast(max(0, stack.count - handler.depth))
        return .goOn
      }
      frames.removeLast()
    }
    return .failed(exception)
  }

  /// Calls what the program has set for a signal.
  mutating func interrupt(with function: PythonValue, signal: Int) -> Result {
    guard case .function(let number) = function else { return .goOn }
    do throws(PythonException) {
      try enter(number, [.integer(signal), .none], [:])
      frames[frames.count - 1].dropsResult = true
      return .goOn
    } catch { return raise(error) }
  }

  // MARK: Steps

  private mutating func pop() -> PythonValue { stack.popLast() ?? .none }

  private mutating func pop(_ count: Int) -> [PythonValue] {
    let values = Array(stack.suffix(count))
    stack.removeLast(min(count, stack.count))
    return values
  }

  private mutating func jump(_ target: Int) { frames[frames.count - 1].step = target }

  /// Carries out a step; answers what the program around has to do.
  private mutating func perform(_ step: PythonStep) throws(PythonException) -> PythonWish? {
    switch step {
    case .push(let value): stack.append(value)
    case .load(let name): stack.append(try value(of: name))
    case .store(let name): give(pop(), to: name)
    case .makeList(let count): stack.append(try store.list(pop(count)))
    case .makeTuple(let count): stack.append(.tuple(pop(count)))
    case .makeTable(let count):
      let flat = pop(count * 2)
      let pairs = (0..<count).map { (flat[$0 * 2], flat[$0 * 2 + 1]) }
      stack.append(try store.table(pairs))
    case .format(let forms): stack.append(.text(try joined(pop(forms.count), forms)))
    case .attribute(let name): stack.append(try PythonModules.attribute(name, of: pop(), self))
    case .item:
      let key = pop()
      stack.append(try item(key, of: pop()))
    case .storeItem: try storeItem()
    case .slice(let hasLower, let hasUpper):
      let upper = hasUpper ? pop() : .none
      let lower = hasLower ? pop() : .none
      stack.append(try slice(of: pop(), lower, upper))
    case .call(let count, let keywords): return try call(count, keywords)
    case .unary(let sign): stack.append(try PythonOperators.unary(sign, pop(), self))
    case .binary(let sign):
      let right = pop()
      let left = pop()
      stack.append(try PythonOperators.binary(sign, left, right, &self))
    case .compare(let sign):
      let right = pop()
      let left = pop()
      stack.append(.boolean(try PythonOperators.compare(sign, left, right, self)))
    case .jump, .jumpIfFalse, .keepIfFalse, .keepIfTrue, .drop, .duplicate, .swap, .iterate, .next,
      .unpack:
      try move(step)
    case .enter, .leave, .matches, .pushException, .clearException, .raise: try guarding(step)
    case .define(let function, let count):
      standards[function] = pop(count)
      stack.append(.function(function))
    case .giveBack: leaveFrame()
    case .importModule(let name): stack.append(try PythonModules.module(name))
    case .importName(let module, let name):
      stack.append(try PythonModules.member(name, of: PythonModules.module(module)))
    }
    return nil
  }

  private mutating func move(_ step: PythonStep) throws(PythonException) {
    switch step {
    case .jump(let target): jump(target)
    case .jumpIfFalse(let target): if !isTrue(pop()) { jump(target) }
    case .keepIfFalse(let target): keep(false, target)
    case .keepIfTrue(let target): keep(true, target)
    case .drop: _ = pop()
    case .duplicate: stack.append(stack.last ?? .none)
    case .swap: if stack.count > 1 { stack.swapAt(stack.count - 1, stack.count - 2) }
    case .iterate: stack.append(try store.iterator(over: try iterable(pop())))
    case .next(let target):
      guard case .iterator(let number)? = stack.last else { return }
      if let value = try nextElement(of: number) {
        stack.append(value)
      } else {
        _ = pop()
        jump(target)
      }
    case .unpack(let count):
      let values = try elements(of: pop())
      guard values.count == count else {
        throw PythonException(
          "ValueError",
          values.count > count
            ? "too many values to unpack (expected \(count))"
            : "not enough values to unpack (expected \(count), got \(values.count))")
      }
      stack += values.reversed()
    default: break
    }
  }

  private mutating func keep(_ wanted: Bool, _ target: Int) {
    if isTrue(stack.last ?? .none) == wanted { jump(target) } else { _ = pop() }
  }

  private mutating func guarding(_ step: PythonStep) throws(PythonException) {
    let top = frames.count - 1
    switch step {
    case .enter(let handler): frames[top].handlers.append((handler, stack.count))
    case .leave: _ = frames[top].handlers.popLast()
    case .matches(let kinds):
      let exception = frames[top].handled.last
      stack.append(.boolean(kinds.contains { exception?.isA($0) == true }))
    case .pushException:
      stack.append(frames[top].handled.last.map { .exception($0) } ?? .none)
    case .clearException: _ = frames[top].handled.popLast()
    case .raise(let hasValue):
      guard hasValue else {
        throw frames[top].handled.popLast()
          ?? PythonException("RuntimeError", "No active exception to reraise")
      }
      switch pop() {
      case .exception(let exception): throw exception
      case .exceptionKind(let kind): throw PythonException(kind, arguments: [])
      default: throw PythonException("TypeError", "exceptions must derive from BaseException")
      }
    default: break
    }
  }

  // MARK: Names and calls

  private func value(of name: String) throws(PythonException) -> PythonValue {
    if let found = frames.last?.locals[name] ?? globals[name] { return found }
    if PythonBuiltins.names.contains(name) { return .native(name) }
    if PythonException.isKind(name) { return .exceptionKind(name) }
    throw PythonException("NameError", "name '\(name)' is not defined")
  }

  private mutating func give(_ value: PythonValue, to name: String) {
    if frames.count > 1 {
      frames[frames.count - 1].locals[name] = value
    } else {
      globals[name] = value
    }
  }

  private mutating func call(
    _ count: Int, _ keywords: [String]
  ) throws(PythonException) -> PythonWish? {
    let named = Dictionary(zip(keywords, pop(keywords.count))) { _, last in last }
    let arguments = pop(count)
    switch pop() {
    case .function(let number):
      try enter(number, arguments, named)
      return nil
    case .exceptionKind(let kind):
      stack.append(.exception(PythonException(kind, arguments: arguments)))
      return nil
    case .native(let name):
      return try result(PythonBuiltins.call(name, arguments, named, &self))
    case .method(let object, let name):
      return try result(PythonMethods.call(name, of: object, arguments, named, &self))
    case let other: throw PythonException("TypeError", "'\(other.kind)' object is not callable")
    }
  }

  private mutating func result(_ answer: PythonAnswer) -> PythonWish? {
    switch answer {
    case .value(let value):
      stack.append(value)
      return nil
    case .wish(let wish): return wish
    }
  }

  mutating func enter(
    _ number: Int, _ arguments: [PythonValue], _ named: [String: PythonValue]
  ) throws(PythonException) {
    guard frames.count < Self.depthLimit else {
      throw PythonException("RecursionError", "maximum recursion depth exceeded")
    }
    let code = codes[number]
    guard arguments.count <= code.parameters.count else {
      throw PythonException(
        "TypeError",
        "\(code.name)() takes \(code.parameters.count) positional argument"
          + "\(code.parameters.count == 1 ? "" : "s") but \(arguments.count) "
          + "\(arguments.count == 1 ? "was" : "were") given")
    }
    var frame = Frame(code: number)
    let first = code.parameters.count - code.standards
    for (index, name) in code.parameters.enumerated() {
      if index < arguments.count {
        frame.locals[name] = arguments[index]
      } else if let value = named[name] {
        frame.locals[name] = value
      } else if index >= first, let values = standards[number], index - first < values.count {
        frame.locals[name] = values[index - first]
      } else {
        throw PythonException(
          "TypeError", "\(code.name)() missing 1 required positional argument: '\(name)'")
      }
    }
    frames.append(frame)
  }

  private mutating func leaveFrame() {
    guard let frame = frames.popLast() else { return }
    if frame.dropsResult || frames.isEmpty { _ = pop() }
  }

  /// The same for a list.
  mutating func resumeWithList(_ elements: [PythonValue]) {
    store.lists.append(elements)
    stack.append(.list(store.lists.count - 1))
  }

  /// The value of what the program around has done.
  mutating func resume(with value: PythonValue) { stack.append(value) }
}

/// What a program wants that concerns others: output, time, files, its end.
enum PythonWish: Sendable {
  case output(String, descriptor: Int, flushes: Bool)
  case flush
  case sleep(seconds: Double)
  case readLine(prompt: String)
  case open(String, mode: String)
  case read(Int), write(Int, String), close(Int)
  /// A question about files or the system, by the function's name.
  case ask(String, [PythonValue])
  case setSignal(Int, PythonValue)
  /// Waits for a signal (`signal.pause`).
  case pause
  /// `os._exit`: nothing is written any more.
  case leave(Int)
}

/// What a function of python's own gives.
enum PythonAnswer: Sendable {
  case value(PythonValue)
  case wish(PythonWish)
}

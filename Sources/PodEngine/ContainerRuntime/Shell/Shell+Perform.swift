extension Shell {
  /// Does one step of the top frame.
  mutating func perform(_ frame: Frame, _ kernel: inout Kernel, _ number: Int) -> ProgramStep {
    let tested = frame.isTested
    switch frame.task {
    case .start(let arguments): start(arguments, &kernel, number)
    case .readScript(let text): return readScript(text, &kernel, number)
    case .readTyped(let script): return readTyped(script, &kernel, number)
    case .source(let parser): readCommand(parser, tested: tested)
    case .run(let command):
      frames.removeLast()
      run(command, tested: tested, &kernel, number)
    case .list(let items, let next): runList(items, next, tested: tested, &kernel, number)
    case .andOr(let steps, let next): runAndOr(steps, next, tested: tested)
    case .negate: popFinishedNegated()
    case .conditional(let branches, let next, let otherwise):
      decide(branches, next, otherwise, tested: tested)
    case .loop(let loop, let isDeciding, let status):
      runLoop(loop, isDeciding: isDeciding, status: status, tested: tested)
    case .forEach(let command, let values, let next):
      runForEach(command, values, next, tested: tested)
    case .expandSimple, .expandFor, .expandChoice, .expandRedirections, .expandCondition:
      expand(frame, &kernel, number)
    case .capture(let child, let descriptor, let bytes):
      return capture(child, descriptor, bytes, &kernel, number)
    case .launch(let command): return launch(command, &kernel, number)
    case .waitForeground(let children, let statuses):
      return waitForeground(children, statuses, &kernel, number)
    case .waitJobs(let targets, let isSingle):
      return waitJobs(targets, isSingle: isSingle, &kernel, number)
    case .restoreDescriptors(let saved):
      frames.removeLast()
      kernel.restoreDescriptors(saved, of: number)
    case .restoreVariables(let saved):
      frames.removeLast()
      for entry in saved { variables.restore(entry.name, entry.variable) }
    case .endFunction(let positional, let locals):
      frames.removeLast()
      endFunction(positional, locals)
    case .endTrap(let status):
      frames.removeLast()
      variables.lastStatus = status
    case .output(let descriptor, let bytes, let status):
      return output(descriptor, bytes, status, &kernel, number)
    case .read(let builtin): return performRead(builtin, &kernel, number)
    }
    return .goOn
  }

  // MARK: Reading commands

  private mutating func readCommand(_ parser: ShellParser, tested: Bool) {
    var parser = parser
    do throws(ShellSyntaxError) {
      guard let command = try parser.nextCommand() else {
        frames.removeLast()
        return
      }
      line = parser.line
      if parser.isAtEnd { frames.removeLast() } else { replaceTask(.source(parser)) }
      push(.run(command), tested: tested)
    } catch {
      line = parser.line
      switch dialect {
      case .busybox: fail("syntax error: \(error.busyboxText)", status: 2)
      case .dash: fail("Syntax error: \(error.dashText)", status: 2)
      case .bash:
        let text = bashSyntaxText(error, parser.source)
        fail("", status: error.isExpansion ? 1 : 2)
        replaceTask(
          .output(descriptor: 2, Bytes(text), status: error.isExpansion ? 1 : 2))
      }
    }
  }

  private mutating func readScript(_ text: Bytes, _ kernel: inout Kernel, _ number: Int)
    -> ProgramStep
  {
    switch kernel.read(0, atMost: RuntimeLimits.pipeBytes, by: number) {
    case .data(let bytes):
      var text = text
      text.append(bytes)
      guard text.count <= RuntimeLimits.textBytes else {
        fail(
          "a script of more than \(RuntimeLimits.textBytes) bytes (podlab's limit textBytes)",
          status: 2)
        return .goOn
      }
      replaceTask(.readScript(text))
      return .goOn
    case .end, .failed:
      replaceTask(
        .source(ShellParser(text.array(limit: RuntimeLimits.textBytes) ?? [], dialect: dialect)))
      return .goOn
    case .wouldBlock: return .block
    }
  }

  // MARK: Commands

  mutating func run(
    _ command: ShellCommand, tested: Bool, _ kernel: inout Kernel, _ number: Int
  ) {
    guard frames.count < RuntimeLimits.shellDepth else {
      return fail(
        "more than \(RuntimeLimits.shellDepth) nested commands (podlab's limit shellDepth)",
        status: 2)
    }
    switch command {
    case .simple(let simple): push(.expandSimple(simple, outputs: []), tested: tested)
    case .pipeline(let stages, let isNegated):
      if isNegated { push(.negate, tested: tested) }
      runPipeline(stages, tested: tested || isNegated, &kernel, number)
    case .list(let items): push(.list(items, next: 0), tested: tested)
    case .andOr(let first, let steps):
      push(.andOr(steps, next: 0), tested: tested)
      push(.run(first), tested: true)
    case .subshell(let body):
      guard let child = forkShell([.run(body)], &kernel, number) else {
        return complain("can't fork: \(Errno.again.text)", status: 2, tested: tested)
      }
      push(.waitForeground([child], statuses: []), tested: tested)
    case .group(let body): push(.run(body), tested: tested)
    case .conditional(let branches, let otherwise):
      push(.conditional(branches, next: 0, otherwise: otherwise), tested: tested)
      if let first = branches.first { push(.run(first.condition), tested: true) }
    case .loop(let loop):
      push(.loop(loop, isDeciding: true, status: 0), tested: tested)
      push(.run(loop.condition), tested: true)
    case .forEach(let command): push(.expandFor(command, outputs: []), tested: tested)
    case .choice(let word, let branches):
      push(.expandChoice(word, branches, outputs: []), tested: tested)
    case .function(let name, let body):
      functions[name] = body
      finishCommand(0, tested: tested)
    case .condition(let expression):
      push(.expandCondition(expression, outputs: []), tested: tested)
    case .redirected(let body, let redirections):
      push(.expandRedirections(body, redirections, outputs: []), tested: tested)
    }
  }

  private mutating func runList(
    _ items: [ListItem], _ next: Int, tested: Bool, _ kernel: inout Kernel, _ number: Int
  ) {
    guard next < items.count else {
      frames.removeLast()
      return
    }
    if next + 1 == items.count {
      frames.removeLast()
    } else {
      replaceTask(.list(items, next: next + 1))
    }
    let item = items[next]
    if item.isBackground {
      runInBackground(item.command, tested: tested, &kernel, number)
    } else {
      push(.run(item.command), tested: tested)
    }
  }

  private mutating func runAndOr(_ steps: [AndOrStep], _ next: Int, tested: Bool) {
    var next = next
    while next < steps.count, steps[next].isAnd != (variables.lastStatus == 0) { next += 1 }
    guard next < steps.count else {
      frames.removeLast()
      return
    }
    let isLast = next + 1 == steps.count
    if isLast { frames.removeLast() } else { replaceTask(.andOr(steps, next: next + 1)) }
    push(.run(steps[next].command), tested: tested || !isLast)
  }

  private mutating func popFinishedNegated() {
    frames.removeLast()
    variables.lastStatus = variables.lastStatus == 0 ? 1 : 0
  }

  private mutating func decide(
    _ branches: [ConditionalBranch], _ next: Int, _ otherwise: ShellCommand?, tested: Bool
  ) {
    if variables.lastStatus == 0 {
      frames.removeLast()
      return push(.run(branches[next].body), tested: tested)
    }
    if next + 1 < branches.count {
      replaceTask(.conditional(branches, next: next + 1, otherwise: otherwise))
      return push(.run(branches[next + 1].condition), tested: true)
    }
    frames.removeLast()
    variables.lastStatus = 0
    if let otherwise { push(.run(otherwise), tested: tested) }
  }

  private mutating func runLoop(
    _ loop: LoopCommand, isDeciding: Bool, status: Int, tested: Bool
  ) {
    guard isDeciding else {
      replaceTask(.loop(loop, isDeciding: true, status: variables.lastStatus))
      push(.run(loop.condition), tested: true)
      if let step = loop.step { push(.run(step), tested: true) }
      return
    }
    guard (variables.lastStatus == 0) != loop.isUntil else {
      frames.removeLast()
      variables.lastStatus = status
      return
    }
    replaceTask(.loop(loop, isDeciding: false, status: 0))
    push(.run(loop.body), tested: tested)
  }

  private mutating func runForEach(
    _ command: ForCommand, _ values: [Bytes], _ next: Int, tested: Bool
  ) {
    guard next < values.count else {
      frames.removeLast()
      return
    }
    guard variables.set(command.name, values[next]) else {
      return fail("\(command.name): is read only", status: 2)
    }
    replaceTask(.forEach(command, values: values, next: next + 1))
    push(.run(command.body), tested: tested)
    if variables.isTrace, dialect == .bash {
      let words = values.map { Self.traced($0.text(), .bash) }.joined(separator: " ")
      push(
        .output(
          descriptor: 2, Bytes("+ for \(command.name) in \(words)\n"),
          status: variables.lastStatus), tested: true)
    }
  }

  mutating func endFunction(_ positional: [Bytes], _ locals: [SavedVariable]) {
    variables.positional = positional
    for entry in locals.reversed() { variables.restore(entry.name, entry.variable) }
  }

  // MARK: Output

  private mutating func output(
    _ descriptor: Int, _ bytes: Bytes, _ status: Int, _ kernel: inout Kernel, _ number: Int
  ) -> ProgramStep {
    switch kernel.write(bytes, to: descriptor, by: number) {
    case .done: popFinished(status)
    case .wouldBlock(let rest):
      replaceTask(.output(descriptor: descriptor, rest, status: status))
      return .block
    case .failed(let error):
      if descriptor == 1, error != .badDescriptor {
        replaceTask(.output(descriptor: 2, message("write error: \(error.text)"), status: 1))
      } else {
        popFinished(status == 0 ? 1 : status)
      }
    }
    return .goOn
  }
}

extension ShellParser {
  /// Whether nothing but blanks, line ends and comments is left.
  var isAtEnd: Bool {
    var copy = self
    copy.skipLineEnds()
    return copy.peek == nil
  }
}

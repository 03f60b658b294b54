/// The commands that run inside the shell.
enum ShellBuiltin {
  /// A failure in one of these ends the shell, and assignments before them stay.
  static let special = [
    ":", ".", "break", "continue", "eval", "exec", "exit", "export", "readonly", "return", "set",
    "shift", "times", "trap", "unset",
  ]

  static let names =
    special + [
      "[", "[[", "cd", "command", "declare", "echo", "false", "getopts", "hash", "jobs", "kill",
      "let", "local",
      "printf", "pwd", "read", "source", "test", "true", "type", "typeset", "ulimit", "umask",
      "unalias", "alias", "wait",
    ]
}

extension Shell {
  /// Whether a name is a builtin of this shell.
  func hasBuiltin(_ name: String) -> Bool {
    guard ShellBuiltin.names.contains(name) else { return false }
    switch name {
    case "declare", "typeset": return dialect == .bash
    case "[[", "let", "source": return dialect != .dash
    default: return true
    }
  }

  /// Runs a builtin; what it leaves to do is pushed as frames.
  mutating func runBuiltin(
    _ name: String, _ arguments: [String], tested: Bool, _ kernel: inout Kernel, _ number: Int
  ) {
    switch name {
    case ":", "true", "hash", "jobs", "times", "alias", "unalias":
      finishCommand(0, tested: tested)
    case "ulimit": limits(arguments, tested: tested)
    case "umask": mask(arguments, tested: tested, &kernel, number)
    case "false": finishCommand(1, tested: tested)
    case "echo":
      let text = EchoText(arguments, readsEscapes: dialect == .dash).bytes
      print(text, tested: tested)
    case "printf":
      let result = PrintfText(arguments)
      printResult(result, tested: tested)
    case "test", "[", "[[":
      let process = kernel.processes[number]
      let result = TestExpression.evaluate(name, arguments, kernel, process)
      guard let error = result.error else { return finishCommand(result.status, tested: tested) }
      complain(testText(name, error), status: result.status, tested: tested)
    case "kill": kill(arguments, tested: tested, &kernel, number)
    case "pwd":
      print(Bytes((kernel.processes[number]?.workingDirectory ?? "/") + "\n"), tested: tested)
    case "cd":
      let depth = kernel.processes[number]?.workingDirectory.utf8.count ?? 0
      kernel.charge(number, instructions: depth / 16)
      changeDirectory(arguments, tested: tested, &kernel, number)
    case "wait": wait(arguments, tested: tested, &kernel, number)
    case "read": startRead(arguments, tested: tested, kernel)
    case "trap": trap(arguments, tested: tested, &kernel, number)
    case "command", "type": command(name, arguments, tested: tested, &kernel, number)
    case ".", "source": sourceFile(name, arguments, tested: tested, kernel, number)
    case "getopts": getopts(arguments, tested: tested)
    default: runVariableBuiltin(name, arguments, tested: tested)
    }
  }

  private mutating func runVariableBuiltin(_ name: String, _ arguments: [String], tested: Bool) {
    switch name {
    case "exit":
      guard let status = status(arguments.first) else {
        return fail(badNumberText(name, arguments[0]), status: 2)
      }
      exit(status)
    case "return":
      guard let status = status(arguments.first) else {
        return fail(badNumberText(name, arguments[0]), status: 2)
      }
      returnFromFunction(status, tested: tested)
    case "break": leaveLoops(arguments, continues: false)
    case "continue": leaveLoops(arguments, continues: true)
    case "eval":
      let text = arguments.joined(separator: " ")
      variables.lastStatus = 0
      push(.source(parser(of: text)), tested: tested)
    case "export", "readonly": declare(name, arguments, tested: tested)
    case "local": local(arguments.filter { !$0.hasPrefix("-") }, tested: tested)
    case "declare", "typeset": declareVariables(arguments, tested: tested)
    case "unset":
      for variable in arguments where !variable.hasPrefix("-") {
        if arguments.first == "-f" {
          functions[variable] = nil
        } else if dialect != .bash, !Self.isName(variable) {
          return fail(badNameText(name, variable, name: variable), status: 2)
        } else {
          unset(variable)
        }
      }
      finishCommand(0, tested: tested)
    case "shift":
      let count = arguments.first.flatMap { Int($0) } ?? 1
      guard count >= 0, count <= variables.positional.count else {
        if dialect == .dash { return fail("shift: can't shift that many", status: 2) }
        return finishCommand(1, tested: tested)
      }
      variables.positional.removeFirst(count)
      finishCommand(0, tested: tested)
    case "set": set(arguments, tested: tested)
    case "let":
      evaluate(arguments, tested: tested)
    default: complain("\(name): not found", status: 127, tested: tested)
    }
  }

  /// The argument of `exit`: 300 is 44. Nil where it is no number; bash takes those below 0 too.
  private func status(_ text: String?) -> Int? {
    guard let text else { return variables.lastStatus }
    guard let value = Int(text), value >= 0 || dialect == .bash else { return nil }
    return value & 0xff
  }

  private mutating func evaluate(_ arguments: [String], tested: Bool) {
    let variables = variables
    var evaluator = ShellArithmetic(arguments.joined(separator: ","), dialect: dialect) {
      variables.parameter($0)?.text()
    }
    do throws(ShellArithmetic.Failure) {
      let value = try evaluator.value()
      for assignment in evaluator.assignments {
        self.variables.set(assignment.name, Bytes(String(assignment.value)))
      }
      finishCommand(value == 0 ? 1 : 0, tested: tested)
    } catch { complain(evaluator.text(of: error), status: 2, tested: tested) }
  }

  // MARK: Output

  mutating func print(_ bytes: Bytes, status: Int = 0, tested: Bool) {
    push(.output(descriptor: 1, bytes, status: status), tested: tested)
  }

  /// The complaint comes first: the shells gather what `printf` prints until the line ends.
  private mutating func printResult(_ result: PrintfText, tested: Bool) {
    guard let error = result.error else { return print(result.output, tested: tested) }
    if error == .usage { return complain(printfText(error), status: 2, tested: tested) }
    push(.output(descriptor: 1, result.output, status: 1), tested: tested)
    complain(printfText(error), status: 1, tested: true)
  }

  // MARK: Leaving

  /// Drops the top frame and undoes what it was there to undo.
  private mutating func unwindOne() -> Task? {
    guard let frame = frames.popLast() else { return nil }
    switch frame.task {
    case .restoreVariables(let saved):
      for entry in saved { variables.restore(entry.name, entry.variable) }
    case .restoreDescriptors(let saved):
      unwoundDescriptors += saved.reversed()
    case .endFunction(let positional, let locals): endFunction(positional, locals)
    case .start, .readScript, .readTyped, .source, .run, .list, .andOr, .negate, .conditional,
      .loop,
      .expandSimple, .expandFor, .forEach, .expandChoice, .expandRedirections, .expandCondition,
      .capture,
      .launch,
      .waitForeground, .waitJobs, .endTrap, .output, .read:
      break
    }
    return frame.task
  }

  /// Puts a frame in place for the descriptors of redirections that were left early.
  private mutating func restoreUnwound() {
    guard !unwoundDescriptors.isEmpty else { return }
    push(.restoreDescriptors(unwoundDescriptors.reversed()), tested: true)
    unwoundDescriptors = []
  }

  private mutating func returnFromFunction(_ status: Int, tested: Bool) {
    let isInFunction = frames.contains { frame in
      if case .endFunction = frame.task { true } else { false }
    }
    guard isInFunction else {
      guard dialect == .bash else { return exit(status) }
      return complain(
        "return: can only `return' from a function or sourced script", status: 2, tested: tested)
    }
    while let task = unwindOne() {
      if case .endFunction = task { break }
    }
    variables.lastStatus = status
    restoreUnwound()
  }

  private mutating func leaveLoops(_ arguments: [String], continues: Bool) {
    var remaining = max(1, arguments.first.flatMap { Int($0) } ?? 1)
    let depth = frames.count { $0.isLoop }
    guard depth > 0 else {
      guard dialect == .bash else { return finishCommand(0, tested: true) }
      return complain(
        "\(continues ? "continue" : "break"): only meaningful in a `for', `while', or `until' loop",
        status: 0, tested: true)
    }
    remaining = min(remaining, depth)
    variables.lastStatus = 0
    while let frame = frames.last {
      if frame.isLoop {
        remaining -= 1
        if remaining == 0 {
          if !continues { frames.removeLast() }
          break
        }
      }
      _ = unwindOne()
    }
    restoreUnwound()
  }

  // MARK: Files and directories

  private mutating func changeDirectory(
    _ arguments: [String], tested: Bool, _ kernel: inout Kernel, _ number: Int
  ) {
    guard let process = kernel.processes[number] else { return }
    let home = variables["HOME"]?.value.text() ?? "/"
    let previous = variables["OLDPWD"]?.value.text() ?? process.workingDirectory
    let target = arguments.first.map { $0 == "-" ? previous : $0 } ?? home
    do throws(Errno) {
      guard try kernel.node(target, by: process).isDirectory else { throw .notDirectory }
    } catch {
      return complain(
        cannotChange(to: target, error), status: dialect == .bash ? 1 : 2, tested: tested)
    }
    let path = FilePath.absolute(target, in: process.workingDirectory)
    variables.set("OLDPWD", Bytes(process.workingDirectory))
    variables.set("PWD", Bytes(path))
    kernel.processes[number]?.workingDirectory = path
    if arguments.first == "-" { return print(Bytes(path + "\n"), tested: tested) }
    finishCommand(0, tested: tested)
  }

  private func cannotChange(to target: String, _ error: Errno) -> String {
    switch dialect {
    case .busybox: named("cd", "can't cd to \(target): \(error.text)")
    case .dash: "cd: can't cd to \(target)"
    case .bash: "cd: \(target): \(error.text)"
    }
  }

  private mutating func sourceFile(
    _ name: String, _ arguments: [String], tested: Bool, _ kernel: Kernel, _ number: Int
  ) {
    guard let file = arguments.first, let process = kernel.processes[number] else {
      return finishCommand(2, tested: tested)
    }
    do throws(Errno) {
      let text = try kernel.contents(of: file, by: process)
      variables.lastStatus = 0
      push(
        .source(ShellParser(text.array(limit: RuntimeLimits.textBytes) ?? [], dialect: dialect)),
        tested: tested)
    } catch {
      let text = cannotSourceText(name, file, error)
      guard dialect == .bash else { return fail(text, status: 2) }
      complain(text, status: 1, tested: tested)
    }
  }

  // MARK: command, type

  private mutating func command(
    _ name: String, _ arguments: [String], tested: Bool, _ kernel: inout Kernel, _ number: Int
  ) {
    var words = arguments
    let onlyNames = name == "type" || words.first == "-v" || words.first == "-V"
    if words.first?.hasPrefix("-") == true { words.removeFirst() }
    guard let target = words.first else { return finishCommand(0, tested: tested) }
    guard onlyNames else {
      let command = ExpandedCommand(words: words, assignments: [], redirections: [])
      return execute(command, tested: tested, ignoresFunctions: true, &kernel, number)
    }
    guard let found = location(of: target, kernel, number) else {
      if name == "command" { return finishCommand(dialect == .bash ? 1 : 127, tested: tested) }
      if dialect == .bash {
        return complain("type: \(target): not found", status: 1, tested: tested)
      }
      return print(Bytes("\(target): not found\n"), status: 127, tested: tested)
    }
    let text = name == "type" ? "\(target) is \(found.described)" : found.path
    print(Bytes(text + "\n"), tested: tested)
  }

  private func location(of name: String, _ kernel: Kernel, _ number: Int)
    -> (path: String, described: String)?
  {
    if functions[name] != nil {
      return (name, dialect == .dash ? "a shell function" : "a function")
    }
    if ShellParser.isReserved(name) { return (name, "a shell keyword") }
    if hasBuiltin(name) { return (name, "a shell builtin") }
    guard let process = kernel.processes[number] else { return nil }
    let search = variables["PATH"]?.value.text() ?? ImageCatalogue.defaultPath
    for folder in search.split(separator: ":") {
      let path = "\(folder)/\(name)"
      guard let node = try? kernel.node(path, by: process), node.mode & 0o111 != 0,
        !node.isDirectory
      else { continue }
      return (path, path)
    }
    return nil
  }
}

extension Shell.Frame {
  var isLoop: Bool {
    switch task {
    case .loop, .forEach: true
    case .start, .readScript, .readTyped, .source, .run, .list, .andOr, .negate, .conditional,
      .expandSimple,
      .expandFor, .expandChoice, .expandRedirections, .expandCondition, .capture,
      .launch, .waitForeground,
      .waitJobs, .restoreDescriptors, .restoreVariables, .endFunction, .endTrap, .output, .read:
      false
    }
  }
}

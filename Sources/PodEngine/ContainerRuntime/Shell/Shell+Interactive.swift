/// A command that is being typed.
struct TypedScript: Sendable {
  /// Its lines so far.
  var text = Bytes()
  var hasPrompted = false
}

/// Shells that somebody types into.
extension Shell {
  /// Reads standard input: line by line where somebody types, as a whole where it is there already.
  mutating func readInput(_ kernel: Kernel, _ number: Int) {
    switch kernel.typedInput(0, of: number) {
    case nil: push(.readScript(Bytes()), tested: false)
    case .lines?: push(.readTyped(TypedScript()), tested: false)
    case .terminal?:
      isInteractive = true
      push(.readTyped(TypedScript()), tested: false)
    }
  }

  /// Takes one more line, and runs what is complete.
  mutating func readTyped(_ script: TypedScript, _ kernel: inout Kernel, _ number: Int)
    -> ProgramStep
  {
    var script = script
    if isInteractive, !script.hasPrompted {
      _ = kernel.write(Bytes(prompt(script, kernel, number)), to: 2, by: number)
      script.hasPrompted = true
      replaceTask(.readTyped(script))
    }
    switch kernel.readLine(0, by: number) {
    case .wouldBlock: return .block
    case .end, .failed:
      if isInteractive, dialect == .bash { _ = kernel.write(Bytes("exit\n"), to: 2, by: number) }
      isInteractive = false
      frames = []
    case .data(let line):
      script.text.append(line)
      script.hasPrompted = false
      runTyped(script)
    }
    return .goOn
  }

  private mutating func runTyped(_ script: TypedScript) {
    guard let bytes = script.text.array(limit: RuntimeLimits.textBytes) else {
      replaceTask(.readTyped(TypedScript()))
      return complain("line too long", status: 2, tested: false)
    }
    let parser = ShellParser(bytes, dialect: dialect)
    guard !parser.goesOn else { return replaceTask(.readTyped(script)) }
    replaceTask(.readTyped(TypedScript()))
    push(.source(parser), tested: false)
  }

  /// Ctrl-C: what is being done or typed is dropped.
  mutating func abandonCommand(_ kernel: inout Kernel, _ number: Int) {
    for frame in frames.reversed() {
      if case .restoreDescriptors(let saved) = frame.task {
        kernel.restoreDescriptors(saved, of: number)
      }
    }
    _ = kernel.write(Bytes("\n"), to: 2, by: number)
    variables.lastStatus = 130
    frames = []
  }

  // MARK: Prompts

  private func prompt(_ script: TypedScript, _ kernel: Kernel, _ number: Int) -> String {
    guard script.text.isEmpty else { return variables["PS2"]?.value.text() ?? "> " }
    guard let process = kernel.processes[number] else { return "" }
    let standard =
      switch dialect {
      case .busybox: "\\w \\$ "
      case .dash: process.user == 0 ? "# " : "$ "
      case .bash: "\\u@\\h:\\w\\$ "
      }
    let text = variables["PS1"]?.value.text() ?? standard
    return dialect == .dash ? text : expanded(text, process, kernel)
  }

  /// The escapes of a prompt that people use.
  private func expanded(_ prompt: String, _ process: Process, _ kernel: Kernel) -> String {
    let space = kernel.spaces[process.container]
    let home = variables["HOME"]?.value.text() ?? ""
    var folder = process.workingDirectory
    if !home.isEmpty, home != "/", folder == home || folder.hasPrefix(home + "/") {
      folder = "~" + folder.dropFirst(home.count)
    }
    var (result, rest) = ("", prompt[...])
    while let character = rest.popFirst() {
      guard character == "\\", let escape = rest.popFirst() else {
        result.append(character)
        continue
      }
      switch escape {
      case "w": result += folder
      case "W": result += folder.split(separator: "/").last.map(String.init) ?? folder
      case "h": result += space?.hostname ?? ""
      case "u": result += userName(process, space)
      case "$": result += process.user == 0 ? "#" : "$"
      case "n": result += "\n"
      case "[", "]", "a", "e": break
      case let other: result.append(other)
      }
    }
    return result
  }

  private func userName(_ process: Process, _ space: ContainerSpace?) -> String {
    let users = space.map { Accounts($0.root).users } ?? []
    return users.first { $0.id == process.user }?.name ?? "I have no name!"
  }
}

extension ShellParser {
  /// Whether a text is the beginning of a longer command: a quote, a construct or a heredoc is open.
  var goesOn: Bool {
    var parser = self
    do throws(ShellSyntaxError) {
      while try parser.nextCommand() != nil {}
      return parser.hasOpenHeredoc || endsInBackslash
    } catch {
      switch error {
      case .unexpected(let what, _): return what == "end of file"
      case .unterminatedQuote, .unterminatedBrace: return true
      case .badSubstitution, .tooDeep, .badFunctionName, .badForVariable: return false
      }
    }
  }

  private var endsInBackslash: Bool {
    guard source.last == UInt8(ascii: "\n") else { return false }
    let count = source.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    return count % 2 == 1
  }
}

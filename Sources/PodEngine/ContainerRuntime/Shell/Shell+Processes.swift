extension Shell {
  // MARK: Starting

  /// Reads the environment and decides what the script is: `sh -c TEXT [NAME ARG…]`, `sh FILE
  /// [ARG…]`, or standard input.
  mutating func start(_ arguments: [String], _ kernel: inout Kernel, _ number: Int) {
    frames = []
    guard let process = kernel.processes[number] else { return }
    for entry in process.environment {
      variables.set(entry.name, Bytes(entry.value), exported: true)
    }
    variables.shellPID = process.pid
    variables.set("PWD", Bytes(process.workingDirectory), exported: true)
    if dialect != .dash {
      // How many shells are around it, itself included.
      let level = variables["SHLVL"].flatMap { Int($0.value.text()) } ?? 0
      variables.set("SHLVL", Bytes(String(level + 1)), exported: true)
    }
    variables.set("PPID", Bytes(String(parentPID(of: process, kernel))))
    variables.set("OPTIND", Bytes("1"))
    if dialect == .bash { variables.set("BASH_VERSION", Bytes("5.2.37(1)-release")) }
    if dialect != .dash {
      variables.random = UInt32(truncatingIfNeeded: kernel.now.milliseconds &+ number &* 7919)
      variables.set("RANDOM", Bytes("0"))
    }
    variables.name = process.arguments.first ?? "sh"
    inheritedBytes = variables.byteCount
    var rest = arguments[...]
    var takesCommand = false
    var readsInput = false
    while let option = rest.first, option.hasPrefix("-") || option.hasPrefix("+"), option.count > 1
    {
      rest = rest.dropFirst()
      if option == "--" { break }
      takesCommand = takesCommand || option.hasPrefix("-") && option.dropFirst().contains("c")
      readsInput = readsInput || option.hasPrefix("-") && option.dropFirst().contains("s")
      var letters = option.dropFirst().filter { $0 != "c" && $0 != "i" && $0 != "l" && $0 != "s" }
      if option == "-o" || option == "+o", let name = rest.first {
        rest = rest.dropFirst()
        letters = ""
        _ = setOption(named: name, option.hasPrefix("-"))
      }
      for letter in letters { _ = setOption(letter, option.hasPrefix("-")) }
    }
    if takesCommand {
      guard let text = rest.first else {
        return fail("-c requires an argument", status: 2)
      }
      if rest.count > 1 { variables.name = rest[rest.startIndex + 1] }
      variables.positional = rest.dropFirst(2).map { Bytes($0) }
      push(.source(parser(of: text)), tested: false)
    } else if readsInput {
      variables.positional = rest.map { Bytes($0) }
      readInput(kernel, number)
    } else if let file = rest.first {
      variables.positional = rest.dropFirst().map { Bytes($0) }
      startFile(file, process, kernel)
    } else {
      readInput(kernel, number)
    }
    if isInteractive { kernel.setDisposition(.int, .caught, of: number) }
  }

  private func parentPID(of process: Process, _ kernel: Kernel) -> Int {
    process.parent.flatMap { kernel.processes[$0]?.pid } ?? 0
  }

  private mutating func startFile(_ file: String, _ process: Process, _ kernel: Kernel) {
    do throws(Errno) {
      let text = try kernel.contents(of: file, by: process)
      variables.name = file
      push(
        .source(ShellParser(text.array(limit: RuntimeLimits.textBytes) ?? [], dialect: dialect)),
        tested: false)
    } catch {
      line = 0
      switch dialect {
      case .busybox: fail("can't open '\(file)': \(error.text)", status: 2)
      case .dash:
        let reason = error == .noEntry ? "No such file" : error.text
        fail("cannot open \(file): \(reason)", status: 2)
      case .bash:
        let name = variables.name
        fail("", status: 127)
        replaceTask(
          .output(descriptor: 2, Bytes("\(name): \(file): \(error.text)\n"), status: 127))
      }
    }
  }

  // MARK: Children

  /// Forks a shell that does some tasks (the last one first) and ends. Nil where no process can be
  /// made.
  mutating func forkShell(
    _ tasks: [Task], descriptors: [Int?]? = nil, _ kernel: inout Kernel, _ number: Int
  ) -> Int? {
    var child = self
    child.frames = tasks.map { Frame(task: $0, isTested: false) }
    child.isSubshell = true
    child.isOfInteractive = isInteractive || isOfInteractive
    child.isInteractive = false
    child.jobs = []
    child.traps = [:]
    for (name, action) in traps where action.isEmpty { child.traps[name] = action }
    child.inheritedBytes = variables.byteCount
    guard let process = kernel.processes[number] else { return nil }
    let start = ProgramStart(
      program: child, arguments: process.arguments, environment: process.environment)
    do throws(Errno) {
      return try kernel.fork(
        number, start, descriptors: descriptors ?? kernel.inheritableDescriptors(of: number))
    } catch { return nil }
  }

  mutating func runPipeline(
    _ stages: [ShellCommand], tested: Bool, _ kernel: inout Kernel, _ number: Int
  ) {
    if stages.count == 1 { return push(.run(stages[0]), tested: tested) }
    let container = kernel.processes[number]?.container ?? ""
    var children: [Int] = []
    var input: Int?
    for (index, stage) in stages.enumerated() {
      var descriptors = kernel.inheritableDescriptors(of: number)
      if let input { descriptors[0] = input }
      let pipe = index + 1 < stages.count ? kernel.makePipe(in: container) : nil
      if let pipe { descriptors[1] = pipe.writer }
      let child = forkShell([.run(stage)], descriptors: descriptors, &kernel, number)
      if let input { kernel.close(input) }
      if let pipe { kernel.close(pipe.writer) }
      input = pipe?.reader
      guard let child else {
        if let input { kernel.close(input) }
        return complain("can't fork: \(Errno.again.text)", status: 2, tested: tested)
      }
      children.append(child)
    }
    push(.waitForeground(children, statuses: []), tested: tested)
  }

  mutating func runInBackground(
    _ command: ShellCommand, tested: Bool, _ kernel: inout Kernel, _ number: Int
  ) {
    let null = kernel.add(OpenFile(kind: .null))
    var descriptors = kernel.inheritableDescriptors(of: number)
    if descriptors.isEmpty { descriptors.append(nil) }
    descriptors[0] = null
    let child = forkShell([.run(command)], descriptors: descriptors, &kernel, number)
    kernel.close(null)
    guard let child, let pid = kernel.processes[child]?.pid else {
      return complain("can't fork: \(Errno.again.text)", status: 2, tested: tested)
    }
    for signal in [Signal.int, .quit] { kernel.setDisposition(signal, .ignored, of: child) }
    jobs.append(Job(number: child, pid: pid, command: command.briefText))
    variables.lastBackgroundPID = pid
    variables.lastStatus = 0
  }

  // MARK: Waiting

  mutating func waitForeground(
    _ children: [Int], _ statuses: [ExitStatus], _ kernel: inout Kernel, _ number: Int
  ) -> ProgramStep {
    var statuses = statuses
    while statuses.count < children.count {
      guard let status = kernel.takeStatus(of: children[statuses.count], parent: number) else {
        replaceTask(.waitForeground(children, statuses: statuses))
        return .block
      }
      statuses.append(status)
    }
    let failed = variables.failsWithPipe ? statuses.last { $0.code != 0 } : nil
    let status = failed ?? statuses.last ?? ExitStatus(code: 0)
    let notice = Self.notice(status)
    guard notice.isEmpty else {
      replaceTask(.output(descriptor: 2, Bytes(notice), status: status.code))
      return .goOn
    }
    popFinished(status.code)
    return .goOn
  }

  /// What a shell says of a program that a signal ended.
  static func notice(_ status: ExitStatus) -> String {
    switch status.signal {
    case .term?: "Terminated\n"
    case .kill?: "Killed\n"
    case .segv?: "Segmentation fault\n"
    case .abrt?: "Aborted\n"
    case .hup?: "Hangup\n"
    case .int?, .quit?, .usr1?, .usr2?, .pipe?, .alrm?, .chld?, .cont?, .stop?, .winch?, nil: ""
    }
  }

  /// Notes which background children have ended.
  mutating func updateJobs(_ kernel: inout Kernel, _ number: Int) {
    for index in jobs.indices where jobs[index].status == nil {
      jobs[index].status = kernel.takeStatus(of: jobs[index].number, parent: number)
    }
  }

  mutating func waitJobs(
    _ targets: [Int], isSingle: Bool, _ kernel: inout Kernel, _ number: Int
  ) -> ProgramStep {
    updateJobs(&kernel, number)
    let open = jobs.filter { targets.contains($0.number) && $0.status == nil }
    guard open.isEmpty else { return .block }
    let notices = jobs.filter { targets.contains($0.number) }.compactMap { job in
      job.status.map { jobNotice($0, pid: job.pid, job.command) }
    }.joined()
    let status =
      isSingle
      ? targets.last.flatMap { last in jobs.first { $0.number == last }?.status?.code } ?? 127 : 0
    jobs.removeAll { targets.contains($0.number) }
    if notices.isEmpty {
      popFinished(status)
    } else {
      replaceTask(.output(descriptor: 2, Bytes(notices), status: status))
    }
    return .goOn
  }

  // MARK: Command substitution

  mutating func startCapture(_ command: ShellCommand, _ kernel: inout Kernel, _ number: Int) {
    let pipe = kernel.makePipe(in: kernel.processes[number]?.container ?? "")
    var descriptors = kernel.inheritableDescriptors(of: number)
    while descriptors.count < 2 { descriptors.append(nil) }
    descriptors[1] = pipe.writer
    let child = forkShell([.run(command)], descriptors: descriptors, &kernel, number)
    kernel.close(pipe.writer)
    guard let child else {
      kernel.close(pipe.reader)
      return fail("can't fork: \(Errno.again.text)", status: 2)
    }
    do throws(Errno) {
      let descriptor = try kernel.addPrivateDescriptor(pipe.reader, of: number)
      push(.capture(child: child, descriptor: descriptor, Bytes()), tested: true)
    } catch {
      kernel.close(pipe.reader)
      fail("\(error.text) (podlab's limit openFilesPerProcess)", status: 2)
    }
  }

  mutating func capture(
    _ child: Int, _ descriptor: Int, _ bytes: Bytes, _ kernel: inout Kernel, _ number: Int
  ) -> ProgramStep {
    switch kernel.read(descriptor, atMost: RuntimeLimits.pipeBytes, by: number) {
    case .data(let more):
      var bytes = bytes
      bytes.append(more.contains(0) ? more.mapped { $0 == 0 ? [] : [$0] } : more)
      replaceTask(.capture(child: child, descriptor: descriptor, bytes))
      return .goOn
    case .wouldBlock: return .block
    case .end, .failed: break
    }
    guard let status = kernel.takeStatus(of: child, parent: number) else { return .block }
    kernel.closeDescriptor(descriptor, of: number)
    frames.removeLast()
    substitutionStatus = status.code
    variables.lastStatus = status.code
    addOutput(bytes.withoutTrailingNewlines())
    return .goOn
  }

  // MARK: Programs

  /// Turns this process into a program.
  mutating func launch(_ command: ExpandedCommand, _ kernel: inout Kernel, _ number: Int)
    -> ProgramStep
  {
    frames = []
    guard let name = command.words.first else { return .exit(0) }
    do throws(RedirectionError) {
      _ = try apply(command.redirections, keepsOld: false, &kernel, number)
    } catch {
      fail(error.text, status: dialect == .dash ? 2 : 1)
      return .goOn
    }
    for assignment in command.assignments {
      variables.assign(assignment, exported: true)
    }
    traps = [:]
    guard let process = kernel.processes[number] else { return .exit(126) }
    do throws(LaunchError) {
      let path = variables["PATH"]?.value.text() ?? ImageCatalogue.defaultPath
      var start = try kernel.program(
        named: name, arguments: command.words, searchPath: path, for: process, shell: dialect)
      start.environment = variables.environment
      return .become(start)
    } catch {
      let isPlain = error == .notFound && !name.contains("/")
      let text =
        isPlain && !command.isExec
        ? notFoundText(name)
        : "\(name): \(isPlain ? "not found" : error.text(dialect))"
      fail(command.isExec ? named("exec", text) : text, status: error == .notFound ? 127 : 126)
      return .goOn
    }
  }
}

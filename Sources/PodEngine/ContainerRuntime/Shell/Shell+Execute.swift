extension Shell {
  /// Runs an expanded simple command: a function, a builtin, or a program.
  mutating func execute(
    _ command: ExpandedCommand, tested: Bool, ignoresFunctions: Bool = false,
    _ kernel: inout Kernel, _ number: Int
  ) {
    guard let name = command.words.first else {
      return executeWithoutWords(command, tested: tested, &kernel, number)
    }
    // Thousands of words are more work than a few, so that no loop can make a step ever longer.
    kernel.charge(number, instructions: command.words.count / 16)
    if !ignoresFunctions, let body = functions[name] {
      guard redirect(command.redirections, tested: tested, &kernel, number) else { return }
      assignForAWhile(command.assignments)
      push(.endFunction(positional: variables.positional, locals: []), tested: tested)
      variables.positional = command.words.dropFirst().map { Bytes($0) }
      return push(.run(body), tested: tested)
    }
    if hasBuiltin(name) {
      return executeBuiltin(name, command, tested: tested, &kernel, number)
    }
    if canBecomeProgram {
      return push(.launch(command), tested: tested)
    }
    guard let child = forkShell([.launch(command)], &kernel, number) else {
      return complain("can't fork: \(Errno.again.text)", status: 2, tested: tested)
    }
    push(.waitForeground([child], statuses: []), tested: tested)
  }

  /// Nothing is left to do after this command, so the program may replace the shell, as ash does
  /// it.
  private var canBecomeProgram: Bool { frames.isEmpty && traps.isEmpty && !isInteractive }

  private mutating func executeWithoutWords(
    _ command: ExpandedCommand, tested: Bool, _ kernel: inout Kernel, _ number: Int
  ) {
    guard redirect(command.redirections, tested: tested, &kernel, number) else { return }
    finishCommand(substitutionStatus, tested: tested)
  }

  private mutating func executeBuiltin(
    _ name: String, _ command: ExpandedCommand, tested: Bool, _ kernel: inout Kernel,
    _ number: Int
  ) {
    let arguments = Array(command.words.dropFirst())
    if name == "exec" {
      return executeExec(arguments, command, tested: tested, &kernel, number)
    }
    guard redirect(command.redirections, tested: tested, &kernel, number) else { return }
    if ShellBuiltin.special.contains(name) {
      for assignment in command.assignments { variables.assign(assignment) }
    } else {
      assignForAWhile(command.assignments)
    }
    runBuiltin(name, arguments, tested: tested, &kernel, number)
  }

  private mutating func executeExec(
    _ arguments: [String], _ command: ExpandedCommand, tested: Bool, _ kernel: inout Kernel,
    _ number: Int
  ) {
    guard arguments.isEmpty else {
      var launched = command
      launched.words = arguments
      launched.isExec = true
      isInteractive = false
      frames = []
      return push(.launch(launched), tested: tested)
    }
    do throws(RedirectionError) {
      _ = try apply(command.redirections, keepsOld: false, &kernel, number)
      finishCommand(0, tested: tested)
    } catch { fail(error.text, status: dialect == .bash ? 1 : 2) }
  }

  /// Sets variables for one command; the frame that is pushed puts them back.
  private mutating func assignForAWhile(_ assignments: [ExpandedAssignment]) {
    guard !assignments.isEmpty else { return }
    let saved = assignments.map { SavedVariable(name: $0.name, variable: variables[$0.name]) }
    push(.restoreVariables(saved), tested: true)
    for assignment in assignments {
      variables.assign(assignment, exported: true)
    }
  }

  // MARK: Redirections

  struct RedirectionError: Error { let text: String }

  /// Applies redirections until the frame that is pushed takes them back; false after an error,
  /// which is reported.
  mutating func redirect(
    _ list: [ExpandedRedirection], tested: Bool, _ kernel: inout Kernel, _ number: Int
  ) -> Bool {
    guard !list.isEmpty else { return true }
    do throws(RedirectionError) {
      let saved = try apply(list, keepsOld: true, &kernel, number)
      push(.restoreDescriptors(saved), tested: true)
      return true
    } catch {
      complain(error.text, status: dialect == .dash ? 2 : 1, tested: tested)
      return false
    }
  }

  /// Redirects descriptors; returns what is needed to undo it.
  mutating func apply(
    _ list: [ExpandedRedirection], keepsOld: Bool, _ kernel: inout Kernel, _ number: Int
  ) throws(RedirectionError) -> [SavedDescriptor] {
    var saved: [SavedDescriptor] = []
    for redirection in list {
      do throws(RedirectionError) {
        let open = try openTarget(redirection, &kernel, number)
        if keepsOld {
          saved.append(try keep(redirection.descriptor, &kernel, number))
        } else {
          kernel.closeDescriptor(redirection.descriptor, of: number)
        }
        kernel.setDescriptor(redirection.descriptor, open, of: number)
      } catch {
        kernel.restoreDescriptors(saved, of: number)
        throw error
      }
    }
    return saved
  }

  private func keep(_ descriptor: Int, _ kernel: inout Kernel, _ number: Int)
    throws(RedirectionError) -> SavedDescriptor
  {
    do throws(Errno) { return try kernel.save(descriptor, of: number) } catch {
      throw RedirectionError(text: "\(descriptor): \(error.text)")
    }
  }

  /// The open file that a redirection leads to; nil closes the descriptor.
  private func openTarget(
    _ redirection: ExpandedRedirection, _ kernel: inout Kernel, _ number: Int
  ) throws(RedirectionError) -> Int? {
    let target = redirection.target.text()
    do throws(Errno) {
      switch redirection.kind {
      case .read: return try kernel.open(target, .read, by: number)
      case .write: return try kernel.open(target, .write, by: number)
      case .append: return try kernel.open(target, .append, by: number)
      case .readWrite: return try kernel.open(target, .readWrite, by: number)
      case .heredoc: return heredoc(redirection.target, &kernel, number)
      case .duplicate:
        if target == "-" { return nil }
        guard let source = Int(target), let open = kernel.openFile(source, of: number)
        else { throw .badDescriptor }
        kernel.retain(open)
        return open
      }
    } catch { throw RedirectionError(text: text(error, redirection.kind, target)) }
  }

  /// A pipe that holds the text; nobody can write to it any more.
  private func heredoc(_ text: Bytes, _ kernel: inout Kernel, _ number: Int) -> Int {
    let pipe = kernel.makePipe(in: kernel.processes[number]?.container ?? "")
    kernel.fillPipe(behind: pipe.writer, text)
    kernel.close(pipe.writer)
    return pipe.reader
  }

  private func text(_ error: Errno, _ kind: Redirection.Kind, _ target: String) -> String {
    let isDash = dialect == .dash
    if dialect == .bash { return "\(target): \(error.text)" }
    switch kind {
    case .duplicate: return "\(target): \(error.text)"
    case .read, .heredoc:
      let reason = error == .noEntry ? (isDash ? "No such file" : "no such file") : error.text
      return "\(isDash ? "cannot" : "can't") open \(target): \(reason)"
    case .write, .append, .readWrite:
      let missing = isDash ? "Directory nonexistent" : "nonexistent directory"
      let reason = error == .noEntry ? missing : error.text
      return "\(isDash ? "cannot" : "can't") create \(target): \(reason)"
    }
  }
}

extension Kernel {
  /// Puts text into a pipe at once, however much it is; for heredocs.
  mutating func fillPipe(behind open: Int, _ text: Bytes) {
    guard case .pipeWriter(let pipe)? = openFiles[open]?.kind else { return }
    pipes[pipe]?.buffer.append(text)
    addMemory(text.count, to: pipes[pipe]?.container ?? "")
  }
}

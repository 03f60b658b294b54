/// What somebody types into an exec: a pipe whose other end is a person.
enum TypedInput: Hashable, Sendable {
  /// `exec -it`: shells prompt, and Ctrl-C is a signal.
  case terminal
  /// `exec -i`: lines, and nothing else.
  case lines
}

extension Kernel {
  /// A pipe that is typed into: the numbers of its two open files.
  mutating func makeTypedPipe(
    in container: String, _ kind: TypedInput
  ) -> (reader: Int, writer: Int) {
    let (reader, writer) = makePipe(in: container)
    if case .pipeWriter(let pipe)? = openFiles[writer]?.kind { pipes[pipe]?.typed = kind }
    return (reader, writer)
  }

  /// Whether somebody types what a process reads from a descriptor.
  func typedInput(_ descriptor: Int, of number: Int) -> TypedInput? {
    guard let open = openFile(descriptor, of: number),
      case .pipeReader(let pipe)? = openFiles[open]?.kind
    else { return nil }
    return pipes[pipe]?.typed
  }

  /// Puts text into a pipe and wakes who waits for it.
  mutating func type(_ text: Bytes, behind open: Int) {
    fillPipe(behind: open, text)
    guard case .pipeWriter(let pipe)? = openFiles[open]?.kind else { return }
    pipeChanged(pipe)
  }

  /// Whether a process waits for more to be typed.
  func isAwaited(_ open: Int) -> Bool {
    guard case .pipeWriter(let number)? = openFiles[open]?.kind, let pipe = pipes[number]
    else { return false }
    return pipe.buffer.isEmpty && pipe.waiting.contains { processes[$0]?.state == .blocked }
  }

  /// Ctrl-C at the terminal of a tree of processes.
  mutating func interrupt(tree: Int) {
    for (number, process) in processes where process.tree == tree {
      deliver(.int, to: number)
    }
  }

  /// Ends a whole tree of processes.
  mutating func endTree(_ tree: Int) {
    for (number, process) in processes where process.tree == tree {
      end(number, ExitStatus(signal: .kill))
    }
  }
}

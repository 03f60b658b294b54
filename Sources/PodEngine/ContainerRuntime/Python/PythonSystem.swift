/// What a program asks of the system around it: files, names, time.
struct PythonSystem {
  /// Counts the questions of a program, so that random numbers differ.
  let number: Int

  func answer(
    _ wish: PythonWish, _ kernel: inout Kernel, _ process: Int, _ machine: PythonMachine
  ) -> Result<PythonValue, PythonException> {
    do throws(PythonException) {
      switch wish {
      case .open(let path, let mode): return .success(try open(path, mode, &kernel, process))
      case .read(let descriptor): return .success(try read(descriptor, &kernel, process))
      case .write(let descriptor, let text):
        _ = kernel.write(Bytes(text), to: descriptor, by: process)
        return .success(.integer(text.count))
      case .close(let descriptor):
        if descriptor > 2 { kernel.closeDescriptor(descriptor, of: process) }
        return .success(.none)
      case .ask(let name, let arguments):
        return .success(try ask(name, arguments, &kernel, process, machine))
      case .output, .flush, .sleep, .readLine, .setSignal, .pause, .leave: return .success(.none)
      }
    } catch { return .failure(error) }
  }

  private func failure(_ error: Errno, _ path: String) -> PythonException {
    let kinds: [(Errno, String, Int)] = [
      (.noEntry, "FileNotFoundError", 2), (.permission, "PermissionError", 13),
      (.isDirectory, "IsADirectoryError", 21), (.exists, "FileExistsError", 17),
      (.readOnly, "OSError", 30), (.noSpace, "OSError", 28), (.notDirectory, "OSError", 20),
    ]
    let found = kinds.first { $0.0 == error }
    return PythonException(
      found?.1 ?? "OSError",
      "[Errno \(found?.2 ?? 5)] \(error.text): \(PythonText.quoted(path))")
  }

  private func open(
    _ path: String, _ mode: String, _ kernel: inout Kernel, _ process: Int
  ) throws(PythonException) -> PythonValue {
    let kind: OpenMode = mode.hasPrefix("w") ? .write : mode.hasPrefix("a") ? .append : .read
    do throws(Errno) {
      let file = try kernel.open(path, kind, by: process)
      return .file(try kernel.addPrivateDescriptor(file, of: process))
    } catch { throw failure(error, path) }
  }

  /// All that is left of a file.
  private func read(
    _ descriptor: Int, _ kernel: inout Kernel, _ process: Int
  ) throws(PythonException) -> PythonValue {
    var text = Bytes()
    while text.count < RuntimeLimits.storedBytesPerFile {
      guard
        case .data(let bytes) = kernel.read(
          descriptor, atMost: RuntimeLimits.pipeBytes, by: process)
      else { break }
      text.append(bytes)
    }
    return .text(text.text())
  }

  private func ask(
    _ name: String, _ arguments: [PythonValue], _ kernel: inout Kernel, _ process: Int,
    _ machine: PythonMachine
  ) throws(PythonException) -> PythonValue {
    guard let own = kernel.processes[process] else { return .none }
    switch name {
    case "os.getpid": return .integer(own.pid)
    case "os.getppid": return .integer(own.parent.flatMap { kernel.processes[$0]?.pid } ?? 0)
    case "os.getuid": return .integer(own.user)
    case "os.getcwd": return .text(own.workingDirectory)
    case "socket.gethostname", "platform.node":
      return .text(kernel.network(of: process)?.hostname ?? "")
    case "time.time": return .float(Double(kernel.now.nanosecondsSince1970) / 1e9)
    case "time.monotonic": return .float(Double(kernel.now.milliseconds) / 1000)
    case "time.strftime":
      return .text(DateText.format(machine.text(of: arguments.first ?? .text("")), kernel.now))
    case "random.random", "random.randint", "random.choice":
      return random(name, arguments, kernel, own, machine)
    default: return try files(name, arguments, &kernel, own, machine)
    }
  }

  private func random(
    _ name: String, _ arguments: [PythonValue], _ kernel: Kernel, _ own: Process,
    _ machine: PythonMachine
  ) -> PythonValue {
    var source = RandomSource(
      seed: UInt64(truncatingIfNeeded: kernel.now.milliseconds),
      name: "python \(own.container) \(own.pid) \(number)")
    if name == "random.random" {
      return .float(Double(source.next(below: 1 << 30)) / 1_073_741_824)
    }
    if name == "random.choice" {
      let elements = machine.held(arguments.first ?? .none) ?? []
      return elements.isEmpty ? .none : elements[source.next(below: elements.count)]
    }
    let first = arguments.first?.integer ?? 0
    let width = (arguments.dropFirst().first?.integer ?? first).subtractingReportingOverflow(first)
    guard !width.overflow, width.partialValue >= 0, width.partialValue < Int.max else {
      return .integer(first)
    }
    return .integer(first + source.next(below: width.partialValue + 1))
  }

  private func files(
    _ name: String, _ arguments: [PythonValue], _ kernel: inout Kernel, _ own: Process,
    _ machine: PythonMachine
  ) throws(PythonException) -> PythonValue {
    let path = machine.text(of: arguments.first ?? .text("."))
    let node = try? kernel.node(path, by: own)
    switch name {
    case "os.path.exists": return .boolean(node != nil)
    case "os.path.isdir": return .boolean(node?.isDirectory == true)
    case "os.path.isfile": return .boolean(node.map { !$0.isDirectory } ?? false)
    case "os.path.getsize":
      guard let node else { throw failure(.noEntry, path) }
      return .integer(node.sizeBytes)
    case "os.listdir":
      do throws(Errno) {
        return .tuple(try kernel.names(in: path, by: own).map { .text($0) })
      } catch { throw failure(error, path) }
    default:
      throw PythonException("AttributeError", "podlab's python does not have \(name)")
    }
  }
}

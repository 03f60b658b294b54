/// Files that people copy into and out of containers.
extension ContainerRuntime {
  /// What stands at a path.
  package enum CopiedFile: Hashable, Sendable {
    case file(String)
    /// A file that is no text.
    case binary
    /// The paths of the files below a folder, relative to it.
    case folder([String])
  }

  /// Whether there is a program in the container's search path.
  package func hasProgram(_ name: String, in containerID: String) -> Bool {
    guard let container = containers[containerID] else { return false }
    return (try? program(of: container, [name])) != nil
  }

  /// Nil where there is nothing.
  package func file(_ path: String, in containerID: String) -> CopiedFile? {
    guard let reader = visitor(of: containerID), let node = try? kernel.node(path, by: reader)
    else { return nil }
    switch node.kind {
    case .directory: return .folder(files(below: path, reader, depth: 0))
    case .program, .device, .link: return .binary
    case .file(let bytes):
      guard let held = bytes.array(limit: RuntimeLimits.storedBytesPerFile),
        let text = String(validating: held, as: UTF8.self)
      else { return .binary }
      return .file(text)
    }
  }

  private func files(below path: String, _ reader: Process, depth: Int) -> [String] {
    guard depth < 20, let names = try? kernel.names(in: path, by: reader) else { return [] }
    return names.flatMap { name -> [String] in
      guard let node = try? kernel.node(path + "/" + name, by: reader, followsLast: false) else {
        return []
      }
      switch node.kind {
      case .directory:
        return files(below: path + "/" + name, reader, depth: depth + 1).map { "\(name)/\($0)" }
      case .file: return [name]
      case .program, .device, .link: return []
      }
    }
  }

  /// Writes a file; into a folder of that name where there is one. Returns what the system says
  /// against it.
  package mutating func place(
    _ text: String, named name: String, at path: String, in containerID: String,
    at now: SimulatedTime
  ) -> String? {
    kernel.now = max(kernel.now, now)
    guard let visitor = visitor(of: containerID) else { return Errno.noProcess.text }
    var target = path
    if let node = try? kernel.node(path, by: visitor), node.isDirectory {
      target = FilePath.join(path, "/" + name)
    }
    // A visitor is no process of the container; it needs a number while it writes.
    let number = kernel.nextNumber()
    kernel.processes[number] = Process(visitor, number: number)
    defer { kernel.processes[number] = nil }
    do throws(Errno) {
      let open = try kernel.open(target, .write, by: number)
      kernel.setDescriptor(3, open, of: number)
      let result = kernel.write(Bytes(text), to: 3, by: number)
      kernel.closeDescriptor(3, of: number)
      if case .failed(let error) = result { return error.text }
      return nil
    } catch { return error.text }
  }

  private func visitor(of containerID: String) -> Process? {
    guard let container = containers[containerID] else { return nil }
    return Process(
      number: 0, pid: 0, container: containerID, tree: 0, parent: nil, arguments: [],
      environment: [], workingDirectory: workingDirectory(of: container),
      user: userID(of: container), descriptors: [], program: AbsentProgram(),
      startedAt: kernel.now)
  }
}

extension Process {
  fileprivate init(_ other: Process, number: Int) {
    self.init(
      number: number, pid: other.pid, container: other.container, tree: number, parent: nil,
      arguments: [], environment: [], workingDirectory: other.workingDirectory, user: other.user,
      descriptors: [], program: AbsentProgram(), startedAt: other.startedAt)
  }
}

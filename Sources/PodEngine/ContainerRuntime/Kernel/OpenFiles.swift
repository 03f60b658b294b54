/// An open file: shared by all descriptors that were duplicated from it, across processes.
struct OpenFile: Sendable {
  enum Kind: Hashable, Sendable {
    case null, zero, full, random
    case file(FileLocation)
    case pipeReader(Int)
    case pipeWriter(Int)
    /// A container's log.
    case log(String, LogStream)
    /// What an exec prints.
    case exec(Int, LogStream)
  }
  var kind: Kind
  var offset = 0
  var appends = false
  var references = 1
}

/// A pipe, with those that wait for it.
struct Pipe: Sendable {
  /// The container whose memory the buffer takes.
  let container: String
  var buffer = Bytes()
  var readers = 1
  var writers = 1
  var waiting: [Int] = []
  /// Not a program but a person writes to it.
  var typed: TypedInput?
}

/// How a file is opened.
enum OpenMode: Hashable, Sendable { case read, write, append, readWrite }

/// What a read gave.
enum ReadResult: Sendable {
  case data(Bytes)
  case end
  case wouldBlock
  case failed(Errno)
}

/// What a write did. After `wouldBlock` the caller keeps what was not taken and tries again when
/// woken.
enum WriteResult: Sendable {
  case done
  case wouldBlock(rest: Bytes)
  case failed(Errno)
}

extension Kernel {
  // MARK: Opening and closing

  /// Opens a path for a process and returns the open file's number.
  mutating func open(_ path: String, _ mode: OpenMode, by number: Int) throws(Errno) -> Int {
    guard let process = processes[number] else { throw .noProcess }
    if let shared = try openShared(path, by: process) { return shared }
    let location = try locate(path, by: process)
    switch node(at: location)?.kind {
    case .device(let device)?: return add(OpenFile(kind: Self.kind(of: device)))
    case .directory?:
      guard mode == .read else { throw .isDirectory }
    case .file?, .program?, .link?:
      if mode != .read { try checkWritable(location, by: process) }
      if mode == .write { try truncate(location) }
    case nil:
      guard mode != .read else { throw .noEntry }
      try create(.file(Bytes()), at: location, mode: 0o666, by: process)
    }
    return add(OpenFile(kind: .file(location), appends: mode == .append))
  }

  private static func kind(of device: Device) -> OpenFile.Kind {
    switch device {
    case .null: .null
    case .zero: .zero
    case .full: .full
    case .random: .random
    }
  }

  /// `/dev/stdout`, `/dev/fd/1`, `/proc/self/fd/1`, `/proc/1/fd/1`: what another descriptor has
  /// open.
  private mutating func openShared(_ path: String, by process: Process) throws(Errno) -> Int? {
    guard let (owner, descriptor) = try sharedDescriptor(path, by: process) else { return nil }
    guard let holder = processes[owner], descriptor < holder.descriptors.count,
      let open = holder.descriptors[descriptor]
    else { throw .noEntry }
    openFiles[open]?.references += 1
    return open
  }

  private func sharedDescriptor(_ path: String, by process: Process)
    throws(Errno) -> (owner: Int, descriptor: Int)?
  {
    switch path {
    case "/dev/stdin": return (process.number, 0)
    case "/dev/stdout": return (process.number, 1)
    case "/dev/stderr": return (process.number, 2)
    default: break
    }
    let parts = path.split(separator: "/")
    guard let last = parts.last, let descriptor = Int(last), descriptor >= 0 else { return nil }
    if parts.count == 3, parts[0] == "dev", parts[1] == "fd" { return (process.number, descriptor) }
    guard parts.count == 4, parts[0] == "proc", parts[2] == "fd" else { return nil }
    if parts[1] == "self" { return (process.number, descriptor) }
    guard let pid = Int(parts[1]), let owner = findProcess(pid: pid, seenBy: process)
    else { throw .noEntry }
    return (owner, descriptor)
  }

  mutating func add(_ file: OpenFile) -> Int {
    let number = nextNumber()
    openFiles[number] = file
    return number
  }

  mutating func retain(_ open: Int) { openFiles[open]?.references += 1 }

  mutating func close(_ open: Int) {
    guard let file = openFiles[open] else { return }
    if file.references > 1 {
      openFiles[open]?.references -= 1
      return
    }
    openFiles[open] = nil
    switch file.kind {
    case .pipeReader(let pipe):
      pipes[pipe]?.readers -= 1
      pipeChanged(pipe)
    case .pipeWriter(let pipe):
      pipes[pipe]?.writers -= 1
      pipeChanged(pipe)
    case .null, .zero, .full, .random, .file, .log, .exec: break
    }
  }

  /// A new pipe: the numbers of its two open files.
  mutating func makePipe(in container: String) -> (reader: Int, writer: Int) {
    let pipe = nextNumber()
    pipes[pipe] = Pipe(container: container)
    return (add(OpenFile(kind: .pipeReader(pipe))), add(OpenFile(kind: .pipeWriter(pipe))))
  }

  mutating func pipeChanged(_ number: Int) {
    guard let pipe = pipes[number] else { return }
    for process in pipe.waiting { wake(process) }
    pipes[number]?.waiting = []
    if pipe.readers == 0 && pipe.writers == 0 {
      pipes[number] = nil
      addMemory(-pipe.buffer.count, to: pipe.container)
    }
  }

  // MARK: Reading

  mutating func read(_ descriptor: Int, atMost length: Int, by number: Int) -> ReadResult {
    guard let open = openFile(descriptor, of: number), let file = openFiles[open]
    else { return .failed(.badDescriptor) }
    switch file.kind {
    case .null: return .end
    case .zero, .full: return .data(Bytes(repeating: [0], times: length))
    case .random: return .data(pseudorandom(length))
    case .file(let location): return readFile(location, open, file.offset, length)
    case .pipeReader(let pipe): return readPipe(pipe, length, by: number)
    case .pipeWriter, .log, .exec: return .failed(.badDescriptor)
    }
  }

  private mutating func readFile(
    _ location: FileLocation, _ open: Int, _ offset: Int, _ length: Int
  ) -> ReadResult {
    switch node(at: location)?.kind {
    case .file(let bytes)?:
      guard offset < bytes.count else { return .end }
      let data = bytes.slice(from: offset, length: length)
      openFiles[open]?.offset = offset + data.count
      return .data(data)
    case .directory?: return .failed(.isDirectory)
    case .program?:
      guard offset == 0 else { return .end }
      let data = Bytes([0x7f, 0x45, 0x4c, 0x46])
      openFiles[open]?.offset = data.count
      return .data(data)
    case .link?, .device?, nil: return .end
    }
  }

  private mutating func readPipe(_ number: Int, _ length: Int, by process: Int) -> ReadResult {
    guard let pipe = pipes[number] else { return .end }
    guard !pipe.buffer.isEmpty else {
      if pipe.writers == 0 { return .end }
      pipes[number]?.waiting.append(process)
      return .wouldBlock
    }
    let data = pipes[number]?.buffer.removeFirst(length) ?? Bytes()
    addMemory(-data.count, to: pipe.container)
    pipeChanged(number)
    return .data(data)
  }

  /// Numbers that look random: the same in every run.
  private func pseudorandom(_ length: Int) -> Bytes {
    var source = RandomSource(seed: UInt64(truncatingIfNeeded: now.milliseconds), name: "urandom")
    let held = (0..<min(length, 512)).map { _ in UInt8(source.next(below: 256)) }
    return Bytes(repeating: held, times: (length + 511) / 512).slice(from: 0, length: length)
  }

  func openFile(_ descriptor: Int, of number: Int) -> Int? {
    guard let descriptors = processes[number]?.descriptors, descriptor >= 0,
      descriptor < descriptors.count
    else { return nil }
    return descriptors[descriptor]
  }

  // MARK: Writing

  mutating func write(_ bytes: Bytes, to descriptor: Int, by number: Int) -> WriteResult {
    guard let open = openFile(descriptor, of: number), let file = openFiles[open]
    else { return .failed(.badDescriptor) }
    if bytes.isEmpty { return .done }
    switch file.kind {
    case .null, .zero, .random: return .done
    case .full: return .failed(.noSpace)
    case .file(let location): return writeFile(bytes, location, open, file, by: number)
    case .pipeReader: return .failed(.badDescriptor)
    case .pipeWriter(let pipe): return writePipe(bytes, pipe, by: number)
    case .log(let container, let stream):
      charge(number, instructions: bytes.count / 64 + bytes.occurrences(of: 10))
      spaces[container]?.log.append(bytes, stream, at: now)
      if let output = spaces[container]?.attachedOutput {
        execOutputs[output]?.append(bytes, stream)
      }
      return .done
    case .exec(let exec, let stream):
      execOutputs[exec]?.append(bytes, stream)
      return .done
    }
  }

  private mutating func writeFile(
    _ bytes: Bytes, _ location: FileLocation, _ open: Int, _ file: OpenFile, by number: Int
  ) -> WriteResult {
    guard case .file(let old)? = node(at: location)?.kind else { return .done }
    let room = room(in: location.tree)
    let taken = bytes.count <= room ? bytes : bytes.slice(from: 0, length: room)
    guard old.storedCount + taken.storedCount <= RuntimeLimits.storedBytesPerFile else {
      report(
        "a file of more than \(RuntimeLimits.storedBytesPerFile) different bytes "
          + "(podlab's limit storedBytesPerFile)", by: number)
      return .failed(.fileTooLarge)
    }
    let offset = file.appends ? old.count : file.offset
    let now = now
    change(location.tree) { $0.write(taken, to: location.path, at: offset, now: now) }
    openFiles[open]?.offset = offset + taken.count
    chargeMemoryVolume(location.tree, by: number)
    return taken.count == bytes.count ? .done : .failed(.noSpace)
  }

  /// What still fits on a file system, in bytes.
  func room(in tree: TreeID) -> Int {
    if case .volume(let id) = tree, let volume = volumes[id], let capacity = volume.capacityBytes {
      return max(0, capacity - volume.tree.usedBytes)
    }
    return max(0, diskBytes - usedDiskBytes)
  }

  private mutating func writePipe(_ bytes: Bytes, _ number: Int, by process: Int) -> WriteResult {
    guard let pipe = pipes[number], pipe.readers > 0 else {
      deliver(.pipe, to: process)
      return .failed(.brokenPipe)
    }
    let room = RuntimeLimits.pipeBytes - pipe.buffer.count
    guard room > 0 else {
      pipes[number]?.waiting.append(process)
      return .wouldBlock(rest: bytes)
    }
    var rest = bytes
    let taken = rest.removeFirst(room)
    pipes[number]?.buffer.append(taken)
    addMemory(taken.count, to: pipe.container)
    pipeChanged(number)
    guard !rest.isEmpty else { return .done }
    pipes[number]?.waiting.append(process)
    return .wouldBlock(rest: rest)
  }
}

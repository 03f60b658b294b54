extension Kernel {
  /// Starts the first process of a container, or of an exec in it. Returns its number.
  mutating func startTree(
    in container: String, _ start: ProgramStart, workingDirectory: String, user: Int,
    descriptors: [Int?]
  ) throws(Errno) -> Int {
    guard spaces[container] != nil else { throw .noProcess }
    let number = nextNumber()
    trees[number] = ProcessTree(instant: now)
    let process = Process(
      number: number, pid: nextPID(in: container, number: number), container: container,
      tree: number, parent: nil, arguments: start.arguments, environment: start.environment,
      workingDirectory: workingDirectory, user: user, descriptors: descriptors,
      program: start.program, startedAt: now)
    insert(process)
    return number
  }

  /// `fork`: a child with the parent's files, folder and ignored signals, which runs a program.
  /// Throws at the limit of processes.
  mutating func fork(
    _ parent: Int, _ start: ProgramStart, descriptors: [Int?]? = nil
  ) throws(Errno) -> Int {
    guard let origin = processes[parent], let space = spaces[origin.container]
    else { throw .noProcess }
    guard space.processCount < RuntimeLimits.processesPerContainer else {
      report(
        "more than \(RuntimeLimits.processesPerContainer) processes in a container "
          + "(podlab's limit processesPerContainer)", by: parent)
      throw .again
    }
    charge(parent, instructions: 20)
    let number = nextNumber()
    let inherited = descriptors ?? origin.descriptors
    for open in inherited { if let open { retain(open) } }
    var process = Process(
      number: number, pid: nextPID(in: origin.container, number: number),
      container: origin.container, tree: origin.tree, parent: parent, arguments: start.arguments,
      environment: start.environment, workingDirectory: origin.workingDirectory,
      user: origin.user, descriptors: inherited, program: start.program, startedAt: now)
    process.ignored = origin.ignored
    process.fileMask = origin.fileMask
    process.isFrozen = origin.isFrozen
    insert(process)
    processes[parent]?.children.append(Process.Child(number: number, pid: process.pid))
    return number
  }

  private static var threadsOfRunc: Int { 6 }

  private mutating func nextPID(in container: String, number: Int) -> Int {
    let name = spaces[container]?.processNamespace ?? container
    var namespace = processNamespaces[name] ?? ProcessNamespace()
    if namespace.lastPID > 0, spaces[container]?.firstProcess == nil, spaces[container]?.id != name
    {
      // A container that joins a namespace does so through runc, whose threads have numbers too.
      namespace.lastPID += Self.threadsOfRunc
    }
    namespace.lastPID += 1
    if namespace.lastPID == 1 { namespace.firstProcess = number }
    processNamespaces[name] = namespace
    return namespace.lastPID
  }

  private mutating func insert(_ process: Process) {
    processes[process.number] = process
    spaces[process.container]?.processCount += 1
    trees[process.tree]?.processCount += 1
    countMemory(process.number, process.program.memoryBytes)
    wake(process.number)
  }

  /// Ends a process: closes its files, tells its parent, and, when it was a container's first, ends
  /// the container.
  mutating func end(_ number: Int, _ status: ExitStatus, outOfMemory: Bool = false) {
    guard let process = processes[number] else { return }
    countMemory(number, 0)
    processes[number] = nil
    if current == number { currentHasEnded = true }
    if case .sleeping(let time) = process.state {
      sleepers.remove(WakeUp(time: time, process: number))
    }
    for open in process.descriptors { if let open { close(open) } }
    networks[spaces[process.container]?.network ?? ""]?.listeners
      .removeAll { $0.process == number }
    for (id, request) in requests where request.process == number { requests[id] = nil }
    spaces[process.container]?.processCount -= 1
    leaveTree(process.tree)
    orphan(process)
    tellParent(of: process, status)
    if process.tree == number { events.append(.processEnded(number, status)) }
    if spaces[process.container]?.firstProcess == number {
      endContainer(process.container, status, outOfMemory: outOfMemory)
    }
  }

  private mutating func leaveTree(_ tree: Int) {
    trees[tree]?.processCount -= 1
    if trees[tree]?.processCount == 0 { trees[tree] = nil }
  }

  private mutating func orphan(_ process: Process) {
    for child in process.children where child.status == nil {
      processes[child.number]?.parent = nil
    }
  }

  private mutating func tellParent(of process: Process, _ status: ExitStatus) {
    guard let parent = process.parent,
      let index = processes[parent]?.children.firstIndex(where: { $0.number == process.number })
    else { return }
    processes[parent]?.children[index].status = status
    wake(parent)
  }

  /// The first process is gone: the kernel kills the others.
  private mutating func endContainer(
    _ container: String, _ status: ExitStatus, outOfMemory: Bool
  ) {
    spaces[container]?.firstProcess = nil
    killAll(in: container)
    spaces[container]?.log.flush(at: now)
    events.append(.containerEnded(container, status, outOfMemory: outOfMemory))
  }

  mutating func killAll(in container: String) {
    for process in processes.filter({ $0.value.container == container }) {
      end(process.key, ExitStatus(signal: .kill))
    }
  }

  /// Takes the status of a child that has ended; nil while it runs. The child is then forgotten.
  mutating func takeStatus(of child: Int, parent: Int) -> ExitStatus? {
    guard let index = processes[parent]?.children.firstIndex(where: { $0.number == child }),
      let status = processes[parent]?.children[index].status
    else { return nil }
    processes[parent]?.children.remove(at: index)
    return status
  }

  func isChild(_ child: Int, of parent: Int) -> Bool {
    processes[parent]?.children.contains { $0.number == child } ?? false
  }

  // MARK: Other processes, as one process sees them

  /// The processes in the same PID namespace, by PID.
  func visibleProcesses(to process: Process) -> [Process] {
    guard let namespace = spaces[process.container]?.processNamespace else { return [] }
    return processes.map(\.value)
      .filter { spaces[$0.container]?.processNamespace == namespace }
      .sorted { $0.pid < $1.pid }
  }

  func findProcess(pid: Int, seenBy process: Process) -> Int? {
    visibleProcesses(to: process).first { $0.pid == pid }?.number
  }
}

/// What the commands of the group «break» do to the processes of a node.
extension ContainerRuntime {
  /// `exit POD CODE`: the first process ends by itself with a code.
  package mutating func terminate(_ id: String, exitCode: Int, at now: SimulatedTime) {
    kernel.now = max(kernel.now, now)
    guard let process = containers[id]?.process else { return }
    kernel.end(process, ExitStatus(code: exitCode))
  }

  /// `oom POD`: the kernel kills the container for its memory.
  package mutating func killForMemory(_ id: String, at now: SimulatedTime) {
    kernel.now = max(kernel.now, now)
    guard containers[id]?.process != nil else { return }
    kernel.killOutOfMemory(id)
  }

  /// The node loses its power: every process is gone at once, every sandbox is not ready. Nothing
  /// is told to anybody; the records show it when the node is back.
  package mutating func losePower(at now: SimulatedTime) {
    let running = containerOrder.filter { containers[$0]?.record.state == .running }
    for sandbox in sandboxOrder { stopPodSandbox(sandbox, at: now) }
    _ = takeOccurrences()
    execs = OrderedTable()
    for id in running { loseTrack(of: id) }
    for id in kernel.volumes.keys where kernel.volumes[id]?.isMemory == true {
      kernel.volumes[id] = kernel.volumes[id].map { StoredVolume($0.kind) }
    }
  }

  /// containerd never heard how the container ended, and says so when it is back
  /// (`unknownExitCode`, `unknownExitReason` in its CRI plugin).
  private mutating func loseTrack(of id: String) {
    containers[id]?.record.exitCode = 255
    containers[id]?.record.signal = nil
    containers[id]?.record.reason = "Unknown"
    containers[id]?.record.finishedAt = nil
  }

  /// The power is back. What containerd lost track of counts as ended now.
  package mutating func regainPower(at now: SimulatedTime) {
    kernel.now = max(kernel.now, now)
    for id in containerOrder
    where containers[id]?.record.state == .exited && containers[id]?.record.finishedAt == nil {
      containers[id]?.record.finishedAt = now
    }
  }

  /// `ignore-term POD`: no signal but KILL reaches the first process.
  package mutating func ignoreTerm(_ id: String, _ isOn: Bool) {
    containers[id]?.ignoresSignals = isOn
  }

  /// `hang POD`: the processes stand still. The kernel still accepts connections for them; nobody
  /// answers.
  package mutating func hang(_ id: String, _ isOn: Bool) {
    guard containers[id] != nil else { return }
    kernel.freeze(id, isOn)
  }

  /// `listen POD ADDR:PORT`: the container's server listens there and nowhere else. A container
  /// that has no server gets a port that accepts connections.
  package mutating func listen(_ id: String, address: String, port: Int) {
    guard let container = containers[id], let process = container.process else { return }
    let network = container.record.sandboxID
    let listeners = kernel.networks[network]?.listeners ?? []
    let own = listeners.first { kernel.processes[$0.process]?.container == id }?.process
    kernel.networks[network]?.listeners.removeAll { kernel.processes[$0.process]?.container == id }
    kernel.networks[network]?.listeners.append(
      Listener(address: address, port: port, process: own ?? process))
  }

  /// `fill POD AMOUNT`: a file of zeros in the container's own file system. False where it does not
  /// fit.
  @discardableResult
  package mutating func fillDisk(_ id: String, bytes: Int) -> Bool {
    guard containers[id] != nil, bytes <= kernel.room(in: .container(id)) else { return false }
    kernel.change(.container(id)) { tree in
      tree.place(.file(Bytes(repeating: [0], times: bytes)), at: "/podlab-fill", mode: 0o644)
    }
    return true
  }

  /// `use memory POD AMOUNT`: a process beside the others that holds so much; an earlier one goes.
  package mutating func useMemory(_ id: String, bytes: Int, at now: SimulatedTime) {
    kernel.now = max(kernel.now, now)
    guard containers[id]?.process != nil else { return }
    let earlier = kernel.processes.filter {
      $0.value.container == id && $0.value.program is MemoryHolder
    }
    for process in earlier { kernel.end(process.key, ExitStatus(signal: .kill)) }
    guard bytes > 0 else { return }
    let program = MemoryHolder(bytes: bytes)
    let start = ProgramStart(program: program, arguments: ["stress"], environment: [])
    _ = try? kernel.startTree(
      in: id, start, workingDirectory: "/", user: 0, descriptors: [nil, nil, nil])
  }
}

extension ContainerRuntime {
  /// `use cpu POD AMOUNT`: the processes of a container want so many thousandths of a processor.
  package mutating func useProcessor(_ id: String, milli: Int, at now: SimulatedTime) {
    kernel.now = max(kernel.now, now)
    kernel.spaces[id]?.processor.want(milli, at: now)
  }

  /// What a container wants of the processor and what it gets, in thousandths.
  package func processorUse(_ id: String) -> (wantedMilli: Int, usedMilli: Int)? {
    kernel.spaces[id].map { ($0.processor.wantedMilli, $0.processor.usedMilli) }
  }

  /// What the processes of a container hold, in bytes.
  package func memoryUse(_ id: String) -> Int { kernel.spaces[id]?.memoryBytes ?? 0 }
}

/// Holds memory and does nothing.
struct MemoryHolder: Program {
  let bytes: Int

  var memoryBytes: Int { bytes }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep { .block }
}

extension Kernel {
  /// A program that wants so many thousandths of a processor more, or no more.
  mutating func want(_ milli: Int, for process: Int) {
    guard milli != 0, let container = processes[process]?.container else { return }
    let before = spaces[container]?.processor.wantedMilli ?? 0
    spaces[container]?.processor.want(before + milli, at: now)
  }
}

extension ContainerRuntime {
  /// `defaultSandboxOOMAdj` of containerd.
  package static let sandboxOutOfMemoryScore = -998

  /// Starts a Pod's pause process with its namespaces; returns the sandbox' ID of 64 hexadecimal
  /// digits.
  package mutating func runPodSandbox(
    _ configuration: PodSandboxConfiguration, at now: SimulatedTime
  ) -> String {
    kernel.now = max(kernel.now, now)
    let id = random.nextHex(length: 64)
    sandboxes[id] = Sandbox(id: id, configuration: configuration, createdAt: now)
    sandboxOrder.append(id)
    kernel.networks[id] = NetworkNamespace(
      ipAddress: configuration.ipAddress, hostname: configuration.hostname)
    kernel.processNamespaces[id] = ProcessNamespace()
    var space = ContainerSpace()
    space.id = id
    space.network = id
    space.processNamespace = id
    space.hostname = configuration.hostname
    space.outOfMemoryScoreAdjustment = Self.sandboxOutOfMemoryScore
    kernel.spaces[id] = space
    let start = ProgramStart(program: PauseProgram(), arguments: ["/pause"], environment: [])
    let process = try? kernel.startTree(
      in: id, start, workingDirectory: "/", user: 65_535, descriptors: [nil, nil, nil])
    kernel.spaces[id]?.firstProcess = process
    return id
  }

  /// Kills what is left in a sandbox and takes its network away; it is not ready afterwards.
  package mutating func stopPodSandbox(_ id: String, at now: SimulatedTime) {
    guard sandboxes[id] != nil else { return }
    kernel.now = max(kernel.now, now)
    for container in containerOrder
    where containers[container]?.record.sandboxID == id
      && containers[container]?.record.state == .running
    {
      signalContainer(container, .kill, at: now)
    }
    killSandboxProcess(id, at: now)
  }

  /// The fault `kill sandbox`: the pause process dies, the containers go on (with a shared PID
  /// namespace they die with its PID 1).
  package mutating func killSandboxProcess(_ id: String, at now: SimulatedTime) {
    kernel.now = max(kernel.now, now)
    guard let first = kernel.spaces[id]?.firstProcess else { return }
    kernel.end(first, ExitStatus(signal: .kill))
    guard sandboxes[id]?.configuration.sharesProcessNamespace == true else { return }
    for container in containerOrder where containers[container]?.record.sandboxID == id {
      if let process = containers[container]?.process {
        kernel.end(process, ExitStatus(signal: .kill))
      }
    }
  }

  /// Forgets a sandbox and its containers.
  package mutating func removePodSandbox(_ id: String) {
    for container in containerOrder where containers[container]?.record.sandboxID == id {
      removeContainer(container)
    }
    kernel.killAll(in: id)
    kernel.networks[id] = nil
    kernel.volumes[
      VolumeID(
        podUID: sandboxes[id]?.configuration.podUID ?? "", name: "sandbox-shm/\(id)")] = nil
    kernel.processNamespaces[id] = nil
    kernel.removeSpace(id)
    sandboxes[id] = nil
    sandboxOrder.removeAll { $0 == id }
  }

  /// The sandboxes of a Pod, newest first.
  package func sandboxes(podUID: String) -> [SandboxRecord] {
    sandboxOrder.reversed().compactMap { sandbox($0) }.filter { $0.podUID == podUID }
  }

  /// Every sandbox of the node, oldest first.
  package var allSandboxes: [SandboxRecord] { sandboxOrder.compactMap { sandbox($0) } }

  package func sandbox(_ id: String) -> SandboxRecord? {
    guard let sandbox = sandboxes[id] else { return nil }
    return SandboxRecord(
      id: id, podUID: sandbox.configuration.podUID, attempt: sandbox.configuration.attempt,
      isReady: sandbox.isReady && kernel.spaces[id]?.firstProcess != nil,
      ipAddress: sandbox.configuration.ipAddress,
      isOnHostNetwork: sandbox.configuration.hostNetwork, createdAt: sandbox.createdAt)
  }
}

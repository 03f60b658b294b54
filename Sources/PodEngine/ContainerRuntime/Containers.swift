extension ContainerRuntime {
  /// Makes a container: its file system, its namespaces. Returns its ID.
  package mutating func createContainer(
    _ configuration: ContainerConfiguration, inSandbox sandboxID: String, at now: SimulatedTime
  ) throws(RuntimeError) -> String {
    guard let sandbox = sandboxes[sandboxID] else {
      throw RuntimeError(
        kind: .sandboxNotFound,
        message: "failed to find sandbox id \(GoSyntax.quoted(sandboxID)): not found")
    }
    guard !configuration.words.isEmpty else {
      throw RuntimeError(
        kind: .cannotStart,
        message: "failed to generate container spec: no command specified")
    }
    kernel.now = max(kernel.now, now)
    let id = random.nextHex(length: 64)
    var configuration = configuration
    configuration.mounts = pinSubPaths(configuration.mounts, of: configuration.name)
    let space = space(id, configuration, sandbox)
    kernel.spaces[id] = space
    if !sandbox.configuration.sharesProcessNamespace, configuration.processNamespaceOf == nil {
      kernel.processNamespaces[id] = ProcessNamespace()
    }
    prepareMounts(id, configuration, sandbox)
    let record = ContainerRecord(
      id: id, name: configuration.name, podUID: configuration.podUID, sandboxID: sandboxID,
      attempt: configuration.attempt, imageReference: configuration.imageReference,
      imageSpecification: configuration.imageSpecification,
      imageID: configuration.image.repositoryDigest,
      stopSignal: configuration.image.configuration.stopSignal, user: space.user,
      state: .created, createdAt: now)
    containers[id] = RuntimeContainer(configuration: configuration, record: record)
    containerOrder.append(id)
    return id
  }

  private mutating func space(
    _ id: String, _ configuration: ContainerConfiguration, _ sandbox: Sandbox
  ) -> ContainerSpace {
    var space = ContainerSpace()
    space.id = id
    space.root = RootFilesystem.tree(for: configuration.image.content)
    space.user = ProcessIdentity(of: configuration, in: space.root)
    space.mounts = mounts(configuration, sandbox)
    space.privileges = configuration.privileges
    space.usesHostNetwork = sandbox.configuration.hostNetwork
    space.isRootReadOnly = configuration.isRootReadOnly
    space.network = sandbox.id
    space.processNamespace =
      sandbox.configuration.sharesProcessNamespace
      ? sandbox.id : configuration.processNamespaceOf ?? id
    space.hostname = sandbox.configuration.hostname
    space.memoryLimitBytes = configuration.memoryLimitBytes
    space.outOfMemoryScoreAdjustment = configuration.outOfMemoryScoreAdjustment
    space.processor.limitMilli = configuration.cpuLimitMilli
    for name in ContainerSpace.controlGroupFiles {
      let path = FilePath.join(ContainerSpace.controlGroupFolder, "/" + name)
      space.root.place(.file(Bytes()), at: path, mode: 0o444)
    }
    switch configuration.image.content.base {
    case .busybox, .alpine, .scratch: space.wordsLikeBusybox = true
    case .debian: space.wordsLikeBusybox = false
    }
    return space
  }

  /// The volumes of the Pod, and `/dev/shm`: 64 MiB of memory that belong to the sandbox, so that
  /// all containers of a Pod see the same POSIX shared memory.
  private mutating func mounts(
    _ configuration: ContainerConfiguration, _ sandbox: Sandbox
  ) -> [ContainerMount] {
    let path = "/dev/shm"
    guard !configuration.mounts.contains(where: { $0.path == path }) else {
      return configuration.mounts
    }
    let id = VolumeID(
      podUID: sandbox.configuration.podUID, name: "sandbox-shm/\(sandbox.id)")
    createVolume(
      id, kind: .emptyDir(isMemory: true, sizeLimitBytes: 64 << 20), at: kernel.now)
    return configuration.mounts + [ContainerMount(volume: id, path: path)]
  }

  /// Makes the mount points, and the files that the kubelet mounts into every container.
  private mutating func prepareMounts(
    _ id: String, _ configuration: ContainerConfiguration, _ sandbox: Sandbox
  ) {
    let pod = sandbox.configuration
    let (hosts, resolver) = (pod.hostsFile, pod.resolver.text)
    let message = configuration.terminationMessagePath
    let disk = kernel.usedDiskBytes
    let needsFolder = configuration.mounts.filter { kernel.needsFolder($0) }
    kernel.change(.container(id)) { tree in
      tree.place(.file(Bytes(hosts)), at: "/etc/hosts", mode: 0o644)
      tree.place(.file(Bytes(resolver)), at: "/etc/resolv.conf", mode: 0o644)
      tree.place(.file(Bytes(pod.hostname + "\n")), at: "/etc/hostname", mode: 0o644)
      if !message.isEmpty { tree.place(.file(Bytes()), at: message, mode: 0o666) }
      tree.makeDirectories("/dev/shm")
      for mount in configuration.mounts { tree.makeDirectories(mount.path) }
    }
    for mount in needsFolder {
      let (tree, path) = kernel.origin(of: mount)
      kernel.change(tree) { $0.makeDirectories(path, mode: 0o777) }
    }
    let used = kernel.spaces[id]?.root.usedBytes ?? 0
    kernel.spaces[id]?.imageBytes = used
    kernel.usedDiskBytes = disk
  }

  /// Starts a container's first process. Throws containerd's text where there is nothing to run;
  /// the container is then exited with code 128 and reason `StartError`.
  package mutating func startContainer(
    _ id: String, at now: SimulatedTime, loading: SimulatedDuration = .zero
  ) throws(RuntimeError) {
    guard let container = containers[id] else { throw Self.notFound(id) }
    guard container.record.state == .created else {
      throw RuntimeError(
        kind: .wrongState,
        message:
          "failed to set starting state for container \(GoSyntax.quoted(id)): container is in "
          + Self.stateName(container.record.state))
    }
    kernel.now = max(kernel.now, now)
    do throws(LaunchError) {
      var start = try program(of: container, container.configuration.words)
      if loading > .zero { start = LoadingProgram.start(of: start, until: now + loading) }
      begin(id, start, container.configuration)
    } catch {
      let message = Self.startMessage(error, container.configuration.words.first ?? "")
      containers[id]?.record.state = .exited
      containers[id]?.record.finishedAt = now
      containers[id]?.record.exitCode = 128
      containers[id]?.record.reason = "StartError"
      containers[id]?.record.message = message
      throw RuntimeError(kind: .cannotStart, message: message)
    }
  }

  /// What runc says; the words before it are containerd's.
  private static func startMessage(_ error: LaunchError, _ name: String) -> String {
    "failed to create containerd task: failed to create shim task: OCI runtime create failed: "
      + "runc create failed: unable to start container process: error during container init: "
      + execMessage(error, name)
  }

  static func execMessage(_ error: LaunchError, _ name: String) -> String {
    let detail =
      switch error {
      case .notFound:
        name.contains("/")
          ? "stat \(name): no such file or directory" : "executable file not found in $PATH"
      case .permission: "permission denied"
      case .isDirectory: "is a directory"
      case .noExec: "exec format error"
      }
    return "exec: \(GoSyntax.quoted(name)): \(detail): unknown"
  }

  func program(of container: RuntimeContainer, _ words: [String]) throws(LaunchError)
    -> ProgramStart
  {
    let environment = environment(of: container)
    let probe = Process(
      number: 0, pid: 0, container: container.record.id, tree: 0, parent: nil, arguments: words,
      environment: environment, workingDirectory: workingDirectory(of: container), user: 0,
      descriptors: [], program: AbsentProgram(), startedAt: kernel.now)
    let path = environment.last { $0.name == "PATH" }?.value ?? ImageCatalogue.defaultPath
    return try kernel.program(
      named: words.first ?? "", arguments: words, searchPath: path, for: probe, shell: nil)
  }

  /// The image's variables, the Pod's over them, and what every container has.
  private func environment(of container: RuntimeContainer) -> [EnvironmentVariable] {
    let hostname = kernel.spaces[container.record.id]?.hostname ?? ""
    var result = container.configuration.image.configuration.environment
    result.append(EnvironmentVariable(name: "HOSTNAME", value: hostname))
    for entry in container.configuration.environment {
      if let index = result.firstIndex(where: { $0.name == entry.name }) {
        result[index] = entry
      } else {
        result.append(entry)
      }
    }
    if !result.contains(where: { $0.name == "HOME" }) {
      let home = userID(of: container) == 0 ? "/root" : "/"
      result.append(EnvironmentVariable(name: "HOME", value: home))
    }
    return result
  }

  func workingDirectory(of container: RuntimeContainer) -> String {
    let own = container.configuration.workingDirectory
    return own.isEmpty ? container.configuration.image.configuration.workingDirectory : own
  }

  func userID(of container: RuntimeContainer) -> Int { container.record.user.userID }

  private mutating func begin(
    _ id: String, _ start: ProgramStart, _ configuration: ContainerConfiguration
  ) {
    guard let container = containers[id] else { return }
    let folder = workingDirectory(of: container)
    kernel.change(.container(id)) { $0.makeDirectories(folder) }
    let (reader, writer) = openInput(container.configuration.input, id)
    containers[id]?.input = writer
    let descriptors: [Int?] = [
      reader, kernel.add(OpenFile(kind: .log(id, .stdout))),
      kernel.add(OpenFile(kind: .log(id, .stderr))),
    ]
    let process = try? kernel.startTree(
      in: id, start, workingDirectory: folder, user: userID(of: container),
      descriptors: descriptors)
    kernel.spaces[id]?.firstProcess = process
    containers[id]?.process = process
    containers[id]?.record.state = .running
    containers[id]?.record.startedAt = kernel.now
  }

  /// Sends a signal to a container's first process; KILL kills all of its processes.
  package mutating func signalContainer(_ id: String, _ signal: Signal, at now: SimulatedTime) {
    kernel.now = max(kernel.now, now)
    guard let container = containers[id], let process = container.process else { return }
    if container.ignoresSignals, signal != .kill { return }
    kernel.deliver(signal, to: process, fromOutside: true)
  }

  /// Kills what is left of a container and forgets it.
  package mutating func removeContainer(_ id: String) {
    guard containers[id] != nil else { return }
    if let process = containers[id]?.process {
      kernel.end(process, ExitStatus(signal: .kill))
    }
    kernel.killAll(in: id)
    if let input = containers[id]?.input { kernel.close(input) }
    if let space = kernel.spaces[id] {
      kernel.usedDiskBytes -= space.root.usedBytes - space.imageBytes
    }
    kernel.removeSpace(id)
    kernel.processNamespaces[id] = nil
    containers[id] = nil
    containerOrder.removeAll { $0 == id }
  }

  package func container(_ id: String) -> ContainerRecord? { containers[id]?.record }

  /// The containers of a Pod in the order of creation.
  package func containers(podUID: String) -> [ContainerRecord] {
    containerOrder.compactMap { containers[$0]?.record }.filter { $0.podUID == podUID }
  }

  /// What a container printed, line by line.
  package func logs(_ id: String) -> [LogLine] {
    kernel.spaces[id]?.log.lines.elements(from: 0) ?? []
  }

  static func notFound(_ id: String) -> RuntimeError {
    RuntimeError(
      kind: .containerNotFound,
      message: "an error occurred when try to find container \(GoSyntax.quoted(id)): not found")
  }

  static func stateName(_ state: ContainerRecord.State) -> String {
    switch state {
    case .created: "CONTAINER_CREATED"
    case .running: "CONTAINER_RUNNING"
    case .exited: "CONTAINER_EXITED"
    case .unknown: "CONTAINER_UNKNOWN"
    }
  }
}

extension Kernel {
  /// Whether a `subPath` names nothing yet, so a folder has to be made.
  func needsFolder(_ mount: ContainerMount) -> Bool {
    guard !mount.subPath.isEmpty, volumes[mount.volume]?.isReadOnly == false else { return false }
    let (tree, path) = origin(of: mount)
    return self.tree(tree)?[path] == nil
  }
}

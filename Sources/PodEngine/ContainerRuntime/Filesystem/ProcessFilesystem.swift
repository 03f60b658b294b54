/// `/proc`: what a container can read of its processes and of the machine.
extension Kernel {
  /// What stands at a path below `/proc` in a container; nil where there is nothing.
  func processFile(_ path: String, in container: String) -> FileNode? {
    guard let rest = FilePath.remainder(of: path, below: "/proc"), rest != "/" else { return nil }
    let parts = rest.split(separator: "/").map(String.init)
    if parts == ["self"] {
      let pid = current.flatMap { processes[$0]?.pid } ?? 1
      return FileNode(kind: .link(String(pid)), mode: 0o777)
    }
    guard let pid = Int(parts[0]) else {
      return parts.count == 1 ? machineFile(parts[0], in: container) : nil
    }
    guard let process = processes.first(where: { isSeen($0.value, pid, from: container) })?.value
    else { return nil }
    if parts.count == 1 {
      return FileNode(kind: .directory, mode: 0o555, owner: process.user)
    }
    if parts.count == 2, parts[1] == "ns" || parts[1] == "attr" {
      return FileNode(kind: .directory, mode: 0o555, owner: process.user)
    }
    if parts.count == 3, parts[1] == "ns", let text = namespace(parts[2], of: process) {
      return FileNode(kind: .link(text), mode: 0o777, owner: process.user)
    }
    if parts.count == 3, parts[1] == "attr", parts[2] == "current" {
      let profile = spaces[process.container]?.privileges.profile ?? "unconfined"
      return FileNode(kind: .file(Bytes(profile + "\n")), mode: 0o666, owner: process.user)
    }
    guard parts.count == 2, let kind = content(parts[1], of: process) else { return nil }
    return FileNode(kind: kind, mode: 0o444, owner: process.user)
  }

  private func isSeen(_ process: Process, _ pid: Int, from container: String) -> Bool {
    process.pid == pid
      && spaces[process.container]?.processNamespace == spaces[container]?.processNamespace
  }

  /// The names below `/proc`, and below one of its processes.
  func processNames(_ path: String, in container: String) -> [String] {
    guard path != "/proc" else {
      let namespace = spaces[container]?.processNamespace
      let pids = processes.map(\.value)
        .filter { spaces[$0.container]?.processNamespace == namespace }.map(\.pid).sorted()
      return pids.map(String.init) + Self.machineFiles + ["self"]
    }
    if path.hasSuffix("/ns") { return Self.namespaces }
    if path.hasSuffix("/attr") { return ["current"] }
    return processFile(path, in: container)?.isDirectory == true ? Self.processFiles : []
  }

  private static let processFiles = [
    "attr", "cgroup", "cmdline", "comm", "cwd", "environ", "gid_map", "mounts", "ns",
    "oom_score_adj", "root", "status", "uid_map",
  ]
  private static let namespaces = [
    "cgroup", "ipc", "mnt", "net", "pid", "pid_for_children", "time", "time_for_children", "user",
    "uts",
  ]
  private static let machineFiles = [
    "cpuinfo", "loadavg", "meminfo", "mounts", "uptime", "version",
  ]

  /// `user:[4026531837]`: a namespace of a process. Those of the network, of System V's memory and of
  /// the host name belong to the Pod.
  private func namespace(_ name: String, of process: Process) -> String? {
    guard Self.namespaces.contains(name), let space = spaces[process.container] else { return nil }
    let kind = name.split(separator: "_").first.map(String.init) ?? name
    let number =
      switch kind {
      case "time": NamespaceNumber.hostTime
      case "user":
        space.privileges.firstUser.map { NamespaceNumber.of(kind, String($0)) }
          ?? NamespaceNumber.hostUser
      case "net" where space.usesHostNetwork: NamespaceNumber.hostNetwork
      case "net", "ipc", "uts": NamespaceNumber.of(kind, space.network)
      case "pid": NamespaceNumber.of(kind, space.processNamespace)
      default: NamespaceNumber.of(kind, space.id)
      }
    return "\(kind):[\(number)]"
  }

  private func content(_ name: String, of process: Process) -> FileNode.Kind? {
    let space = spaces[process.container]
    switch name {
    case "cgroup": return .file(Bytes("0::/\n"))
    case "cmdline": return .file(Bytes(process.arguments.map { $0 + "\0" }.joined()))
    case "comm": return .file(Bytes(process.shortName + "\n"))
    case "cwd": return .link(process.workingDirectory)
    case "environ":
      return .file(Bytes(process.environment.map { "\($0.name)=\($0.value)\0" }.joined()))
    case "uid_map", "gid_map": return .file(Bytes(space?.privileges.userMap ?? ""))
    case "mounts": return .file(Bytes(mountTable(of: process.container)))
    case "oom_score_adj": return .file(Bytes("\(space?.outOfMemoryScoreAdjustment ?? 0)\n"))
    case "root": return .link("/")
    case "status": return .file(Bytes(status(of: process)))
    default: return nil
    }
  }

  private func status(of process: Process) -> String {
    let parent = process.parent.flatMap { processes[$0]?.pid } ?? 0
    let group = spaces[process.container]?.user.groupID ?? 0
    let groups = spaces[process.container]?.user.groups ?? []
    let state = process.number == current ? "R (running)" : "S (sleeping)"
    let (user, kilobytes) = (process.user, process.memoryBytes / 1024)
    let privileges = spaces[process.container]?.privileges ?? ProcessPrivileges()
    let lines = [
      "Name:\t\(process.shortName)", "Umask:\t00\(String(process.fileMask, radix: 8))",
      "State:\t\(state)", "Tgid:\t\(process.pid)", "Pid:\t\(process.pid)", "PPid:\t\(parent)",
      "Uid:\t\(user)\t\(user)\t\(user)\t\(user)", "Gid:\t\(group)\t\(group)\t\(group)\t\(group)",
      "Groups:\t" + groups.map(String.init).joined(separator: " "), "VmRSS:\t\(kilobytes) kB",
      "Threads:\t1",
    ]
    return (lines + privileges.statusLines(user: user)).map { $0 + "\n" }.joined()
  }

  private func machineFile(_ name: String, in container: String) -> FileNode? {
    let text: String
    switch name {
    case "cpuinfo":
      text = (0..<2).map { "processor\t: \($0)\nmodel name\t: podlab virtual processor\n\n" }
        .joined()
    case "loadavg": text = "0.00 0.00 0.00 1/\(processes.count) \(processes.count)\n"
    case "meminfo":
      let (total, free) = (memoryBytes >> 10, max(0, memoryBytes - usedMemoryBytes) >> 10)
      text = "MemTotal: \(total) kB\nMemFree: \(free) kB\nMemAvailable: \(free) kB\n"
    case "mounts": return FileNode(kind: .link("self/mounts"), mode: 0o777)
    case "uptime":
      let hundredths = now.milliseconds % 1000 / 10
      text = "\(now.milliseconds / 1000).\(hundredths < 10 ? "0" : "")\(hundredths) 0.00\n"
    case "version": text = "Linux version 6.1.0 (podlab)\n"
    default: return nil
    }
    return FileNode(kind: .file(Bytes(text)), mode: 0o444)
  }

  /// `/proc/mounts`: device, place, kind and options.
  private func mountTable(of container: String) -> String {
    guard let space = spaces[container] else { return "" }
    var lines = [
      "overlay / overlay \(space.isRootReadOnly ? "ro" : "rw"),relatime 0 0",
      "proc /proc proc rw,nosuid,nodev,noexec,relatime 0 0",
      "tmpfs /dev tmpfs rw,nosuid,size=65536k,mode=755 0 0",
      "sysfs /sys sysfs ro,nosuid,nodev,noexec,relatime 0 0",
    ]
    for mount in space.mounts {
      let volume = volumes[mount.volume]
      let isTemporary = volume?.isTemporary == true
      let mode = mount.isReadOnly ? "ro" : "rw"
      lines.append(
        "\(isTemporary ? "tmpfs" : "/dev/vda1") \(mount.path) \(isTemporary ? "tmpfs" : "ext4") "
          + "\(mode),relatime 0 0")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// `/proc/PID/root`: where the file system of a process begins; a way from one container of a Pod
  /// that shares its processes into another.
  func rootOfProcess(_ path: String, seenFrom space: ContainerSpace) -> ContainerSpace? {
    let parts = path.split(separator: "/")
    guard parts.count == 3, parts[0] == "proc", parts[2] == "root" else { return nil }
    let pid = parts[1] == "self" ? current.flatMap { processes[$0]?.pid } : Int(parts[1])
    guard let pid else { return nil }
    let process = processes.first { isSeen($0.value, pid, from: space.id) }?.value
    return process.flatMap { spaces[$0.container] }
  }
}

extension Process {
  /// The name of the program, as the kernel keeps it: 15 characters.
  var shortName: String {
    // A title such as `nginx: master process` does not change the name of the program.
    let words = arguments.first ?? ""
    let path = words.firstRange(of: ": ").map { String(words[..<$0.lowerBound]) } ?? words
    return String((path.split(separator: "/").last.map(String.init) ?? path).prefix(15))
  }
}

/// `top -b`, `free`, `uptime`, `mount`, `umount`, `sysctl`, `stty`, `tty`, `clear`, `dmesg`,
/// `pidof`, `pgrep`, `ipcs`: what the system says of itself.
enum SystemToolUtility {
  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// Once: there is no terminal to draw on.
  static func runTop(_ call: inout UtilityCall) -> Int {
    guard let process = call.process else { return 1 }
    let total = call.kernel.memoryBytes / 1024
    let used = call.kernel.spaces.reduce(0) { $0 + $1.value.memoryBytes } / 1024
    let visible = call.kernel.visibleProcesses(to: process)
    call.print(
      "Mem: \(used)K used, \(max(0, total - used))K free, 0K shrd, 0K buff, 0K cached")
    call.print("CPU:   0% usr   0% sys   0% nic 100% idle   0% io   0% irq   0% sirq")
    call.print("Load average: 0.00 0.00 0.00 1/\(visible.count) \(process.pid)")
    call.print("  PID  PPID USER     STAT   VSZ %VSZ CPU %CPU COMMAND")
    let accounts = Accounts(call.kernel.spaces[process.container]?.root ?? FileTree())
    for other in visible.sorted(by: { ($1.memoryBytes, $0.pid) < ($0.memoryBytes, $1.pid) }) {
      let parent = other.parent.flatMap { call.kernel.processes[$0]?.pid } ?? 0
      let user = accounts.users.first { $0.id == other.user }?.name ?? String(other.user)
      let name = user + String(repeating: " ", count: max(0, 8 - user.count))
      let state = other.number == call.number ? "R" : "S"
      let size = other.memoryBytes / 1024
      let share = total == 0 ? 0 : size * 100 / total
      call.print(
        "\(right(String(other.pid), 5)) \(right(String(parent), 5)) \(name) \(state)    "
          + "\(right(String(size), 5)) \(right(String(share), 3))%   0   0% "
          + other.arguments.joined(separator: " "))
    }
    return 0
  }

  /// The node's memory: `/proc/meminfo` knows nothing of a container's limit.
  static func runMemory(_ call: inout UtilityCall) -> Int {
    let letters = call.options().letters
    let total = call.kernel.memoryBytes
    let used = call.kernel.spaces.reduce(0) { $0 + $1.value.memoryBytes }
    func cell(_ bytes: Int) -> String {
      let text =
        letters.contains("h")
        ? DiskUtility.human(bytes)
        : letters.contains("m")
          ? String(bytes >> 20) : letters.contains("g") ? String(bytes >> 30) : String(bytes >> 10)
      return right(text, 12)
    }
    call.print("              total        used        free      shared  buff/cache   available")
    call.print(
      "Mem:   " + cell(total) + cell(used) + cell(total - used) + cell(0) + cell(0)
        + cell(total - used))
    call.print("Swap:  " + cell(0) + cell(0) + cell(0))
    return 0
  }

  static func runUptime(_ call: inout UtilityCall) -> Int {
    let seconds = call.kernel.now.milliseconds / 1000
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
    let length =
      (days > 0 ? "\(days) day\(days == 1 ? "" : "s"), " : "")
      + (hours > 0 ? "\(right(String(hours), 2)):\(DateText.two(minutes))" : "\(minutes) min")
    let clock = DateText.format("%H:%M:%S", call.kernel.now)
    call.print(" \(clock) up \(length),  load average: 0.00, 0.00, 0.00")
    return 0
  }

  static func runMount(_ call: inout UtilityCall) -> Int {
    guard let process = call.process, let space = call.kernel.spaces[process.container] else {
      return 1
    }
    guard call.arguments.isEmpty else {
      return call.complain(
        call.isBusybox
          ? "permission denied (are you root?)" : "\(call.arguments.last ?? ""): permission denied."
      )
    }
    let root = space.isRootReadOnly ? "ro" : "rw"
    call.print("overlay on / type overlay (\(root),relatime)")
    call.print("proc on /proc type proc (rw,nosuid,nodev,noexec,relatime)")
    call.print("tmpfs on /dev type tmpfs (rw,nosuid,size=65536k,mode=755)")
    call.print("sysfs on /sys type sysfs (ro,nosuid,nodev,noexec,relatime)")
    call.print("cgroup on /sys/fs/cgroup type cgroup2 (ro,nosuid,nodev,noexec,relatime)")
    for mount in space.mounts {
      let volume = call.kernel.volumes[mount.volume]
      let mode = mount.isReadOnly || volume?.isReadOnly == true ? "ro" : "rw"
      let kind = volume?.isTemporary == true ? "tmpfs" : "/dev/vda1"
      let type = volume?.isTemporary == true ? "tmpfs" : "ext4"
      call.print("\(kind) on \(mount.path) type \(type) (\(mode),relatime)")
    }
    return 0
  }

  static func runUnmount(_ call: inout UtilityCall) -> Int {
    guard let target = call.options().operands.first else {
      return call.complain("missing operand")
    }
    return call.complain(
      call.isBusybox
        ? "can't unmount \(target): \(Errno.notPermitted.text)"
        : "\(target): must be superuser to unmount.", status: call.isBusybox ? 1 : 32)
  }

  static func runProcessIDs(_ call: inout UtilityCall) -> Int {
    guard let process = call.process else { return 1 }
    let (_, names) = call.options()
    let found = call.kernel.visibleProcesses(to: process).filter { other in
      let words = other.arguments
      guard other.number != process.number,
        let first = words.first.map({ FilePath.name(of: String($0.prefix { $0 != ":" })) })
      else { return false }
      return call.name == "pidof"
        ? names.contains(first) : names.contains { first.contains($0) }
    }
    guard !found.isEmpty else { return 1 }
    if call.name == "pidof" {
      call.print(found.reversed().map { String($0.pid) }.joined(separator: " "))
    } else {
      for other in found { call.print(String(other.pid)) }
    }
    return 0
  }

  static func runClear(_ call: inout UtilityCall) -> Int { 0 }

  static func runTerminal(_ call: inout UtilityCall) -> Int {
    if call.name == "tty" {
      call.print("not a tty")
      return 1
    }
    return call.complain("standard input: Not a tty")
  }

  static func runKernelLog(_ call: inout UtilityCall) -> Int {
    call.complain("klogctl: \(Errno.notPermitted.text)")
  }
}

/// `watch [-n SECONDS] COMMAND…`: prints the command's output again and again, as it does where no
/// terminal is; and `time COMMAND…`.
struct RepeatUtility: Program {
  private var words: [String]
  private var interval = SimulatedDuration.seconds(2)
  private let isTimed: Bool
  private var child: Int?
  private var startedAt = SimulatedTime.start

  init(_ arguments: [String], isTimed: Bool) {
    self.isTimed = isTimed
    words = arguments
    while !isTimed, let first = words.first, first.hasPrefix("-") {
      words.removeFirst()
      let value =
        first == "-n" ? (words.isEmpty ? "2" : words.removeFirst()) : String(first.dropFirst(2))
      if first.hasPrefix("-n"), let length = DurationText.milliseconds(value) {
        interval = .milliseconds(max(100, length))
      }
    }
    if !isTimed { words = ["sh", "-c", words.joined(separator: " ")] }
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let child {
      guard let status = kernel.takeStatus(of: child, parent: process) else { return .block }
      self.child = nil
      guard isTimed else { return .sleep(until: startedAt + interval) }
      let milliseconds = (kernel.now - startedAt).milliseconds
      let (minutes, rest) = (milliseconds / 60_000, milliseconds % 60_000)
      let real = "\(minutes)m \(rest / 1000).\(DateText.two(rest % 1000 / 10))s"
      let text = "real\t\(real)\nuser\t0m 0.00s\nsys\t0m 0.00s\n"
      _ = kernel.write(Bytes(text), to: 2, by: process)
      return .exit(status.code)
    }
    if kernel.now < startedAt + interval, startedAt > .start || kernel.now > .start,
      !isTimed, startedAt != .start
    {
      return .sleep(until: startedAt + interval)
    }
    startedAt = kernel.now
    do throws(LaunchError) {
      let start = try CommandRunner.start(words, kernel, process)
      do throws(Errno) { child = try kernel.fork(process, start) } catch { return .exit(1) }
      return .goOn
    } catch {
      let failure = CommandRunner.failure(
        isTimed ? "time" : "watch", words.first ?? "", error,
        isBusybox: kernel.wordsLikeBusybox(process))
      _ = kernel.write(Bytes(failure.text), to: 2, by: process)
      return .exit(failure.status)
    }
  }
}

/// A worker of nginx, for `ps` and `kill`: the master answers the requests here. It ends as the
/// master tells it to.
struct NginxWorker: Program {
  private var hasStarted = false

  var memoryBytes: Int { 1 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if kernel.takeSignal(process) != nil { return .exit(0) }
    if !hasStarted {
      hasStarted = true
      for signal in [Signal.term, .quit, .int] {
        kernel.setDisposition(signal, .caught, of: process)
      }
    }
    return .block
  }
}

/// The workers of one master.
struct NginxWorkers: Sendable {
  /// `worker_processes auto`: one for each processor of the node.
  private static let count = 2
  /// What `user nginx;` in nginx.conf is in `/etc/passwd`.
  private static let userID = 101

  private var numbers: [Int] = []

  /// Starts those that are missing: all of them, or in place of one that was killed.
  mutating func start(_ kernel: inout Kernel, _ master: Int) {
    while numbers.count < Self.count {
      let worker = ProgramStart(
        program: NginxWorker(), arguments: ["nginx: worker process"],
        environment: kernel.processes[master]?.environment ?? [])
      guard let number = try? kernel.fork(master, worker) else { return }
      if kernel.processes[master]?.user == 0 { kernel.processes[number]?.user = Self.userID }
      numbers.append(number)
    }
  }

  /// The workers that have ended since the last time, by PID, with how they did.
  mutating func takeEnded(
    _ kernel: inout Kernel, _ master: Int
  ) -> [(pid: Int, status: ExitStatus)] {
    var ended: [(pid: Int, status: ExitStatus)] = []
    for number in numbers {
      let child = kernel.processes[master]?.children.first { $0.number == number }
      guard let child, let status = kernel.takeStatus(of: number, parent: master) else { continue }
      numbers.removeAll { $0 == number }
      ended.append((child.pid, status))
    }
    return ended
  }

  /// The master goes, and they with it.
  func end(_ kernel: inout Kernel) {
    for number in numbers { kernel.end(number, ExitStatus(code: 0)) }
  }
}

/// nginx' `/docker-entrypoint.sh`: says what it configures when the program is nginx, then becomes
/// that program.
struct NginxEntrypoint: Program {
  private let words: [String]

  init(_ words: [String]) { self.words = words }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    let isNginx = words.first == "nginx" || words.first == "nginx-debug"
    if isNginx {
      let lines = [
        "/docker-entrypoint.d/ is not empty, will attempt to perform configuration",
        "Looking for shell scripts in /docker-entrypoint.d/",
        "Configuration complete; ready for start up",
      ]
      for line in lines {
        _ = kernel.write(Bytes("/docker-entrypoint.sh: \(line)\n"), to: 1, by: process)
      }
    }
    var rest = ExecArguments(words, mainProgram: "nginx")
    return rest.step(&kernel, process)
  }
}

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
  private static let processors = 2
  /// More are not started, whatever a configuration says.
  private static let limit = 32
  /// What `user nginx;` in nginx.conf is in `/etc/passwd`.
  private static let userID = 101

  private var numbers: [Int] = []

  /// Starts those that are missing: all of them, or in place of one that was killed. Nil is one for
  /// each processor.
  mutating func start(_ count: Int?, _ kernel: inout Kernel, _ master: Int) {
    while numbers.count < min(count ?? Self.processors, Self.limit) {
      let worker = ProgramStart(
        program: NginxWorker(), arguments: ["nginx: worker process"],
        environment: kernel.processes[master]?.environment ?? [])
      guard let number = try? kernel.fork(master, worker) else { return }
      if kernel.processes[master]?.user == 0 { kernel.processes[number]?.user = Self.userID }
      numbers.append(number)
    }
  }

  /// New ones; the old ones end.
  mutating func replace(_ count: Int?, _ kernel: inout Kernel, _ master: Int) {
    let old = self
    numbers = []
    start(count, &kernel, master)
    old.end(&kernel)
    for number in old.numbers { _ = kernel.takeStatus(of: number, parent: master) }
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

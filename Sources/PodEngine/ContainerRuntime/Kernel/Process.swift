/// A process of the node.
struct Process: Sendable {
  /// Its number in the kernel's table: unique on the node for ever.
  let number: Int
  /// Its number in its PID namespace, which is what it sees of itself.
  let pid: Int
  let container: String
  /// The number of the process at the root of its tree: a container's first process, or an exec's.
  let tree: Int
  /// The number of its parent; nil when that is gone.
  var parent: Int?
  var arguments: [String]
  var environment: [EnvironmentVariable]
  var workingDirectory: String
  var user: Int
  /// The permission bits that new files do not get (`umask`).
  var fileMask = 0o022
  /// The open file behind each descriptor.
  var descriptors: [Int?]
  var program: any Program
  var children: [Child] = []
  var ignored = SignalSet()
  var caught = SignalSet()
  var pending: [Signal] = []
  var state = State.ready
  /// Waits in the queue for its turn.
  var isQueued = false
  /// Stopped by a fault: it gets no turn until that is undone.
  var isFrozen = false
  var memoryBytes = 0
  let startedAt: SimulatedTime

  enum State: Hashable, Sendable {
    case ready
    case sleeping(until: SimulatedTime)
    /// Until an event that concerns it: a pipe, a child, a signal.
    case blocked
  }

  /// A child that was not waited for yet; the status once it has ended.
  struct Child: Hashable, Sendable {
    let number: Int
    let pid: Int
    var status: ExitStatus?
  }

  func variable(_ name: String) -> String? { environment.last { $0.name == name }?.value }
}

/// How a process ended.
struct ExitStatus: Hashable, Sendable {
  /// 0–255; 128 + n for a death by signal n, as shells and container runtimes count.
  let code: Int
  let signal: Signal?

  init(code: Int) {
    self.code = code & 0xff
    signal = nil
  }

  init(signal: Signal) {
    code = 128 + signal.rawValue
    self.signal = signal
  }
}

/// What runs in a process: a state machine that does a little each time it is asked.
protocol Program: Sendable {
  /// Does one small step. A program that cannot go on says why; it is asked again after an event
  /// that may change that, and must then look for itself.
  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep

  /// What it holds in memory, in bytes.
  var memoryBytes: Int { get }
}

extension Program {
  var memoryBytes: Int { 262_144 }
}

/// What a program wants after a step.
enum ProgramStep: Sendable {
  case goOn
  /// Until an event.
  case block
  /// Until a time, or an event before it.
  case sleep(until: SimulatedTime)
  case exit(Int)
  /// Another program takes over this process (`execve`).
  case become(ProgramStart)
}

/// A program about to run.
struct ProgramStart: Sendable {
  let program: any Program
  let arguments: [String]
  var environment: [EnvironmentVariable]
}

/// Stands in a process while its program is being run.
struct AbsentProgram: Program {
  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep { .block }
  var memoryBytes: Int { 0 }
}

/// The Linux of one node: processes, files, pipes, sockets, and a scheduler in virtual time.
///
/// It knows containers only as spaces: a root file system, mounts, limits, and the namespaces they
/// are in. A value: a copy is a snapshot.
struct Kernel: Sendable {
  var now = SimulatedTime.start
  var processes = OrderedTable<Int, Process>()
  var openFiles = OrderedTable<Int, OpenFile>()
  var pipes = OrderedTable<Int, Pipe>()
  var spaces = OrderedTable<String, ContainerSpace>()
  var processNamespaces = OrderedTable<String, ProcessNamespace>()
  var networks = OrderedTable<String, NetworkNamespace>()
  var volumes = OrderedTable<VolumeID, StoredVolume>()
  /// The files of the node itself.
  var hostFiles = HostFilesystem.tree
  var trees = OrderedTable<Int, ProcessTree>()
  var execOutputs = OrderedTable<Int, ExecOutput>()
  var requests = OrderedTable<Int, NetworkRequest.State>()
  /// Processes that wait for their turn, first come first served.
  var queue: [Int] = []
  var sleepers = SortedChunks<WakeUp>()
  var events: [KernelEvent] = []
  /// The disk that container file systems and volumes share, in bytes.
  var diskBytes = 100 << 30
  /// What they hold of it now.
  var usedDiskBytes = 0
  /// The memory of the node.
  var memoryBytes = 4 << 30
  /// What all spaces hold of it.
  var usedMemoryBytes = 0
  /// The process whose turn it is, and whether it is still alive.
  var current: Int?
  var currentHasEnded = false
  /// Steps that one process tree may run within an instant.
  var instructionsPerInstant = RuntimeLimits.instructionsPerInstant
  /// What its turn has cost so far; added to the budget of its tree at the turn's end.
  var instructionsOfTurn = 0
  /// Steps of programs that have run on this node so far.
  var instructionCount = 0
  private var lastNumber = 0

  /// A new number for a process, a pipe, an open file or a request.
  mutating func nextNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }
}

/// A moment at which a sleeping process wants to go on.
struct WakeUp: Hashable, Comparable, Sendable {
  let time: SimulatedTime
  let process: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.time, left.process) < (right.time, right.process)
  }
}

/// What a container is to the kernel.
struct ContainerSpace: Sendable {
  var id = ""
  var root = FileTree()
  /// What the image takes of `root`; the rest was written.
  var imageBytes = 0
  var mounts: [ContainerMount] = []
  var isRootReadOnly = false
  var network = ""
  var processNamespace = ""
  var hostname = ""
  var memoryLimitBytes: Int?
  var processor = ProcessorAccount()
  /// How gladly the kernel ends it when the node runs out of memory, from -1000 to 1000
  /// (`/proc/PID/oom_score_adj`).
  var outOfMemoryScoreAdjustment = 0
  /// What its processes hold, and its writes to memory volumes and pipes.
  var memoryBytes = 0
  /// What is counted for each memory volume.
  var memoryVolumes = OrderedTable<VolumeID, Int>()
  var processCount = 0
  /// Its first process; nil before and after.
  var firstProcess: Int?
  var log = ContainerLog()
  /// The output of whoever is attached to its first process.
  var attachedOutput: Int?
  /// Names of limits that were reported already.
  var reportedLimits: [String] = []
  var wordsLikeBusybox = true
  /// What they may do.
  var privileges = ProcessPrivileges()
  var usesHostNetwork = false
  /// Who its processes are.
  var user = ProcessIdentity(userID: 0, groupID: 0, groups: [0])
}

/// Where PIDs are counted: in a container, or in a sandbox that shares them.
struct ProcessNamespace: Sendable {
  var lastPID = 0
  /// PID 1: has no default action for signals.
  var firstProcess: Int?
}

/// The processes that descend from a container's first process, or from one exec.
struct ProcessTree: Sendable {
  var processCount = 0
  var instant = SimulatedTime.start
  var instructions = 0
  var suspension = SimulatedDuration.milliseconds(1)
  var wasExhausted = false
  var suspendedUntil = SimulatedTime.start

  /// Begins anew where time has passed.
  mutating func open(at now: SimulatedTime) {
    guard instant != now else { return }
    instant = now
    instructions = 0
    if !wasExhausted { suspension = .milliseconds(1) }
    wasExhausted = false
  }
}

/// What the kernel tells the container runtime.
enum KernelEvent: Sendable {
  case containerEnded(String, ExitStatus, outOfMemory: Bool)
  case processEnded(Int, ExitStatus)
  /// The node itself ran out of memory; the process that had to go, and its number.
  case systemOutOfMemory(victim: String, process: Int)
  case limitReached(container: String, message: String)
  case request(NetworkRequest)
}

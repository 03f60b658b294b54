/// The containerd of one node, with the Linux below it: sandboxes, containers, processes, volumes.
/// A value.
///
/// Nothing runs by itself: calls change the state, and `run(at:)` lets the processes go on until
/// all of them sleep, wait or have ended.
package struct ContainerRuntime: Sendable {
  package let nodeName: String
  package var images = NodeImages()
  var random: RandomSource
  var kernel = Kernel()
  var sandboxes = OrderedTable<String, Sandbox>()
  var containers = OrderedTable<String, RuntimeContainer>()
  /// IDs in the order of creation.
  var sandboxOrder: [String] = []
  var containerOrder: [String] = []
  var execs = OrderedTable<Int, Exec>()

  struct Sandbox: Sendable {
    let id: String
    let configuration: PodSandboxConfiguration
    let createdAt: SimulatedTime
    var isReady = true
  }

  struct RuntimeContainer: Sendable {
    let configuration: ContainerConfiguration
    var record: ContainerRecord
    var process: Int?
    /// Where to type for its first process.
    var input: Int?
    var ignoresSignals = false
  }

  struct Exec: Sendable {
    let container: String
    let output: Int
    /// Where to type; nil where nobody can, or nobody will any more.
    var input: Int?
    /// Somebody waits for the result and fetches it.
    let isAttached: Bool
    /// It is the container's first process, which lives on when nobody looks any more.
    var isFirst = false
    /// How it ended, while nobody has fetched that.
    var status: ExitStatus?
  }

  package init(nodeName: String, random: RandomSource) {
    self.nodeName = nodeName
    self.random = random
  }

  /// Runs all that can run at a moment, and tells what became of it.
  package mutating func run(at now: SimulatedTime) -> [RuntimeOccurrence] {
    kernel.run(at: now)
    return takeOccurrences()
  }

  /// When a sleeping process wants to go on; nil while none does.
  package var nextWakeUp: SimulatedTime? {
    kernel.events.isEmpty ? kernel.nextWakeUp : kernel.now
  }

  mutating func takeOccurrences() -> [RuntimeOccurrence] {
    let events = kernel.events
    kernel.events = []
    return events.compactMap { event in
      switch event {
      case .containerEnded(let id, let status, let outOfMemory):
        finishContainer(id, status, outOfMemory: outOfMemory)
        return .containerExited(id)
      case .processEnded(let number, let status): return finishExec(number, status)
      case .systemOutOfMemory(let victim, let process):
        return .systemOutOfMemory(victim: victim, process: process)
      case .limitReached(let container, let message):
        return .limitReached(container: container, limit: message)
      case .request(let request): return .networkRequest(request)
      }
    }
  }

  /// Steps that one process tree may run within an instant; fuzzing makes do with fewer than
  /// `RuntimeLimits.instructionsPerInstant`.
  package var instructionsPerInstant: Int {
    get { kernel.instructionsPerInstant }
    set { kernel.instructionsPerInstant = newValue }
  }

  /// What the processes of a container hold, in bytes.
  package func memoryUsageBytes(_ containerID: String) -> Int {
    kernel.spaces[containerID]?.memoryBytes ?? 0
  }

  /// What a container wrote to its own file system and its log, in bytes.
  package func writableUsageBytes(_ containerID: String) -> Int {
    guard let space = kernel.spaces[containerID] else { return 0 }
    return max(0, space.root.usedBytes - space.imageBytes) + space.log.byteCount
  }

  /// The disk that containers and volumes of the node share, in bytes.
  package var diskCapacityBytes: Int {
    get { kernel.diskBytes }
    set { kernel.diskBytes = newValue }
  }

  /// What they hold of it.
  package var diskUsageBytes: Int { kernel.usedDiskBytes }

  /// The node's memory: the limit of containers that have none of their own.
  package var memoryCapacityBytes: Int {
    get { kernel.memoryBytes }
    set { kernel.memoryBytes = newValue }
  }
}

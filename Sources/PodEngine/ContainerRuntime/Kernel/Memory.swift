extension Kernel {
  /// Sets what a process holds, and kills the container when that is too much for it.
  mutating func countMemory(_ number: Int, _ bytes: Int) {
    guard let process = processes[number] else { return }
    let difference = bytes - process.memoryBytes
    guard difference != 0 else { return }
    processes[number]?.memoryBytes = bytes
    addMemory(difference, to: process.container)
  }

  mutating func addMemory(_ bytes: Int, to container: String) {
    guard var used = spaces[container]?.memoryBytes else { return }
    used += bytes
    spaces[container]?.memoryBytes = used
    usedMemoryBytes += bytes
    guard bytes > 0 else { return }
    if let limit = spaces[container]?.memoryLimitBytes, used > limit { killOutOfMemory(container) }
    if usedMemoryBytes > memoryBytes { relieveNode() }
  }

  /// The node itself has no memory left, before the eviction manager has looked: the kernel ends the
  /// container with the highest score, until there is enough (`oom_badness`, mm/oom_kill.c).
  private mutating func relieveNode() {
    for _ in 0..<spaces.count where usedMemoryBytes > memoryBytes {
      let running = spaces.filter { $0.value.firstProcess != nil }
      guard let victim = running.max(by: { score($0.value) < score($1.value) }) else { return }
      let largest = processes.filter { $0.value.container == victim.key }
        .max { $0.value.memoryBytes < $1.value.memoryBytes }
      if let largest {
        let path = largest.value.arguments.first ?? ""
        let name = path.split(separator: "/").last.map(String.init) ?? path
        events.append(.systemOutOfMemory(victim: String(name.prefix(15)), process: largest.key))
      }
      killOutOfMemory(victim.key)
    }
  }

  /// The share of the node's memory in thousandths, moved by the adjustment.
  private func score(_ space: ContainerSpace) -> Int {
    space.memoryBytes * 1000 / max(1, memoryBytes) + space.outOfMemoryScoreAdjustment
  }

  /// Takes a space away, with the memory that is counted for it.
  mutating func removeSpace(_ id: String) {
    usedMemoryBytes -= spaces[id]?.memoryBytes ?? 0
    spaces[id] = nil
  }

  /// What the kernel does with `memory.oom.group`, as the kubelet sets it since 1.28: the whole
  /// container goes.
  mutating func killOutOfMemory(_ container: String) {
    guard let first = spaces[container]?.firstProcess else { return killAll(in: container) }
    end(first, ExitStatus(signal: .kill), outOfMemory: true)
  }

  /// A write to an `emptyDir` of medium Memory counts as memory of the container that writes.
  mutating func chargeMemoryVolume(_ tree: TreeID, by number: Int) {
    guard case .volume(let id) = tree, let volume = volumes[id], volume.isMemory,
      let container = processes[number]?.container, let space = spaces[container]
    else { return }
    let files = space.memoryVolumes[id] ?? 0
    let difference = volume.tree.usedBytes - files
    spaces[container]?.memoryVolumes[id] = volume.tree.usedBytes
    addMemory(difference, to: container)
  }
}

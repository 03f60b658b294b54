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
    let limit = spaces[container]?.memoryLimitBytes ?? memoryBytes
    if bytes > 0, used > limit { killOutOfMemory(container) }
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

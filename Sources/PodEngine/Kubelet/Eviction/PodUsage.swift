/// What one container holds now, in bytes and processes (the kubelet's stats summary).
package struct ContainerUsage: Hashable, Sendable {
  package let name: String
  package var memoryBytes: Int
  /// Its own file system and its log.
  package var diskBytes: Int
  package var processCount: Int

  package init(_ name: String, memoryBytes: Int = 0, diskBytes: Int = 0, processCount: Int = 0) {
    (self.name, self.memoryBytes) = (name, memoryBytes)
    (self.diskBytes, self.processCount) = (diskBytes, processCount)
  }
}

/// What a Pod holds now, beside what it asked for.
package struct PodUsage: Sendable {
  package let pod: Pod
  package var containers: [ContainerUsage]
  /// What its `emptyDir` volumes hold on disk, by name of the volume, in bytes.
  package var volumes: StringMap<Int> = [:]

  package init(_ pod: Pod, containers: [ContainerUsage], volumes: StringMap<Int> = [:]) {
    (self.pod, self.containers, self.volumes) = (pod, containers, volumes)
  }

  package var processCount: Int { containers.map(\.processCount).reduce(0, +) }

  /// What is used of the resource that a signal watches; in bytes, or processes.
  func used(of signal: EvictionSignal) -> Int {
    switch signal {
    case .memoryAvailable: containers.map(\.memoryBytes).reduce(0, +)
    case .nodefsAvailable, .imagefsAvailable: diskBytes
    case .pidAvailable: processCount
    }
  }

  /// Containers, logs and volumes together.
  var diskBytes: Int {
    containers.map(\.diskBytes).reduce(0, +) + volumes.map(\.value).reduce(0, +)
  }

  /// What the Pod asked for of the same resource; nobody can ask for processes.
  func requested(of signal: EvictionSignal) -> Int {
    let requests = ResourceAmounts(requestsOf: pod.spec)
    return switch signal {
    case .memoryAvailable: requests.memory
    case .nodefsAvailable, .imagefsAvailable: requests.ephemeralStorage
    case .pidAvailable: 0
    }
  }
}

extension ContainerRuntime {
  /// What the containers of the node hold, with the Pod of each, in the order of creation. Ended
  /// ones hold nothing but disk, and only the newest of a name counts.
  var containerUsages: [(podUID: String, usage: ContainerUsage)] {
    containerOrder.compactMap { id in
      guard let container = containers[id], let space = kernel.spaces[id] else { return nil }
      return (
        container.record.podUID,
        ContainerUsage(
          container.record.name, memoryBytes: space.memoryBytes,
          diskBytes: writableUsageBytes(id), processCount: space.processCount)
      )
    }
  }

  /// The memory that all containers of the node hold, in bytes.
  var totalMemoryBytes: Int { kernel.spaces.reduce(0) { $0 + $1.value.memoryBytes } }

  /// The processes of the node.
  var totalProcessCount: Int { kernel.spaces.reduce(0) { $0 + $1.value.processCount } }
}

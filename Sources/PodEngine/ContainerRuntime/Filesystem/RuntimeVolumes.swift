extension ContainerRuntime {
  /// Makes a volume, before the containers that mount it. One that is there already stays as it is.
  package mutating func createVolume(_ id: VolumeID, kind: VolumeKind) {
    guard kernel.volumes[id] == nil else { return }
    kernel.volumes[id] = StoredVolume(kind)
  }

  /// Replaces the files of a ConfigMap, Secret or downward API volume.
  package mutating func updateVolumeFiles(_ id: VolumeID, _ files: [VolumeFile]) {
    kernel.volumes[id]?.replaceFiles(files)
  }

  /// Removes the volumes of a Pod.
  package mutating func removeVolumes(podUID: String) {
    for id in kernel.volumes.keys where id.podUID == podUID {
      if let volume = kernel.volumes[id], !volume.isMemory {
        kernel.usedDiskBytes -= volume.writtenBytes
      }
      kernel.volumes[id] = nil
    }
  }

  package func hasVolume(_ id: VolumeID) -> Bool { kernel.volumes[id] != nil }

  /// What the files of a volume hold, in bytes.
  package func volumeUsageBytes(_ id: VolumeID) -> Int {
    kernel.volumes[id]?.tree.usedBytes ?? 0
  }

  /// The text of a file as a container sees it; nil where it is none. For `cp` and tests.
  package func fileText(_ path: String, inContainer id: String) -> String? {
    guard containers[id] != nil else { return nil }
    return (try? kernel.contents(of: path, by: root(in: id)))?.text()
  }

  private func root(in container: String) -> Process {
    Process(
      number: 0, pid: 0, container: container, tree: 0, parent: nil, arguments: [],
      environment: [], workingDirectory: "/", user: 0, descriptors: [],
      program: AbsentProgram(), startedAt: kernel.now)
  }
}

extension StoredVolume {
  /// What processes wrote; the files of a ConfigMap were not written by any.
  fileprivate var writtenBytes: Int {
    switch kind {
    case .emptyDir, .hostPath: tree.usedBytes
    case .files: 0
    }
  }
}

extension ContainerRuntime {
  /// Makes a volume, before the containers that mount it. One that is there already stays as it is.
  /// With a group (`fsGroup`) its folder belongs to it, and so does what is made there
  /// (`SetVolumeOwnership` in pkg/volume/volume_linux.go).
  package mutating func createVolume(
    _ id: VolumeID, kind: VolumeKind, group: Int? = nil, at now: SimulatedTime = .start
  ) {
    guard kernel.volumes[id] == nil else { return }
    var volume = StoredVolume(kind, version: Self.version(of: id, at: now), at: now)
    if let group, case .emptyDir = kind, var root = volume.tree["/"] {
      root.group = group
      root.mode |= 0o2770
      volume.tree["/"] = root
    }
    kernel.volumes[id] = volume
  }

  /// Replaces the files of a ConfigMap, Secret or downward API volume, where they differ.
  package mutating func updateVolumeFiles(
    _ id: VolumeID, _ files: [VolumeFile], at now: SimulatedTime = .start
  ) {
    guard case .files(let old, _)? = kernel.volumes[id]?.kind, old != files else { return }
    kernel.volumes[id]?.replaceFiles(files, version: Self.version(of: id, at: now), at: now)
  }

  /// Mounts with `subPath` into a ConfigMap, Secret, downward API or projected volume stay with the
  /// files of this moment.
  mutating func pinSubPaths(
    _ mounts: [ContainerMount], of container: String
  ) -> [ContainerMount] {
    mounts.enumerated().map { index, mount in
      guard !mount.subPath.isEmpty, let copy = kernel.volumes[mount.volume]?.pinned else {
        return mount
      }
      let id = VolumeID(
        podUID: mount.volume.podUID,
        name: "volume-subpaths/\(mount.volume.name)/\(container)/\(index)")
      kernel.volumes[id] = copy
      return ContainerMount(
        volume: id, path: mount.path, isReadOnly: mount.isReadOnly, subPath: mount.subPath)
    }
  }

  /// `..2026_01_01_00_00_10.1234567890`: a time and a number that differs from volume to volume.
  private static func version(of id: VolumeID, at now: SimulatedTime) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in "\(id.podUID)/\(id.name)/\(now.milliseconds)".utf8 {
      hash = (hash ^ UInt32(byte)) &* 16_777_619
    }
    let time = now.timestamp.dropLast().replacing("-", with: "_").replacing(":", with: "_")
      .replacing("T", with: "_")
    return "..\(time).\(hash)"
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
    case .emptyDir: tree.usedBytes
    // What is in a hostPath belongs to the node and stays.
    case .files, .hostPath: 0
    }
  }
}

/// A volume on a node: it belongs to a Pod and has the name that the Pod gave it.
package struct VolumeID: Hashable, Comparable, Sendable {
  package let podUID: String
  package let name: String

  package init(podUID: String, name: String) {
    self.podUID = podUID
    self.name = name
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.podUID, left.name) < (right.podUID, right.name)
  }
}

/// What a volume is made of.
package enum VolumeKind: Hashable, Sendable {
  /// An empty folder. `isMemory` for `medium: Memory`, which counts against the memory of the
  /// container that writes. The size limit is the kubelet's business for disk, and the size of the
  /// file system for memory.
  case emptyDir(isMemory: Bool, sizeLimitBytes: Int?)
  /// The files of a ConfigMap, Secret, downward API or projected volume, by relative path:
  /// read-only. All but ConfigMaps are in memory (a tmpfs), which `ls` shows.
  case files([VolumeFile], isTemporary: Bool = false)
  /// A folder of the node; what is at the same path is shared by all Pods of the node.
  case hostPath(String)
}

/// A file of a volume.
package struct VolumeFile: Hashable, Sendable {
  /// Relative to the volume, such as `config/app.yaml`.
  package let path: String
  package let content: String
  /// Permission bits; 0644 by default.
  package let mode: Int

  package init(path: String, content: String, mode: Int = 0o644) {
    self.path = path
    self.content = content
    self.mode = mode
  }
}

/// Where a volume appears in a container.
package struct ContainerMount: Hashable, Sendable {
  package let volume: VolumeID
  /// Absolute, inside the container.
  package let path: String
  package let isReadOnly: Bool
  /// The part of the volume that is mounted; empty for all of it.
  package let subPath: String

  package init(volume: VolumeID, path: String, isReadOnly: Bool = false, subPath: String = "") {
    self.volume = volume
    self.path = path
    self.isReadOnly = isReadOnly
    self.subPath = subPath
  }
}

/// A volume as the kernel keeps it.
struct StoredVolume: Sendable {
  var kind: VolumeKind
  var tree = FileTree()

  init(_ kind: VolumeKind, version: String = "", at now: SimulatedTime = .start) {
    self.kind = kind
    switch kind {
    case .emptyDir, .hostPath:
      tree["/"] = FileNode(kind: .directory, mode: isTemporary ? 0o1777 : 0o777)
    case .files(let files, _): replaceFiles(files, version: version, at: now)
    }
  }

  /// The layout of pkg/volume/util/atomic_writer.go: the files are in a folder of their own, `..data`
  /// points to it, and what a process opens are links through `..data`. So all files change in one
  /// moment.
  mutating func replaceFiles(_ files: [VolumeFile], version: String, at now: SimulatedTime) {
    tree = FileTree()
    tree["/"] = FileNode(
      kind: .directory, mode: isTemporary ? 0o1777 : 0o777, modifiedAt: now)
    kind = .files(files, isTemporary: isTemporary)
    tree["/" + version] = FileNode(kind: .directory, mode: 0o755, modifiedAt: now)
    tree["/..data"] = FileNode(kind: .link(version), mode: 0o777, modifiedAt: now)
    for file in files {
      let path = FilePath.absolute(file.path, in: "/")
      guard path != "/", let top = path.split(separator: "/").first else { continue }
      tree.place(.file(Bytes(file.content)), at: "/" + version + path, mode: file.mode)
      tree["/" + version + path]?.modifiedAt = now
      tree["/" + top] = FileNode(kind: .link("..data/" + top), mode: 0o777, modifiedAt: now)
    }
  }

  /// A copy without links for a mount with `subPath`: such a mount holds on to the files that were
  /// there when the container was made, and sees no later ones.
  var pinned: StoredVolume? {
    guard case .files(let files, _) = kind else { return nil }
    var copy = self
    copy.tree = FileTree()
    for file in files {
      let path = FilePath.absolute(file.path, in: "/")
      if path != "/" { copy.tree.place(.file(Bytes(file.content)), at: path, mode: file.mode) }
    }
    return copy
  }

  /// Whether no process may ever write to it.
  var isReadOnly: Bool {
    switch kind {
    case .files: true
    case .emptyDir, .hostPath: false
    }
  }

  /// Whether it is a tmpfs.
  var isTemporary: Bool {
    switch kind {
    case .emptyDir(let isMemory, _): isMemory
    case .files(_, let isTemporary): isTemporary
    case .hostPath: false
    }
  }

  var isMemory: Bool {
    if case .emptyDir(isMemory: true, _) = kind { true } else { false }
  }

  /// The size of the file system, where it has one of its own.
  var capacityBytes: Int? {
    switch kind {
    case .emptyDir(isMemory: true, let limit): limit
    case .emptyDir, .files, .hostPath: nil
    }
  }
}

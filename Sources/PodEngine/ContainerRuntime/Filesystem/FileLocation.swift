/// A file system of the node.
enum TreeID: Hashable, Sendable {
  /// A container's own: its image and what it wrote over it.
  case container(String)
  case volume(VolumeID)
  /// The node's own files, which volumes of the kind `hostPath` show.
  case host
}

/// A place in a file system, with what the mount says about it.
struct FileLocation: Hashable, Sendable {
  let tree: TreeID
  let path: String
  let isReadOnly: Bool
}

extension Kernel {
  func tree(_ id: TreeID) -> FileTree? {
    switch id {
    case .container(let container): spaces[container]?.root
    case .volume(let volume): volumes[volume]?.tree
    case .host: hostFiles
    }
  }

  func node(at location: FileLocation) -> FileNode? {
    if case .container(let id) = location.tree, location.path.hasPrefix("/proc/") {
      return processFile(location.path, in: id)
    }
    guard var node = tree(location.tree)?[location.path] else { return nil }
    if case .container(let id) = location.tree,
      let text = spaces[id]?.controlGroupText(location.path, at: now)
    {
      node.kind = .file(Bytes(text))
    }
    return node
  }

  /// Runs a change on a file system, and keeps count of the node's disk.
  mutating func change(_ id: TreeID, _ body: (inout FileTree) -> Void) {
    switch id {
    case .container(let container):
      guard var space = spaces[container] else { return }
      spaces[container] = nil
      let before = space.root.usedBytes
      body(&space.root)
      usedDiskBytes += space.root.usedBytes - before
      spaces[container] = space
    case .volume(let volume):
      guard var stored = volumes[volume] else { return }
      volumes[volume] = nil
      let before = stored.tree.usedBytes
      body(&stored.tree)
      if !stored.isMemory { usedDiskBytes += stored.tree.usedBytes - before }
      volumes[volume] = stored
    case .host:
      let before = hostFiles.usedBytes
      body(&hostFiles)
      usedDiskBytes += hostFiles.usedBytes - before
    }
  }

  /// What a mount shows: a file system and the place in it.
  func origin(of mount: ContainerMount) -> (tree: TreeID, path: String) {
    let inside = mount.subPath.isEmpty ? "/" : FilePath.absolute(mount.subPath, in: "/")
    if case .hostPath(let path)? = volumes[mount.volume]?.kind {
      return (.host, FilePath.join(FilePath.absolute(path, in: "/"), inside))
    }
    return (.volume(mount.volume), inside)
  }

  /// Where an absolute path without links leads: the longest mount wins.
  private func place(_ path: String, in space: ContainerSpace) -> FileLocation {
    var best = FileLocation(
      tree: .container(space.id), path: path, isReadOnly: space.isRootReadOnly)
    var bestLength = -1
    for mount in space.mounts {
      guard let rest = FilePath.remainder(of: path, below: mount.path),
        mount.path.utf8.count > bestLength
      else { continue }
      bestLength = mount.path.utf8.count
      let (tree, base) = origin(of: mount)
      let isReadOnly = mount.isReadOnly || volumes[mount.volume]?.isReadOnly ?? true
      best = FileLocation(
        tree: tree, path: FilePath.join(base, rest), isReadOnly: isReadOnly)
    }
    return best
  }

  /// The location of a path as a process sees it. The last part may be missing; where it is a link
  /// it is followed unless `followsLast` is false. Throws where something before it is missing or
  /// no folder.
  func locate(_ path: String, by process: Process, followsLast: Bool = true)
    throws(Errno) -> FileLocation
  {
    guard var space = spaces[process.container], !path.isEmpty else { throw .noEntry }
    let text = path.hasPrefix("/") ? path : process.workingDirectory + "/" + path
    guard text.utf8.count < RuntimeLimits.pathBytes else { throw .nameTooLong }
    var pending = Array(text.split(separator: "/").reversed())
    var current = "/"
    var links = 0
    // `ls link/` looks into the folder that the link leads to.
    let followsLast = followsLast || text.hasSuffix("/")
    while let part = pending.popLast() {
      if part == "." { continue }
      if part == ".." {
        current = FilePath.parent(of: current)
        continue
      }
      let next = current == "/" ? "/" + part : current + "/" + part
      if followsLast || !pending.isEmpty, let other = rootOfProcess(next, seenFrom: space) {
        (space, current) = (other, "/")
        continue
      }
      let location = place(next, in: space)
      let isLast = pending.isEmpty
      switch node(at: location)?.kind {
      case .link(let target)? where !isLast || followsLast:
        links += 1
        guard links <= RuntimeLimits.symbolicLinks else { throw .loop }
        if target.hasPrefix("/") { current = "/" }
        pending += target.split(separator: "/").reversed()
        continue
      case nil where !isLast: throw .noEntry
      case .file?, .program?, .device?, .link?:
        if !isLast { throw .notDirectory }
      case .directory?, nil: break
      }
      current = next
    }
    return place(current, in: space)
  }

  func node(_ path: String, by process: Process, followsLast: Bool = true)
    throws(Errno) -> FileNode
  {
    let location = try locate(path, by: process, followsLast: followsLast)
    guard let node = node(at: location) else { throw .noEntry }
    if path.hasSuffix("/"), !node.isDirectory { throw .notDirectory }
    return node
  }

  /// The names in a folder, mounts included.
  func names(in path: String, by process: Process) throws(Errno) -> [String] {
    let location = try locate(path, by: process)
    guard let node = node(at: location) else { throw .noEntry }
    guard node.isDirectory else { throw .notDirectory }
    if case .container(let id) = location.tree,
      FilePath.remainder(of: location.path, below: "/proc") != nil
    {
      return processNames(location.path, in: id)
    }
    return tree(location.tree)?.names(in: location.path) ?? []
  }
}

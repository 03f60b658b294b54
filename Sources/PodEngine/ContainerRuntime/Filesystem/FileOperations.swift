extension Kernel {
  /// Throws where a process may not write here.
  func checkWritable(_ location: FileLocation, by process: Process) throws(Errno) {
    if location.isReadOnly { throw .readOnly }
    guard let node = node(at: location) else { return }
    try checkAccess(node, bit: 0o002, by: process)
  }

  /// Root may do anything while it has the capability; the owner and others what the mode says.
  func checkAccess(_ node: FileNode, bit: Int, by process: Process) throws(Errno) {
    if may("DAC_OVERRIDE", process) { return }
    let groups = spaces[process.container]?.user.groups ?? []
    let bits =
      node.owner == process.user
      ? node.mode >> 6 : groups.contains(node.group) ? node.mode >> 3 : node.mode
    guard bits & bit != 0 else { throw .permission }
  }

  mutating func truncate(_ location: FileLocation) throws(Errno) {
    guard var node = node(at: location) else { return }
    guard case .file = node.kind else { throw .busy }
    node.kind = .file(Bytes())
    node.modifiedAt = now
    change(location.tree) { $0[location.path] = node }
  }

  /// Makes a file, folder or link where nothing is.
  mutating func create(
    _ kind: FileNode.Kind, at location: FileLocation, mode: Int, by process: Process
  ) throws(Errno) {
    let parent = FileLocation(
      tree: location.tree, path: FilePath.parent(of: location.path),
      isReadOnly: location.isReadOnly)
    guard let folder = node(at: parent) else { throw .noEntry }
    guard folder.isDirectory else { throw .notDirectory }
    try checkWritable(parent, by: process)
    guard (tree(location.tree)?.count ?? 0) < RuntimeLimits.filesPerFilesystem else {
      report(
        "more than \(RuntimeLimits.filesPerFilesystem) files "
          + "(podlab's limit filesPerFilesystem)", by: process.number)
      throw .noSpace
    }
    var allowed = if case .link = kind { mode } else { mode & ~process.fileMask }
    // What is made in a folder with the set-group-ID bit has its group, and folders the bit as well.
    let inherits = folder.mode & 0o2000 != 0
    if inherits, case .directory = kind { allowed |= 0o2000 }
    let node = FileNode(
      kind: kind, mode: allowed, owner: process.user,
      group: inherits ? folder.group : group(of: process), modifiedAt: now)
    change(location.tree) { $0[location.path] = node }
  }

  /// The main group of a process: the container's, while it is the container's user.
  private func group(of process: Process) -> Int {
    guard let user = spaces[process.container]?.user, user.userID == process.user else { return 0 }
    return user.groupID
  }

  mutating func makeDirectory(_ path: String, by number: Int) throws(Errno) {
    guard let process = processes[number] else { throw .noProcess }
    let location = try locate(path, by: process)
    guard node(at: location) == nil else { throw .exists }
    try create(.directory, at: location, mode: 0o777, by: process)
  }

  mutating func makeLink(_ target: String, at path: String, by number: Int) throws(Errno) {
    guard let process = processes[number] else { throw .noProcess }
    let location = try locate(path, by: process, followsLast: false)
    guard node(at: location) == nil else { throw .exists }
    try create(.link(target), at: location, mode: 0o777, by: process)
  }

  /// Sets the time of change; makes an empty file where nothing is and `creates` says so.
  mutating func touch(_ path: String, creates: Bool, by number: Int) throws(Errno) {
    guard let process = processes[number] else { throw .noProcess }
    let location = try locate(path, by: process)
    guard var node = node(at: location) else {
      if creates { try create(.file(Bytes()), at: location, mode: 0o666, by: process) }
      return
    }
    try checkWritable(location, by: process)
    node.modifiedAt = now
    change(location.tree) { $0[location.path] = node }
  }

  mutating func setMode(_ path: String, _ change: (Int) -> Int, by number: Int) throws(Errno) {
    guard let process = processes[number] else { throw .noProcess }
    let location = try locate(path, by: process)
    guard var node = node(at: location) else { throw .noEntry }
    if location.isReadOnly { throw .readOnly }
    guard node.owner == process.user || may("FOWNER", process) else { throw .notPermitted }
    node.mode = change(node.mode)
    self.change(location.tree) { $0[location.path] = node }
  }

  /// Removes a file or link, or a folder: an empty one, or all of it.
  mutating func remove(
    _ path: String, directory: DirectoryRemoval, by number: Int
  ) throws(Errno) {
    guard let process = processes[number] else { throw .noProcess }
    let location = try locate(path, by: process, followsLast: false)
    guard let node = node(at: location) else { throw .noEntry }
    try checkRemovable(location, by: process)
    guard node.isDirectory else {
      if directory == .onlyEmpty { throw .notDirectory }
      change(location.tree) { $0[location.path] = nil }
      return
    }
    let below = tree(location.tree)?.descendants(of: location.path) ?? []
    switch directory {
    case .never: throw .isDirectory
    case .onlyEmpty where !below.isEmpty: throw .notEmpty
    case .onlyEmpty, .recursive: break
    }
    change(location.tree) { tree in
      for path in below { tree[path] = nil }
      tree[location.path] = nil
    }
  }

  enum DirectoryRemoval: Hashable, Sendable { case never, onlyEmpty, recursive }

  private func checkRemovable(_ location: FileLocation, by process: Process) throws(Errno) {
    if location.isReadOnly { throw .readOnly }
    let isMountPoint =
      location.path == "/"
      || (spaces[process.container]?.mounts.contains { mount in
        let (tree, path) = origin(of: mount)
        return location.tree == tree && location.path == path
      } ?? false)
    if isMountPoint { throw .busy }
    let parent = FileLocation(
      tree: location.tree, path: FilePath.parent(of: location.path), isReadOnly: false)
    try checkWritable(parent, by: process)
  }

  /// Moves a file or folder; a file at the destination is replaced.
  mutating func rename(_ source: String, to destination: String, by number: Int) throws(Errno) {
    guard let process = processes[number] else { throw .noProcess }
    let from = try locate(source, by: process, followsLast: false)
    let to = try locate(destination, by: process, followsLast: false)
    guard let moved = node(at: from) else { throw .noEntry }
    if from == to { return }
    if let old = node(at: to), old.isDirectory { throw .exists }
    if from.tree == to.tree, FilePath.remainder(of: to.path, below: from.path) != nil {
      throw .invalid
    }
    try checkRemovable(from, by: process)
    try checkWritable(
      FileLocation(
        tree: to.tree, path: FilePath.parent(of: to.path), isReadOnly: to.isReadOnly),
      by: process)
    let below = (tree(from.tree)?.descendants(of: from.path) ?? []).reversed()
      .map { path in (path, node(at: FileLocation(tree: from.tree, path: path, isReadOnly: false)))
      }
    change(to.tree) { tree in
      tree[to.path] = moved
      for (path, node) in below {
        tree[to.path + path.dropFirst(from.path.count)] = node
      }
    }
    change(from.tree) { tree in
      for (path, _) in below { tree[path] = nil }
      tree[from.path] = nil
    }
  }

  /// The bytes of a file; for programs that read one whole (a server its page, a shell its script).
  func contents(of path: String, by process: Process) throws(Errno) -> Bytes {
    let node = try node(path, by: process)
    try checkAccess(node, bit: 0o004, by: process)
    switch node.kind {
    case .file(let bytes): return bytes
    case .directory: throw .isDirectory
    // It is empty to whoever looks, and never grows: `tail -f /dev/null` waits for ever.
    case .device(.null): return Bytes()
    case .link, .program, .device: throw .invalid
    }
  }
}

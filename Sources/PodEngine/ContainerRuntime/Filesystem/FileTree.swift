/// A file, folder, link or executable.
struct FileNode: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case directory
    case file(Bytes)
    /// A symbolic link.
    case link(String)
    /// An executable: a name of `ProgramTable`.
    case program(String)
    case device(Device)
  }
  var kind: Kind
  /// The permission bits.
  var mode: Int
  var owner = 0
  var group = 0
  var modifiedAt = SimulatedTime.start

  var isDirectory: Bool {
    if case .directory = kind { true } else { false }
  }

  var sizeBytes: Int {
    switch kind {
    case .file(let bytes): bytes.count
    case .link(let target): target.utf8.count
    case .program: 1_131_168
    case .directory, .device: 0
    }
  }
}

/// The files below `/dev` that are none.
enum Device: Hashable, Sendable { case null, zero, full, random }

/// One file system: nodes by absolute path, in path order. `/` itself is always there.
struct FileTree: Sendable {
  private var nodes = OrderedTable<String, FileNode>()
  /// What its files hold together, in bytes.
  private(set) var usedBytes = 0

  init() { nodes["/"] = FileNode(kind: .directory, mode: 0o755) }

  var count: Int { nodes.count }

  subscript(path: String) -> FileNode? {
    get { nodes[path] }
    set {
      usedBytes += (newValue.map(Self.storedSize) ?? 0) - (nodes[path].map(Self.storedSize) ?? 0)
      nodes[path] = newValue
    }
  }

  private static func storedSize(_ node: FileNode) -> Int {
    if case .file(let bytes) = node.kind { bytes.count } else { 0 }
  }

  /// The names in a folder, in order.
  func names(in directory: String) -> [String] {
    let prefix = directory == "/" ? "/" : directory + "/"
    var result: [String] = []
    for (path, _) in nodes.entries(from: prefix) {
      guard path.hasPrefix(prefix) else { break }
      let name = path.dropFirst(prefix.count)
      if !name.isEmpty, !name.contains("/") { result.append(String(name)) }
    }
    return result
  }

  /// The paths of everything below a folder, deepest first.
  func descendants(of directory: String) -> [String] {
    let prefix = directory == "/" ? "/" : directory + "/"
    var result: [String] = []
    for (path, _) in nodes.entries(from: prefix) {
      guard path.hasPrefix(prefix) else { break }
      if path != "/" { result.append(path) }
    }
    return result.reversed()
  }

  /// Makes a folder and those above it, where they are missing.
  mutating func makeDirectories(_ path: String, mode: Int = 0o755) {
    var current = ""
    for part in path.split(separator: "/") {
      current += "/" + part
      if nodes[current] == nil { self[current] = FileNode(kind: .directory, mode: mode) }
    }
  }

  /// Puts a file in place, with the folders above it.
  mutating func place(_ kind: FileNode.Kind, at path: String, mode: Int) {
    makeDirectories(FilePath.parent(of: path))
    self[path] = FileNode(kind: kind, mode: mode)
  }

  /// Adds bytes to a file at an offset; what lies between its end and the offset becomes zeros.
  mutating func write(_ bytes: Bytes, to path: String, at offset: Int?, now: SimulatedTime) {
    guard var node = nodes[path], case .file(let old) = node.kind else { return }
    let offset = offset ?? old.count
    var new = Bytes()
    if offset == old.count {
      new = old
      new.append(bytes)
    } else {
      new = old.slice(from: 0, length: offset)
      new.append(Bytes(repeating: [0], times: offset - new.count))
      new.append(bytes)
      new.append(old.slice(from: offset + bytes.count, length: old.count))
    }
    node.kind = .file(new)
    node.modifiedAt = now
    self[path] = node
  }
}

/// Arithmetic on absolute paths.
enum FilePath {
  /// `/a/b` for `b` in `/a`; `.` and `..` are worked out.
  static func absolute(_ path: String, in directory: String) -> String {
    var parts: [Substring] = path.hasPrefix("/") ? [] : directory.split(separator: "/")
    for part in path.split(separator: "/") {
      if part == "." { continue }
      if part == ".." {
        _ = parts.popLast()
      } else {
        parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  static func parent(of path: String) -> String {
    let parts = path.split(separator: "/").dropLast()
    return "/" + parts.joined(separator: "/")
  }

  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? "/"
  }

  /// `/a` below `/mnt`: `/mnt/a`.
  static func join(_ base: String, _ rest: String) -> String {
    rest == "/" ? base : (base == "/" ? rest : base + rest)
  }

  /// What is left of a path below a folder: `/b` of `/a/b` below `/a`; nil where it is elsewhere.
  static func remainder(of path: String, below directory: String) -> String? {
    if directory == "/" { return path }
    if path == directory { return "/" }
    return path.hasPrefix(directory + "/") ? String(path.dropFirst(directory.count)) : nil
  }
}

/// Why a call into the kernel failed; the texts are Linux' own (`strerror`).
enum Errno: Error, Hashable, Sendable {
  case noEntry, exists, isDirectory, notDirectory, readOnly, noSpace, permission, notEmpty, loop
  case fileTooLarge, badDescriptor, tooManyFiles, brokenPipe, invalid, noProcess, again, noExec
  case addressInUse, connectionRefused, argumentsTooLong, nameTooLong, busy, notPermitted

  var text: String {
    switch self {
    case .noEntry: "No such file or directory"
    case .exists: "File exists"
    case .isDirectory: "Is a directory"
    case .notDirectory: "Not a directory"
    case .readOnly: "Read-only file system"
    case .noSpace: "No space left on device"
    case .permission: "Permission denied"
    case .notEmpty: "Directory not empty"
    case .loop: "Symbolic link loop"
    case .fileTooLarge: "File too large"
    case .badDescriptor: "Bad file descriptor"
    case .tooManyFiles: "Too many open files"
    case .brokenPipe: "Broken pipe"
    case .invalid: "Invalid argument"
    case .noProcess: "No such process"
    case .again: "Resource temporarily unavailable"
    case .noExec: "Exec format error"
    case .addressInUse: "Address already in use"
    case .connectionRefused: "Connection refused"
    case .argumentsTooLong: "Argument list too long"
    case .nameTooLong: "File name too long"
    case .busy: "Resource busy"
    case .notPermitted: "Operation not permitted"
    }
  }
}

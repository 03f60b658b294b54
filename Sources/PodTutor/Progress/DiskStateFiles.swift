internal import Glibc

/// The folder of the program's state, `$XDG_STATE_HOME/podlab`.
package struct DiskStateFiles: StateFiles {
  private let folder: String

  /// Larger files are not ours.
  private static let maximumBytes = 16_777_216

  /// The folder need not exist; it is made when something is written first.
  package init(folder: String) { self.folder = folder }

  package func read(_ name: String) throws(StateFilesError) -> String? {
    let path = path(name)
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("read", path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw StateFilesError("\(path) is no regular file")
    }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= Self.maximumBytes {
      let count = unsafe block.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("read", path) }
      bytes += block[..<count]
    }
    throw StateFilesError("\(path) is larger than \(Self.maximumBytes) bytes")
  }

  package func appendLine(_ line: String, to name: String) throws(StateFilesError) {
    try write(Array((line + "\n").utf8), to: path(name), flags: O_APPEND)
  }

  package func replaceAtomically(_ name: String, with text: String) throws(StateFilesError) {
    let (path, draft) = (path(name), path(name + ".new"))
    try write(Array(text.utf8), to: draft, flags: O_TRUNC)
    guard unsafe rename(draft, path) == 0 else { throw failure("replace", path) }
  }

  /// The descriptor stays open on purpose: the system gives the lock back when the process ends,
  /// by `kill -9` too.
  package func hold(_ name: String) -> Bool {
    guard let descriptor = openLock(name) else { return true }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    // Where locks are not to be had at all, one session is all there can be.
    let isTaken = errno == EWOULDBLOCK
    close(descriptor)
    return !isTaken
  }

  package func alone(_ work: () throws(StateFilesError) -> Void) throws(StateFilesError) {
    let descriptor = openLock("progress")
    if let descriptor { while flock(descriptor, LOCK_EX) != 0, errno == EINTR {} }
    defer { if let descriptor { close(descriptor) } }
    try work()
  }

  private func openLock(_ name: String) -> Int32? {
    makeFolder(folder)
    let descriptor = unsafe open(
      path(name + ".lock"), O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW, 0o600)
    return descriptor < 0 ? nil : descriptor
  }

  package func setAside(_ name: String) throws(StateFilesError) -> String {
    for number in 1...1000 {
      let other = "\(name).broken-\(number)"
      guard unsafe access(path(other), F_OK) != 0 else { continue }
      guard unsafe rename(path(name), path(other)) == 0 else { throw failure("rename", path(name)) }
      return other
    }
    throw StateFilesError("\(folder) holds 1000 broken files; remove some")
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  private func write(_ bytes: [UInt8], to path: String, flags: Int32) throws(StateFilesError) {
    makeFolder(folder)
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY | flags, 0o600)
    guard descriptor >= 0 else { throw failure("write", path) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("write", path) }
      rest = rest.dropFirst(count)
    }
    guard fdatasync(descriptor) == 0 else { throw failure("write", path) }
  }

  /// A folder that cannot be made shows when the file in it cannot be opened.
  private func makeFolder(_ path: String) {
    guard !path.isEmpty, unsafe access(path, F_OK) != 0 else { return }
    if let slash = path.lastIndex(of: "/") { makeFolder(String(path[..<slash])) }
    _ = unsafe mkdir(path, 0o700)
  }

  private func failure(_ verb: String, _ path: String) -> StateFilesError {
    let reason = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
    return StateFilesError("cannot \(verb) \(path): \(reason)")
  }
}

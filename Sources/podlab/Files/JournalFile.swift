internal import Glibc
internal import PodShell

/// The journals of free sessions, one file each in the state folder. A session holds the lock of
/// its own, and removes it when somebody leaves; one that lies there unlocked belongs to a session
/// that died.
final class JournalFile {
  /// Larger, a journal is not kept any further, and not read.
  static let largestFile = 64 << 20

  private let path: String
  private let descriptor: Int32
  private var journal: SessionJournal
  private var size = 0
  private var isBroken = false

  /// A new journal; nil where none can be written.
  init?(in folder: StateFolder, for session: Session) {
    guard let (path, descriptor) = Self.create(in: folder) else { return nil }
    (self.path, self.descriptor) = (path, descriptor)
    journal = SessionJournal(of: session)
    write(journal.head)
  }

  /// Makes a file under its lock. Numbers of processes would do as names only where no two
  /// sessions ever have the same: in a container all have.
  private static func create(in folder: StateFolder) -> (path: String, descriptor: Int32)? {
    for number in 1...1000 {
      let path = folder.file("session-\(number).journal")
      StateFolder.makeFolder(of: path)
      let flags = O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW
      let descriptor = unsafe open(path, flags, 0o600)
      guard descriptor >= 0 else {
        if errno == EEXIST { continue }
        return nil
      }
      var status = stat()
      // Another session may have taken it for an abandoned one before it was locked.
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, unsafe fstat(descriptor, &status) == 0,
        status.st_nlink > 0
      {
        return (path, descriptor)
      }
      close(descriptor)
    }
    return nil
  }

  deinit { close(descriptor) }

  /// Adds what is new in the session.
  func keep(_ session: Session) {
    if !isBroken, let line = journal.line(for: session) { write(line) }
  }

  /// A journal that breaks off in the middle would lead elsewhere, so the first failure is the end
  /// of it; the part that is whole stays.
  private func write(_ line: String) {
    size += line.utf8.count
    isBroken =
      isBroken || size > Self.largestFile || Disk.write(line.utf8, to: descriptor) != nil
  }

  /// Nobody needs it any more.
  func remove() { _ = unsafe unlink(path) }
}

/// A journal that a dead session left.
struct LeftJournal {
  let found: FoundJournal
  private let path: String

  /// The newest one with something in it; older ones are removed.
  static func newest(in folder: StateFolder) -> LeftJournal? {
    let names = (try? TextFiles.allNames(in: folder.path)) ?? []
    let paths = names.filter { $0.hasPrefix("session-") && $0.hasSuffix(".journal") }
      .map { folder.file($0) }
    var newest: (journal: LeftJournal, time: timespec)?
    for path in paths {
      guard let time = modificationOfUnlocked(path) else { continue }
      guard let bytes = try? Disk.read(path, limit: JournalFile.largestFile * 2),
        let found = FoundJournal(String(decoding: bytes, as: UTF8.self)), found.count > 0
      else {
        _ = unsafe unlink(path)
        continue
      }
      let journal = LeftJournal(found: found, path: path)
      if let other = newest, isLater(other.time, time) {
        journal.remove()
      } else {
        newest?.journal.remove()
        newest = (journal, time)
      }
    }
    return newest?.journal
  }

  func remove() { _ = unsafe unlink(path) }

  /// When it was written last; nil while its session lives.
  private static func modificationOfUnlocked(_ path: String) -> timespec? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard flock(descriptor, LOCK_SH | LOCK_NB) == 0, unsafe fstat(descriptor, &status) == 0 else {
      return nil
    }
    return status.st_mtim
  }

  private static func isLater(_ left: timespec, _ right: timespec) -> Bool {
    (left.tv_sec, left.tv_nsec) > (right.tv_sec, right.tv_nsec)
  }
}

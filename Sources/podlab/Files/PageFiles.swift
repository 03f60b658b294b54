internal import PodShell
internal import PodTutor

/// The files that lie beside a page, for reading: a page from a stranger sees its own folder and
/// nothing else of the disk.
struct PageFiles: FileAccess {
  private let folder: String

  /// The files beside a page, given by its path.
  init(page: String) {
    folder = page.lastIndex(of: "/").map { String(page[...$0]) } ?? "./"
  }

  func read(_ path: String) throws(FileAccessError) -> String {
    guard ScratchFiles.isInside(path) else { throw FileAccessError(.elsewhere, path: path) }
    let whole = folder + path
    guard let real = DiskFiles.resolved(whole) else { throw FileAccessError(.missing, path: path) }
    // A link may lead away.
    guard let home = DiskFiles.resolved(folder), real.hasPrefix(home == "/" ? home : home + "/")
    else { throw FileAccessError(.elsewhere, path: path) }
    do { return try DiskFiles().read(real) } catch {
      throw FileAccessError(error.reason, path: path)
    }
  }

  /// Names alone tell little; what they lead to is looked at when it is read.
  func names(beginning path: String) -> [String] {
    guard path.isEmpty || ScratchFiles.isInside(path) else { return [] }
    return DiskFiles().names(beginning: folder + path).map { String($0.dropFirst(folder.count)) }
  }
}

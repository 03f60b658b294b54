internal import Glibc
internal import PodShell
internal import PodTutor

/// The text files that the command line names: lessons, transcripts.
enum TextFiles {
  /// A file that cannot be used, in words.
  struct Failure: Error, Hashable, Sendable {
    let message: String
  }

  /// A folder that holds more than this was not meant.
  private static let maximumEntries = 10_000

  /// A file, or the files below a folder whose names end so; folders in the order of their names.
  static func read(_ path: String, ending: [String]) throws(Failure) -> [TextFile] {
    var entries = 0
    return try read(path, ending, &entries)
  }

  private static func read(_ path: String, _ ending: [String], _ entries: inout Int)
    throws(Failure) -> [TextFile]
  {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      throw Failure(message: "cannot read \(path): \(SystemError.last)")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return [try file(path)] }
    var files: [TextFile] = []
    for name in try allNames(in: path) where !name.hasPrefix(".") {
      entries += 1
      guard entries <= maximumEntries else {
        throw Failure(
          message: "more than \(maximumEntries) files below the folder; name the one that is meant")
      }
      let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      // A folder of a stranger shows what is in it, not what its links point to elsewhere.
      guard !isLink(inner, outOf: path) || !ending.contains(where: name.hasSuffix) else {
        throw Failure(message: "cannot read \(inner): it is a link that leads out of its folder")
      }
      if isFolder(inner) {
        files += try read(inner, ending, &entries)
      } else if ending.contains(where: name.hasSuffix) {
        files.append(try file(inner))
      }
    }
    return files
  }

  /// The same for several, in the order given.
  static func read(_ paths: [String], ending: [String]) throws(Failure) -> [TextFile] {
    var files: [TextFile] = []
    for path in paths { files += try read(path, ending: ending) }
    return files
  }

  private static func file(_ path: String) throws(Failure) -> TextFile {
    do {
      return TextFile(path: path, text: try DiskFiles().read(path))
    } catch {
      throw Failure(message: "cannot read \(path): \(error.reason.explanation)")
    }
  }

  /// Whether a name is a link to something that is not below the folder.
  private static func isLink(_ path: String, outOf folder: String) -> Bool {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK,
      let target = DiskFiles.resolved(path), let folder = DiskFiles.resolved(folder)
    else { return false }
    return !target.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// A link to a folder is not followed where it could lead back here.
  static func isFolder(_ path: String, followingLinks: Bool = false) -> Bool {
    var status = stat()
    let found = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
    return found == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The files in the folder of a file.
  static func siblings(of path: String) -> [String] {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let names = (try? allNames(in: folder.isEmpty ? "." : folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.map { folder + $0 }
  }

  /// What a folder holds, in the order of the names.
  static func allNames(in folder: String) throws(Failure) -> [String] {
    guard let directory = unsafe opendir(folder) else {
      throw Failure(message: "cannot read \(folder): \(SystemError.last)")
    }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Puts a new text in the place of a file, so that at every moment the old or the new one is
  /// there. A link stays a link, and who could read the file still can.
  static func replace(_ path: String, with text: String) throws(Failure) {
    let path = DiskFiles.resolved(path) ?? path
    let draft = path + ".new"
    var status = stat()
    // A new file gets what the user's mask leaves of 0644, an old one keeps what it has.
    let mask = umask(0o022)
    umask(mask)
    let mode = unsafe stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644 & ~mask
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else {
      throw Failure(message: "cannot write \(draft): \(SystemError.last)")
    }
    var failure = Disk.write(text.utf8, to: descriptor)
    if failure == nil, fchmod(descriptor, mode) != 0 { failure = .last }
    if failure == nil, fsync(descriptor) != 0 { failure = .last }
    close(descriptor)
    if failure == nil, unsafe rename(draft, path) != 0 { failure = .last }
    guard let failure else { return }
    _ = unsafe unlink(draft)
    throw Failure(message: "cannot write \(path): \(failure)")
  }
}

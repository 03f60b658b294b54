internal import Glibc
internal import PodShell

/// The files that `-f FILE` and `> FILE` reach: the real disk, from the current folder.
struct DiskFiles: FileAccess {
  /// Where files may be written.
  enum Writing: Hashable, Sendable {
    case nowhere
    /// Below the current folder: what a script is allowed.
    case workingFolder
    /// Wherever the person at the prompt says.
    case anywhere
  }

  /// The limit of the Kubernetes API for a request body.
  static let largestFile = 3 << 20

  private let writing: Writing

  init(writing: Writing = .nowhere) { self.writing = writing }

  func read(_ path: String) throws(FileAccessError) -> String {
    do {
      let bytes = try Disk.read(Self.expanded(path), limit: Self.largestFile)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw FileAccessError(.notText, path: path)
      }
      return text
    } catch let error as Disk.ReadError {
      throw FileAccessError(error.reason, path: path)
    } catch let error as FileAccessError {
      throw error
    } catch {
      throw FileAccessError(.denied, path: path)
    }
  }

  func write(_ text: String, to path: String, appending: Bool) throws(FileAccessError) {
    let expanded = try writable(path)
    let mode = O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW
    let descriptor =
      expanded.utf8.contains(0)
      ? -1 : unsafe open(expanded, mode | (appending ? O_APPEND : 0), 0o644)
    guard descriptor >= 0 else {
      throw FileAccessError(.refused(SystemError.last.description), path: path)
    }
    defer { close(descriptor) }
    var status = stat()
    let isFile = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    guard isFile || expanded == "/dev/null" else { throw FileAccessError(.denied, path: path) }
    if isFile, !appending, ftruncate(descriptor, 0) != 0 {
      throw FileAccessError(.refused(SystemError.last.description), path: path)
    }
    var failure = Disk.write(text.utf8, to: descriptor)
    // What is said to be written survives what happens to the program, and to the machine.
    if failure == nil, isFile, fdatasync(descriptor) != 0 { failure = .last }
    if let failure { throw FileAccessError(.refused(failure.description), path: path) }
  }

  func move(_ path: String, to other: String) throws(FileAccessError) {
    let (from, to) = (try writable(path), try writable(other))
    guard unsafe rename(from, to) == 0 else {
      throw FileAccessError(.refused(SystemError.last.description), path: other)
    }
  }

  func remove(_ path: String) throws(FileAccessError) {
    guard unsafe unlink(try writable(path)) == 0 else {
      throw FileAccessError(.refused(SystemError.last.description), path: path)
    }
  }

  /// A path as the system takes it, where one may write.
  private func writable(_ path: String) throws(FileAccessError) -> String {
    let expanded = Self.expanded(path)
    switch writing {
    case .nowhere: throw FileAccessError(.readOnly, path: path)
    case .anywhere: return expanded
    case .workingFolder:
      guard expanded == "/dev/null" || Self.isBelowWorkingFolder(expanded) else {
        throw FileAccessError(.outside, path: path)
      }
      return expanded
    }
  }

  /// Hidden files only when the name begins with a dot, as in a shell.
  func names(beginning path: String) -> [String] {
    let split = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let (folder, start) = (String(path[..<split]), path[split...])
    let directory = folder.isEmpty ? "." : Self.expanded(folder)
    guard !directory.utf8.contains(0), let names = try? TextFiles.allNames(in: directory) else {
      return []
    }
    let fitting = names.filter { $0.hasPrefix(start) && ($0.first != "." || start.first == ".") }
    return fitting.filter { VisibleText.escaping($0, tabs: .escaped) == $0 }.map { name in
      folder + name + (TextFiles.isFolder("\(directory)/\(name)", followingLinks: true) ? "/" : "")
    }
  }

  /// Whether the folder of a file lies in the current folder, with all links resolved.
  private static func isBelowWorkingFolder(_ path: String) -> Bool {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard let here = resolved("."), let there = resolved(folder) else { return false }
    return there == here || there.hasPrefix(here == "/" ? here : here + "/")
  }

  /// A path with all links resolved; nil where there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// `~/x` as a shell would read it: at podlab's prompt there is none.
  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = Environment.process.nonEmpty("HOME") else { return path }
    return home + path.dropFirst()
  }
}

extension Disk.ReadError {
  fileprivate var reason: FileAccessError.Reason {
    switch self {
    case .missing: .missing
    case .isDirectory: .isDirectory
    case .tooLarge: .tooLarge
    case .notAFile, .failed: .denied
    }
  }
}

internal import Glibc

/// The learner's own editor on a temporary file: the only program that podlab ever starts, and only
/// the one that the environment names.
enum ExternalEditor {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The text as it was saved.
  static func edit(
    _ text: String, environment: Environment = .process
  ) throws(Failure) -> String {
    let folder = environment.nonEmpty("TMPDIR") ?? "/tmp"
    var path = Array("\(folder)/podlab-edit-XXXXXX.yaml\0".utf8CString.dropLast())
    let descriptor = unsafe path.withUnsafeMutableBufferPointer { name in
      unsafe name.baseAddress.map { unsafe mkstemps($0, 5) } ?? -1
    }
    guard descriptor >= 0 else {
      throw Failure(description: "cannot make a temporary file in \(folder): \(SystemError.last)")
    }
    let file = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { _ = unsafe unlink(file) }
    let failure = Disk.write(text.utf8, to: descriptor)
    close(descriptor)
    if let failure { throw Failure(description: "cannot write \(file): \(failure)") }
    try run(on: file, environment)
    do {
      let bytes = try Disk.read(file, limit: DiskFiles.largestFile)
      guard let edited = String(validating: bytes, as: UTF8.self) else {
        throw Failure(description: "what was saved is not UTF-8 text")
      }
      return edited
    } catch let error as Failure {
      throw error
    } catch {
      throw Failure(description: "cannot read \(file) again: \(error)")
    }
  }

  /// As kubectl does: KUBE_EDITOR, then EDITOR, then vi. The variable may hold options, so a shell
  /// takes it apart.
  private static func run(on file: String, _ environment: Environment) throws(Failure) {
    let editor =
      environment.nonEmpty("KUBE_EDITOR") ?? environment.nonEmpty("EDITOR") ?? "vi"
    var process: pid_t = 0
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // The program ignores broken pipes; the editor shall not inherit that.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let words = ["/bin/sh", "-c", "\(editor) \"$1\"", editor, file]
    let pointers = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    let result = unsafe posix_spawn(
      &process, "/bin/sh", nil, &attributes, pointers, environ)
    guard result == 0 else {
      throw Failure(description: "cannot start the editor \(editor): \(SystemError(result))")
    }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
    guard status == 0 else {
      throw Failure(description: "the editor \(editor) failed; set KUBE_EDITOR or EDITOR")
    }
  }
}

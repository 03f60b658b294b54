internal import Glibc

/// A program that the environment names (`EDITOR`, `PAGER`): the only ones that podlab ever starts.
/// The variable may hold options, so a shell takes it apart.
enum ShellProcess {
  /// Starts it; `argument` is given to it as one word. Nil where it cannot be started.
  static func start(_ program: String, argument: String? = nil, input: Int32? = nil) -> pid_t? {
    var process: pid_t = 0
    var attributes = posix_spawnattr_t()
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawnattr_init(&attributes)
    unsafe posix_spawn_file_actions_init(&actions)
    defer {
      unsafe posix_spawnattr_destroy(&attributes)
      unsafe posix_spawn_file_actions_destroy(&actions)
    }
    // podlab ignores broken pipes; its child shall not inherit that.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    if let input { unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    let line = argument == nil ? program : "\(program) \"$1\""
    let words = ["/bin/sh", "-c", line, "podlab"] + (argument.map { [$0] } ?? [])
    let pointers = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    let result = unsafe posix_spawn(
      &process, "/bin/sh", &actions, &attributes, pointers, environ)
    return result == 0 ? process : nil
  }

  /// Waits for its end; the exit code, or 128 and the signal.
  static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}

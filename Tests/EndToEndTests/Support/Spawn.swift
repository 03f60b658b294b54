import Glibc

/// Starts processes: a thin layer over `posix_spawn`.
enum Spawn {
  enum Failure: Error { case spawn(Int32), pipe, terminal }

  /// What becomes of the standard descriptors of the new process.
  enum Descriptors {
    case each(input: Int32, output: Int32, errors: Int32)
    /// A new session whose controlling terminal this is.
    case terminal(path: String)
  }

  /// Only these variables are set, so that the tests do not depend on who runs them.
  static func start(
    _ arguments: [String], environment: [String], _ descriptors: Descriptors
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    var flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    switch descriptors {
    case .each(let input, let output, let errors):
      unsafe add(input, as: 0, &actions)
      unsafe add(output, as: 1, &actions)
      unsafe add(errors, as: 2, &actions)
    case .terminal(let path):
      flags |= 0x80  // POSIX_SPAWN_SETSID, which Glibc's module does not show.
      unsafe posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
      unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
    var everySignal = sigset_t()
    var noSignal = sigset_t()
    unsafe sigfillset(&everySignal)
    unsafe sigemptyset(&noSignal)
    unsafe posix_spawnattr_setsigdefault(&attributes, &everySignal)
    unsafe posix_spawnattr_setsigmask(&attributes, &noSignal)
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    return try unsafe run(arguments, environment, &actions, &attributes)
  }

  private static func add(
    _ descriptor: Int32, as target: Int32, _ actions: inout posix_spawn_file_actions_t
  ) {
    if descriptor < 0 {
      unsafe posix_spawn_file_actions_addclose(&actions, target)
    } else {
      unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, target)
    }
  }

  private static func run(
    _ arguments: [String], _ environment: [String],
    _ actions: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t
  ) throws -> pid_t {
    var process: pid_t = 0
    let argumentPointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
    let environmentPointers = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (argumentPointers + environmentPointers).forEach { unsafe free($0) } }
    let result = unsafe posix_spawn(
      &process, arguments[0], &actions, &attributes, argumentPointers, environmentPointers)
    guard result == 0 else { throw Failure.spawn(result) }
    return process
  }

  /// How a process ended: its exit code, or 128 + the signal that ended it.
  static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return code(status)
  }

  static func code(_ status: Int32) -> Int32 {
    status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}

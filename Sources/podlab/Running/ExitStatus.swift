/// How the process ends.
struct ExitStatus: Error, Hashable, Sendable {
  let code: Int32

  init(_ code: Int) { self.code = Int32(truncatingIfNeeded: code & 0xFF) }

  static let success = ExitStatus(0)
  /// A command failed.
  static let failure = ExitStatus(1)
  /// The command line or the script cannot be understood.
  static let usage = ExitStatus(2)
  /// Ctrl-C.
  static let interrupted = ExitStatus(130)

  /// As a shell reports a process that a signal ended.
  static func signal(_ number: Int32) -> ExitStatus { ExitStatus(128 + Int(number)) }
}

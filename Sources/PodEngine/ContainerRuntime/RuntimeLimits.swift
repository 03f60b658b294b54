/// The limits of what runs in containers. Reaching one is an error that names it, never a crash or
/// a hang.
package enum RuntimeLimits {
  /// Steps that one process tree (a container's, or one exec's) may run within one instant of
  /// virtual time. Then it is suspended: 1 ms, and twice as long each time it happens again at
  /// once, up to `longestSuspension`.
  package static let instructionsPerInstant = 5_000
  package static let longestSuspension = SimulatedDuration.seconds(10)
  /// Steps that a process runs before it is another one's turn.
  package static let instructionsPerTurn = 50
  /// Processes in one container, its execs included.
  package static let processesPerContainer = 128
  /// Frames of one shell: nested commands and function calls.
  package static let shellDepth = 400
  /// Nesting that the shell's parser follows.
  package static let syntaxDepth = 40
  /// Words that one command line may expand to.
  package static let wordsPerCommand = 10_000
  /// What one word of a command, and so the value of one variable, may take of the real machine's
  /// memory, in bytes.
  package static let wordWeight = 4_194_304
  /// Bytes of a script, and of one argument (Linux' own `MAX_ARG_STRLEN`).
  package static let textBytes = 131_072
  /// Bytes of a file or pipe that are no repetition, so have to be held one by one.
  package static let storedBytesPerFile = 1_048_576
  /// Files and folders in one file system.
  package static let filesPerFilesystem = 20_000
  /// Bytes in a pipe before the writer has to wait (as in Linux).
  package static let pipeBytes = 65_536
  /// Bytes of a container's log; then it is rotated, as the kubelet does at 10Mi.
  package static let logBytes = 1_048_576
  /// Bytes that are kept of what one exec prints.
  package static let execOutputBytes = 1_048_576
  /// Open files of one process.
  package static let openFilesPerProcess = 64
  /// Bytes of a path from the root on (Linux' `PATH_MAX`).
  package static let pathBytes = 4096
  /// Symbolic links followed on the way to one file (as in Linux).
  package static let symbolicLinks = 40
}

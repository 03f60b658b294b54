internal import Glibc
internal import PodShell

/// Where the program writes, and whether it may use colour there.
struct Console {
  let output: Output
  let errors: Output
  let terminal: Terminal

  init(terminal: Terminal) {
    output = Output(descriptor: STDOUT_FILENO)
    errors = Output(descriptor: STDERR_FILENO)
    self.terminal = terminal
  }

  /// Why the output can no longer be written; a reader that went away (`| head`) is no reason to
  /// complain.
  var brokenOutput: SystemError? { output.failure }

  /// Says something in the program's own name on standard error.
  func complain(_ message: String) { errors.write("podlab: \(VisibleText.escaping(message))\n") }
}

/// One of the program's output streams. A stream that fails once is left alone afterwards.
final class Output {
  private let descriptor: Int32
  /// Why writing failed; nil while all is well.
  private(set) var failure: SystemError?
  private var endsInNewline = true

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Writes a text. A failure is kept, not thrown: who prints can do nothing about it, who runs
  /// commands looks.
  func write(_ text: String) {
    guard failure == nil, let last = text.utf8.last else { return }
    failure = Disk.write(text.utf8, to: descriptor)
    endsInNewline = last == UInt8(ascii: "\n")
  }

  /// Ends a line that was left open, so that a prompt starts on a line of its own.
  func finishLine() {
    if !endsInNewline { write("\n") }
  }
}

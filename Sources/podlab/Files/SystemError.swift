internal import Glibc

/// A failed system call, in words.
struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  /// The number that the last failed call left.
  static var last: SystemError { SystemError(errno) }

  var description: String {
    unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
  }
}

extension SystemError {
  /// The reader of a pipe went away.
  var isBrokenPipe: Bool { number == EPIPE }
}

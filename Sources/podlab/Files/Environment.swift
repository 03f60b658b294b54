internal import Glibc
internal import PodShell

/// The environment of the process.
struct Environment: Sendable {
  private let lookUp: @Sendable (String) -> String?

  init(_ lookUp: @escaping @Sendable (String) -> String?) { self.lookUp = lookUp }

  /// The real one.
  static let process = Environment { name in
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// The value; nil when the variable is not set.
  subscript(name: String) -> String? { lookUp(name) }

  /// The language that the locale asks for, by the order of POSIX; nil for one that podlab does
  /// not speak.
  var language: Language? {
    let locale = nonEmpty("LC_ALL") ?? nonEmpty("LC_MESSAGES") ?? nonEmpty("LANG")
    return locale.flatMap { Language(locale: $0) }
  }

  /// The value; nil when the variable is not set or empty.
  func nonEmpty(_ name: String) -> String? {
    lookUp(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}

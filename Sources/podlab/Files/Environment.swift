internal import Glibc

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

  /// The value; nil when the variable is not set or empty.
  func nonEmpty(_ name: String) -> String? {
    lookUp(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}

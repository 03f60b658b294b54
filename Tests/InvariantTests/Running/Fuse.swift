import Synchronization

/// Stops a command that goes round in circles long before the engine's own limit does.
final class Fuse: Sendable {
  /// More changes than any command of a random session publishes.
  private static let limit = 20_000

  private let changes = Mutex(0)

  /// Asked with every published change; true when it is enough.
  func burn() -> Bool {
    changes.withLock { count in
      count += 1
      return count > Self.limit
    }
  }

  func renew() { changes.withLock { $0 = 0 } }
}

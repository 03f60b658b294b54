/// Collects what is wrong in a file, so that an author sees everything at once.
struct Problems: Sendable {
  private(set) var errors: [SourceError] = []

  mutating func add(_ position: SourcePosition, _ message: String, advice: String) {
    errors.append(SourceError(position, message, advice: advice))
  }

  mutating func add(_ error: SourceError) { errors.append(error) }

  /// The result of something that may throw; nil, with the error noted, when it does.
  @discardableResult
  mutating func catching<Value>(_ body: () throws(SourceError) -> Value) -> Value? {
    do { return try body() } catch {
      errors.append(error)
      return nil
    }
  }
}

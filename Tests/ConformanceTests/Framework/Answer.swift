import OrderedCollections
import PodEngine

/// What podlab says to a case, key by key of the case's `expect`.
///
/// A runner never reads `expect`: it answers, and the framework compares. So no runner can look up
/// what is wanted, and every change of `expect` must be noticed.
struct Answer {
  private var claims: [String: Claim] = [:]

  /// One key of the answer.
  enum Claim {
    /// Must be exactly so.
    case equals(APIValue)
    /// Must be exactly so; where the case does not say, it must be `whenUnsaid`.
    case equalsOr(APIValue, whenUnsaid: APIValue)
    /// The case tells a part of it: fields of objects, elements of lists in their order.
    case includes(APIValue)
    /// The case tells a piece of the text.
    case contains(String)
    /// The case tells the beginning of the text.
    case begins(String)
    /// Anything else: the problems found in what the case says.
    case matches((CaseValue) -> [String])
  }

  subscript(key: String) -> Claim? {
    get { claims[key] }
    set { claims[key] = newValue }
  }

  /// Differences between `expect` and this answer, in words; empty when the case holds.
  func problems(with expect: CaseValue) -> [String] {
    let said = expect.keys.flatMap { key in
      guard let value = expect[key] else { return [String]() }
      guard let claim = claims[key] else { return ["\(key): podlab gives no answer"] }
      return claim.problems(with: value, at: key)
    }
    let unsaid = claims.keys.sorted().filter { !expect.keys.contains($0) }.flatMap { key in
      guard case .equalsOr(let value, let ordinary) = claims[key], value != ordinary else {
        return [String]()
      }
      return ["\(key): podlab says \(value.text), the case says nothing of it"]
    }
    return said + unsaid + expect.unread.map { "\($0): not compared" }
  }
}

extension Answer.Claim {
  fileprivate func problems(with expected: CaseValue, at key: String) -> [String] {
    switch self {
    case .equals(let value), .equalsOr(let value, _):
      return Self.differences(expected.whole, value, key)
    case .includes(let value):
      return Self.missing(expected.whole, value, key)
    case .contains(let text):
      return Self.piece(expected.whole, of: text, key) { text.contains($0) }
    case .begins(let text):
      return Self.piece(expected.whole, of: text, key) { text.hasPrefix($0) }
    case .matches(let check):
      return check(expected).map { "\(key): \($0)" }
    }
  }

  private static func piece(
    _ expected: APIValue, of text: String, _ key: String, _ holds: (String) -> Bool
  ) -> [String] {
    guard let piece = expected.stringValue, !piece.isEmpty, holds(piece) else {
      return ["\(key): expected \(expected.text), podlab says \(text)"]
    }
    return []
  }

  private static func differences(_ expected: APIValue, _ value: APIValue, _ key: String)
    -> [String]
  {
    expected.ordered == value.ordered
      ? [] : ["\(key): expected \(expected.text), podlab says \(value.text)"]
  }

  private static func missing(_ expected: APIValue, _ value: APIValue?, _ key: String) -> [String] {
    switch (expected, value) {
    case (.object(let fields), .object(let have)):
      return fields.flatMap { missing($1, have[$0], "\(key).\($0)") }
    case (.array(let elements), .array(let have)):
      if have.count != elements.count {
        return ["\(key): expected \(elements.count) elements, podlab has \(have.count)"]
      }
      return elements.enumerated().flatMap { missing($1, have[$0], "\(key)[\($0)]") }
    case (let expected, let value):
      return differences(expected, value ?? .null, key)
    }
  }
}

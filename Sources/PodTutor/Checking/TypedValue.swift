internal import PodEngine

/// Comparison with the types that Kubernetes writes as text: `500m` is `0.5`, `1m` of time is
/// `60s`.
enum TypedValue {
  /// Where both sides are times, durations, numbers or quantities, they are compared as such; else
  /// as texts.
  static func holds(_ actual: String, _ comparison: Comparison, _ wanted: String) -> Bool {
    switch comparison {
    case .isIn: wanted.split(separator: ",").contains { order(actual, String($0)) == 0 }
    case .contains: actual.contains(wanted)
    case .equal: order(actual, wanted) == 0
    case .notEqual: order(actual, wanted) != 0
    case .less: order(actual, wanted) < 0
    case .lessOrEqual: order(actual, wanted) <= 0
    case .greater: order(actual, wanted) > 0
    case .greaterOrEqual: order(actual, wanted) >= 0
    }
  }

  /// Below, at or above zero as the left side is less, equal or greater.
  private static func order(_ left: String, _ right: String) -> Int {
    if left == right { return 0 }
    if let order = order(left, right, as: { Int($0) }) { return order }
    if let order = order(left, right, as: { Quantity($0)?.milliValue }) { return order }
    if let order = order(left, right, as: { VirtualDuration.parse($0)?.milliseconds }) {
      return order
    }
    if let order = order(left, right, as: { SimulatedTime(timestamp: $0)?.milliseconds }) {
      return order
    }
    return left < right ? -1 : 1
  }

  private static func order(_ left: String, _ right: String, as number: (String) -> Int?) -> Int? {
    guard let left = number(left), let right = number(right) else { return nil }
    return left < right ? -1 : (left == right ? 0 : 1)
  }
}

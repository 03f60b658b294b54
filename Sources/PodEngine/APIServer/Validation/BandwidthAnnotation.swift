/// How fast a Pod may send and receive, from its annotations (`pkg/util/bandwidth`).
///
/// The API does not look at these annotations; the runtime reads them when it makes the sandbox.
package struct BandwidthAnnotation: Hashable, Sendable {
  /// Bits per second; nil is no limit.
  package var ingress: Int?
  package var egress: Int?

  package static let ingressKey = "kubernetes.io/ingress-bandwidth"
  package static let egressKey = "kubernetes.io/egress-bandwidth"

  /// Why an annotation cannot be used.
  package enum Problem: Error, Hashable, Sendable {
    case unreadable(QuantityError)
    case tooSmall
    case tooLarge

    package var message: String {
      switch self {
      case .unreadable(let error): error.message
      case .tooSmall: "resource is unreasonably small (< 1kbit)"
      case .tooLarge: "resource is unreasonably large (> 1Pbit)"
      }
    }
  }

  /// The limits; the first bad annotation (ingress before egress) refuses both.
  package static func parse(_ annotations: StringMap<String>) -> Result<Self, Problem> {
    Result { () throws(Problem) -> Self in
      let ingress = try limit(annotations[ingressKey])
      return Self(ingress: ingress, egress: try limit(annotations[egressKey]))
    }
  }

  private static func limit(_ text: String?) throws(Problem) -> Int? {
    guard let text else { return nil }
    let quantity: Quantity
    do { quantity = try Quantity(parsing: text) } catch { throw .unreadable(error) }
    if quantity.value < 1000 { throw .tooSmall }
    if quantity.value > 1_000_000_000_000_000 { throw .tooLarge }
    return quantity.value
  }
}

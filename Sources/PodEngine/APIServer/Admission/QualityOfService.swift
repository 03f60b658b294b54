/// How well a Pod is protected when memory runs short, from requests and limits of cpu and memory
/// (`apis/core/v1/helper/qos`).
package enum QualityOfService {
  private static let resources = ["cpu", "memory"]

  /// The class of a `PodSpec`; defaults must have been applied.
  package static func qosClass(of spec: APIValue) -> QOSClass {
    if let own = spec.field("resources"), isNamed(own) { return qosClass([own]) }
    let containers = spec.list("containers") + spec.list("initContainers")
    return qosClass(containers.map { $0["resources"] ?? .emptyObject })
  }

  /// The class of a stored Pod (`GetPodQOS`): it was decided when the Pod was made.
  package static func qosClass(of spec: PodSpec, _ status: PodStatus) -> QOSClass {
    status.qosClass ?? qosClass(of: spec)
  }

  /// The class of a typed specification.
  package static func qosClass(of spec: PodSpec) -> QOSClass {
    let containers = spec.containers + spec.initContainers
    return qosClass(containers.map { APIValue(encoding: $0.resources) })
  }

  /// Guaranteed: every one has limits for both, and requests equal to them. BestEffort: nobody has
  /// anything.
  private static func qosClass(_ all: [APIValue]) -> QOSClass {
    var hasAny = false
    var isGuaranteed = !all.isEmpty
    for requirements in all {
      for name in resources {
        let request = amount(requirements, "requests", name)
        let limit = amount(requirements, "limits", name)
        hasAny = hasAny || request != nil || limit != nil
        isGuaranteed = isGuaranteed && limit != nil && request == limit
      }
    }
    if !hasAny { return .bestEffort }
    return isGuaranteed ? .guaranteed : .burstable
  }

  /// Zero counts as nothing.
  private static func amount(_ requirements: APIValue, _ key: String, _ name: String) -> Quantity? {
    guard let value = requirements[key]?.field(name) else { return nil }
    let quantity = Quantity(wire: value)
    return quantity > .zero ? quantity : nil
  }

  private static func isNamed(_ requirements: APIValue) -> Bool {
    resources.contains {
      amount(requirements, "requests", $0) != nil || amount(requirements, "limits", $0) != nil
    }
  }
}

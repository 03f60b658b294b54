internal import PodEngine

/// The QoS class of a pod and its resources as kubectl works them out from the tree.
enum PodQuality {
  /// The class that the status names, else the computed one (`qos.ComputePodQOS`).
  static func qosClass(of pod: APIValue) -> String {
    let known = pod.text("status", "qosClass")
    if !known.isEmpty { return known }
    if let resources = pod.field("spec", "resources"), hasAmounts(resources) {
      return qosClass(of: [resources])
    }
    let containers = pod.list("spec", "initContainers") + pod.list("spec", "containers")
    return qosClass(of: containers.map { $0.field("resources") ?? .emptyObject })
  }

  private static func hasAmounts(_ resources: APIValue) -> Bool {
    ["limits", "requests"].contains { !resources.sortedFields([$0]).isEmpty }
  }

  private static func qosClass(of resources: [APIValue]) -> String {
    let names = ["cpu", "memory"]
    func amount(_ resource: APIValue, _ list: String, _ name: String) -> Quantity? {
      resource.field(list, name).flatMap { Quantity(AmountText.text(of: $0)) }
        .flatMap { $0.milliValue > 0 ? $0 : nil }
    }
    let all = resources.flatMap { resource in
      names.flatMap { [amount(resource, "limits", $0), amount(resource, "requests", $0)] }
    }
    if all.allSatisfy({ $0 == nil }) { return "BestEffort" }
    func sum(_ list: String, _ name: String) -> Int? {
      let amounts = resources.compactMap { amount($0, list, name)?.milliValue }
      return amounts.isEmpty ? nil : amounts.reduce(0, +)
    }
    // Each container limits both, and in the whole Pod as much is requested as allowed.
    let isGuaranteed =
      resources.allSatisfy { resource in
        names.allSatisfy { amount(resource, "limits", $0) != nil }
      } && names.allSatisfy { sum("requests", $0) == sum("limits", $0) }
    return isGuaranteed ? "Guaranteed" : "Burstable"
  }
}

/// Amounts as the API shows them.
enum AmountText {
  /// The canonical text of an amount; what is no amount is shown as it is.
  static func text(of value: APIValue) -> String {
    let text = value.scalarText ?? ""
    return Quantity(text)?.text ?? text
  }
}

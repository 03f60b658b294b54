import PodEngine

/// Whether a Pod and a node suit each other, written down once more from the API's documentation
/// for the forms that the generated manifests use.
enum Suiting {
  static func tolerates(
    _ tolerations: [APIValue], key: String, _ value: String, _ effect: String
  ) -> Bool {
    tolerations.contains { toleration in
      let (itsEffect, itsKey) = (toleration.text("effect"), toleration.text("key"))
      guard itsEffect.isEmpty || itsEffect == effect else { return false }
      guard itsKey.isEmpty || itsKey == key else { return false }
      return toleration.text("operator") == "Exists" || toleration.text("value") == value
    }
  }

  static func term(_ term: APIValue, _ node: APIValue) -> Bool {
    term.list("matchExpressions").allSatisfy { requirement in
      let label = node.label(requirement.text("key"))
      let values = requirement.list("values").compactMap(\.stringValue)
      switch requirement.text("operator") {
      case "In": return label.map(values.contains) ?? false
      case "NotIn": return !(label.map(values.contains) ?? false)
      case "Exists": return label != nil
      default: return label == nil
      }
    }
  }

  /// The labels that a Pod does not want beside it on a node.
  static func avoided(by pod: APIValue) -> [[(key: String, value: String)]] {
    (pod.at("spec", "affinity", "podAntiAffinity")?
      .list("requiredDuringSchedulingIgnoredDuringExecution") ?? [])
      .map { $0.texts("labelSelector", "matchLabels") }
  }

  /// Whether anything but room decides where a Pod may go.
  static func isUndemanding(_ pod: APIValue) -> Bool {
    let spec = pod["spec"] ?? .null
    return spec["nodeSelector"] == nil && spec["affinity"] == nil
      && spec["topologySpreadConstraints"] == nil && spec.list("schedulingGates").isEmpty
      && !spec.list("containers").contains {
        $0.list("ports").contains { $0.number("hostPort") != nil }
      }
  }
}

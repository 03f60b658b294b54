internal import PodEngine

/// Node selectors, tolerations and spread constraints of a pod or a pod template.
extension DescribeWriter {
  mutating func schedulingRules(_ spec: APIValue?, space: String) {
    labels("\(space)Node-Selectors", spec?.sortedMap("nodeSelector") ?? [])
    let tolerations = (spec?.list("tolerations") ?? []).stableSorted { $0.text("key") }
    lines("\(space)Tolerations", tolerations.map(Self.text(toleration:)))
  }

  private static func text(toleration: APIValue) -> String {
    let (key, value) = (toleration.text("key"), toleration.text("value"))
    let effect = toleration.text("effect")
    var text = key
    if !value.isEmpty { text += "=\(value)" }
    if !effect.isEmpty { text += ":\(effect)" }
    if toleration.text("operator") == "Exists", value.isEmpty {
      // A toleration without key and effect tolerates everything.
      text += key.isEmpty && effect.isEmpty ? "op=Exists" : " op=Exists"
    }
    if let seconds = toleration.optionalInteger("tolerationSeconds") { text += " for \(seconds)s" }
    return text
  }

  mutating func topologySpread(_ spec: APIValue?, space: String) {
    let constraints = (spec?.list("topologySpreadConstraints") ?? [])
      .stableSorted { $0.text("topologyKey") }
    guard !constraints.isEmpty else { return }
    write(0, "\(space)Topology Spread Constraints:\t")
    for (index, constraint) in constraints.enumerated() {
      if index > 0 { write(0, "\(space)\t") }
      let when = constraint.text("whenUnsatisfiable")
      var text = "\(constraint.text("topologyKey")):\(when) when max skew "
      text += "\(constraint.integer("maxSkew")) is exceeded"
      if let selector = constraint.field("labelSelector") {
        text += " for selector \(LabelSelectorText.text(selector))"
      }
      line(0, text)
    }
  }
}

extension Array {
  /// Sorted by a text as Go sorts texts; equals keep their order.
  func stableSorted(by key: (Element) -> String) -> [Element] {
    let keyed = enumerated().map { (offset: $0.offset, key: key($0.element), element: $0.element) }
    return keyed.sorted { left, right in
      left.key == right.key ? left.offset < right.offset : goOrder(left.key, right.key)
    }.map(\.element)
  }
}

/// AppArmor profiles were annotations before they were fields. A new Pod gets what it says one way in
/// the other way too, for nodes and people who know only that (`applyAppArmorVersionSkew` in
/// pkg/registry/core/pod/strategy.go).
enum AppArmorSynchronization {
  private static let field = "appArmorProfile"

  /// Gives the warnings about annotations that are not also fields.
  static func apply(to pod: inout APIValue) -> [String] {
    if pod[path: "spec", "os", "name"] == "windows" { return [] }
    let ofPod = pod[path: "spec", "securityContext", field]
    var annotations = pod["metadata"]?.map("annotations") ?? [:]
    let hadAnnotations = !annotations.isEmpty
    var warnings: [String] = []
    pod.update("spec") { spec in
      for list in ["initContainers", "containers", "ephemeralContainers"] {
        spec.updateEach(list) { container in
          let key = SecurityAnnotationValidation.appArmorContainer + container.text("name")
          let own = container[path: "securityContext", field]
          guard let text = annotations[key] else {
            annotations[key] = (own ?? ofPod).flatMap(annotation(for:))
            return
          }
          guard own == nil else { return }
          let profile = self.profile(for: text)
          if let profile, isSame(profile, ofPod) { return }
          if let profile { container[path: "securityContext", field] = profile }
          warnings.append(
            "metadata.annotations[\(key)]: deprecated since v1.30; "
              + "use the \"\(field)\" field instead")
        }
      }
    }
    guard hadAnnotations || !annotations.isEmpty else { return warnings }
    for (key, text) in annotations {
      pod[path: "metadata", "annotations", key] = .string(text)
    }
    return warnings
  }

  private static func isSame(_ profile: APIValue, _ other: APIValue?) -> Bool {
    ["type", "localhostProfile"].allSatisfy { profile.field($0) == other?.field($0) }
  }

  private static func annotation(for profile: APIValue) -> String? {
    switch profile.text("type") {
    case "Unconfined": "unconfined"
    case "RuntimeDefault": "runtime/default"
    case "Localhost": profile.field("localhostProfile").map { "localhost/\($0.stringValue ?? "")" }
    default: nil
    }
  }

  /// Nil for what would be no good field.
  private static func profile(for annotation: String) -> APIValue? {
    switch annotation {
    case "unconfined": return ["type": "Unconfined"]
    case "runtime/default": return ["type": "RuntimeDefault"]
    default:
      let prefix = "localhost/"
      guard annotation.hasPrefix(prefix), annotation != prefix else { return nil }
      let profile: APIValue = [
        "type": "Localhost",
        "localhostProfile": .string(String(annotation.dropFirst(prefix.count))),
      ]
      let errors = SecurityValidation.appArmor(profile, at: FieldPath(""))
      return errors.isEmpty ? profile : nil
    }
  }
}

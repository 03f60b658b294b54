/// Keeps the field and the old annotation of a container's AppArmor profile alike
/// (`applyAppArmorVersionSkew` in pkg/registry/core/pod/strategy.go).
enum AppArmorSkew {
  static let prefix = "container.apparmor.security.beta.kubernetes.io/"

  static func apply(to pod: inout APIValue) {
    guard pod[path: "spec", "os"]?.text("name") != "windows" else { return }
    let ofPod = pod[path: "spec", "securityContext", "appArmorProfile"]
    for list in ["initContainers", "containers", "ephemeralContainers"] {
      for (index, container) in (pod["spec"]?.list(list) ?? []).enumerated() {
        let key = prefix + container.text("name")
        let own = container[path: "securityContext", "appArmorProfile"]
        if let annotation = pod[path: "metadata", "annotations", key]?.stringValue {
          guard own == nil, let field = field(annotation), field != ofPod else { continue }
          pod.update("spec") { spec in
            var containers = spec.list(list)
            containers[index][path: "securityContext", "appArmorProfile"] = field
            spec[list] = .array(containers)
          }
        } else if let annotation = annotation(own ?? ofPod) {
          pod[path: "metadata", "annotations", key] = .string(annotation)
        }
      }
    }
  }

  private static func field(_ annotation: String) -> APIValue? {
    switch annotation {
    case "unconfined": return ["type": "Unconfined"]
    case "runtime/default": return ["type": "RuntimeDefault"]
    default:
      guard annotation.hasPrefix("localhost/") else { return nil }
      return [
        "type": "Localhost",
        "localhostProfile": .string(String(annotation.dropFirst("localhost/".count))),
      ]
    }
  }

  private static func annotation(_ field: APIValue?) -> String? {
    switch field?.text("type") {
    case "Unconfined": "unconfined"
    case "RuntimeDefault": "runtime/default"
    case "Localhost": "localhost/\(field?.text("localhostProfile") ?? "")"
    default: nil
    }
  }
}

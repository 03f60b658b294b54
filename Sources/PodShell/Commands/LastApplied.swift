internal import PodEngine

/// The annotation in which `apply` keeps what it applied last.
enum LastApplied {
  static let key = "kubectl.kubernetes.io/last-applied-configuration"

  /// The object with itself, as it was written, in its annotation (`GetModifiedConfiguration`).
  static func marked(_ object: APIValue) -> APIValue {
    var object = object
    var annotations = object[path: "metadata", "annotations"] ?? .emptyObject
    if annotations.isNull { annotations = .emptyObject }
    annotations[key] = nil
    object[path: "metadata", "annotations"] = annotations
    let text = JSONText.text(object) + "\n"
    object[path: "metadata", "annotations", key] = .string(text)
    return object
  }

  /// What was applied last; nil where the object was made otherwise.
  static func read(_ object: APIValue) -> APIValue? {
    guard let text = object[path: "metadata", "annotations", key]?.stringValue else { return nil }
    return try? JSONReader.value(text)
  }
}

/// Rules for fields of the Pod that its containers may read (`validateObjectFieldSelector`,
/// `validateContainerResourceFieldSelector`).
enum DownwardValidation {
  static let environmentFields = [
    "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName",
    "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
  ]
  static let volumeFields = [
    "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace",
    "metadata.uid",
  ]
  /// What the API can name at all; other paths cannot even be converted.
  private static let knownFields =
    environmentFields + [
      "metadata.annotations", "metadata.labels", "spec.restartPolicy", "spec.schedulerName",
      "status.phase",
    ]

  static func field(_ selector: APIValue, allowed: [String], at path: FieldPath) -> [FieldError] {
    if selector.text("apiVersion").isEmpty { return [.required(path.child("apiVersion"))] }
    let fieldPath = selector.text("fieldPath")
    let place = path.child("fieldPath")
    if fieldPath.isEmpty { return [.required(place)] }
    if let (field, key) = subscripted(fieldPath) {
      switch field {
      case "metadata.labels": return named(key, at: place, NameRules.qualifiedName)
      case "metadata.annotations":
        return named(key.lowercased(), at: place, NameRules.qualifiedName)
      default: return [.invalid(place, .string(field), "does not support subscript")]
      }
    }
    if !knownFields.contains(fieldPath) {
      return [
        .invalid(
          place, .string(fieldPath),
          "error converting fieldPath: field label not supported: \(fieldPath)")
      ]
    }
    return allowed.contains(fieldPath) ? [] : [.notSupported(place, fieldPath, allowed)]
  }

  /// `metadata.labels['app']` in its two parts.
  static func subscripted(_ text: String) -> (field: String, key: String)? {
    guard text.hasSuffix("']") else { return nil }
    let parts = text.dropLast(2).split(
      separator: "['", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let field = parts.first, let key = parts.last, !field.isEmpty else {
      return nil
    }
    return (String(field), String(key))
  }

  private static let resources = ["cpu", "ephemeral-storage", "memory"].flatMap {
    ["limits.\($0)", "requests.\($0)"]
  }
  private static let byteDivisors = [
    "1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei",
  ]

  static func resource(
    _ selector: APIValue, needsContainer: Bool, at path: FieldPath
  ) -> [FieldError] {
    if needsContainer, selector.text("containerName").isEmpty {
      return [.required(path.child("containerName"))]
    }
    let resource = selector.text("resource")
    if resource.isEmpty { return [.required(path.child("resource"))] }
    let isHugePage =
      resource.hasPrefix("limits.hugepages-") || resource.hasPrefix("requests.hugepages-")
    if !resources.contains(resource), !isHugePage {
      return [.notSupported(path.child("resource"), resource, resources)]
    }
    return divisor(selector, resource: resource, at: path.child("divisor"))
  }

  private static func divisor(
    _ selector: APIValue, resource: String, at path: FieldPath
  ) -> [FieldError] {
    let divisor = Quantity(wire: selector["divisor"])
    if divisor.isZero { return [] }
    let isCPU = resource.hasSuffix(".cpu")
    let allowed = isCPU ? ["1m", "1"] : byteDivisors
    if allowed.contains(divisor.text) { return [] }
    let list = isCPU ? "1m and 1" : byteDivisors.joined(separator: ", ")
    let kind = isCPU ? "cpu" : resource.hasSuffix(".memory") ? "memory" : "local ephemeral storage"
    return [
      .invalid(
        path, .string(divisor.text),
        "only divisor's values \(list) are supported with the \(kind) resource")
    ]
  }
}

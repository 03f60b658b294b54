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
    if let problem = conversionProblem(selector.text("apiVersion"), fieldPath) {
      return [
        .invalid(place, .string(fieldPath), "error converting fieldPath: \(problem)")
      ]
    }
    // Of a key Kubernetes complains at the selector itself.
    switch subscripted(fieldPath) {
    case ("metadata.annotations", let key)?:
      return named(key.lowercased(), at: path, NameRules.qualifiedName)
    case (_, let key)?: return named(key, at: path, NameRules.qualifiedName)
    case nil: return allowed.contains(fieldPath) ? [] : [.notSupported(place, fieldPath, allowed)]
    }
  }

  /// `ConvertDownwardAPIFieldLabel`.
  private static func conversionProblem(_ version: String, _ fieldPath: String) -> String? {
    if version != "v1" { return "unsupported pod version: \(version)" }
    if let (field, _) = subscripted(fieldPath) {
      return ["metadata.annotations", "metadata.labels"].contains(field)
        ? nil : "field label does not support subscript: \(fieldPath)"
    }
    return knownFields.contains(fieldPath) ? nil : "field label not supported: \(fieldPath)"
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

  private static let resources = ["limits", "requests"].flatMap { kind in
    ["cpu", "ephemeral-storage", "memory"].map { "\(kind).\($0)" }
  }
  private static let byteDivisors = [
    "1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei",
  ]

  static func resource(
    _ selector: APIValue, needsContainer: Bool, at path: FieldPath
  ) -> [FieldError] {
    let resource = selector.text("resource")
    let further = divisor(selector, resource: resource, at: path.child("divisor"))
    if needsContainer, selector.text("containerName").isEmpty {
      return [.required(path.child("containerName"))] + further
    }
    if resource.isEmpty { return [.required(path.child("resource"))] }
    if resources.contains(resource) || isHugePage(resource) { return further }
    return [.notSupported(path.child("resource"), resource, resources)]
  }

  private static func isHugePage(_ resource: String) -> Bool {
    resource.hasPrefix("limits.hugepages-") || resource.hasPrefix("requests.hugepages-")
  }

  private static func divisor(
    _ selector: APIValue, resource: String, at path: FieldPath
  ) -> [FieldError] {
    let divisor = Quantity(wire: selector["divisor"])
    if divisor.isZero || !resources.contains(resource) && !isHugePage(resource) { return [] }
    let isCPU = resource.hasSuffix(".cpu")
    let allowed = isCPU ? ["1m", "1"] : byteDivisors
    if allowed.contains(divisor.text) { return [] }
    let list = isCPU ? "1m and 1" : byteDivisors.joined(separator: ", ")
    let kind =
      isCPU
      ? "cpu"
      : resource.hasSuffix(".memory")
        ? "memory" : isHugePage(resource) ? "hugepages" : "local ephemeral storage"
    return [
      .invalid(
        path, .string(resource),
        "only divisor's values \(list) are supported with the \(kind) resource")
    ]
  }
}

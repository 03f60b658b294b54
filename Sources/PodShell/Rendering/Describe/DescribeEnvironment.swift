internal import PodEngine

extension DescribeWriter {
  mutating func environment(of container: APIValue, pod: APIValue?) {
    let sources = container.list("envFrom")
    if !sources.isEmpty {
      line(2, "Environment Variables from:")
      for source in sources { environmentSource(source) }
    }
    let variables = container.list("env")
    line(2, "Environment:\(variables.isEmpty ? "\t<none>" : "")")
    for variable in variables { environmentVariable(variable, of: container, pod: pod) }
  }

  private mutating func environmentSource(_ source: APIValue) {
    let kind =
      source.field("configMapRef") != nil
      ? "ConfigMap" : source.field("secretRef") != nil ? "Secret" : ""
    let reference = source.field("configMapRef") ?? source.field("secretRef")
    let prefix = source.text("prefix")
    let origin = prefix.isEmpty ? kind : "\(kind) with prefix '\(prefix)'"
    let optional = reference?.flag("optional") ?? false
    line(3, "\(reference?.text("name") ?? "")\t\(origin)\tOptional: \(optional)")
  }

  private mutating func environmentVariable(
    _ variable: APIValue, of container: APIValue, pod: APIValue?
  ) {
    let name = variable.text("name")
    guard let source = variable.field("valueFrom") else {
      return lines(name, variable.text("value").goLines, level: 3)
    }
    if let reference = source.field("fieldRef") {
      let path = reference.text("fieldPath")
      let value = pod.map { PodFieldReference.value(of: path, in: $0) } ?? ""
      field(3, name, "\(value) (\(reference.text("apiVersion")):\(path))")
    } else if let reference = source.field("resourceFieldRef") {
      let resource = reference.text("resource")
      let value = PodFieldReference.resourceValue(of: reference, in: container)
      field(3, name, "\(value) (\(resource))")
    } else if let reference = source.field("secretKeyRef") {
      key(reference, name: name, place: "in secret")
    } else if let reference = source.field("configMapKeyRef") {
      key(reference, name: name, place: "of config map")
    }
  }

  private mutating func key(_ reference: APIValue, name: String, place: String) {
    let (key, source) = (reference.text("key"), reference.text("name"))
    let optional = reference.flag("optional")
    field(3, name, "<set to the key '\(key)' \(place) '\(source)'>\tOptional: \(optional)")
  }
}

/// What the downward API would give a container, as far as kubectl works it out for `describe`.
enum PodFieldReference {
  /// The value of `metadata.name` or `metadata.namespace`. kubectl resolves no other path and shows
  /// nothing for them, though the container gets its value.
  static func value(of path: String, in pod: APIValue) -> String {
    switch path {
    case "metadata.name": pod.name
    case "metadata.namespace": pod.namespace
    default: ""
    }
  }

  /// The amount of a resource in units of the divisor, rounded up; `node allocatable` for a limit
  /// that is not set.
  static func resourceValue(of reference: APIValue, in container: APIValue) -> String {
    let parts = reference.text("resource").split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, ["limits", "requests"].contains(parts[0]) else { return "" }
    let amount = container.field("resources", parts[0], parts[1])
    let divisor = reference.field("divisor").flatMap { Quantity($0.scalarText ?? "") }
    let isCPU = parts[1] == "cpu"
    let known = isCPU || parts[1] == "memory" || parts[1] == "ephemeral-storage"
    guard known || parts[1].hasPrefix("hugepages-") else { return "" }
    let quantity = amount.flatMap { Quantity($0.scalarText ?? "") }
    let value = isCPU ? quantity?.milliValue : quantity?.value
    let unit = (isCPU ? divisor?.milliValue : divisor?.value) ?? 0
    let result = divideUp(value ?? 0, by: unit == 0 ? (isCPU ? 1000 : 1) : unit)
    let isLimit = parts[0] == "limits" && (isCPU || parts[1] == "memory")
    return result == 0 && isLimit ? "node allocatable" : String(result)
  }

  private static func divideUp(_ amount: Int, by unit: Int) -> Int {
    (amount / unit) + (amount % unit > 0 ? 1 : 0)
  }
}

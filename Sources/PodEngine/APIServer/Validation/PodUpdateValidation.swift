internal import OrderedCollections

/// What an update of a Pod may change (`ValidatePodUpdate`).
enum PodUpdateValidation {
  private static let refusal =
    "pod updates may not change fields other than `spec.containers[*].image`,"
    + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` "
    + "(only additions to existing tolerations),`spec.terminationGracePeriodSeconds` "
    + "(allow it to be set to 1 if it was previously negative)"

  static func update(
    _ new: APIValue, old: APIValue, _ options: ValidationOptions
  ) -> [FieldError] {
    var options = options
    options.keeps = KeptFaults(of: old)
    // A Pod that has any policy may keep it.
    if old[path: "spec", "securityContext", "seLinuxChangePolicy"] != nil {
      options.seLinuxPolicies = ValidationOptions().seLinuxPolicies
    }
    var errors = MetadataValidation.update(new, old: old, at: FieldPath("metadata"))
    errors += PodValidation.metadataAndSpec(new, options)
      .filter { !errors.contains($0) }
    errors += annotations(new, old: old)
    return errors + spec(new["spec"] ?? .emptyObject, old: old["spec"] ?? .emptyObject)
  }

  /// Annotations that say how a Pod is run are said once (`ValidatePodSpecificAnnotationUpdates`).
  static func annotations(_ new: APIValue, old: APIValue) -> [FieldError] {
    let path = FieldPath("metadata", "annotations")
    let before = old["metadata"]?.map("annotations") ?? [:]
    let after = new["metadata"]?.map("annotations") ?? [:]
    func refusal(of key: String, _ deed: String) -> FieldError? {
      if key.hasPrefix(SecurityAnnotationValidation.appArmorContainer) {
        return .forbidden(path.key(key), "may not \(deed) AppArmor annotations")
      }
      return key == PodValidation.mirrorAnnotation
        ? .forbidden(path.key(key), "may not \(deed) mirror pod annotation") : nil
    }
    return before.compactMap { key, value in
      after[key] == value ? nil : refusal(of: key, "remove or update")
    }
      + after.compactMap { key, _ in before[key] == nil ? refusal(of: key, "add") : nil }
  }

  private static func spec(_ new: APIValue, old: APIValue) -> [FieldError] {
    let path = FieldPath("spec")
    for key in ["containers", "initContainers"] where new.list(key).count != old.list(key).count {
      return [.forbidden(path.child(key), "pod updates may not add or remove containers")]
    }
    var errors = deadline(new, old: old, at: path.child("activeDeadlineSeconds"))
    if !errors.isEmpty, new.field("activeDeadlineSeconds") != nil { return errors }
    errors += tolerations(new, old: old, at: path.child("tolerations"))
    errors += gates(new, old: old, at: path.child("schedulingGates"))
    var rest = new
    withoutChangeable(&rest, old: old)
    if !old.list("schedulingGates").isEmpty {
      errors += GatedPodValidation.nodeSelector(new, old: old, at: path.child("nodeSelector"))
      errors += GatedPodValidation.nodeAffinity(new, old: old, at: path.child("affinity"))
      GatedPodValidation.restore(&rest, from: old)
    }
    if comparable(rest) != comparable(old) { errors.append(.forbidden(path, refusal)) }
    return errors
  }

  private static func comparable(_ spec: APIValue) -> APIValue {
    Schema.normalized(spec, as: .named("PodSpec")).sortedByKey
  }

  /// Puts back what an update may change, so that only forbidden changes remain.
  private static func withoutChangeable(_ spec: inout APIValue, old: APIValue) {
    for key in ["containers", "initContainers"] {
      let before = old.list(key)
      guard var containers = spec[key]?.arrayValue else { continue }
      for index in containers.indices where index < before.count {
        containers[index]["image"] = before[index]["image"]
      }
      spec[key] = .array(containers)
    }
    for key in ["activeDeadlineSeconds", "tolerations", "schedulingGates"] { spec[key] = old[key] }
    let grace = "terminationGracePeriodSeconds"
    if old.number(grace) < 0, spec.number(grace) == 1 { spec[grace] = old[grace] }
  }

  private static func deadline(
    _ new: APIValue, old: APIValue, at path: FieldPath
  ) -> [FieldError] {
    let before = old.field("activeDeadlineSeconds")?.intValue
    guard let after = new.field("activeDeadlineSeconds")?.intValue else {
      return before == nil
        ? []
        : [.invalid(path, .null, "must not update from a positive integer to nil value")]
    }
    if !(0...2_147_483_647).contains(after) {
      return [.invalid(path, .integer(after), rangeProblem(0...2_147_483_647))]
    }
    if let before, before < after {
      return [.invalid(path, .integer(after), "must be less than or equal to previous value")]
    }
    return []
  }

  private static func gates(_ new: APIValue, old: APIValue, at path: FieldPath) -> [FieldError] {
    let before = old.list("schedulingGates").map { $0.text("name") }
    return new.list("schedulingGates").enumerated().compactMap { index, gate in
      let name = gate.text("name")
      guard !before.contains(name) else { return nil }
      return .forbidden(
        path.index(index).child("name"),
        "only deletion is allowed, but found new scheduling gate '\(name)'")
    }
  }

  /// Tolerations may be added, and how long one is borne may change
  /// (`validateOnlyAddedTolerations`).
  private static func tolerations(
    _ new: APIValue, old: APIValue, at path: FieldPath
  ) -> [FieldError] {
    func identity(_ toleration: APIValue) -> [String] {
      ["key", "operator", "value", "effect"].map { toleration.text($0) }
    }
    let after = new.list("tolerations").map(identity)
    for toleration in old.list("tolerations") where !after.contains(identity(toleration)) {
      return [
        .forbidden(path, "existing toleration can not be modified except its tolerationSeconds")
      ]
    }
    return []
  }
}

extension APIValue {
  /// The same tree with all keys in order, so that two trees that say the same compare as equal.
  var sortedByKey: APIValue {
    switch self {
    case .object:
      .object(
        APIObject(uniqueKeysWithValues: sortedEntries.map { ($0.key, $0.value.sortedByKey) }))
    case .array(let elements): .array(elements.map(\.sortedByKey))
    case .null, .bool, .integer, .double, .string: self
    }
  }
}

/// Rules for nodes (`ValidateNode`).
enum NodeValidation {
  static func create(_ object: APIValue) -> [FieldError] {
    let spec = object["spec"] ?? .emptyObject
    var errors = taints(spec.list("taints"), at: FieldPath("spec", "taints"))
    let status = object["status"] ?? .emptyObject
    for key in ["capacity", "allocatable"] {
      for (name, value) in status.entries(key) {
        let place = FieldPath("status", key).key(name)
        errors += ResourceValidation.resourceName(name, at: place)
        errors += ResourceValidation.amount(name, value, at: place)
      }
    }
    return errors
  }

  /// `validateNodeTaints`.
  static func taints(_ list: [APIValue], at path: FieldPath) -> [FieldError] {
    var errors: [FieldError] = []
    var seen: [String] = []
    for (index, taint) in list.enumerated() {
      let place = path.index(index)
      let (key, value, effect) = (taint.text("key"), taint.text("value"), taint.text("effect"))
      errors += named(key, at: place.child("key"), NameRules.qualifiedName)
      let problems = NameRules.labelValue(value)
      if !problems.isEmpty {
        errors.append(
          .invalid(place.child("value"), .string(value), problems.joined(separator: ";")))
      }
      errors += word(effect, of: SchedulingValidation.taintEffects, at: place.child("effect"))
      let identity = "\(effect) \(key)"
      if seen.contains(identity) {
        let shown =
          "core.Taint{Key:\(GoSyntax.quoted(key)), Value:\(GoSyntax.quoted(value)), "
          + "Effect:\(GoSyntax.quoted(effect)), TimeAdded:<nil>}"
        errors.append(
          FieldError(
            .duplicate, place.description, value: shown,
            detail: "taints must be unique by key and effect pair"))
      }
      seen.append(identity)
    }
    return errors
  }
}

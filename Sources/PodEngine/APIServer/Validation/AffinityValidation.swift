/// Rules for affinity (`validateAffinity`).
enum AffinityValidation {
  private static let required = "requiredDuringSchedulingIgnoredDuringExecution"
  private static let preferred = "preferredDuringSchedulingIgnoredDuringExecution"

  static func affinity(_ affinity: APIValue?, at path: FieldPath) -> [FieldError] {
    guard let affinity else { return [] }
    var errors: [FieldError] = []
    if let node = affinity.field("nodeAffinity") {
      errors += nodeAffinity(node, at: path.child("nodeAffinity"))
    }
    for key in ["podAffinity", "podAntiAffinity"] {
      if let pod = affinity.field(key) { errors += podAffinity(pod, at: path.child(key)) }
    }
    return errors
  }

  private static func nodeAffinity(_ affinity: APIValue, at path: FieldPath) -> [FieldError] {
    var errors: [FieldError] = []
    if let selector = affinity.field(required) {
      let place = path.child(required, "nodeSelectorTerms")
      let terms = selector.list("nodeSelectorTerms")
      if terms.isEmpty {
        errors.append(.required(place, "must have at least one node selector term"))
      }
      for (index, value) in terms.enumerated() {
        errors += term(value, at: place.index(index), checksValues: true)
      }
    }
    for (index, value) in affinity.list(preferred).enumerated() {
      let place = path.child(preferred).index(index)
      errors += weight(value, at: place)
      errors += term(
        value["preference"] ?? .emptyObject, at: place.child("preference"), checksValues: false)
    }
    return errors
  }

  private static func weight(_ value: APIValue, at path: FieldPath) -> [FieldError] {
    let weight = value.number("weight")
    return (1...100).contains(weight)
      ? [] : [.invalid(path.child("weight"), .integer(weight), "must be in the range 1-100")]
  }

  /// Wishes may name values that no label can have; requirements may not.
  private static func term(
    _ term: APIValue, at path: FieldPath, checksValues: Bool
  ) -> [FieldError] {
    var errors: [FieldError] = []
    for (index, expression) in term.list("matchExpressions").enumerated() {
      let place = path.child("matchExpressions").index(index)
      errors += SelectorValidation.values(
        expression, operators: ["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"], at: place)
      errors += named(expression.text("key"), at: place.child("key"), NameRules.qualifiedName)
      if checksValues { errors += SelectorValidation.labelValues(expression, at: place) }
    }
    for (index, field) in term.list("matchFields").enumerated() {
      errors += fieldRequirement(field, at: path.child("matchFields").index(index))
    }
    return errors
  }

  private static func fieldRequirement(_ field: APIValue, at path: FieldPath) -> [FieldError] {
    var errors: [FieldError] = []
    switch field.text("operator") {
    case "In", "NotIn":
      if field.list("values").count != 1 {
        errors.append(
          .required(
            path.child("values"),
            "must be only one value when `operator` is 'In' or 'NotIn' for node field selector"))
      }
    case let other:
      errors.append(
        .invalid(path.child("operator"), .string(other), "not a valid selector operator"))
    }
    let key = field.text("key")
    guard key == "metadata.name" else {
      errors.append(
        .invalid(path.child("key"), .string(key), "not a valid field selector key"))
      return errors
    }
    for (index, value) in field.texts("values").enumerated() {
      errors += named(value, at: path.child("values").index(index), NameRules.dns1123Subdomain)
    }
    return errors
  }

  private static func podAffinity(_ affinity: APIValue, at path: FieldPath) -> [FieldError] {
    var errors: [FieldError] = []
    for (index, term) in affinity.list(required).enumerated() {
      errors += podTerm(term, at: path.child(required).index(index))
    }
    for (index, value) in affinity.list(preferred).enumerated() {
      let place = path.child(preferred).index(index)
      errors += weight(value, at: place)
      errors += podTerm(
        value["podAffinityTerm"] ?? .emptyObject, at: place.child("podAffinityTerm"))
    }
    return errors
  }

  private static func podTerm(_ term: APIValue, at path: FieldPath) -> [FieldError] {
    var errors = SelectorValidation.selector(
      term["labelSelector"], at: path.child("labelSelector"))
    errors += SelectorValidation.selector(
      term["namespaceSelector"], at: path.child("namespaceSelector"))
    for namespace in term.texts("namespaces") {
      errors += named(namespace, at: path.child("namespace"), NameRules.dns1123Label)
    }
    errors += LabelKeysValidation.neighbours(term, at: path)
    let (key, place) = (term.text("topologyKey"), path.child("topologyKey"))
    // An empty key is refused for being empty and for being no label as well.
    if key.isEmpty { errors.append(.required(place, "can not be empty")) }
    return errors + named(key, at: place, NameRules.qualifiedName)
  }

  static func topologyKey(_ key: String, at path: FieldPath) -> [FieldError] {
    key.isEmpty
      ? [.required(path, "can not be empty")] : named(key, at: path, NameRules.qualifiedName)
  }
}

/// Rules for affinity (`validateAffinity`).
enum AffinityValidation {
  private static let required = "requiredDuringSchedulingIgnoredDuringExecution"
  private static let preferred = "preferredDuringSchedulingIgnoredDuringExecution"

  static func affinity(
    _ affinity: APIValue?, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    guard let affinity else { return [] }
    var errors: [FieldError] = []
    if let node = affinity.field("nodeAffinity") {
      errors += nodeAffinity(node, at: path.child("nodeAffinity"), options)
    }
    for key in ["podAffinity", "podAntiAffinity"] {
      if let pod = affinity.field(key) {
        errors += podAffinity(pod, at: path.child(key), options)
      }
    }
    return errors
  }

  private static func nodeAffinity(
    _ affinity: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var errors: [FieldError] = []
    if let selector = affinity.field(required) {
      let place = path.child(required, "nodeSelectorTerms")
      let terms = selector.list("nodeSelectorTerms")
      if terms.isEmpty {
        errors.append(.required(place, "must have at least one node selector term"))
      }
      for (index, value) in terms.enumerated() {
        errors += term(
          value, at: place.index(index), checksValues: !options.keeps.nodeAffinityValues)
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

  /// Values in the required node affinity that no label can have.
  static func requiredNodeValues(_ spec: APIValue) -> [FieldError] {
    let terms = spec[path: "affinity", "nodeAffinity", required]?.list("nodeSelectorTerms") ?? []
    return terms.flatMap { $0.list("matchExpressions") }.flatMap {
      SelectorValidation.labelValues($0, at: FieldPath("values"))
    }
  }

  /// What is wrong with the selectors of Pod affinity.
  static func podSelectors(_ spec: APIValue) -> [FieldError] {
    let affinities = ["podAffinity", "podAntiAffinity"].compactMap { spec["affinity"]?[$0] }
    let terms = affinities.flatMap {
      $0.list(required) + $0.list(preferred).compactMap { $0["podAffinityTerm"] }
    }
    return terms.flatMap { selectors($0, at: FieldPath("term"), ValidationOptions()) }
  }

  private static func podAffinity(
    _ affinity: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var errors: [FieldError] = []
    for (index, term) in affinity.list(required).enumerated() {
      errors += podTerm(term, at: path.child(required).index(index), options)
    }
    for (index, value) in affinity.list(preferred).enumerated() {
      let place = path.child(preferred).index(index)
      errors += weight(value, at: place)
      errors += podTerm(
        value["podAffinityTerm"] ?? .emptyObject, at: place.child("podAffinityTerm"), options)
    }
    return errors
  }

  private static func selectors(
    _ term: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    ["labelSelector", "namespaceSelector"].flatMap {
      SelectorValidation.selector(
        term[$0], at: path.child($0), checksValues: !options.keeps.podAffinityValues)
    }
  }

  private static func podTerm(
    _ term: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var errors = selectors(term, at: path, options)
    for namespace in term.texts("namespaces") {
      errors += named(namespace, at: path.child("namespace"), NameRules.dns1123Label)
    }
    errors += LabelKeysValidation.neighbours(term, at: path)
    let (key, place) = (term.text("topologyKey"), path.child("topologyKey"))
    // An empty key is refused for being empty and for being no label as well.
    if key.isEmpty { errors.append(.required(place, "can not be empty")) }
    return errors + named(key, at: place, NameRules.qualifiedName)
  }
}

/// Rules for `matchLabelKeys` and `mismatchLabelKeys`: labels whose values are taken from the Pod.
enum LabelKeysValidation {
  private static let both = "exists in both matchLabelKeys and "

  /// Those of a pod affinity term (`validateMatchLabelKeysAndMismatchLabelKeys`).
  static func neighbours(_ term: APIValue, at path: FieldPath) -> [FieldError] {
    let (wanted, unwanted) = (term.texts("matchLabelKeys"), term.texts("mismatchLabelKeys"))
    let selector = term.field("labelSelector")
    var errors = names(wanted, selector, at: path.child("matchLabelKeys"))
    errors += names(unwanted, selector, at: path.child("mismatchLabelKeys"))
    for (index, key) in wanted.enumerated() where unwanted.contains(key) {
      errors.append(
        .invalid(
          path.child("matchLabelKeys").index(index), .string(key), both + "mismatchLabelKeys"))
    }
    return errors
  }

  /// Those of a spread constraint (`validateMatchLabelKeysInTopologySpread`).
  static func spread(_ constraint: APIValue, at path: FieldPath) -> [FieldError] {
    let keys = constraint.texts("matchLabelKeys")
    guard !keys.isEmpty else { return [] }
    guard let selector = constraint.field("labelSelector") else {
      return names(keys, nil, at: path)
    }
    let selected =
      selector.map("matchLabels").keys
      + selector.list("matchExpressions").map { $0.text("key") }
    return keys.enumerated().flatMap { index, key in
      named(key, at: path.index(index), NameRules.qualifiedName)
        + (selected.contains(key)
          ? [.invalid(path.index(index), .string(key), both + "labelSelector")] : [])
    }
  }

  private static func names(
    _ keys: [String], _ selector: APIValue?, at path: FieldPath
  ) -> [FieldError] {
    if keys.isEmpty { return [] }
    if selector == nil {
      return [.forbidden(path, "must not be specified when labelSelector is not set")]
    }
    return keys.enumerated().flatMap { index, key in
      named(key, at: path.index(index), NameRules.qualifiedName)
    }
  }
}

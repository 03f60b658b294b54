/// Rules for `matchLabelKeys` and `mismatchLabelKeys`: labels whose values are taken from the Pod.
enum LabelKeysValidation {
  private static let both = "exists in both matchLabelKeys and "
  private static let absenceOfSelector = "must not be specified when labelSelector is not set"

  /// Those of a pod affinity term (`validateMatchLabelKeysAndMismatchLabelKeys`).
  static func neighbours(_ term: APIValue, at path: FieldPath) -> [FieldError] {
    let (wanted, unwanted) = (term.texts("matchLabelKeys"), term.texts("mismatchLabelKeys"))
    let selector = term.field("labelSelector")
    var errors = names(wanted, selector, at: path.child("matchLabelKeys"))
    errors += names(unwanted, selector, at: path.child("mismatchLabelKeys"))
    errors += selectedTwice(wanted, selector, at: path)
    for (index, key) in wanted.enumerated() where unwanted.contains(key) {
      errors.append(
        .invalid(
          path.child("matchLabelKeys").index(index), .string(key), both + "mismatchLabelKeys"))
    }
    return errors
  }

  /// The API server adds an expression for each key, so that it is there once. A key that the user
  /// selects by as well is there twice; the place counts in the list of terms, not of keys.
  private static func selectedTwice(
    _ keys: [String], _ selector: APIValue?, at path: FieldPath
  ) -> [FieldError] {
    guard let selector else { return [] }
    var seen = Array(selector.map("matchLabels").keys)
    var errors: [FieldError] = []
    for key in selector.list("matchExpressions").map({ $0.text("key") }) {
      if seen.contains(key), let index = keys.lastIndex(of: key) {
        errors.append(.invalid(path.index(index), .string(key), both + "labelSelector"))
      }
      seen.append(key)
    }
    return errors
  }

  /// Those of a spread constraint (`validateMatchLabelKeysInTopologySpread`).
  static func spread(_ constraint: APIValue, at path: FieldPath) -> [FieldError] {
    let keys = constraint.texts("matchLabelKeys")
    guard !keys.isEmpty else { return [] }
    let selector = constraint.field("labelSelector")
    let absence: [FieldError] = selector == nil ? [.forbidden(path, absenceOfSelector)] : []
    let selected =
      Array((selector ?? .emptyObject).map("matchLabels").keys)
      + (selector?.list("matchExpressions").map { $0.text("key") } ?? [])
    return absence
      + keys.enumerated().flatMap { index, key in
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
      return [.forbidden(path, absenceOfSelector)]
    }
    return keys.enumerated().flatMap { index, key in
      named(key, at: path.index(index), NameRules.qualifiedName)
    }
  }
}

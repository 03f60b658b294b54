/// Rules for label selectors (`ValidateLabelSelector`).
package enum SelectorValidation {
  /// Where an old object had values that no label can have, new ones are not looked at either.
  package static func selector(
    _ selector: APIValue?, at path: FieldPath, checksValues: Bool = true
  ) -> [FieldError] {
    guard let selector, !selector.isNull else { return [] }
    var errors = MetadataValidation.labels(
      selector.map("matchLabels"), at: path.child("matchLabels"))
    for (index, expression) in selector.list("matchExpressions").enumerated() {
      let place = path.child("matchExpressions").index(index)
      errors += requirement(expression, at: place)
      if checksValues { errors += labelValues(expression, at: place) }
    }
    return errors
  }

  private static func requirement(_ expression: APIValue, at path: FieldPath) -> [FieldError] {
    var errors = values(
      expression, operators: ["In", "NotIn", "Exists", "DoesNotExist"], at: path)
    errors += named(expression.text("key"), at: path.child("key"), NameRules.qualifiedName)
    return errors
  }

  /// What the operator says about the number of values.
  static func values(
    _ expression: APIValue, operators: [String], at path: FieldPath
  ) -> [FieldError] {
    let operatorName = expression.text("operator")
    let count = expression.list("values").count
    let place = path.child("values")
    guard operators.contains(operatorName) else {
      return [
        .invalid(path.child("operator"), .string(operatorName), "not a valid selector operator")
      ]
    }
    switch operatorName {
    case "In", "NotIn":
      return count == 0
        ? [.required(place, "must be specified when `operator` is 'In' or 'NotIn'")] : []
    case "Exists", "DoesNotExist":
      return count > 0
        ? [.forbidden(place, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")]
        : []
    default:
      return count != 1
        ? [.required(place, "must be specified single value when `operator` is 'Lt' or 'Gt'")] : []
    }
  }

  static func labelValues(_ expression: APIValue, at path: FieldPath) -> [FieldError] {
    expression.texts("values").enumerated().flatMap { index, value in
      named(value, at: path.child("values").index(index), NameRules.labelValue)
    }
  }
}

/// Rules for environment variables (`ValidateEnv`, `ValidateEnvFrom`).
enum EnvironmentValidation {
  static func variables(_ list: [APIValue], at path: FieldPath) -> [FieldError] {
    list.enumerated().flatMap { index, variable in
      let place = path.index(index)
      let name = variable.text("name")
      let errors =
        name.isEmpty
        ? [FieldError.required(place.child("name"))]
        : named(name, at: place.child("name"), NameRules.environmentName)
      guard let source = variable.field("valueFrom") else { return errors }
      return errors
        + valueFrom(source, value: variable.text("value"), at: place.child("valueFrom"))
    }
  }

  private static func valueFrom(
    _ source: APIValue, value: String, at path: FieldPath
  ) -> [FieldError] {
    var errors: [FieldError] = []
    var count = 0
    if let field = source.field("fieldRef") {
      count += 1
      errors += DownwardValidation.field(
        field, allowed: DownwardValidation.environmentFields, at: path.child("fieldRef"))
    }
    if let field = source.field("resourceFieldRef") {
      count += 1
      errors += DownwardValidation.resource(
        field, needsContainer: false, at: path.child("resourceFieldRef"))
    }
    for kind in ["configMapKeyRef", "secretKeyRef"] {
      guard let selector = source.field(kind) else { continue }
      count += 1
      errors += key(selector, at: path.child(kind))
    }
    let empty = APIValue.string("")
    if count == 0 {
      errors.append(
        .invalid(
          path, empty,
          "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`"
        ))
    } else if !value.isEmpty {
      errors.append(.invalid(path, empty, "may not be specified when `value` is not empty"))
    } else if count > 1 {
      errors.append(
        .invalid(path, empty, "may not have more than one field specified at a time"))
    }
    return errors
  }

  private static func key(_ selector: APIValue, at path: FieldPath) -> [FieldError] {
    var errors: [FieldError] = []
    errors += named(selector.text("name"), at: path.child("name"), NameRules.dns1123Subdomain)
    let key = selector.text("key")
    errors +=
      key.isEmpty
      ? [.required(path.child("key"))]
      : named(key, at: path.child("key"), NameRules.configMapKey)
    return errors
  }

  static func sources(_ list: [APIValue], at path: FieldPath) -> [FieldError] {
    list.enumerated().flatMap { index, source in
      let place = path.index(index)
      let prefix = source.text("prefix")
      var errors: [FieldError] =
        prefix.isEmpty ? [] : named(prefix, at: place.child("prefix"), NameRules.environmentName)
      let kinds = ["configMapRef", "secretRef"].filter { source.field($0) != nil }
      for kind in kinds {
        let name = source[kind]?.text("name") ?? ""
        let namePath = place.child(kind, "name")
        errors +=
          name.isEmpty
          ? [.required(namePath)] : named(name, at: namePath, NameRules.dns1123Subdomain)
      }
      if kinds.isEmpty {
        errors.append(
          .invalid(place, "", "must specify one of: `configMapRef` or `secretRef`"))
      } else if kinds.count > 1 {
        errors.append(
          .invalid(place, "", "may not have more than one field specified at a time"))
      }
      return errors
    }
  }
}

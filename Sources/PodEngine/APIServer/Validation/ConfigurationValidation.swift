/// Rules for ConfigMaps and Secrets (`ValidateConfigMap`, `ValidateSecret`).
enum ConfigurationValidation {
  private static let largest = 1024 * 1024

  static func configMap(_ object: APIValue) -> [FieldError] {
    var errors = keys(object, "data")
    let texts = object.map("data")
    for (key, _) in object.entries("binaryData") {
      if texts[key] != nil {
        errors.append(
          .invalid(
            FieldPath("binaryData").key(key), .string(key),
            "duplicate of key present in data"))
      }
    }
    errors += keys(object, "binaryData")
    return errors + size(object, ["data", "binaryData"], at: .whole)
  }

  static func secret(_ object: APIValue) -> [FieldError] {
    keys(object, "data") + size(object, ["data"], at: FieldPath("data"))
      + requiredKeys(object)
  }

  private static func keys(_ object: APIValue, _ field: String) -> [FieldError] {
    object.entries(field).flatMap { key, _ in
      named(key, at: FieldPath(field).key(key), NameRules.configMapKey)
    }
  }

  private static func size(
    _ object: APIValue, _ fields: [String], at path: FieldPath
  ) -> [FieldError] {
    let bytes = fields.flatMap { object.entries($0) }.reduce(0) { sum, entry in
      sum + (entry.value.stringValue?.utf8.count ?? 0)
    }
    return bytes > largest ? [.tooLong(path, maxBytes: largest)] : []
  }

  /// What the well-known types of Secrets must hold.
  private static func requiredKeys(_ object: APIValue) -> [FieldError] {
    let needed: [String]
    switch object.text("type") {
    case "kubernetes.io/tls": needed = ["tls.crt", "tls.key"]
    case "kubernetes.io/dockerconfigjson": needed = [".dockerconfigjson"]
    case "kubernetes.io/dockercfg": needed = [".dockercfg"]
    case "kubernetes.io/ssh-auth": needed = ["ssh-privatekey"]
    default: needed = []
    }
    return needed.filter { object["data"]?[$0] == nil }.map {
      .required(FieldPath("data").key($0))
    }
  }

  /// An immutable object stays what it is.
  static func update(_ new: APIValue, old: APIValue) -> [FieldError] {
    guard old.flag("immutable") else { return typeUpdate(new, old: old) }
    let detail = "field is immutable when `immutable` is set"
    var errors = typeUpdate(new, old: old)
    if !new.flag("immutable") { errors.append(.forbidden(FieldPath("immutable"), detail)) }
    for key in ["data", "binaryData"] where new.map(key) != old.map(key) {
      errors.append(.forbidden(FieldPath(key), detail))
    }
    return errors
  }

  private static func typeUpdate(_ new: APIValue, old: APIValue) -> [FieldError] {
    new.text("type") == old.text("type")
      ? [] : [.invalid(FieldPath("type"), .string(new.text("type")), "field is immutable")]
  }
}

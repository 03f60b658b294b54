/// Rules for ConfigMaps and Secrets (`ValidateConfigMap`, `ValidateSecret`).
enum ConfigurationValidation {
  private static let largest = 1024 * 1024

  static func configMap(_ object: APIValue) -> [FieldError] {
    var errors: [FieldError] = []
    for (key, _) in object.entries("data") {
      let place = FieldPath("data").key(key)
      errors += named(key, at: place, NameRules.configMapKey)
      if object["binaryData"]?[key] != nil {
        errors.append(
          .invalid(place, .string(key), "duplicate of key present in binaryData"))
      }
    }
    errors += keys(object, "binaryData")
    let bytes = object.map("data").reduce(0) { $0 + $1.value.utf8.count }
    return errors + size(bytes + decodedSize(object, "binaryData"), at: .whole)
  }

  static func secret(_ object: APIValue) -> [FieldError] {
    keys(object, "data") + size(decodedSize(object, "data"), at: FieldPath("data"))
      + requiredKeys(object)
  }

  private static func keys(_ object: APIValue, _ field: String) -> [FieldError] {
    object.entries(field).flatMap { key, _ in
      named(key, at: FieldPath(field).key(key), NameRules.configMapKey)
    }
  }

  private static func size(_ bytes: Int, at path: FieldPath) -> [FieldError] {
    bytes > largest ? [.tooLong(path, maxBytes: largest)] : []
  }

  /// The bytes that a field of Base64 stands for.
  private static func decodedSize(_ object: APIValue, _ field: String) -> Int {
    object.map(field).reduce(0) { sum, entry in
      let digits = entry.value.utf8.count { $0 != UInt8(ascii: "=") }
      return sum + digits * 3 / 4
    }
  }

  /// What the well-known types of Secrets must hold.
  private static func requiredKeys(_ object: APIValue) -> [FieldError] {
    let data = FieldPath("data")
    func missing(_ keys: String...) -> [FieldError] {
      keys.filter { object["data"]?[$0] == nil }.map { .required(data.key($0)) }
    }
    switch object.text("type") {
    case "kubernetes.io/tls": return missing("tls.crt", "tls.key")
    case "kubernetes.io/dockerconfigjson": return missing(".dockerconfigjson")
    case "kubernetes.io/dockercfg": return missing(".dockercfg")
    case "kubernetes.io/ssh-auth":
      let isEmpty = object["data"]?.text("ssh-privatekey").isEmpty ?? true
      return isEmpty ? [.required(data.key("ssh-privatekey"))] : []
    case "kubernetes.io/basic-auth":
      // One of the two is enough.
      let errors = missing("username", "password")
      return errors.count == 2 ? errors : []
    case "kubernetes.io/service-account-token":
      let key = "kubernetes.io/service-account.name"
      let account = object["metadata"]?.map("annotations")[key] ?? ""
      return account.isEmpty ? [.required(FieldPath("metadata", "annotations").key(key))] : []
    default: return []
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

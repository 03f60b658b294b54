/// Rules for volumes (`ValidateVolumes`, `validateVolumeSource`).
enum VolumeValidation {
  /// The errors, and the names of the volumes that containers may mount.
  static func volumes(
    _ list: [APIValue], at path: FieldPath
  ) -> (errors: [FieldError], names: [String]) {
    var errors: [FieldError] = []
    var names: [String] = []
    for (index, volume) in list.enumerated() {
      let place = path.index(index)
      let name = volume.text("name")
      var own = source(volume, at: place)
      own +=
        name.isEmpty
        ? [.required(place.child("name"))]
        : named(name, at: place.child("name"), NameRules.dns1123Label)
      if !name.isEmpty, names.contains(name) {
        own.append(.duplicate(place.child("name"), .string(name)))
      }
      if own.isEmpty { names.append(name) }
      errors += own
    }
    return (errors, names)
  }

  private static func source(_ volume: APIValue, at path: FieldPath) -> [FieldError] {
    guard let schema = SchemaTable.kubernetes["Volume"] else { return [] }
    let kinds = schema.fields.map(\.name).filter { $0 != "name" && volume.field($0) != nil }
    guard let first = kinds.first else { return [.required(path, "must specify a volume type")] }
    let further = kinds.dropFirst().map {
      FieldError.forbidden(path.child($0), "may not specify more than 1 volume type")
    }
    return rules(of: first, volume[first] ?? .null, at: path.child(first)) + further
  }

  private static func rules(
    of kind: String, _ source: APIValue, at path: FieldPath
  ) -> [FieldError] {
    switch kind {
    case "emptyDir": emptyDir(source, at: path)
    case "hostPath": hostPath(source, at: path)
    case "configMap": keyed(source, name: "name", at: path)
    case "secret": keyed(source, name: "secretName", at: path)
    case "downwardAPI": mode(source, "defaultMode", at: path) + downward(source, at: path)
    case "projected": mode(source, "defaultMode", at: path) + projected(source, at: path)
    case "persistentVolumeClaim": required(["claimName"], of: source, at: path)
    case "nfs": required(["server", "path"], of: source, at: path)
    case "image": required(["reference"], of: source, at: path)
    case "csi": required(["driver"], of: source, at: path)
    case "iscsi": required(["targetPortal", "iqn"], of: source, at: path)
    case "ephemeral": required(["volumeClaimTemplate"], of: source, at: path)
    default: []
    }
  }

  private static func required(
    _ keys: [String], of source: APIValue, at path: FieldPath
  ) -> [FieldError] {
    keys.filter { source.field($0) == nil || source[$0] == "" }.map { .required(path.child($0)) }
  }

  private static func emptyDir(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    guard let limit = source.field("sizeLimit"), Quantity(wire: limit).isNegative else { return [] }
    return [
      .forbidden(path.child("sizeLimit"), "SizeLimit field must be a valid resource quantity")
    ]
  }

  private static let hostPathTypes = [
    "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate",
    "Socket",
  ]

  private static func hostPath(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    let folder = source.text("path")
    if folder.isEmpty { return [.required(path.child("path"))] }
    return MountValidation.withoutBacksteps(folder, at: path.child("path"))
      + word(source.text("type"), of: hostPathTypes, at: path.child("type"), isRequired: false)
  }

  private static func keyed(
    _ source: APIValue, name: String, at path: FieldPath
  ) -> [FieldError] {
    var errors = required([name], of: source, at: path)
    errors += mode(source, "defaultMode", at: path)
    return errors + items(source, at: path.child("items"))
  }

  private static func items(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    source.list("items").enumerated().flatMap { index, item in
      let place = path.index(index)
      var errors: [FieldError] = []
      if item.text("key").isEmpty { errors.append(.required(place.child("key"))) }
      errors += file(item, at: place)
      return errors + mode(item, "mode", at: place)
    }
  }

  /// A relative path that does not begin with the two dots that the kubelet keeps for itself.
  private static func file(_ item: APIValue, at path: FieldPath) -> [FieldError] {
    let name = item.text("path")
    if name.isEmpty { return [.required(path.child("path"))] }
    var errors = MountValidation.descending(name, at: path.child("path"))
    if name.hasPrefix(".."), !name.hasPrefix("../") {
      errors.append(.invalid(path.child("path"), .string(name), "must not start with '..'"))
    }
    return errors
  }

  private static func mode(
    _ source: APIValue, _ key: String, at path: FieldPath
  ) -> [FieldError] {
    guard let mode = source.field(key)?.intValue, !(0...0o777).contains(mode) else { return [] }
    return [
      .invalid(
        path.child(key), .integer(mode),
        "must be a number between 0 and 0777 (octal), both inclusive")
    ]
  }

  private static func downward(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    source.list("items").enumerated().flatMap { index, item in
      let place = path.child("items").index(index)
      var errors = file(item, at: place)
      switch (item.field("fieldRef"), item.field("resourceFieldRef")) {
      case (let field?, let resource):
        errors += DownwardValidation.field(
          field, allowed: DownwardValidation.volumeFields, at: place.child("fieldRef"))
        if resource != nil {
          errors.append(
            .invalid(
              place, "resource",
              "fieldRef and resourceFieldRef can not be specified simultaneously"))
        }
      case (nil, let resource?):
        errors += DownwardValidation.resource(
          resource, needsContainer: true, at: place.child("resourceFieldRef"))
      case (nil, nil):
        errors.append(.required(place, "one of fieldRef and resourceFieldRef is required"))
      }
      return errors + mode(item, "mode", at: place)
    }
  }

  private static func projected(_ volume: APIValue, at path: FieldPath) -> [FieldError] {
    volume.list("sources").enumerated().flatMap { index, source -> [FieldError] in
      let place = path.child("sources").index(index)
      let kinds = ["secret", "configMap", "downwardAPI", "serviceAccountToken"]
        .filter { source.field($0) != nil }
      var errors: [FieldError] = []
      for (position, kind) in kinds.enumerated() {
        let kindPath = place.child(kind)
        if position > 0 {
          errors.append(
            .forbidden(kindPath, "may not specify more than 1 volume type per source"))
        }
        errors += projection(kind, source[kind] ?? .null, at: kindPath)
      }
      if kinds.isEmpty, source.field("clusterTrustBundle") == nil {
        errors.append(.required(place, "must specify a source"))
      }
      return errors
    }
  }

  private static func projection(
    _ kind: String, _ source: APIValue, at path: FieldPath
  ) -> [FieldError] {
    switch kind {
    case "downwardAPI": return downward(source, at: path)
    case "serviceAccountToken": return token(source, at: path)
    default:
      return required(["name"], of: source, at: path) + items(source, at: path.child("items"))
    }
  }

  private static func token(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    var errors: [FieldError] = []
    let seconds = source.field("expirationSeconds")?.intValue ?? 3600
    if seconds < 600 {
      errors.append(
        .invalid(
          path.child("expirationSeconds"), .integer(seconds),
          "may not specify a duration less than 10 minutes"))
    }
    if seconds > 1 << 32 {
      errors.append(
        .invalid(
          path.child("expirationSeconds"), .integer(seconds),
          "may not specify a duration larger than 2^32 seconds"))
    }
    return errors + file(source, at: path)
  }

  /// A token is a token of somebody: refused where the Pod has no service account.
  static func tokensWithoutAccount(_ spec: APIValue, at path: FieldPath) -> [FieldError] {
    guard spec.text("serviceAccountName").isEmpty else { return [] }
    return spec.list("volumes").enumerated().flatMap { index, volume -> [FieldError] in
      guard let projected = volume.field("projected") else { return [] }
      return projected.list("sources").enumerated().compactMap { position, source in
        guard source.field("serviceAccountToken") != nil else { return nil }
        return .forbidden(
          path.index(index).child("projected", "sources").index(position)
            .child("serviceAccountToken"),
          "must not be specified when serviceAccountName is not set")
      }
    }
  }
}

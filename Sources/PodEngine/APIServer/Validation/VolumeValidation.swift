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
    let others = schema.fields.map(\.name).filter { $0 != "name" && !firstKinds.contains($0) }
    let kinds = (firstKinds + others).filter { volume.field($0) != nil }
    guard let first = kinds.first else { return [.required(path, "must specify a volume type")] }
    let further = kinds.dropFirst().map {
      FieldError.forbidden(path.child($0), "may not specify more than 1 volume type")
    }
    return rules(of: first, volume[first] ?? .null, at: path.child(first)) + further
  }

  /// Which of several kinds counts as the one that was meant (`validateVolumeSource`).
  private static let firstKinds = [
    "emptyDir", "hostPath", "gitRepo", "secret", "nfs", "iscsi", "persistentVolumeClaim",
    "downwardAPI", "configMap", "projected", "csi", "ephemeral", "image",
  ]

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
    case "nfs": nfs(source, at: path)
    case "gitRepo":
      required(["repository"], of: source, at: path)
        + MountValidation.descending(source.text("directory"), at: path.child("directory"))
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

  private static func nfs(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    let folder = source.text("path")
    let isAbsolute = folder.hasPrefix("/")
    return required(["server", "path"], of: source, at: path)
      + (isAbsolute
        ? [] : [.invalid(path.child("path"), .string(folder), "must be an absolute path")])
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

  /// The files are not told apart: Kubernetes names the volume.
  private static func downward(_ source: APIValue, at place: FieldPath) -> [FieldError] {
    source.list("items").flatMap { item in
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
    var paths: [String] = []
    return volume.list("sources").enumerated().flatMap { index, source -> [FieldError] in
      let place = path.child("sources").index(index)
      let kinds = ["secret", "configMap", "downwardAPI", "serviceAccountToken"]
        .filter { source.field($0) != nil }
      var errors = kinds.flatMap { kind in
        projection(kind, source[kind] ?? .null, at: place.child(kind), volume: path)
          + conflicts(kind, source[kind] ?? .null, &paths, at: path)
      }
      if kinds.count > 1 {
        errors.append(.forbidden(place, "may not specify more than 1 volume type per source"))
      }
      return errors
    }
  }

  /// Two sources cannot give the same file; the first that Kubernetes calls is the volume.
  private static func conflicts(
    _ kind: String, _ source: APIValue, _ paths: inout [String], at path: FieldPath
  ) -> [FieldError] {
    var errors: [FieldError] = []
    for file in source.list("items").map({ $0.text("path") }) where !file.isEmpty {
      if paths.contains(file) {
        let culprit = kind == "downwardAPI" ? file : source.text("name")
        errors.append(.invalid(path, .string(culprit), "conflicting duplicate paths"))
      } else {
        paths.append(file)
      }
    }
    return errors
  }

  private static func projection(
    _ kind: String, _ source: APIValue, at path: FieldPath, volume: FieldPath
  ) -> [FieldError] {
    switch kind {
    case "downwardAPI": return downward(source, at: path)
    case "serviceAccountToken": return token(source, at: path, volume: volume)
    default:
      return required(["name"], of: source, at: path) + items(source, at: path.child("items"))
    }
  }

  private static func token(
    _ source: APIValue, at path: FieldPath, volume: FieldPath
  ) -> [FieldError] {
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
    return errors + file(source, at: volume)
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

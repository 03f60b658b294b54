/// Rules for volumes of files that Kubernetes writes: ConfigMaps, Secrets, the downward API.
enum FileVolumeValidation {
  /// A ConfigMap or a Secret, whose name stands in the field `name`.
  static func keyed(_ source: APIValue, name: String, at path: FieldPath) -> [FieldError] {
    var errors = requiredFields([name], of: source, at: path)
    errors += mode(source, "defaultMode", at: path)
    return errors + items(source, at: path.child("items"))
  }

  /// Which keys become which files (`validateKeyToPath`).
  static func items(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    source.list("items").enumerated().flatMap { index, item in
      let place = path.index(index)
      return requiredFields(["key"], of: item, at: place) + file(item, at: place)
        + mode(item, "mode", at: place)
    }
  }

  /// A relative path that does not begin with the two dots that the kubelet keeps for itself.
  static func file(_ item: APIValue, at path: FieldPath) -> [FieldError] {
    let name = item.text("path")
    if name.isEmpty { return [.required(path.child("path"))] }
    return notReserved(name, at: path.child("path"))
  }

  /// `ValidateLocalNonReservedPath`.
  static func notReserved(_ name: String, at path: FieldPath) -> [FieldError] {
    var errors = MountValidation.descending(name, at: path)
    if name.hasPrefix(".."), !name.hasPrefix("../") {
      errors.append(.invalid(path, .string(name), "must not start with '..'"))
    }
    return errors
  }

  static func mode(_ source: APIValue, _ key: String, at path: FieldPath) -> [FieldError] {
    guard let mode = source.field(key)?.intValue, !(0...0o777).contains(mode) else { return [] }
    return [
      .invalid(
        path.child(key), .integer(mode),
        "must be a number between 0 and 0777 (octal), both inclusive")
    ]
  }

  static func downwardAPI(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    mode(source, "defaultMode", at: path) + downward(source, at: path)
  }

  /// The files are not told apart: Kubernetes names the volume.
  static func downward(_ source: APIValue, at place: FieldPath) -> [FieldError] {
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
}

/// Rules for mounts (`ValidateVolumeMounts`).
enum MountValidation {
  static func mounts(_ list: [APIValue], volumes: [String], at path: FieldPath) -> [FieldError] {
    var errors: [FieldError] = []
    var places: [String] = []
    for (index, mount) in list.enumerated() {
      let place = path.index(index)
      let (name, mountPath) = (mount.text("name"), mount.text("mountPath"))
      if name.isEmpty {
        errors.append(.required(place.child("name")))
      } else if !volumes.contains(name) {
        errors.append(.notFound(place.child("name"), name))
      }
      if mountPath.isEmpty {
        errors.append(.required(place.child("mountPath")))
      } else if places.contains(mountPath) {
        errors.append(
          .invalid(place.child("mountPath"), .string(mountPath), "must be unique"))
      }
      places.append(mountPath)
      errors += subPaths(mount, at: place)
      if let propagation = mount.field("mountPropagation")?.stringValue {
        errors += word(
          propagation, of: ["Bidirectional", "HostToContainer", "None"],
          at: place.child("mountPropagation"), isRequired: false)
      }
    }
    return errors
  }

  private static func subPaths(_ mount: APIValue, at path: FieldPath) -> [FieldError] {
    let (subPath, expression) = (mount.text("subPath"), mount.text("subPathExpr"))
    var errors = subPath.isEmpty ? [] : descending(subPath, at: path.child("subPath"))
    if expression.isEmpty { return errors }
    if !subPath.isEmpty {
      errors.append(
        .invalid(
          path.child("subPathExpr"), .string(expression),
          "subPathExpr and subPath are mutually exclusive"))
    }
    return errors + descending(expression, at: path.child("subPathExpr"))
  }

  /// A relative path that never climbs (`validateLocalDescendingPath`).
  static func descending(_ text: String, at path: FieldPath) -> [FieldError] {
    let relative: [FieldError] =
      text.hasPrefix("/") ? [.invalid(path, .string(text), "must be a relative path")] : []
    return relative + withoutBacksteps(text, at: path)
  }

  static func withoutBacksteps(_ text: String, at path: FieldPath) -> [FieldError] {
    text.split(separator: "/").contains("..")
      ? [.invalid(path, .string(text), "must not contain '..'")] : []
  }
}

/// Rules for mounts (`ValidateVolumeMounts`).
enum MountValidation {
  /// The mounts of `container`; `volumes` are the Pod's good ones.
  static func mounts(
    of container: APIValue, volumes: [APIValue], at path: FieldPath
  ) -> [FieldError] {
    var errors: [FieldError] = []
    var places: [String] = []
    for (index, mount) in container.list("volumeMounts").enumerated() {
      let place = path.index(index)
      let (name, mountPath) = (mount.text("name"), mount.text("mountPath"))
      let volume = volumes.first { $0.text("name") == name }
      if name.isEmpty {
        errors.append(.required(place.child("name")))
      } else if volume == nil {
        errors.append(.notFound(place.child("name"), name))
      }
      if mountPath.isEmpty {
        errors.append(.required(place.child("mountPath")))
      } else if places.contains(mountPath) {
        errors.append(
          .invalid(place.child("mountPath"), .string(mountPath), "must be unique"))
      }
      places.append(mountPath)
      errors += DeviceValidation.overlap(
        mount, "mountPath", with: container, "volumeDevices", "devicePath", at: place)
      if volume?.field("image") != nil { errors += wholeImage(mount, at: place) }
      errors += subPaths(mount, at: place)
      // These two are reported without the number of the mount.
      errors += propagation(mount, of: container, at: path.child("mountPropagation"))
      errors += recursiveReadOnly(mount, at: path.child("recursiveReadOnly"))
    }
    return errors
  }

  private static func wholeImage(_ mount: APIValue, at path: FieldPath) -> [FieldError] {
    ["subPath", "subPathExpr"].filter { !mount.text($0).isEmpty }.map {
      .invalid(
        path.child($0), .string(mount.text($0)), "not allowed in image volume sources")
    }
  }

  /// `validateMountPropagation`.
  private static func propagation(
    _ mount: APIValue, of container: APIValue, at path: FieldPath
  ) -> [FieldError] {
    guard let mode = mount.field("mountPropagation")?.stringValue else { return [] }
    let errors = word(
      mode, of: ["Bidirectional", "HostToContainer", "None"], at: path, isRequired: false)
    let isPrivileged = container["securityContext"]?.flag("privileged") == true
    guard mode == "Bidirectional", !isPrivileged else { return errors }
    return errors + [
      .forbidden(
        path, "Bidirectional mount propagation is available only to privileged containers")
    ]
  }

  /// `validateMountRecursiveReadOnly`.
  private static func recursiveReadOnly(_ mount: APIValue, at path: FieldPath) -> [FieldError] {
    guard let mode = mount.field("recursiveReadOnly")?.stringValue, mode != "Disabled" else {
      return []
    }
    let modes = ["Disabled", "Enabled", "IfPossible"]
    guard modes.contains(mode) else { return [.notSupported(path, mode, modes)] }
    var errors: [FieldError] = []
    if !mount.flag("readOnly") {
      errors.append(.forbidden(path, "may only be specified when readOnly is true"))
    }
    if let propagation = mount.field("mountPropagation"), propagation != "None" {
      errors.append(
        .forbidden(
          path, "may only be specified when mountPropagation is None or not specified"))
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

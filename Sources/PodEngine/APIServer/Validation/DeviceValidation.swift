/// Rules for volumes that a container sees as devices (`ValidateVolumeDevices`).
enum DeviceValidation {
  /// The devices of `container`; `volumes` are the Pod's good ones.
  static func devices(
    of container: APIValue, volumes: [APIValue], at path: FieldPath
  ) -> [FieldError] {
    var errors: [FieldError] = []
    var names: [String] = []
    var places: [String] = []
    for (index, device) in container.list("volumeDevices").enumerated() {
      let place = path.index(index)
      errors += name(of: device, &names, volumes, at: place.child("name"))
      errors += devicePath(of: device, &places, at: place.child("devicePath"))
      errors += overlap(
        device, "devicePath", with: container, "volumeMounts", "mountPath", at: place)
    }
    return errors
  }

  private static func name(
    of device: APIValue, _ names: inout [String], _ volumes: [APIValue], at path: FieldPath
  ) -> [FieldError] {
    let name = device.text("name")
    var errors: [FieldError] = name.isEmpty ? [.required(path)] : []
    if names.contains(name) {
      errors.append(.invalid(path, .string(name), "must be unique"))
    }
    if !name.isEmpty { names.append(name) }
    guard let volume = volumes.first(where: { $0.text("name") == name }) else {
      return errors + [.notFound(path, name)]
    }
    let isClaim = ["persistentVolumeClaim", "ephemeral"].contains { volume.field($0) != nil }
    return isClaim
      ? errors
      : errors + [
        .invalid(
          path, .string(name),
          "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode")
      ]
  }

  private static func devicePath(
    of device: APIValue, _ places: inout [String], at path: FieldPath
  ) -> [FieldError] {
    let text = device.text("devicePath")
    var errors: [FieldError] = text.isEmpty ? [.required(path)] : []
    if places.contains(text) {
      errors.append(.invalid(path, .string(text), "must be unique"))
    }
    if MountValidation.withoutBacksteps(text, at: path).isEmpty {
      places.append(text)
    } else {
      errors.append(.invalid(path, .string(text), "can not contain backsteps ('..')"))
    }
    return errors
  }

  /// A volume is either mounted or a device, and so is a path: what `item` of one list shares with
  /// the other list of the container. Of several with the same name the last counts.
  static func overlap(
    _ item: APIValue, _ pathKey: String, with container: APIValue, _ list: String,
    _ otherPathKey: String, at path: FieldPath
  ) -> [FieldError] {
    var others: [String: String] = [:]
    for other in container.list(list) { others[other.text("name")] = other.text(otherPathKey) }
    let (name, place) = (item.text("name"), item.text(pathKey))
    var errors: [FieldError] = []
    if others[name] != nil {
      errors.append(
        .invalid(path.child("name"), .string(name), "must not already exist in \(list)"))
    }
    if others.values.contains(place) {
      errors.append(
        .invalid(
          path.child(pathKey), .string(place), "must not already exist as a path in \(list)"))
    }
    return errors
  }
}

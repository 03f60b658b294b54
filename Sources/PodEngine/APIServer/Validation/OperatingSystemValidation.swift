/// Rules for Pods that say which system they are made for (`validateOS`, `validateLinux`,
/// `validateWindows`).
enum OperatingSystemValidation {
  static func system(_ spec: APIValue, at path: FieldPath) -> [FieldError] {
    guard let system = spec.field("os") else { return [] }
    let place = path.child("os")
    switch system.text("name") {
    case "": return [.required(place.child("name"), "cannot be empty")]
    case "linux": return linux(spec, at: path)
    case "windows": return windows(spec, at: path)
    // A name that is wrong is reported at `os` itself.
    case let other: return [.notSupported(place, other, ["linux", "windows"])]
    }
  }

  private static func linux(_ spec: APIValue, at path: FieldPath) -> [FieldError] {
    let holders = [(container: spec, place: path)] + spec.allContainers(at: path)
    return holders.filter { $0.container["securityContext"]?.field("windowsOptions") != nil }.map {
      .forbidden(
        $0.place.child("securityContext", "windowsOptions"),
        "windows options cannot be set for a linux pod")
    }
  }

  /// What Windows does not have, in the order of the errors; where a name has no dot in front it is
  /// a field of the security context.
  private static let foreignToPods = [
    "appArmorProfile", "seLinuxOptions", ".hostUsers", ".hostPID", ".hostIPC", "seccompProfile",
    "fsGroup", "fsGroupChangePolicy", "sysctls", ".shareProcessNamespace", "runAsUser",
    "runAsGroup", "supplementalGroups", "supplementalGroupsPolicy", "seLinuxChangePolicy",
  ]
  private static let foreignToContainers = [
    "appArmorProfile", "seLinuxOptions", "seccompProfile", "capabilities",
    "readOnlyRootFilesystem", "privileged", "allowPrivilegeEscalation", "procMount", "runAsUser",
    "runAsGroup",
  ]

  private static func windows(_ spec: APIValue, at path: FieldPath) -> [FieldError] {
    let context = "securityContext"
    var errors = foreignToPods.compactMap { name -> FieldError? in
      guard name.hasPrefix(".") else {
        return refusal(of: name, in: spec.field(context), at: path.child(context))
      }
      return refusal(of: String(name.dropFirst()), in: spec, at: path)
    }
    for (container, place) in spec.allContainers(at: path) {
      errors += foreignToContainers.compactMap {
        refusal(of: $0, in: container.field(context), at: place.child(context))
      }
    }
    return errors
  }

  private static func refusal(
    of field: String, in holder: APIValue?, at path: FieldPath
  ) -> FieldError? {
    guard let value = holder?.field(field) else { return nil }
    // A host's namespace that is not asked for is not set, and no more is an empty list of sysctls.
    let isUnset =
      ["hostPID", "hostIPC"].contains(field) && value == false || field == "sysctls" && value == []
    return isUnset ? nil : .forbidden(path.child(field), "cannot be set for a windows pod")
  }
}

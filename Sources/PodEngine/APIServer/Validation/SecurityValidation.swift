/// Rules for security contexts (`ValidateSecurityContext`, `validatePodSpecSecurityContext`).
enum SecurityValidation {
  /// Numbers of users and groups.
  private static let identifiers = 0...2_147_483_647

  static func container(
    _ context: APIValue?, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    guard let context else { return [] }
    var errors: [FieldError] = []
    let isPrivileged = context.flag("privileged")
    if isPrivileged, !options.allowPrivileged {
      errors.append(.forbidden(path.child("privileged"), "disallowed by cluster policy"))
    }
    errors += inRange(context, "runAsUser", identifiers, at: path)
    errors += inRange(context, "runAsGroup", identifiers, at: path)
    errors += seccomp(context.field("seccompProfile"), at: path.child("seccompProfile"))
    if context.field("allowPrivilegeEscalation")?.boolValue == false {
      let refusal = "cannot set `allowPrivilegeEscalation` to false and "
      if isPrivileged {
        errors.append(.invalid(path, context, refusal + "`privileged` to true"))
      }
      if context["capabilities"]?.texts("add").contains("CAP_SYS_ADMIN") == true {
        errors.append(.invalid(path, context, refusal + "`capabilities.Add` CAP_SYS_ADMIN"))
      }
    }
    return errors + appArmor(context.field("appArmorProfile"), at: path.child("appArmorProfile"))
  }

  static func pod(_ spec: APIValue, at specPath: FieldPath) -> [FieldError] {
    guard let context = spec.field("securityContext") else { return [] }
    let path = specPath.child("securityContext")
    var errors = ["fsGroup", "runAsUser", "runAsGroup"].flatMap {
      inRange(context, $0, identifiers, at: path)
    }
    for (index, group) in context.list("supplementalGroups").enumerated() {
      guard let number = group.intValue, !identifiers.contains(number) else { continue }
      errors.append(
        .invalid(
          path.child("supplementalGroups").index(index), group, rangeProblem(identifiers)))
    }
    if spec.flag("shareProcessNamespace"), spec.flag("hostPID") {
      errors.append(
        .invalid(
          specPath.child("shareProcessNamespace"), true,
          "ShareProcessNamespace and HostPID cannot both be enabled"))
    }
    if let policy = context.field("fsGroupChangePolicy")?.stringValue {
      errors += word(
        policy, of: ["Always", "OnRootMismatch"], at: path.child("fsGroupChangePolicy"),
        isRequired: false)
    }
    errors += seccomp(context.field("seccompProfile"), at: path.child("seccompProfile"))
    return errors + appArmor(context.field("appArmorProfile"), at: path.child("appArmorProfile"))
  }

  private static func seccomp(_ profile: APIValue?, at path: FieldPath) -> [FieldError] {
    guard let profile else { return [] }
    let type = profile.text("type")
    if type.isEmpty {
      return [.required(path.child("type"), "type is required when seccompProfile is set")]
    }
    return localProfile(profile, type, at: path)
  }

  private static func appArmor(_ profile: APIValue?, at path: FieldPath) -> [FieldError] {
    guard let profile else { return [] }
    let type = profile.text("type")
    if type.isEmpty {
      return [.required(path.child("type"), "type is required when appArmorProfile is set")]
    }
    return localProfile(profile, type, at: path)
  }

  private static func localProfile(
    _ profile: APIValue, _ type: String, at path: FieldPath
  ) -> [FieldError] {
    let name = profile.text("localhostProfile")
    switch type {
    case "Localhost":
      return name.isEmpty
        ? [
          .required(
            path.child("localhostProfile"), "must be set when type is Localhost")
        ] : []
    case "RuntimeDefault", "Unconfined":
      return name.isEmpty
        ? []
        : [
          .invalid(
            path.child("localhostProfile"), .string(name),
            "can only be set when type is Localhost")
        ]
    default:
      return [
        .notSupported(path.child("type"), type, ["Localhost", "RuntimeDefault", "Unconfined"])
      ]
    }
  }
}

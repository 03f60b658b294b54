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
    if let mount = context.field("procMount")?.stringValue {
      errors += word(
        mount, of: ["Default", "Unmasked"], at: path.child("procMount"), isRequired: false)
      if options.hostUsers, mount == "Unmasked" {
        errors.append(
          .invalid(
            path.child("procMount"), .string(mount),
            "`hostUsers` must be false to use `Unmasked`"))
      }
    }
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
    errors += WindowsSecurityValidation.options(
      context.field("windowsOptions"), at: path.child("windowsOptions"))
    return errors + appArmor(context.field("appArmorProfile"), at: path.child("appArmorProfile"))
  }

  /// A Pod with users of its own cannot live in the host's other namespaces (`validateHostUsers`).
  static func hostUsers(_ spec: APIValue, at path: FieldPath) -> [FieldError] {
    guard spec.field("hostUsers")?.boolValue == false else { return [] }
    // Two of the three places are spelled as Go spells the fields.
    return [("hostNetwork", "hostNetwork"), ("hostPID", "HostPID"), ("hostIPC", "HostIPC")]
      .filter { spec.flag($0.0) }
      .map { .forbidden(path.child($0.1), "when `pod.Spec.HostUsers` is false") }
  }

  static func pod(
    _ spec: APIValue, at specPath: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    let context = spec.field("securityContext") ?? .emptyObject
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
          path.child("shareProcessNamespace"), true,
          "ShareProcessNamespace and HostPID cannot both be enabled"))
    }
    errors += SysctlValidation.sysctls(spec, at: path.child("sysctls"), options)
    if let policy = context.field("fsGroupChangePolicy")?.stringValue {
      errors += word(
        policy, of: ["Always", "OnRootMismatch"], at: path.child("fsGroupChangePolicy"),
        isRequired: false)
    }
    errors += seccomp(context.field("seccompProfile"), at: path.child("seccompProfile"))
    errors += WindowsSecurityValidation.options(
      context.field("windowsOptions"), at: path.child("windowsOptions"))
    errors += appArmor(context.field("appArmorProfile"), at: path.child("appArmorProfile"))
    for (key, words) in [
      ("supplementalGroupsPolicy", ["Merge", "Strict"]),
      ("seLinuxChangePolicy", options.seLinuxPolicies),
    ] {
      guard let policy = context.field(key)?.stringValue else { continue }
      errors += word(policy, of: words, at: path.child(key), isRequired: false)
    }
    return errors
  }

  private static let profileTypes = ["Localhost", "RuntimeDefault", "Unconfined"]

  /// `validateSeccompProfileField`.
  private static func seccomp(_ profile: APIValue?, at path: FieldPath) -> [FieldError] {
    guard let profile else { return [] }
    let type = profile.text("type")
    var errors = profileType(
      type, at: path.child("type"), "type is required when seccompProfile is set")
    let place = path.child("localhostProfile")
    let name = profile.field("localhostProfile")?.stringValue
    if type == "Localhost" {
      errors +=
        name.map { MountValidation.descending($0, at: place) }
        ?? [.required(place, "must be set when seccomp type is Localhost")]
    } else if name != nil {
      errors.append(.invalid(place, profile, "can only be set when seccomp type is Localhost"))
    }
    return errors
  }

  private static func profileType(
    _ type: String, at path: FieldPath, _ absence: String
  ) -> [FieldError] {
    if type.isEmpty { return [.required(path, absence)] }
    return profileTypes.contains(type) ? [] : [.notSupported(path, type, profileTypes)]
  }

  /// `ValidateAppArmorProfileField`.
  static func appArmor(_ profile: APIValue?, at path: FieldPath) -> [FieldError] {
    guard let profile else { return [] }
    let type = profile.text("type")
    let place = path.child("localhostProfile")
    let name = profile.field("localhostProfile")?.stringValue
    switch type {
    case "Localhost": return appArmorName(name ?? "", at: place)
    case "RuntimeDefault", "Unconfined":
      guard let name else { return [] }
      return [.invalid(place, .string(name), "can only be set when AppArmor type is Localhost")]
    default:
      return profileType(
        type, at: path.child("type"), "type is required when appArmorProfile is set")
    }
  }

  private static func appArmorName(_ name: String, at path: FieldPath) -> [FieldError] {
    if name.isEmpty { return [.required(path, "must be set when AppArmor type is Localhost")] }
    var errors: [FieldError] = []
    if name != name.trimmed(of: " \t\n\r\u{0B}\u{0C}") {
      errors.append(.invalid(path, .string(name), "must not be padded with whitespace"))
    }
    // The longest path that Linux takes.
    let longest = 4095
    if name.utf8.count > longest { errors.append(.tooLong(path, maxBytes: longest)) }
    return errors
  }
}

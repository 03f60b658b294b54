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
    return errors + appArmor(context.field("appArmorProfile"), at: path.child("appArmorProfile"))
  }

  static func pod(_ spec: APIValue, at specPath: FieldPath) -> [FieldError] {
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
    errors += sysctls(context.list("sysctls"), at: path.child("sysctls"))
    if let policy = context.field("fsGroupChangePolicy")?.stringValue {
      errors += word(
        policy, of: ["Always", "OnRootMismatch"], at: path.child("fsGroupChangePolicy"),
        isRequired: false)
    }
    errors += seccomp(context.field("seccompProfile"), at: path.child("seccompProfile"))
    errors += appArmor(context.field("appArmorProfile"), at: path.child("appArmorProfile"))
    for (key, words) in [
      ("supplementalGroupsPolicy", ["Merge", "Strict"]),
      ("seLinuxChangePolicy", ["MountOption", "Recursive"]),
    ] {
      guard let policy = context.field(key)?.stringValue else { continue }
      errors += word(policy, of: words, at: path.child(key), isRequired: false)
    }
    return errors
  }

  /// `validateSysctls`.
  private static func sysctls(_ list: [APIValue], at path: FieldPath) -> [FieldError] {
    var seen: [String] = []
    return list.enumerated().flatMap { index, sysctl -> [FieldError] in
      let (name, place) = (sysctl.text("name"), path.index(index).child("name"))
      defer { seen.append(name) }
      if name.isEmpty { return [.required(place)] }
      let problems = NameRules.sysctl(name)
      if problems.isEmpty, seen.contains(name) { return [.duplicate(place, .string(name))] }
      return problems.map { .invalid(place, .string(name), $0) }
    }
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
  private static func appArmor(_ profile: APIValue?, at path: FieldPath) -> [FieldError] {
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
    if name != name.trimmed(of: " \t\n\r\u{0B}\u{0C}") {
      return [.invalid(path, .string(name), "must not be padded with whitespace")]
    }
    if name.isEmpty { return [.required(path, "must be set when AppArmor type is Localhost")] }
    // The longest path that Linux takes.
    let longest = 4095
    return name.utf8.count > longest ? [.tooLong(path, maxBytes: longest)] : []
  }
}

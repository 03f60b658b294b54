/// Rules for the annotations that seccomp and AppArmor profiles once were, and that must still say
/// the same as the fields (`ValidateSeccompPodAnnotations`, `ValidateAppArmorPodAnnotations`).
enum SecurityAnnotationValidation {
  private static let seccompPod = "seccomp.security.alpha.kubernetes.io/pod"
  private static let seccompContainer = "container.seccomp.security.alpha.kubernetes.io/"
  static let appArmorContainer = "container.apparmor.security.beta.kubernetes.io/"

  static func annotations(_ pod: APIValue, at path: FieldPath) -> [FieldError] {
    let annotations = pod["metadata"]?.map("annotations") ?? [:]
    var errors: [FieldError] = []
    if let profile = annotations[seccompPod] {
      errors += seccomp(profile, at: path.child(seccompPod))
    }
    for (key, profile) in annotations where key.hasPrefix(seccompContainer) {
      errors += seccomp(profile, at: path.child(key))
    }
    let names = containers(of: pod).map { $0.container.text("name") }
    for (key, profile) in annotations where key.hasPrefix(appArmorContainer) {
      let name = String(key.dropFirst(appArmorContainer.count))
      if !names.contains(name) {
        errors.append(.invalid(path.key(key), .string(name), "container not found"))
      }
      if !["", "runtime/default", "unconfined"].contains(profile),
        !profile.hasPrefix("localhost/")
      {
        errors.append(
          .invalid(
            path.key(key), .string(profile),
            "invalid AppArmor profile name: \(GoSyntax.quoted(profile))"))
      }
    }
    return errors
  }

  /// `ValidateSeccompProfile`.
  private static func seccomp(_ profile: String, at path: FieldPath) -> [FieldError] {
    if ["runtime/default", "docker/default", "unconfined"].contains(profile) { return [] }
    let local = "localhost/"
    if profile.hasPrefix(local) {
      return MountValidation.descending(String(profile.dropFirst(local.count)), at: path)
    }
    return [.invalid(path, .string(profile), "must be a valid seccomp profile")]
  }

  /// What the annotations say and what the fields say is the same
  /// (`validateSeccompAnnotationsAndFields`, `validateAppArmorAnnotationsAndFieldsMatchOnCreate`).
  static func agreement(_ pod: APIValue, at path: FieldPath) -> [FieldError] {
    let annotations = pod["metadata"]?.map("annotations") ?? [:]
    let own = pod[path: "spec", "securityContext"]
    var errors: [FieldError] = []
    func compare(_ kind: Kind, _ annotation: String, _ profile: APIValue?, _ place: FieldPath) {
      guard let text = annotations[annotation], let profile, !profile.isNull else { return }
      errors += kind.differences(text, profile, at: place.child("securityContext", kind.field))
    }
    compare(.seccomp, seccompPod, own?[Kind.seccomp.field], path)
    for (container, place) in containers(of: pod) {
      let profile = container[path: "securityContext", Kind.seccomp.field]
      compare(.seccomp, seccompContainer + container.text("name"), profile, place)
    }
    // Windows has no AppArmor: the annotations say nothing there.
    if pod[path: "spec", "os", "name"] == "windows" { return errors }
    for (container, place) in containers(of: pod) {
      let profile =
        container[path: "securityContext", Kind.appArmor.field] ?? own?[Kind.appArmor.field]
      compare(.appArmor, appArmorContainer + container.text("name"), profile, place)
    }
    return errors
  }

  private static func containers(of pod: APIValue) -> [(container: APIValue, place: FieldPath)] {
    pod["spec"]?.allContainers(at: FieldPath("spec")) ?? []
  }

  private enum Kind: String {
    case seccomp
    case appArmor = "apparmor"

    var field: String { self == .seccomp ? "seccompProfile" : "appArmorProfile" }

    func differences(_ text: String, _ profile: APIValue, at path: FieldPath) -> [FieldError] {
      let type = FieldError.forbidden(
        path.child("type"), "\(rawValue) type in annotation and field must match")
      switch profile.text("type") {
      case "Unconfined": return text == "unconfined" ? [] : [type]
      case "RuntimeDefault":
        let isDefault =
          text == "runtime/default" || self == .seccomp && text == "docker/default"
        return isDefault ? [] : [type]
      case "Localhost":
        guard text.hasPrefix("localhost/") else { return [type] }
        if profile.field("localhostProfile")?.stringValue == String(text.dropFirst(10)) {
          return []
        }
        return [
          .forbidden(
            path.child("localhostProfile"),
            "\(rawValue) profile in annotation and field must match")
        ]
      default: return []
      }
    }
  }
}

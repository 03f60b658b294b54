/// Rules for what Windows asks about security (`validateWindowsSecurityContextOptions`,
/// `validateWindowsHostProcessPod`).
enum WindowsSecurityValidation {
  static func options(_ options: APIValue?, at path: FieldPath) -> [FieldError] {
    guard let options else { return [] }
    var errors: [FieldError] = []
    if let name = options.field("gmsaCredentialSpecName")?.stringValue {
      errors += named(
        name, at: path.child("gmsaCredentialSpecName"), NameRules.dns1123Subdomain)
    }
    if let text = options.field("gmsaCredentialSpec")?.stringValue {
      let place = path.child("gmsaCredentialSpec")
      if text.isEmpty {
        errors.append(
          .invalid(place, .string(text), "gmsaCredentialSpec cannot be an empty string"))
      } else if text.utf8.count > 64 * 1024 {
        errors.append(
          .invalid(place, .string(text), "gmsaCredentialSpec size must be under 64 KiB"))
      }
    }
    if let user = options.field("runAsUserName")?.stringValue {
      errors += named(user, at: path.child("runAsUserName"), WindowsUserName.problems)
    }
    return errors
  }

  /// Processes of the host itself: all containers or none, and in the host's network.
  static func hostProcess(
    _ spec: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    func setting(_ holder: APIValue) -> Bool? {
      holder[path: "securityContext", "windowsOptions", "hostProcess"]?.boolValue
    }
    let ofPod = setting(spec)
    let containers = spec.allContainers(at: path)
    var errors: [FieldError] = []
    for (container, place) in containers {
      guard let ofPod, let own = setting(container), own != ofPod else { continue }
      errors.append(
        .invalid(
          place.child("securityContext", "windowsOptions", "hostProcess"), .bool(own),
          "pod hostProcess value must be identical if both are specified, was \(ofPod)"))
    }
    let count = containers.count { setting($0.container) ?? ofPod ?? false }
    if count == 0 { return errors }
    if count != containers.count {
      errors.append(
        .invalid(
          path, "",
          "If pod contains any hostProcess containers then all containers must be HostProcess "
            + "containers"))
    }
    if !spec.flag("hostNetwork") {
      errors.append(
        .invalid(
          path.child("hostNetwork"), false,
          "hostNetwork must be true if pod contains any hostProcess containers"))
    }
    if !options.allowPrivileged {
      errors.append(
        .forbidden(path, "hostProcess containers are disallowed by cluster policy"))
    }
    return errors
  }
}

/// The name of a user of Windows, with or without a domain: `DOMAIN\user`.
private enum WindowsUserName {
  static func problems(_ text: String) -> [String] {
    if text.isEmpty { return ["runAsUserName cannot be an empty string"] }
    if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      return ["runAsUserName cannot contain control characters"]
    }
    let parts = text.split(separator: "\\", omittingEmptySubsequences: false)
    guard parts.count <= 2, let user = parts.last else {
      return ["runAsUserName cannot contain more than one backslash"]
    }
    let ofDomain = parts.count == 2 ? parts.first.map(domainProblems) ?? [] : []
    return ofDomain + userProblems(user)
  }

  private static func domainProblems(_ domain: Substring) -> [String] {
    var problems: [String] = []
    if domain.utf8.count >= 256 {
      problems.append("runAsUserName's Domain length must be under 256 characters")
    }
    if !isNetBIOS(domain), !isDNS(domain) {
      problems.append("runAsUserName's Domain doesn't match the NetBios nor the DNS format")
    }
    return problems
  }

  private static func userProblems(_ user: Substring) -> [String] {
    var problems: [String] = []
    if user.isEmpty {
      problems.append("runAsUserName's User cannot be empty")
    } else if user.utf8.count > 104 {
      problems.append("runAsUserName's User length must not be longer than 104 characters")
    }
    if !user.isEmpty, user.allSatisfy({ $0 == "." || $0 == " " }) {
      problems.append("runAsUserName's User cannot contain only periods or spaces")
    }
    if user.contains(where: { "\"/\\:;|=,+*?<>@[]".contains($0) }) {
      problems.append(
        "runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]")
    }
    return problems
  }

  /// Up to 15 signs, the first of them no dot.
  private static func isNetBIOS(_ domain: Substring) -> Bool {
    (1...15).contains(domain.unicodeScalars.count) && !domain.hasPrefix(".")
      && !domain.contains { "\\/:*?\"<>|".contains($0) }
  }

  /// Labels of letters, digits and inner dashes, in either case.
  private static func isDNS(_ domain: Substring) -> Bool {
    domain.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
      NameRules.dns1123Label($0.lowercased()).isEmpty
    }
  }
}

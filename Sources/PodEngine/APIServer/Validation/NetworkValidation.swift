/// Rules for DNS, host names and addresses.
enum NetworkValidation {
  private static let dnsPolicies = ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"]

  static func dnsPolicy(_ spec: APIValue, at path: FieldPath) -> [FieldError] {
    word(spec.text("dnsPolicy"), of: dnsPolicies, at: path.child("dnsPolicy"))
  }

  /// `validatePodDNSConfig`.
  static func dnsConfig(_ spec: APIValue, at specPath: FieldPath) -> [FieldError] {
    let path = specPath.child("dnsConfig")
    let config = spec.field("dnsConfig")
    if spec.text("dnsPolicy") == "None" {
      guard let config else {
        return [.required(path, "must provide `dnsConfig` when `dnsPolicy` is None")]
      }
      if config.list("nameservers").isEmpty {
        return [
          .required(
            path.child("nameservers"),
            "must provide at least one DNS nameserver when `dnsPolicy` is None")
        ]
      }
    }
    guard let config else { return [] }
    return nameservers(config, at: path.child("nameservers"))
      + searches(config, at: path.child("searches"))
      + config.list("options").enumerated().compactMap { index, option in
        option.text("name").isEmpty
          ? .required(path.child("options").index(index), "must not be empty") : nil
      }
  }

  private static func nameservers(_ config: APIValue, at path: FieldPath) -> [FieldError] {
    let servers = config.texts("nameservers")
    var errors: [FieldError] = []
    if servers.count > 3 {
      errors.append(
        .invalid(path, config["nameservers"] ?? .null, "must not have more than 3 nameservers"))
    }
    for (index, server) in servers.enumerated() {
      errors += address(server, at: path.index(index))
    }
    return errors
  }

  private static func searches(_ config: APIValue, at path: FieldPath) -> [FieldError] {
    let domains = config.texts("searches")
    let shown = config["searches"] ?? .null
    var errors: [FieldError] = []
    if domains.count > 32 {
      errors.append(.invalid(path, shown, "must not have more than 32 search paths"))
    }
    if domains.joined(separator: " ").utf8.count > 2048 {
      errors.append(
        .invalid(
          path, shown,
          "must not have more than 2048 characters (including spaces) in the search list"))
    }
    for (index, domain) in domains.enumerated() {
      // RelaxedDNSSearchValidation: a lone dot, and underscores.
      if domain == "." { continue }
      let trimmed = domain.hasSuffix(".") ? String(domain.dropLast()) : domain
      errors += named(trimmed, at: path.index(index), NameRules.searchDomain)
    }
    return errors
  }

  /// `ValidateHostAliases`.
  static func hostAliases(_ list: [APIValue], at path: FieldPath) -> [FieldError] {
    list.enumerated().flatMap { index, alias in
      address(alias.text("ip"), at: path.index(index).child("ip"))
        + alias.texts("hostnames").enumerated().flatMap {
          named(
            $1, at: path.index(index).child("hostnames").index($0), NameRules.dns1123Subdomain)
        }
    }
  }

  static func address(_ text: String, at path: FieldPath) -> [FieldError] {
    if IPAddress.isValid(text) { return [] }
    return [
      .invalid(
        path, .string(text), "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)")
    ]
  }
}

/// Texts that are addresses of the internet protocol.
package enum IPAddress {
  package static func isValid(_ text: String) -> Bool { isVersion4(text) || isVersion6(text) }

  /// Four numbers up to 255. Zeros in front are taken for decoration, as they were before Go refused
  /// them (`ParseIPSloppy`).
  package static func isVersion4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.allSatisfy(isDigit) && UInt8(part) != nil
      }
  }

  /// Eight groups of up to four hexadecimal digits, one run of which `::` may stand for.
  package static func isVersion6(_ text: String) -> Bool {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard text.contains(":"), halves.count <= 2 else { return false }
    let groups = halves.map { half in
      half.isEmpty ? [] : half.split(separator: ":", omittingEmptySubsequences: false)
    }
    var count = 0
    for (index, part) in groups.joined().enumerated() {
      let isLast = index == groups.joined().count - 1
      if isLast, part.contains(".") {
        guard isVersion4(String(part)) else { return false }
        count += 2
      } else {
        guard (1...4).contains(part.count), part.allSatisfy(\.isHexDigit) else { return false }
        count += 1
      }
    }
    return halves.count == 2 ? count < 8 : count == 8
  }
}

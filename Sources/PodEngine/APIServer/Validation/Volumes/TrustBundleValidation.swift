/// Rules for projected certificates. The gate ClusterTrustBundleProjection is off in Kubernetes 1.33,
/// so the API server takes them away before it looks; the rules are there all the same.
enum TrustBundleValidation {
  static func projection(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    let name = source.field("name")?.stringValue
    let signer = source.field("signerName")?.stringValue
    var errors: [FieldError]
    switch (name, signer) {
    case (_?, _?):
      errors = [.invalid(path, source, "only one of name and signerName may be used")]
    case (let name?, nil): errors = byName(name, source, at: path)
    case (nil, let signer?): errors = bySigner(signer, source, at: path)
    case (nil, nil):
      errors = [.required(path, "either name or signerName must be specified")]
    }
    errors += requiredFields(["path"], of: source, at: path)
    return errors
      + FileVolumeValidation.notReserved(source.text("path"), at: path.child("path"))
  }

  private static func byName(
    _ name: String, _ source: APIValue, at path: FieldPath
  ) -> [FieldError] {
    let place = path.child("name")
    var errors: [FieldError] =
      name.isEmpty ? [.required(place, "must be a valid object name")] : []
    errors += nameProblems(name).map {
      .invalid(place, .string(name), "not a valid clustertrustbundlename: \($0)")
    }
    if let selector = source.field("labelSelector") {
      errors.append(
        .invalid(
          path.child("labelSelector"), selector,
          "labelSelector must be unset if name is specified"))
    }
    return errors
  }

  /// A bundle of a signer is called `example.com:signer:name` (`ValidateClusterTrustBundleName`).
  private static func nameProblems(_ name: String) -> [String] {
    guard let colon = name.lastIndex(of: ":") else { return NameRules.dns1123Subdomain(name) }
    // Nothing before the colon is no signer, and without one there may be no colon.
    if colon == name.startIndex {
      return ["ClusterTrustBundle without signer name must not have \":\" in its name"]
    }
    let signer = name[..<colon].replacing(":", with: "/")
    let prefix = signer.replacing("/", with: ":") + ":"
    guard name.hasPrefix(prefix) else {
      return [
        "ClusterTrustBundle for signerName \(signer) must be named with prefix \(prefix)"
      ]
    }
    return NameRules.dns1123Subdomain(String(name.dropFirst(prefix.count)))
  }

  private static func bySigner(
    _ signer: String, _ source: APIValue, at path: FieldPath
  ) -> [FieldError] {
    let place = path.child("signerName")
    var errors: [FieldError] =
      signer.isEmpty ? [.required(place, "must be a valid signer name")] : []
    errors += signerName(signer, at: place)
    return errors
      + SelectorValidation.selector(source["labelSelector"], at: path.child("labelSelector"))
  }

  /// `ValidateSignerName`: `example.com/signer-name`.
  private static func signerName(_ signer: String, at path: FieldPath) -> [FieldError] {
    if signer.isEmpty { return [.required(path)] }
    let segments = signer.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard segments.count == 2 else {
      return [
        .invalid(
          path, .string(signer),
          "must be a fully qualified domain and path of the form 'example.com/signer-name'")
      ]
    }
    var errors: [FieldError] = []
    let (longestDomain, longestLabel) = (253, 63)
    if segments[0].utf8.count > longestDomain {
      errors.append(.tooLong(path, maxBytes: longestDomain))
    }
    errors += firstBadLabel(of: segments[0], at: path, NameRules.dns1123Label)
    if !segments[0].contains(".") {
      errors.append(
        .invalid(
          path, .string(segments[0]),
          "should be a domain with at least two segments separated by dots"))
    }
    errors += firstBadLabel(of: segments[1], at: path, NameRules.dns1123Subdomain)
    let longest = longestDomain + 1 + longestDomain + longestLabel + 1
    if signer.utf8.count > longest { errors.append(.tooLong(path, maxBytes: longest)) }
    return errors
  }

  private static func firstBadLabel(
    of segment: String, at path: FieldPath, _ rule: (String) -> [String]
  ) -> [FieldError] {
    for label in segment.split(separator: ".", omittingEmptySubsequences: false).map(String.init) {
      let problems = rule(label)
      if problems.isEmpty { continue }
      return problems.map {
        .invalid(
          path, .string(segment), "validating label \(GoSyntax.quoted(label)): \($0)")
      }
    }
    return []
  }
}

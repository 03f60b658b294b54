/// Rules for claims of devices (`validatePodResourceClaims`, `validateResourceClaimNames`). The gate
/// DynamicResourceAllocation is off in Kubernetes 1.33, so the API server takes them away before it
/// looks; the rules are there all the same.
enum ResourceClaimValidation {
  /// The names under which containers may speak of the Pod's claims.
  static func names(_ spec: APIValue) -> [String] {
    spec.list("resourceClaims").map { $0.text("name") }.filter { !$0.isEmpty }
  }

  static func claims(_ list: [APIValue], at path: FieldPath) -> [FieldError] {
    var names: [String] = []
    var errors: [FieldError] = []
    for (index, claim) in list.enumerated() {
      let place = path.index(index)
      let (name, namePath) = (claim.text("name"), place.child("name"))
      if name.isEmpty {
        errors.append(.required(namePath))
      } else if names.contains(name) {
        errors.append(.duplicate(namePath, .string(name)))
      } else {
        errors += named(name, at: namePath, NameRules.dns1123Label)
        names.append(name)
      }
      errors += source(claim, at: place)
    }
    return errors
  }

  private static func source(_ claim: APIValue, at path: FieldPath) -> [FieldError] {
    let kinds = ["resourceClaimName", "resourceClaimTemplateName"]
    let present = kinds.filter { claim.field($0) != nil }
    var errors: [FieldError] = []
    if present.count == 2 {
      errors.append(
        .invalid(
          path, claim,
          "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified"))
    }
    if present.isEmpty {
      errors.append(
        .invalid(
          path, claim,
          "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`"))
    }
    return errors
      + present.flatMap {
        named(claim.text($0), at: path.child($0), NameRules.dns1123Subdomain)
      }
  }

  /// A container's claims, by the names that the Pod gives them.
  static func uses(
    _ list: [APIValue], known: [String], at path: FieldPath
  ) -> [FieldError] {
    var seen: [String] = []
    return list.enumerated().flatMap { index, claim -> [FieldError] in
      let (name, place) = (claim.text("name"), path.index(index))
      if name.isEmpty { return [.required(place)] }
      var errors = repetition(claim, &seen, at: place)
      if !known.contains(name) {
        let list = known.isEmpty ? " which is empty" : ": \(known.sorted().joined(separator: ", "))"
        errors.append(
          .notFound(place, name, "must be one of the names in pod.spec.resourceClaims\(list)"))
      }
      return errors
    }
  }

  /// A claim as a whole and one request of it overlap as well.
  private static func repetition(
    _ claim: APIValue, _ seen: inout [String], at path: FieldPath
  ) -> [FieldError] {
    let (name, request) = (claim.text("name"), claim.text("request"))
    if seen.contains(name) { return [.duplicate(path, .string(name))] }
    let key = request.isEmpty ? name : "\(name)/\(request)"
    defer { seen.append(key) }
    if request.isEmpty {
      return seen.filter { $0.hasPrefix("\(name)/") }
        .map { _ in .duplicate(path, .string(name)) }
    }
    let errors = named(request, at: path.child("request"), NameRules.dns1123Label)
    return seen.contains(key) ? errors + [.duplicate(path, .string(key))] : errors
  }
}

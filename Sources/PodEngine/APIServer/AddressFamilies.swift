/// Wants the addresses of a Service to be of the family that the cluster has: podlab's clusters have
/// IPv4 alone (`initIPFamilyFields` in pkg/registry/core/service/storage/alloc.go).
enum AddressFamilies {
  static func errors(_ service: APIValue) -> [FieldError] {
    let spec = service["spec"] ?? .emptyObject
    guard spec.text("type") != "ExternalName" else { return [] }
    var errors: [FieldError] = []
    let policy = spec.text("ipFamilyPolicy")
    if policy == "RequireDualStack" {
      errors.append(
        .invalid(
          FieldPath("spec", "ipFamilyPolicy"), .string(policy),
          "this cluster is not configured for dual-stack services"))
    }
    for (index, family) in spec.list("ipFamilies").enumerated() where family != "IPv4" {
      errors.append(
        .invalid(
          FieldPath("spec", "ipFamilies").index(index), family, "not configured on this cluster"))
    }
    return errors
  }
}

/// Rules for resources of the Pod as a whole (`validatePodResources`). The gate PodLevelResources is
/// off in Kubernetes 1.33, so the API server takes them away before it looks; the rules are there all
/// the same.
enum PodResourceValidation {
  static func resources(
    _ spec: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    guard let resources = spec.field("resources") else { return [] }
    var errors: [FieldError] = []
    if resources.field("claims") != nil {
      errors.append(
        .forbidden(path.child("claims"), "claims cannot be set for Resources at pod-level"))
    }
    errors += ResourceValidation.requirements(resources, at: path, options, name: name)
    return errors + requests(spec, resources, at: path.child("requests"))
      + limits(spec, resources, at: path)
  }

  /// `validatePodResourceName`.
  private static func name(_ name: String, at path: FieldPath) -> [FieldError] {
    let errors = ResourceValidation.resourceName(name, at: path)
    if !errors.isEmpty || PodLevelDefaults.isSupported(name) { return errors }
    return [.notSupported(path, name, ["cpu", "hugepages-", "memory"])]
  }

  /// The containers together may not ask for more than the Pod (`validatePodResourceConsistency`).
  private static func requests(
    _ spec: APIValue, _ resources: APIValue, at path: FieldPath
  ) -> [FieldError] {
    PodLevelDefaults.requestedResources(spec).compactMap { name in
      guard let sum = PodLevelDefaults.containerRequests(name, spec) else { return nil }
      let own = Quantity(wire: resources["requests"]?.field(name))
      return sum > own
        ? .invalid(
          path.key(name), .string(own.text),
          "must be greater than or equal to aggregate container requests of \(sum.text)") : nil
    }
  }

  /// No container may have more than the Pod.
  private static func limits(
    _ spec: APIValue, _ resources: APIValue, at path: FieldPath
  ) -> [FieldError] {
    var errors: [FieldError] = []
    for (index, container) in spec.list("containers").enumerated() {
      for (name, value) in container["resources"]?.entries("limits") ?? [] {
        guard let limit = resources["limits"]?.field(name) else { continue }
        let (own, ofPod) = (Quantity(wire: value), Quantity(wire: limit))
        if own <= ofPod { continue }
        errors.append(
          .invalid(
            path.child("containers").index(index).key(name).child("limits"), .string(own.text),
            "must be less than or equal to pod limits of \(ofPod.text)"))
      }
    }
    return errors
  }
}

extension Validation {
  /// Rules for the subresource `ephemeralcontainers`: they can be added, never changed or removed
  /// (`ValidatePodEphemeralContainersUpdate`).
  package static func validateEphemeralContainersUpdate(
    _ new: APIValue, old: APIValue
  ) -> [FieldError] {
    let path = FieldPath("spec", "ephemeralContainers")
    // What stands in a file of the node is run by the node alone.
    if old["metadata"]?.map("annotations")[PodValidation.mirrorAnnotation] != nil {
      return [.forbidden(.whole, "static pods do not support ephemeral containers")]
    }
    var options = ValidationOptions()
    options.keeps = KeptFaults(of: old)
    var errors = PodValidation.metadataAndSpec(new, options)
    errors += PodUpdateValidation.annotations(new, old: old)
    let after = new["spec"]?.list("ephemeralContainers") ?? []
    let before = old["spec"]?.list("ephemeralContainers") ?? []
    return errors
      + before.compactMap { container in
        let name = container.text("name")
        guard let same = after.first(where: { $0.text("name") == name }) else {
          return .forbidden(
            path, "existing ephemeral containers \(GoSyntax.quoted(name)) may not be removed\n")
        }
        if canonical(same) == canonical(container) { return nil }
        return .forbidden(
          path, "existing ephemeral containers \(GoSyntax.quoted(name)) may not be changed\n")
      }
  }

  private static func canonical(_ container: APIValue) -> APIValue {
    Schema.normalized(container, as: .named("EphemeralContainer")).sortedByKey
  }
}

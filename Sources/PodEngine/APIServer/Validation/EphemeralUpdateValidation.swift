extension Validation {
  /// Rules for the subresource `ephemeralcontainers`: they can be added, never changed or removed
  /// (`ValidatePodEphemeralContainersUpdate`).
  package static func validateEphemeralContainersUpdate(
    _ new: APIValue, old: APIValue
  ) -> [FieldError] {
    let path = FieldPath("spec", "ephemeralContainers")
    let errors = PodValidation.metadataAndSpec(new, ValidationOptions())
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

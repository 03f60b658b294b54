/// A selector that cannot be used, in the words of Kubernetes.
package struct SelectorError: Error, Hashable, Sendable {
  package let message: String

  package init(_ message: String) { self.message = message }

  /// The refusal of a list request, as kubectl shows it after `Error from server (BadRequest): `.
  package func badRequest(
    _ resource: Resource, labelSelector: String, fieldSelector: String
  ) -> APIError {
    let version = resource.group.isEmpty ? "/v1" : resource.apiVersion
    return APIError(
      .badRequest,
      "Unable to find \"\(version), Resource=\(resource.plural)\" that match label selector "
        + "\(GoSyntax.quoted(labelSelector)), field selector \(GoSyntax.quoted(fieldSelector)): "
        + message)
  }
}

/// A value that does not fit the type of its field.
package struct SchemaTypeError: Hashable, Sendable {
  /// With list indices: `spec.containers[0].ports`.
  package let path: String
  /// The type that the field has, in the name of the API.
  package let expected: String
  /// What stands there: `string`, `number`, `bool`, `object`, `array`.
  package let found: String
  /// What Go's decoder says.
  package let message: String
}

/// What a look at an object against its schema found.
package struct SchemaReport: Hashable, Sendable {
  /// With list indices, in the order of the wire (keys sorted, as kubectl sends them).
  package var unknownFields: [String] = []
  package var typeErrors: [SchemaTypeError] = []
  /// Valid fields that podlab does not act on, without list indices, each once and only the
  /// outermost.
  package var notSimulated: [String] = []

  /// The refusal of the API server with `fieldValidation=Strict`; nil where the object can be
  /// decoded.
  ///
  /// kubectl puts `error when creating "FILE": ` before it.
  package func badRequest(_ resource: Resource) -> APIError? {
    guard let problem else { return nil }
    let version = resource.apiVersion.split(separator: "/").last ?? "v1"
    return APIError(
      .badRequest,
      "\(resource.kind) in version \"\(version)\" cannot be handled as a \(resource.kind): \(problem)"
    )
  }

  private var problem: String? {
    if let first = typeErrors.first { return first.message }
    if unknownFields.isEmpty { return nil }
    let fields = unknownFields.map { "unknown field \(GoSyntax.quoted($0))" }
    return "strict decoding error: \(fields.joined(separator: ", "))"
  }
}

/// Whether a field exists and whether podlab acts on it.
package enum FieldKnowledge: Hashable, Sendable {
  case simulated
  case notSimulated
  case unknown
}

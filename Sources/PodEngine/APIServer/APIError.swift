/// Why the API server refused a request (`metav1.Status`): a reason for programs and a message for
/// people.
package struct APIError: Error, Hashable, Sendable {
  package enum Reason: String, Hashable, Sendable {
    case notFound = "NotFound"
    case alreadyExists = "AlreadyExists"
    case conflict = "Conflict"
    case invalid = "Invalid"
    case badRequest = "BadRequest"
    case forbidden = "Forbidden"
    case methodNotAllowed = "MethodNotAllowed"
    case tooManyRequests = "TooManyRequests"
    case unprocessableEntity = "UnprocessableEntity"
    case serviceUnavailable = "ServiceUnavailable"
    case internalError = "InternalError"

    /// The status code of HTTP that goes with it (`metav1.Status.code`).
    package var code: Int {
      switch self {
      case .badRequest: 400
      case .forbidden: 403
      case .notFound: 404
      case .methodNotAllowed: 405
      case .alreadyExists, .conflict: 409
      case .invalid, .unprocessableEntity: 422
      case .tooManyRequests: 429
      case .internalError: 500
      case .serviceUnavailable: 503
      }
    }
  }

  package let reason: Reason
  package let message: String
  /// The fields that are wrong, for `Invalid`.
  package let causes: [FieldError]

  package init(_ reason: Reason, _ message: String, causes: [FieldError] = []) {
    (self.reason, self.message, self.causes) = (reason, message, causes)
  }

  /// `pods "web" not found`.
  package static func notFound(_ key: ObjectKey) -> Self {
    Self(.notFound, "\(key.resource.qualifiedPlural) \"\(key.name)\" not found")
  }

  /// `pods "web" already exists`.
  package static func alreadyExists(_ key: ObjectKey) -> Self {
    Self(.alreadyExists, "\(key.resource.qualifiedPlural) \"\(key.name)\" already exists")
  }

  /// The refusal of an update that was made from an older version of the object.
  package static func conflict(_ key: ObjectKey) -> Self {
    Self(
      .conflict,
      "Operation cannot be fulfilled on \(key.resource.qualifiedPlural) \"\(key.name)\": "
        + "the object has been modified; please apply your changes to the latest version and try again"
    )
  }

  /// `Pod "web" is invalid: spec.containers[0].image: Required value`; several errors stand in
  /// brackets.
  package static func invalid(_ key: ObjectKey, _ errors: [FieldError]) -> Self {
    let kind =
      key.resource.group.isEmpty ? key.resource.kind : "\(key.resource.kind).\(key.resource.group)"
    let texts = errors.map(\.description)
    let list = texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]"
    return Self(.invalid, "\(kind) \"\(key.name)\" is invalid: \(list)", causes: errors)
  }
}

/// One wrong field (`field.Error`), in the words of Kubernetes.
package struct FieldError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Kind: String, Hashable, Sendable {
    case required = "Required value"
    case invalid = "Invalid value"
    case notSupported = "Unsupported value"
    case duplicate = "Duplicate value"
    case notFound = "Not found"
    case forbidden = "Forbidden"
    case tooLong = "Too long"
    case tooMany = "Too many"
    case typeInvalid = "Invalid type"
    case internalError = "Internal error"
  }

  package let kind: Kind
  /// `spec.containers[0].image`.
  package let path: String
  /// The refused value as Go's `%#v` or JSON shows it (`"Web"`, `-1`), empty where none is shown.
  package let value: String
  package let detail: String

  package init(_ kind: Kind, _ path: String, value: String = "", detail: String = "") {
    (self.kind, self.path, self.value, self.detail) = (kind, path, value, detail)
  }

  package var description: String {
    let head = value.isEmpty ? kind.rawValue : "\(kind.rawValue): \(value)"
    let body = detail.isEmpty ? head : "\(head): \(detail)"
    return path.isEmpty ? body : "\(path): \(body)"
  }
}

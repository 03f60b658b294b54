internal import PodEngine

/// What kubectl prints for a refusal of the API server (`checkErr` in
/// k8s.io/kubectl/pkg/cmd/util/helpers.go).
enum APIErrorText {
  /// One refusal alone: `Invalid` names the object and its fields.
  static func alone(_ error: APIError, source: String? = nil, doing: String = "") -> String {
    guard error.reason == .invalid else { return amongOthers(error, source: source, doing: doing) }
    guard let name = nameOfInvalid(error.message) else {
      return "The request is invalid: \(error.message)"
    }
    let head = "The \(name) is invalid: "
    let texts = distinct(error.causes.map(\.description))
    return texts.count < 2
      ? head + (texts.first ?? "")
      : "\(head)\n" + texts.map { "* \($0)\n" }.joined()
  }

  /// One of several refusals, each on a line of its own.
  static func amongOthers(_ error: APIError, source: String? = nil, doing: String = "") -> String {
    let message = source.map { "error when \(doing) \(GoSyntax.quoted($0)): \(error.message)" }
    return "Error from server (\(error.reason.rawValue)): \(message ?? error.message)"
  }

  /// `Pod "x"` out of `Pod "x" is invalid: …`; the details of a Status name the kind without its
  /// group.
  private static func nameOfInvalid(_ message: String) -> String? {
    guard let end = message.firstRange(of: " is invalid"),
      let space = message[..<end.lowerBound].firstIndex(of: " ")
    else { return nil }
    let kind = message[..<space].prefix { $0 != "." }
    return "\(kind)\(message[space..<end.lowerBound])"
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: [String] = []
    for text in texts where !seen.contains(text) { seen.append(text) }
    return seen
  }
}

extension CommandError {
  /// A refusal of the API server. `source` is the file that the object came from.
  init(
    _ error: APIError, source: String? = nil, doing: String = "", suggestion: String? = nil,
    position: TextPosition? = nil
  ) {
    self.init(
      error.stableName, APIErrorText.alone(error, source: source, doing: doing),
      suggestion: suggestion, position: position)
  }
}

extension APIError {
  /// The name by which scripts and lessons know the refusal.
  var stableName: String {
    switch reason {
    case .notFound: "not-found"
    case .alreadyExists: "already-exists"
    case .conflict: "conflict"
    case .invalid, .badRequest, .unprocessableEntity: "invalid"
    case .forbidden: "forbidden"
    case .methodNotAllowed: "unsupported"
    case .tooManyRequests: "too-many-requests"
    case .serviceUnavailable: "unavailable"
    case .internalError: "internal"
    }
  }
}

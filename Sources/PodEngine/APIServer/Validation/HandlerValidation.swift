/// Rules for what a probe or hook does (`validateHandler`).
enum HandlerValidation {
  static func lifecycle(
    _ container: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    guard let lifecycle = container.field("lifecycle") else { return [] }
    return ["postStart", "preStop"].flatMap { hook in
      lifecycle.field(hook).map {
        handler(
          $0, kinds: ["exec", "httpGet", "tcpSocket", "sleep"], at: path.child(hook), options)
      } ?? []
    }
  }

  /// Exactly one of the kinds, and a good one; a second one is refused unread.
  static func handler(
    _ handler: APIValue, kinds: [String], at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var errors: [FieldError] = []
    let present = kinds.filter { handler.field($0) != nil }
    for (index, kind) in present.enumerated() {
      let place = path.child(kind)
      if index > 0 {
        errors.append(.forbidden(place, "may not specify more than 1 handler type"))
      } else {
        errors += action(kind, handler[kind] ?? .null, at: place, options)
      }
    }
    if present.isEmpty { errors.append(.required(path, "must specify a handler type")) }
    return errors
  }

  private static func action(
    _ kind: String, _ action: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    switch kind {
    case "exec": action.list("command").isEmpty ? [.required(path.child("command"))] : []
    case "httpGet": httpGet(action, at: path)
    case "tcpSocket", "grpc": PortValidation.numberOrName(action["port"], at: path.child("port"))
    default: sleep(action, at: path, options)
    }
  }

  private static func httpGet(_ action: APIValue, at path: FieldPath) -> [FieldError] {
    var errors: [FieldError] = []
    if action.text("path").isEmpty { errors.append(.required(path.child("path"))) }
    errors += PortValidation.numberOrName(action["port"], at: path.child("port"))
    errors += word(
      action.text("scheme"), of: ["HTTP", "HTTPS"], at: path.child("scheme"), isRequired: false)
    for header in action.list("httpHeaders") {
      errors += named(
        header.text("name"), at: path.child("httpHeaders"), NameRules.httpHeaderName)
    }
    return errors
  }

  private static func sleep(
    _ action: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    let seconds = action.number("seconds")
    guard let grace = options.gracePeriodSeconds, seconds < 0 || seconds > grace else {
      return []
    }
    return [
      .invalid(
        path, .integer(seconds),
        "must be non-negative and less than terminationGracePeriodSeconds (\(grace))")
    ]
  }
}

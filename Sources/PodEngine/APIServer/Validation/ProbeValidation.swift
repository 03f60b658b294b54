/// Rules for probes (`validateLivenessProbe`, `validateReadinessProbe`, `validateStartupProbe`).
enum ProbeValidation {
  static func probes(
    of container: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    ["livenessProbe", "readinessProbe", "startupProbe"].flatMap { key -> [FieldError] in
      guard let probe = container.field(key) else { return [] }
      let place = path.child(key)
      var errors = common(probe, at: place, options)
      if key == "readinessProbe" {
        if let seconds = probe.field("terminationGracePeriodSeconds") {
          errors.append(
            .invalid(
              place.child("terminationGracePeriodSeconds"), seconds,
              "must not be set for readinessProbes"))
        }
      } else if probe.number("successThreshold") != 1 {
        errors.append(
          .invalid(
            place.child("successThreshold"), .integer(probe.number("successThreshold")),
            "must be 1"))
      }
      return errors
    }
  }

  private static func common(
    _ probe: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var errors = HandlerValidation.handler(
      probe, kinds: ["exec", "httpGet", "tcpSocket", "grpc"], at: path, options)
    let numbers = [
      "initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold",
      "failureThreshold",
    ]
    for key in numbers { errors += nonNegative(probe, key, at: path) }
    if let seconds = probe.field("terminationGracePeriodSeconds")?.intValue, seconds <= 0 {
      errors.append(
        .invalid(
          path.child("terminationGracePeriodSeconds"), .integer(seconds), "must be greater than 0"))
    }
    return errors
  }
}

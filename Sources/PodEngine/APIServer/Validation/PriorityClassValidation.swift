/// Rules for priority classes (pkg/apis/scheduling/validation).
enum PriorityClassValidation {
  static func create(_ object: APIValue) -> [FieldError] {
    let name = object["metadata"]?.text("name") ?? ""
    let policy = object.text("preemptionPolicy")
    return place(name, object.number("value"))
      + word(
        policy, of: ["PreemptLowerPriority", "Never"], at: FieldPath("preemptionPolicy"))
  }

  /// Names that begin with `system-` and the highest values belong to the API server.
  private static func place(_ name: String, _ value: Int) -> [FieldError] {
    if name.hasPrefix("system-") {
      let system = PriorityClass.ofEveryCluster.first { $0.metadata.name == name }
      let problem: String? =
        switch system {
        case nil: "\(name) is not a known system priority class"
        case let known? where known.value != value:
          "value of \(name) PriorityClass must be \(known.value)"
        case _?: nil
        }
      return problem.map {
        [
          .forbidden(
            FieldPath("metadata", "name"),
            "priority class names with 'system-' prefix are reserved for system use only. error: "
              + $0)
        ]
      } ?? []
    }
    guard value > PriorityClass.highestOfUsers else { return [] }
    return [
      .forbidden(
        FieldPath("value"),
        "maximum allowed value of a user defined priority is \(PriorityClass.highestOfUsers)")
    ]
  }

  static func update(_ new: APIValue, old: APIValue) -> [FieldError] {
    var errors: [FieldError] = []
    if new.number("value") != old.number("value") {
      errors.append(.forbidden(FieldPath("value"), "may not be changed in an update."))
    }
    if new.text("preemptionPolicy") != old.text("preemptionPolicy") {
      errors.append(
        .invalid(
          FieldPath("preemptionPolicy"), .string(new.text("preemptionPolicy")),
          "field is immutable"))
    }
    return errors
  }
}

/// Rules for tolerations, spreading and gates.
enum SchedulingValidation {
  static let taintEffects = ["NoSchedule", "PreferNoSchedule", "NoExecute"]

  /// `ValidateTolerations`.
  static func tolerations(_ list: [APIValue], at path: FieldPath) -> [FieldError] {
    list.enumerated().flatMap { toleration($1, at: path.index($0)) }
  }

  private static func toleration(_ toleration: APIValue, at path: FieldPath) -> [FieldError] {
    let (key, operatorName) = (toleration.text("key"), toleration.text("operator"))
    let (value, effect) = (toleration.text("value"), toleration.text("effect"))
    var errors: [FieldError] = []
    if !key.isEmpty { errors += named(key, at: path.child("key"), NameRules.qualifiedName) }
    if key.isEmpty, operatorName != "Exists" {
      errors.append(
        .invalid(
          path.child("operator"), .string(operatorName),
          "operator must be Exists when `key` is empty, which means "
            + "\"match all values and all keys\""))
    }
    if toleration.field("tolerationSeconds") != nil, effect != "NoExecute" {
      errors.append(
        .invalid(
          path.child("effect"), .string(effect),
          "effect must be 'NoExecute' when `tolerationSeconds` is set"))
    }
    switch operatorName {
    case "", "Equal":
      let problems = NameRules.labelValue(value)
      if !problems.isEmpty {
        errors.append(
          .invalid(path.child("operator"), .string(value), problems.joined(separator: ";")))
      }
    case "Exists":
      if !value.isEmpty {
        errors.append(
          .invalid(
            path.child("operator"), .string(value),
            "value must be empty when `operator` is 'Exists'"))
      }
    default:
      errors.append(.notSupported(path.child("operator"), operatorName, ["Equal", "Exists"]))
    }
    if !effect.isEmpty {
      errors += word(effect, of: taintEffects, at: path.child("effect"))
    }
    return errors
  }

  /// `validateTopologySpreadConstraints`.
  static func spread(
    _ list: [APIValue], at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var errors: [FieldError] = []
    func pair(_ constraint: APIValue) -> String {
      "{\(constraint.text("topologyKey")), \(constraint.text("whenUnsatisfiable"))}"
    }
    for (index, constraint) in list.enumerated() {
      let place = path.index(index)
      errors += positive(constraint, "maxSkew", isRequired: true, at: place)
      if constraint.text("topologyKey").isEmpty {
        errors.append(.required(place.child("topologyKey"), "can not be empty"))
      }
      let action = constraint.text("whenUnsatisfiable")
      errors += word(
        action, of: ["DoNotSchedule", "ScheduleAnyway"], at: place.child("whenUnsatisfiable"),
        isRequired: false)
      // The one that is repeated later is reported, not the repetition.
      let own = pair(constraint)
      if list[(index + 1)...].contains(where: { pair($0) == own }) {
        errors.append(
          .duplicate(place.child("{topologyKey, whenUnsatisfiable}"), .string(own)))
      }
      errors += minDomains(constraint, action: action, at: place)
      for policy in ["nodeAffinityPolicy", "nodeTaintsPolicy"] {
        guard let value = constraint.field(policy)?.stringValue else { continue }
        errors += word(value, of: ["Honor", "Ignore"], at: place.child(policy), isRequired: false)
      }
      errors += LabelKeysValidation.spread(constraint, at: place.child("matchLabelKeys"))
      if options.keeps.spreadSelectors { continue }
      errors += SelectorValidation.selector(
        constraint["labelSelector"], at: place.child("labelSelector"))
    }
    return errors
  }

  private static func positive(
    _ object: APIValue, _ key: String, isRequired: Bool, at path: FieldPath
  ) -> [FieldError] {
    if !isRequired, object.field(key) == nil { return [] }
    let number = object.number(key)
    return number > 0
      ? [] : [.invalid(path.child(key), .integer(number), "must be greater than zero")]
  }

  private static func minDomains(
    _ constraint: APIValue, action: String, at path: FieldPath
  ) -> [FieldError] {
    var errors = positive(constraint, "minDomains", isRequired: false, at: path)
    if let domains = constraint.field("minDomains"), action != "DoNotSchedule" {
      errors.append(
        .invalid(
          path.child("minDomains"), domains,
          "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not \(action)"))
    }
    return errors
  }

  /// `validateReadinessGates`.
  static func readinessGates(_ list: [APIValue], at path: FieldPath) -> [FieldError] {
    list.enumerated().flatMap {
      named(
        $1.text("conditionType"), at: path.index($0).child("conditionType"),
        NameRules.qualifiedName)
    }
  }

  /// `validateSchedulingGates`.
  static func schedulingGates(_ list: [APIValue], at path: FieldPath) -> [FieldError] {
    var errors: [FieldError] = []
    var seen: [String] = []
    for (index, gate) in list.enumerated() {
      let name = gate.text("name")
      errors += named(name, at: path.index(index), NameRules.qualifiedName)
      if seen.contains(name) { errors.append(.duplicate(path.index(index), .string(name))) }
      seen.append(name)
    }
    return errors
  }
}

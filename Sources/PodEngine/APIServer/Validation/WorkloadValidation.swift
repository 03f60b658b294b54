/// Rules for ReplicaSets, Deployments and Jobs (`apis/apps/validation`, `apis/batch/validation`).
enum WorkloadValidation {
  private static let path = FieldPath("spec")

  static func replicaSet(_ object: APIValue) -> [FieldError] {
    let spec = object["spec"] ?? .emptyObject
    return counts(["replicas", "minReadySeconds"], of: spec) + selectorAndTemplate(spec)
  }

  static func deployment(_ object: APIValue) -> [FieldError] {
    let spec = object["spec"] ?? .emptyObject
    var errors = counts(["replicas"], of: spec) + selectorAndTemplate(spec)
    errors += strategy(spec["strategy"] ?? .emptyObject, at: path.child("strategy"))
    errors += counts(
      ["minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds"], of: spec)
    if let deadline = spec.field("progressDeadlineSeconds")?.intValue,
      deadline <= spec.number("minReadySeconds")
    {
      errors.append(
        .invalid(
          path.child("progressDeadlineSeconds"), .integer(deadline),
          "must be greater than minReadySeconds"))
    }
    return errors
  }

  private static func counts(_ keys: [String], of spec: APIValue) -> [FieldError] {
    keys.flatMap { nonNegative(spec, $0, at: path) }
  }

  private static func selectorAndTemplate(_ spec: APIValue) -> [FieldError] {
    let place = path.child("selector")
    var errors: [FieldError] = []
    if let selector = spec.field("selector") {
      errors += SelectorValidation.selector(selector, at: place)
      if selector.map("matchLabels").isEmpty, selector.list("matchExpressions").isEmpty {
        errors.append(
          FieldError(
            .invalid, place.description, value: goText(selector),
            detail: "empty selector is invalid for deployment"))
      }
    } else {
      errors.append(.required(place))
    }
    guard let template = spec.field("template") else {
      return errors + [.required(path.child("template"))]
    }
    if errors.isEmpty { errors += mismatch(spec["selector"] ?? .null, template) }
    errors += self.template(template)
    return errors + longRunning(template)
  }

  static func mismatch(_ selector: APIValue, _ template: APIValue) -> [FieldError] {
    let labels = template["metadata"]?.map("labels") ?? [:]
    let typed = (try? selector.decoded(as: LabelSelector.self)) ?? LabelSelector()
    if typed.matches(labels) { return [] }
    let shown = labels.map { "\(GoSyntax.quoted($0.key)):\(GoSyntax.quoted($0.value))" }
    return [
      FieldError(
        .invalid, "spec.template.metadata.labels",
        value: "map[string]string{\(shown.joined(separator: ", "))}",
        detail: "`selector` does not match template `labels`")
    ]
  }

  /// `ValidatePodTemplateSpec`.
  static func template(_ template: APIValue) -> [FieldError] {
    let place = path.child("template")
    let metadata = template["metadata"] ?? .emptyObject
    let options = ValidationOptions.server
    let spec = template["spec"] ?? .emptyObject
    var errors = MetadataValidation.labels(
      metadata.map("labels"), at: place.child("labels"))
    errors += MetadataValidation.annotations(
      metadata.map("annotations"), at: place.child("annotations"))
    errors += PodValidation.spec(spec, at: place.child("spec"), options)
    if !spec.list("ephemeralContainers").isEmpty {
      errors.append(
        .forbidden(
          place.child("spec", "ephemeralContainers"),
          "ephemeral containers not allowed in pod template"))
    }
    return errors
  }

  /// What replicas must be: always restarted, without a deadline.
  private static func longRunning(_ template: APIValue) -> [FieldError] {
    let place = path.child("template", "spec")
    let spec = template["spec"] ?? .emptyObject
    var errors: [FieldError] = []
    if spec.text("restartPolicy") != "Always" {
      errors.append(
        .notSupported(place.child("restartPolicy"), spec.text("restartPolicy"), ["Always"]))
    }
    if spec.field("activeDeadlineSeconds") != nil {
      errors.append(
        .forbidden(
          place.child("activeDeadlineSeconds"),
          "activeDeadlineSeconds in ReplicaSet is not Supported"))
    }
    return errors
  }

  private static func strategy(_ strategy: APIValue, at path: FieldPath) -> [FieldError] {
    let rolling = strategy.field("rollingUpdate")
    let place = path.child("rollingUpdate")
    switch strategy.text("type") {
    case "Recreate":
      return rolling == nil
        ? []
        : [.forbidden(place, "may not be specified when strategy `type` is 'Recreate'")]
    case "RollingUpdate":
      guard let rolling else {
        return [.required(place, "this should be defaulted and never be nil")]
      }
      var errors = ["maxUnavailable", "maxSurge"].flatMap {
        amount(rolling[$0], at: place.child($0))
      }
      if isZero(rolling["maxUnavailable"]), isZero(rolling["maxSurge"]) {
        errors.append(
          .invalid(
            place.child("maxUnavailable"), rolling["maxUnavailable"] ?? 0,
            "may not be 0 when `maxSurge` is 0"))
      }
      return errors
    case let other:
      return [.notSupported(path.child("type"), other, ["Recreate", "RollingUpdate"])]
    }
  }

  /// A number of Pods or a share of them.
  private static func amount(_ value: APIValue?, at path: FieldPath) -> [FieldError] {
    guard let text = value?.stringValue else {
      let number = value?.intValue ?? 0
      return number < 0
        ? [.invalid(path, .integer(number), "must be greater than or equal to 0")] : []
    }
    guard text.hasSuffix("%"), let share = Int(text.dropLast()), share >= 0 else {
      return [
        .invalid(
          path, .string(text),
          "a valid percent string must be a numeric string followed by an ending '%' "
            + "(e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')")
      ]
    }
    return share > 100 && path.description.hasSuffix("maxUnavailable")
      ? [.invalid(path, .string(text), "must not be greater than 100%")] : []
  }

  private static func isZero(_ value: APIValue?) -> Bool {
    value == nil || value == 0 || value == "0%"
  }

  /// A selector as Go's `%#v` shows it.
  static func goText(_ selector: APIValue) -> String {
    let labels = selector.map("matchLabels")
    let shown = labels.map { "\(GoSyntax.quoted($0.key)):\(GoSyntax.quoted($0.value))" }
    let map =
      labels.isEmpty
      ? "map[string]string(nil)" : "map[string]string{\(shown.joined(separator: ", "))}"
    let expressions = selector.list("matchExpressions").map { expression in
      let values = expression.texts("values").map(GoSyntax.quoted).joined(separator: ", ")
      return "v1.LabelSelectorRequirement{Key:\(GoSyntax.quoted(expression.text("key"))), "
        + "Operator:\(GoSyntax.quoted(expression.text("operator"))), "
        + "Values:\(values.isEmpty ? "[]string(nil)" : "[]string{\(values)}")}"
    }
    let list =
      expressions.isEmpty
      ? "(nil)" : "{\(expressions.joined(separator: ", "))}"
    return "v1.LabelSelector{MatchLabels:\(map), "
      + "MatchExpressions:[]v1.LabelSelectorRequirement\(list)}"
  }

  /// The selector of a ReplicaSet or Deployment is for ever.
  static func selectorUpdate(_ new: APIValue, old: APIValue) -> [FieldError] {
    let (after, before) = (new[path: "spec", "selector"], old[path: "spec", "selector"])
    if after?.sortedByKey == before?.sortedByKey { return [] }
    return [
      FieldError(
        .invalid, "spec.selector", value: goText(after ?? .emptyObject),
        detail: "field is immutable")
    ]
  }
}

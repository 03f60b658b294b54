/// Rules for Jobs (`apis/batch/validation`).
enum JobValidation {
  private static let path = FieldPath("spec")

  static func create(_ object: APIValue) -> [FieldError] {
    let spec = object["spec"] ?? .emptyObject
    var errors = [
      "parallelism", "completions", "activeDeadlineSeconds", "backoffLimit",
      "ttlSecondsAfterFinished", "backoffLimitPerIndex", "maxFailedIndexes",
    ].flatMap { nonNegative(spec, $0, at: path) }
    errors += SelectorValidation.selector(spec["selector"], at: path.child("selector"))
    errors += generatedSelector(object)
    errors += completionMode(spec)
    errors += indexFields(spec)
    guard let template = spec.field("template") else {
      return errors + [.required(path.child("template"))]
    }
    errors += WorkloadValidation.template(template)
    return errors + restartPolicy(template[path: "spec", "restartPolicy"]?.stringValue ?? "")
  }

  /// Without `manualSelector` the selector is the server's own: the UID of the Job.
  private static func generatedSelector(_ object: APIValue) -> [FieldError] {
    let spec = object["spec"] ?? .emptyObject
    guard let selector = spec.field("selector") else { return [] }
    let place = path.child("selector")
    if spec.flag("manualSelector") {
      return WorkloadValidation.mismatch(selector, spec["template"] ?? .emptyObject)
    }
    let uid = object["metadata"]?.text("uid") ?? ""
    let isGenerated = selector.map("matchLabels")["batch.kubernetes.io/controller-uid"] == uid
    if isGenerated, selector.list("matchExpressions").isEmpty { return [] }
    return [
      FieldError(
        .invalid, place.description, value: WorkloadValidation.goText(selector),
        detail: "`selector` not auto-generated")
    ]
  }

  private static func completionMode(_ spec: APIValue) -> [FieldError] {
    guard let mode = spec.field("completionMode")?.stringValue else { return [] }
    let place = path.child("completionMode")
    if mode != "Indexed", mode != "NonIndexed" {
      return [.notSupported(place, mode, ["Indexed", "NonIndexed"])]
    }
    if mode == "Indexed", spec.field("completions") == nil {
      return [
        .required(path.child("completions"), "when completion mode is Indexed")
      ]
    }
    return []
  }

  /// Fields that mean something for Indexed Jobs alone.
  private static func indexFields(_ spec: APIValue) -> [FieldError] {
    guard spec.text("completionMode") != "Indexed" else {
      guard spec.field("maxFailedIndexes") != nil, spec.field("backoffLimitPerIndex") == nil
      else { return [] }
      return [
        .required(
          path.child("backoffLimitPerIndex"), "when maxFailedIndexes is specified")
      ]
    }
    return ["backoffLimitPerIndex", "maxFailedIndexes", "successPolicy"].compactMap { field in
      spec.field(field).map {
        .invalid(path.child(field), $0, "requires indexed completion mode")
      }
    }
  }

  /// A Job's Pods must be able to end.
  private static func restartPolicy(_ policy: String) -> [FieldError] {
    let place = path.child("template", "spec", "restartPolicy")
    switch policy {
    case "OnFailure", "Never": return []
    case "", "Always": return [.required(place, "valid values: \"OnFailure\", \"Never\"")]
    default: return [.notSupported(place, policy, ["OnFailure", "Never"])]
    }
  }

  static func update(_ new: APIValue, old: APIValue) -> [FieldError] {
    let (after, before) = (new["spec"] ?? .emptyObject, old["spec"] ?? .emptyObject)
    var errors: [FieldError] = []
    if after["completions"] != before["completions"], before.text("completionMode") != "Indexed" {
      errors.append(
        .invalid(path.child("completions"), after["completions"] ?? .null, "field is immutable"))
    }
    for key in ["selector", "template", "completionMode"]
    where after[key]?.sortedByKey != before[key]?.sortedByKey {
      errors.append(.invalid(path.child(key), after[key] ?? .null, "field is immutable"))
    }
    return errors
  }
}

@testable import PodEngine

/// Whether the API server takes an object, and what it finds wrong with it.
func answerValidation(_ question: CaseQuestion) throws -> Answer {
  let errors = try fieldErrors(question)
  var answer = Answer()
  answer["valid"] = .equals(.bool(errors.isEmpty))
  answer["errorContains"] = .contains(errors.map(\.description).joined(separator: ", "))
  answer["errors"] = .matches { differences($0, errors) }
  return answer
}

/// A Pod with nothing wrong; the cases say what is different.
let validPod: APIValue = [
  "metadata": ["name": "abc", "namespace": "ns"],
  "spec": [
    "containers": [
      [
        "name": "ctr", "image": "image", "imagePullPolicy": "IfNotPresent",
        "terminationMessagePolicy": "File",
      ]
    ],
    "restartPolicy": "Always", "dnsPolicy": "ClusterFirst", "terminationGracePeriodSeconds": 30,
  ],
]

extension APIValue {
  /// A case's own fields over those that it takes for granted.
  func merged(with changes: APIValue?) -> APIValue { Patch.merge(changes ?? .null, into: self) }
}

private func fieldErrors(_ question: CaseQuestion) throws -> [FieldError] {
  let input = question.input
  var options = ValidationOptions()
  options.allowPrivileged = question.beside["allowPrivileged"]?.boolValue ?? true
  func names(_ key: String) -> [String] { question.beside.list(key).map { $0.text("name") } }
  func containers(_ key: String) -> [APIValue] { input.tree(key)?.arrayValue ?? [] }
  func pod(_ key: String) -> APIValue { validPod.merged(with: input.tree(key)) }
  let volumes = question.beside.list("volumes")
  switch input.text("scope") {
  case "containers":
    return ContainerValidation.containers(
      containers("containers"), volumes: volumes, at: FieldPath("containers"), options)
  case "initContainers":
    return ContainerValidation.initContainers(
      containers("initContainers"), others: names("containers"), volumes: volumes,
      at: FieldPath("initContainers"), options)
  case "ephemeralContainers":
    return ContainerValidation.ephemeralContainers(
      containers("ephemeralContainers"), others: names("containers") + names("initContainers"),
      volumes: volumes, at: FieldPath("ephemeralContainers"), options)
  case "pod", "podSpec":
    let own = input.tree("pod") ?? ["spec": input.tree("podSpec") ?? input.tree("spec") ?? .null]
    return Validation.validateCreate(
      validPod.merged(with: own), resource: .pods, options: options)
  case "podUpdate":
    return Validation.validateUpdate(
      pod("new"), old: pod("old"), resource: .pods, options: options)
  case let other: throw UnknownQuestion("the scope \(other ?? "nothing")")
  }
}

private func differences(_ expected: CaseValue, _ errors: [FieldError]) -> [String] {
  let said = expected.elements
  guard said.count == errors.count else {
    return ["expected \(said.count) errors, podlab says \(errors.map(\.description))"]
  }
  return zip(said, errors).flatMap { difference($0, $1) }
}

private func difference(_ expected: CaseValue, _ error: FieldError) -> [String] {
  var problems: [String] = []
  func compare(_ key: String, _ holds: (APIValue) -> Bool) {
    guard let value = expected.tree(key), !holds(value) else { return }
    problems.append("\(key) \(value.text), podlab says \(error)")
  }
  compare("type") { $0 == .string(typeName(error.kind)) }
  compare("field") { $0 == .string(error.path) }
  compare("badValue") { GoSyntax.shown($0) == error.value }
  compare("detail") { $0 == .string(error.detail) }
  compare("detailContains") { $0.stringValue.map(error.detail.contains) ?? false }
  return problems
}

/// The name of the constant in k8s.io/apimachinery/pkg/util/validation/field.
private func typeName(_ kind: FieldError.Kind) -> String {
  switch kind {
  case .required: "FieldValueRequired"
  case .invalid: "FieldValueInvalid"
  case .notSupported: "FieldValueNotSupported"
  case .duplicate: "FieldValueDuplicate"
  case .notFound: "FieldValueNotFound"
  case .forbidden: "FieldValueForbidden"
  case .tooLong: "FieldValueTooLong"
  case .tooMany: "FieldValueTooMany"
  case .typeInvalid: "FieldValueTypeInvalid"
  case .internalError: "InternalError"
  }
}

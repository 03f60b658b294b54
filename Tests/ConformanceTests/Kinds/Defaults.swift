@testable import PodEngine

/// What the API server adds to what a user sent.
func answerDefaults(_ question: CaseQuestion) throws -> Answer {
  let input = question.input
  var answer = Answer()
  let whole: APIValue
  let type: String
  if let template = input.tree("template") {
    guard input.text("kind") == "PodTemplate" else { throw UnknownQuestion("this template") }
    var set: APIValue = ["spec": ["template": template]]
    Defaulting.apply(to: &set, resource: .replicaSets)
    whole = ["template": set[path: "spec", "template"] ?? .null]
    type = "PodTemplateSpec"
  } else {
    whole = try created(question)
    type = "Pod"
  }
  for key in ["metadata", "spec", "status", "template"] {
    answer[key] = .includes(whole[key] ?? .null)
  }
  answer["absent"] = .matches { paths in
    paths.elements.flatMap { path -> [String] in
      guard let text = path.whole.stringValue else { return ["not a path"] }
      let steps = FieldSteps(text)
      // A field that no Pod can have is always absent.
      guard steps.name(aFieldOf: type) else { return ["\(text) is no field"] }
      return steps.value(in: whole) == nil ? [] : ["\(text) is there"]
    }
  }
  return answer
}

/// A Pod up to the stage that the case is about. Tolerations alone are no Pod that could be stored.
private func created(_ question: CaseQuestion) throws -> APIValue {
  var pod = APIValue.emptyObject
  for key in ["metadata", "spec", "status"] { pod[key] = question.input.tree(key) }
  let isComplete = pod[path: "spec", "containers"] != nil
  if isComplete { Defaulting.apply(to: &pod, resource: .pods) }
  switch question.beside["stage"] {
  case nil, "defaulting": break
  case "admission" where isComplete:
    try Admission.admitPod(&pod, serviceAccountSuffix: "abcde")
  case "admission": DefaultTolerationSeconds.admit(&pod)
  case "strategy": PodCreation.prepare(&pod)
  case let other?: throw UnknownQuestion("the stage \(other.text)")
  }
  return pod
}

/// The way to a field: `spec.containers[0].command`.
private struct FieldSteps {
  private enum Step {
    case field(String)
    case element(Int)
  }

  private let steps: [Step]

  init(_ text: String) {
    steps = text.split(separator: ".").flatMap { part -> [Step] in
      let pieces = part.split(separator: "[").map(String.init)
      let indexes = pieces.dropFirst().map { Step.element(Int($0.dropLast()) ?? 0) }
      return pieces.prefix(1).map(Step.field) + indexes
    }
  }

  func value(in whole: APIValue) -> APIValue? {
    let found = steps.reduce(Optional(whole)) { value, step in
      switch step {
      case .field(let name): return value?[name]
      case .element(let index):
        guard let elements = value?.arrayValue, elements.indices.contains(index) else { return nil }
        return elements[index]
      }
    }
    return found == .null ? nil : found
  }

  /// Whether the type has such a field, by the schema of the API.
  func name(aFieldOf type: String) -> Bool {
    var current: FieldType? = .named(type)
    for step in steps {
      switch (step, current) {
      case (.field("template"), .named("PodTemplateSpec")): break
      case (.field(let name), .named(let type)):
        current = SchemaTable.kubernetes[type]?[field: name]?.type
      case (.field, .map(let element)), (.element, .list(let element)): current = element
      case (.field, _), (.element, _): return false
      }
    }
    return current != nil
  }
}

@testable import PodEngine

/// The QoS class of a Pod, given on create and kept for ever.
func answerQualityOfService(_ question: CaseQuestion) throws -> Answer {
  let input = question.input
  if let update = input.text("update") {
    return try answerQualityUpdate(input["old"]?.tree("spec"), update)
  }
  guard let spec = input.tree("spec") else { throw UnknownQuestion("QoS class without spec") }
  var pod: APIValue = ["spec": spec]
  Defaulting.apply(to: &pod, resource: .pods)
  PodCreation.prepare(&pod)
  if let status = input.tree("status") { pod["status"] = status }
  let typed: Pod = try pod.decoded()
  var answer = Answer()
  answer["qosClass"] = .equals(
    .string(QualityOfService.qosClass(of: typed.spec, typed.status).rawValue))
  return answer
}

/// `remove limits`, `remove requests`: from all containers.
private func answerQualityUpdate(_ spec: APIValue?, _ update: String) throws -> Answer {
  let words = update.split(separator: " ").map(String.init)
  guard let spec, words.count == 2, words[0] == "remove" else {
    throw UnknownQuestion("the update \(update)")
  }
  var old = validPod.merged(with: ["spec": spec])
  Defaulting.apply(to: &old, resource: .pods)
  var new = old
  new["spec"]?.updateEach("containers") { container in
    container[path: "resources", words[1]] = nil
  }
  let errors = Validation.validateUpdate(new, old: old, resource: .pods)
  var answer = Answer()
  answer["allowed"] = .equals(.bool(errors.isEmpty))
  answer["errorContains"] = .contains(errors.map(\.description).joined(separator: ", "))
  return answer
}

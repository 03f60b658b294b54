@testable import PodEngine

/// Requests about Pods: deletions, field selectors, and whose log is meant.
func answerAPI(_ question: CaseQuestion) throws -> Answer {
  let input = question.input
  if let selector = input.text("fieldSelector") {
    return try answerFieldSelector(selector, input.tree("pod") ?? .null)
  }
  if input["container"] != nil { return answerLogContainer(input) }
  if let options = input["deleteOptions"] { return answerGracePeriod(input, options) }
  if input["first"] != nil { return try answerSecondDeletion(input) }
  if input["now"] != nil { return try answerDeletion(input) }
  throw UnknownQuestion("\(input.keys)")
}

private func answerFieldSelector(_ text: String, _ pod: APIValue) throws -> Answer {
  let selector = try FieldSelector(parsing: text, for: .pods)
  var answer = Answer()
  answer["match"] = .equals(.bool(selector.matches(pod, resource: .pods)))
  return answer
}

private func answerLogContainer(_ input: CaseValue) -> Answer {
  var answer = Answer()
  do throws(APIError) {
    let name = input.tree("container")?.stringValue
    let chosen = try PodLogContainer.choose(name, pod: input.tree("pod") ?? .null)
    answer["ok"] = .equals(true)
    answer["container"] = .equals(.string(chosen))
  } catch {
    answer["ok"] = .equals(false)
    answer["error"] = .equals(.string(error.message))
    answer["code"] = .equals(.integer(error.reason.code))
  }
  return answer
}

private func answerGracePeriod(_ input: CaseValue, _ options: CaseValue) -> Answer {
  let pod: APIValue = [
    "spec": input.tree("spec") ?? .emptyObject, "status": input.tree("status") ?? .emptyObject,
  ]
  let seconds = PodDeletion.gracePeriodSeconds(
    pod: pod, requested: options.number("gracePeriodSeconds"))
  var answer = Answer()
  answer["gracePeriodSeconds"] = .equals(.integer(seconds))
  return answer
}

private func answerDeletion(_ input: CaseValue) throws -> Answer {
  guard let now = input.text("now").flatMap(SimulatedTime.init(timestamp:)) else {
    throw UnknownQuestion("a deletion at no time")
  }
  let pod = try deleted(runningPod, after: input.number("gracePeriodSeconds"), at: now)
  var answer = Answer()
  answer["metadata"] = .includes(pod["metadata"] ?? .null)
  return answer
}

private func answerSecondDeletion(_ input: CaseValue) throws -> Answer {
  let start = input.text("now").flatMap(SimulatedTime.init(timestamp:)) ?? .start
  let first = try deleted(runningPod, after: input.number("first"), at: start)
  let later = start + .seconds(input.number("secondAfterSeconds") ?? 0)
  let second = try deleted(first, after: input.number("second"), at: later)
  var answer = Answer()
  answer["metadata"] = .includes(second["metadata"] ?? .null)
  return answer
}

private let runningPod: APIValue = [
  "metadata": ["name": "web", "generation": 1],
  "spec": ["nodeName": "node-1", "terminationGracePeriodSeconds": 30],
  "status": ["phase": "Running"],
]

private func deleted(_ pod: APIValue, after seconds: Int?, at now: SimulatedTime) throws -> APIValue
{
  switch PodDeletion.step(pod, requested: seconds, at: now) {
  case .keep(let marked): return marked
  case .wait: return pod
  case .erase: throw UnknownQuestion("a Pod that is gone")
  }
}

@testable import PodEngine

/// A whole attempt and what it leaves behind; nil where the input is about something else.
func answerAttempt(_ input: CaseValue) throws -> Answer? {
  if let length = input.number("messageLength") { return answerLongMessage(length) }
  if let text = input.text("error") { return answer(with: .error(text)) }
  if input["attempts"] != nil { return answerBackOff(input) }
  if let count = input.number("nodes") {
    return try outcome(of: .emptyObject, onNodes: (0..<count).map { "node-\($0)" })
  }
  if let node = input.text("node") {
    return try outcome(of: input.tree("pod") ?? .emptyObject, onNodes: [node])
  }
  let telling = ["schedulingGates", "schedulerName", "nodeName"]
  guard let spec = input["spec"], telling.contains(where: spec.keys.contains) else { return nil }
  return try outcome(of: ["spec": spec.whole], onNodes: [spec.text("nodeName") ?? "node-1"])
}

private func answer(with failure: SchedulingFailure) -> Answer {
  let about = ObjectReference(kind: "Pod", namespace: "default", name: "web", uid: "")
  let event = failure.event(about: about)
  var answer = Answer()
  answer["condition"] = .includes(APIValue(encoding: failure.condition))
  answer["event"] = .includes([
    "type": .string(event.type.rawValue), "reason": .string(event.reason),
    "message": .string(event.message),
  ])
  return answer
}

private func answerLongMessage(_ length: Int) -> Answer {
  let failure = SchedulingFailure.error(String(repeating: "x", count: length))
  let about = ObjectReference(kind: "Pod", namespace: "default", name: "web", uid: "")
  let event = failure.event(about: about).message
  var answer = Answer()
  answer["eventMessageLength"] = .equals(.integer(event.count))
  answer["eventMessageSuffix"] = .matches { suffix in
    event.hasSuffix(suffix.whole.stringValue ?? "-") ? [] : ["podlab says \(event.suffix(10))"]
  }
  answer["conditionMessageLength"] = .equals(.integer(failure.condition.message.count))
  return answer
}

private func answerBackOff(_ input: CaseValue) -> Answer {
  let attempts = input.tree("attempts")?.arrayValue?.compactMap(\.intValue) ?? []
  var answer = Answer()
  answer["backoffSeconds"] = .equals(
    .array(
      attempts.map {
        .integer(SchedulingQueue.backOff(afterAttempts: $0).milliseconds / 1000)
      }))
  return answer
}

/// Creates a Pod in a cluster and looks at it a moment later.
private func outcome(of pod: APIValue, onNodes nodes: [String]) throws -> Answer {
  var cluster = Cluster(nodeCount: 0)
  for name in nodes {
    _ = try cluster.request(
      .create(Cluster.nodeManifest(name: name), .nodes, namespace: ""))
  }
  try cluster.advance(by: .zero)
  let base: APIValue = [
    "metadata": ["name": "web", "namespace": "default"],
    "spec": ["containers": [["name": "app", "image": "busybox"]]],
  ]
  let whole = base.merged(with: pod)
  let namespace = whole[path: "metadata", "namespace"]?.stringValue ?? ""
  let key = try cluster.request(.create(whole, .pods, namespace: namespace)).key
  try cluster.advance(by: .seconds(1))
  guard let stored = cluster.objects[key]?.tree else { throw UnknownQuestion("a lost Pod") }
  let conditions = stored[path: "status", "conditions"]?.arrayValue ?? []
  let events = cluster.objects.list(.events).map(\.tree).filter {
    $0["reportingComponent"] == .string(Scheduler.name)
  }
  var answer = Answer()
  answer["spec"] = .includes(stored["spec"] ?? .null)
  answer["condition"] =
    conditions.first { $0["type"] == "PodScheduled" }.map { .includes($0) } ?? .equals(.null)
  answer["event"] = events.first.map { .includes($0) } ?? .equals(.null)
  answer["events"] = .includes(.array(events))
  return answer
}

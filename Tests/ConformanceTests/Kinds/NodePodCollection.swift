import OrderedCollections

@testable import PodEngine

/// Which Pods the garbage collector of Pods removes, and how.
func answerPodCollection(_ input: CaseValue) throws -> Answer {
  if input["pods"] != nil { return try answerSurplus(input) }
  guard let pod = input["pod"] else {
    var answer = Answer()
    answer["gcPeriodSeconds"] = .equals(.integer(PodCollection.period.wholeSeconds))
    answer["quarantineSeconds"] = .equals(.integer(PodCollection.quarantine.wholeSeconds))
    answer["terminatedPodGCThreshold"] = .equals(.integer(PodCollection.terminatedPodThreshold))
    return answer
  }
  var world = NodeWorld()
  var collector = PodGarbageCollector()
  let node = pod["spec"]?.text("nodeName") ?? ""
  // The collector asks the API server itself: what a lister has not seen yet does not count.
  _ = input.flag("nodeInLister")
  if input.flag("nodeExists") == true { try world.putNode(node) }
  if let known = input["node"] {
    let ready: APIValue = known.flag("ready") == true ? "True" : "False"
    try world.putNode(
      node, taints: known.tree("taints") ?? [], conditions: [["type": "Ready", "status": ready]])
  }
  if let seconds = input.number("quarantineSeconds"),
    seconds != PodCollection.quarantine.wholeSeconds
  {
    throw UnknownQuestion("a quarantine of \(seconds) seconds")
  }
  let key = try world.put(pod: pod.whole)
  try world.carryOut(collector.handle(.podChanged(key), world.view))
  while let event = world.next(through: (input.number("waitedSeconds") ?? 100) * 1000) {
    guard case .podGarbageCollector(let event) = event else { continue }
    try world.carryOut(collector.handle(event, world.view))
  }
  var answer = Answer()
  answer["actions"] = .equals(world.actions)
  answer["status"] = .includes(world.lastStatus())
  return answer
}

/// Ended Pods above the threshold.
private func answerSurplus(_ input: CaseValue) throws -> Answer {
  var world = NodeWorld()
  var collector = PodGarbageCollector(
    terminatedPodThreshold: input.number("terminatedPodGCThreshold") ?? 0)
  var keys: [ObjectKey] = []
  for pod in input.list("pods") {
    if let node = pod["spec"]?.text("nodeName") { try world.putNode(node) }
    keys.append(try world.put(pod: pod.whole))
  }
  // The collector counts when it has seen all of them.
  var effects: [Effect] = []
  for key in keys { effects = collector.handle(.podChanged(key), world.view) }
  try world.carryOut(effects)
  var answer = Answer()
  answer["deleted"] = .equals(
    .array(world.done.filter { $0.action == "forceDelete" }.map { .string($0.key.name) }))
  return answer
}

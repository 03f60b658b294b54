@testable import PodEngine

/// Making room for a Pod; nil where the input is about something else.
func answerPreemption(_ input: CaseValue) throws -> Answer? {
  if input["nodes"]?.keys.isEmpty == false { return try answerHopes(input) }
  if let policy = input["spec"]?.text("preemptionPolicy") {
    return try answer(with: preemption(of: incoming(["preemptionPolicy": .string(policy)]), full))
  }
  if input["victimOnNominatedNode"] != nil { return try answerTerminatingVictim(input) }
  if input["existing"] != nil { return try answerVictims(input) }
  if input["victims"] != nil { return try answerNomination(input) }
  if input["candidates"] != nil { return try answerNoCandidates(input) }
  return nil
}

private func answer(with outcome: Preemption.Outcome) throws -> Answer {
  var answer = Answer()
  switch outcome {
  case .refused(let text), .waiting(let text):
    answer["postFilterMessage"] = .equals(.string(text))
  case .node(let node, _): throw UnknownQuestion("room on \(node)")
  }
  return answer
}

private func preemption(of pod: APIValue, _ nodes: [NodeInfo]) throws -> Preemption.Outcome {
  let cycle = SchedulingCycle(try pod.decoded(), nodes, NamespaceLabels(ObjectStore()))
  return Preemption(cycle: cycle, failures: cycle.findings(startingAt: 0).failures).outcome()
}

/// A Pod that wants the whole of a small node.
private func incoming(
  _ spec: APIValue = .emptyObject, status: APIValue = .emptyObject
) throws -> APIValue {
  try user("incoming", cpu: "1", priority: 10).merged(with: ["spec": spec, "status": status])
}

private func user(_ name: String, cpu: String, priority: Int) throws -> APIValue {
  let container: APIValue = [
    "name": "app", "image": "busybox", "resources": ["requests": ["cpu": .string(cpu)]],
  ]
  return placed(
    ["spec": ["containers": [container], "priority": .integer(priority)]], called: name)
}

private func nodeTree(_ name: String, cpu: String) -> APIValue {
  roomyNode(name).merged(with: ["status": ["allocatable": ["cpu": .string(cpu)]]])
}

/// One node without any room and with nobody who would have to go.
private var full: [NodeInfo] {
  get throws {
    let pod = PodInfo(try user("there", cpu: "1", priority: 10).decoded())
    return [NodeInfo(try nodeTree("n1", cpu: "1").decoded(), pods: [pod])]
  }
}

/// Nodes by what the filters said of them.
private func answerHopes(_ input: CaseValue) throws -> Answer {
  let nodes = try (input["nodes"]?.keys ?? []).map { name in
    var tree = nodeTree(name, cpu: "1")
    switch input["nodes"]?[name]?.text("code") {
    case "Unschedulable": break
    case "UnschedulableAndUnresolvable": tree["spec"] = ["unschedulable": true]
    case let other: throw UnknownQuestion("the code \(other ?? "nothing")")
    }
    // The Pod that fills the node is important enough to stay.
    let low = input["nodes"]?[name]?.number("lowerPriorityPods") ?? 0
    let pods = try (0...low).map { number in
      try user("\(name)-\(number)", cpu: number == 0 ? "1" : "0", priority: number == 0 ? 10 : 1)
    }
    return NodeInfo(try tree.decoded(), pods: try pods.map { PodInfo(try $0.decoded()) })
  }
  return try answer(with: preemption(of: incoming(), nodes))
}

/// `terminating with DisruptionTarget reason PreemptionByScheduler`.
private func answerTerminatingVictim(_ input: CaseValue) throws -> Answer {
  let words = (input.text("victimOnNominatedNode") ?? "").split(separator: " ").map(String.init)
  var victim = try user("victim", cpu: "1", priority: 1)
  if words.first == "terminating" {
    victim[path: "metadata", "deletionTimestamp"] = "2026-01-01T00:00:30Z"
  }
  if words.count == 5 {
    victim[path: "status", "conditions"] = [
      ["type": .string(words[2]), "status": "True", "reason": .string(words[4])]
    ]
  }
  let name = input["status"]?.text("nominatedNodeName") ?? ""
  let node = NodeInfo(
    try nodeTree(name, cpu: "1").decoded(), pods: [PodInfo(try victim.decoded())])
  return try answer(
    with: preemption(of: incoming(status: ["nominatedNodeName": .string(name)]), [node]))
}

/// Who has to go, of Pods of one CPU where nothing else is said.
private func answerVictims(_ input: CaseValue) throws -> Answer {
  let existing = try input.list("existing").map { pod in
    try user(
      pod.text("name") ?? "", cpu: pod.text("cpu") ?? "1", priority: pod.number("priority") ?? 0)
  }
  let priority = input.number("preemptorPriority") ?? input["preemptor"]?.number("priority") ?? 0
  let pod = try user("incoming", cpu: input["preemptor"]?.text("cpu") ?? "1", priority: priority)
  let cpu = input["node"]?.text("cpu") ?? "\(existing.count)"
  let node = NodeInfo(
    try nodeTree("n1", cpu: cpu).decoded(), pods: try existing.map { PodInfo(try $0.decoded()) })
  let victims: [String] =
    switch try preemption(of: pod, [node]) {
    case .refused, .waiting: []
    case .node(_, let victims): victims.map(\.key.name)
    }
  let names = existing.map { $0[path: "metadata", "name"]?.stringValue ?? "" }
  var answer = Answer()
  answer["victims"] = .equals(.array(victims.map { .string($0) }))
  answer["kept"] = .equals(
    .array(names.filter { !victims.contains($0) }.map { .string($0) }))
  return answer
}

/// What is written when room was found.
private func answerNomination(_ input: CaseValue) throws -> Answer {
  let node = input.text("node") ?? ""
  let scheduler = input.text("schedulerName") ?? ""
  let names = input.texts("victims").map { $0.split(separator: "/").map(String.init) }
  var objects = [(Resource.nodes, nodeTree(node, cpu: "\(names.count)"))]
  for name in names where name.count == 2 {
    let place: APIValue = [
      "metadata": ["namespace": .string(name[0])], "spec": ["nodeName": .string(node)],
    ]
    objects.append((.pods, try user(name[1], cpu: "1", priority: 1).merged(with: place)))
  }
  let own: APIValue = ["spec": ["schedulerName": .string(scheduler)]]
  objects.append(
    (.pods, try user("incoming", cpu: "\(names.count)", priority: 10).merged(with: own)))
  let effects = try schedulerEffects(objects)
  var answer = Answer()
  answer["preemptor"] = .includes(["status": effects.status(of: "incoming")])
  answer["victim"] = .includes(effects.fate(of: names.first?.last ?? ""))
  return answer
}

/// A Pod that had a node promised and now finds no room anywhere.
private func answerNoCandidates(_ input: CaseValue) throws -> Answer {
  guard input.number("candidates") == 0 else { throw UnknownQuestion("candidates") }
  let name = input["status"]?.text("nominatedNodeName") ?? ""
  let status: APIValue = ["nominatedNodeName": .string(name)]
  let effects = try schedulerEffects([
    (.nodes, nodeTree(name, cpu: "1").merged(with: ["spec": ["unschedulable": true]])),
    (.pods, try incoming(status: status)),
  ])
  var answer = Answer()
  answer["preemptor"] = .includes(["status": effects.status(of: "incoming")])
  return answer
}

/// What the scheduler does when it gets to know these objects.
private func schedulerEffects(_ objects: [(Resource, APIValue)]) throws -> [Effect] {
  var store = ObjectStore()
  var events: [Scheduler.Event] = []
  for (resource, tree) in objects {
    let key = ObjectKey(
      resource, namespace: tree[path: "metadata", "namespace"]?.stringValue ?? "",
      name: tree[path: "metadata", "name"]?.stringValue ?? "")
    _ = try store.write(tree, key)
    events.append(resource == .nodes ? .nodeChanged(key.name) : .podChanged(key))
  }
  var scheduler = Scheduler(seed: 1)
  let view = ClusterView(now: .start, objects: store, settings: ClusterSettings())
  for event in events { _ = scheduler.handle(event, view) }
  return scheduler.handle(.scheduleNext, view)
}

extension [Effect] {
  /// The status that is written, with the name of the promised node even where it is empty.
  fileprivate func status(of name: String) -> APIValue {
    for case .request(.updateStatus(let key, let status, _), _) in self where key.name == name {
      return (["nominatedNodeName": ""] as APIValue).merged(with: status)
    }
    return .null
  }

  fileprivate func fate(of name: String) -> APIValue {
    var fate = APIValue.emptyObject
    fate["condition"] = status(of: name)["conditions"]?.arrayValue?.first
    for case .record(let record) in self where record.about.name == name {
      let text = record.message.replacing("uid-incoming", with: "<preemptor UID>")
      fate["event"] = [
        "type": .string(record.type.rawValue), "reason": .string(record.reason),
        "messageFormat": .string(text),
      ]
    }
    for case .request(.delete(let key, let options), _) in self where key.name == name {
      let seconds = options.gracePeriodSeconds
      fate["deletion"] = .string(seconds.map { "\($0) s" } ?? "normal grace period")
    }
    return fate
  }
}

import OrderedCollections

@testable import PodEngine

/// What the node lifecycle controller makes of silence, conditions and zones.
func answerNodeLifecycle(_ input: CaseValue) throws -> Answer {
  if input["nodeReturnsAt"] != nil || input["tolerations"] != nil {
    return try answerDeadNode(input)
  }
  if input["zones"] != nil || input["zone"] != nil { return answerZones(input) }
  if input["createdAgo"] != nil || input["lastHeartbeatAgo"] != nil || input["lastStatusAgo"] != nil
  {
    return try answerSilence(input)
  }
  if input["node"] != nil { return try answerReadiness(input) }
  if input["conditionBecomesUnknownAt"] != nil { return try answerLag(input) }
  if input["ready"]?["from"] != nil { return try answerSwap(input) }
  return try answerTaints(input)
}

private let now = 100_000

private func time(secondsAgo: Int) -> APIValue {
  .string(SimulatedTime(milliseconds: (now - secondsAgo) * 1000).timestamp)
}

/// A node whose kubelet was last heard of some time ago.
private func answerSilence(_ input: CaseValue) throws -> Answer {
  let heartbeat = time(
    secondsAgo: input.number("lastHeartbeatAgo") ?? input.number("lastStatusAgo") ?? 0)
  var conditions: [APIValue] = []
  if let ready = input.text("ready") {
    conditions = (NodeHealth.conditionTypes + ["NetworkUnavailable"]).map { type in
      [
        "type": .string(type), "status": type == "Ready" ? .string(ready) : "False",
        "lastHeartbeatTime": heartbeat,
      ]
    }
  } else {
    conditions = input.tree("conditions")?.arrayValue ?? []
  }
  let tree: APIValue = [
    "metadata": [
      "name": "node",
      "creationTimestamp": time(secondsAgo: input.number("createdAgo") ?? now),
    ], "status": ["conditions": .array(conditions)],
  ]
  let node: Node = try tree.decoded()
  let grace = input.number("gracePeriod").map(SimulatedDuration.seconds)
  let startup = input.number("startupGracePeriod").map(SimulatedDuration.seconds)
  let lease = input.number("leaseRenewedAgo").flatMap {
    time(secondsAgo: $0).stringValue.flatMap { SimulatedTime(timestamp: $0) }
  }
  let health = NodeHealth(
    node, leaseRenewedAt: lease, gracePeriod: grace ?? NodeHealth.gracePeriod,
    startupGracePeriod: startup ?? NodeHealth.startupGracePeriod)
  let present = SimulatedTime(milliseconds: now * 1000)
  let after =
    health.deadline <= present ? NodeHealth.overdue(node, at: present) : node.status.conditions
  return answer(after, before: node.status.conditions)
}

private func answer(_ after: [NodeCondition], before: [NodeCondition]) -> Answer {
  let changed = after.filter { !before.contains($0) }
  var answer = Answer()
  answer["changes"] = .equals(.array(changed.map { .string($0.type) }))
  answer["untouched"] = .equals(
    .array(after.filter(before.contains).map { .string($0.type) }))
  answer["conditions"] = .matches { expected in
    expected.elements.flatMap { wanted -> [String] in
      let fields = wanted.whole
      let known = changed.map { APIValue(encoding: $0) }
      let found = known.first { $0["type"] == fields["type"] }
      return (fields.objectValue ?? [:]).compactMap { key, value in
        found?[key] == value ? nil : "\(key) of \(fields.text) is \(found?[key]?.text ?? "missing")"
      }
    }
  }
  return answer
}

/// The Ready condition of a node turns, or the node goes.
private func answerReadiness(_ input: CaseValue) throws -> Answer {
  let name = input.text("node") ?? ""
  var world = NodeWorld()
  var controller = NodeLifecycleController()
  let ready = input["ready"]
  try world.putNode(name, conditions: Laws.ready(ready?.text("from") ?? "True"))
  _ = controller.handle(.nodeChanged(name), world.view)
  var pod =
    input.tree("pod") ?? ["status": ["conditions": [["type": "Ready", "status": "True"]]]]
  pod[path: "spec", "nodeName"] = .string(name)
  try world.put(pod: pod)
  if let ready {
    try world.putNode(name, conditions: Laws.ready(ready.text("to") ?? ""))
  } else if input.text("change") == "deleted" {
    world.store.remove(ObjectKey(.nodes, name: name))
  }
  try world.carryOut(controller.handle(.nodeChanged(name), world.view))
  let writes = world.done.filter { $0.key.resource == .pods }
  var answer = Answer()
  answer["podWrites"] = .equals(.integer(writes.count))
  answer["pod"] = .includes(["status": world.lastStatus()])
  answer["podReady"] = .equals(world.lastCondition("Ready")["status"] ?? .null)
  for (key, kind) in [("nodeEvent", "Node"), ("podEvent", "Pod"), ("event", "Node")] {
    answer[key] = .includes(world.records.last { $0.about.kind == kind }?.answer ?? .null)
  }
  return answer
}

enum Laws {
  static func ready(_ status: String) -> APIValue {
    [["type": "Ready", "status": .string(status)]]
  }

  /// A world with a node and two others that are well, so that the zone counts as healthy.
  static func world(ready: String, _ settings: ClusterSettings = ClusterSettings()) throws
    -> (NodeWorld, NodeLifecycleController)
  {
    var world = NodeWorld()
    world.settings = settings
    var controller = NodeLifecycleController()
    for name in ["node", "other-1", "other-2"] {
      try world.putNode(name, conditions: Self.ready(name == "node" ? ready : "True"))
      try world.carryOut(controller.handle(.nodeChanged(name), world.view))
    }
    return (world, controller)
  }
}

/// The NoExecute taint comes a pass later than the other one where the controller looks at times.
private func answerLag(_ input: CaseValue) throws -> Answer {
  let start = input.number("conditionBecomesUnknownAt") ?? 0
  var settings = ClusterSettings()
  settings.jitter = true
  var (world, controller) = try Laws.world(ready: "True", settings)
  while world.next(through: 1_000_000) != nil {}
  world.now = start * 1000
  let before = world.done.count
  try setReady("Unknown", in: &world, &controller)
  let isAtOnce = world.done.dropFirst(before).contains { $0.action == "patch" }
  var answer = Answer()
  answer["noScheduleTaintAt"] = .equals(isAtOnce ? "at once" : "later")
  let due = world.later.first { $0.event == .nodeLifecycle(.taintNoExecute) }
  answer["noExecuteTaintAtSeconds"] = .equals(
    due.map { .integer($0.milliseconds / 1000 - start) } ?? .null)
  return answer
}

private func setReady(
  _ status: String, in world: inout NodeWorld, _ controller: inout NodeLifecycleController
) throws {
  let key = ObjectKey(.nodes, name: "node")
  guard var tree = world.store[key]?.tree else { return }
  tree[path: "status", "conditions"] = Laws.ready(status)
  _ = try world.store.write(tree, key)
  try world.carryOut(controller.handle(.nodeChanged("node"), world.view))
}

/// Another kind of silence: one taint for another.
private func answerSwap(_ input: CaseValue) throws -> Answer {
  var (world, controller) = try Laws.world(ready: "True")
  var taints: [[String]] = []
  var isImmediate = true
  for field in ["from", "to"] {
    try setReady(input["ready"]?.text(field) ?? "", in: &world, &controller)
    isImmediate = world.later.contains {
      $0.event == .nodeLifecycle(.taintNoExecute) && $0.milliseconds == world.now
    }
    try world.carryOut(controller.handle(.taintNoExecute, world.view))
    taints.append(
      (world.store.node("node")?.spec.taints ?? []).filter { $0.effect == .noExecute }
        .map { "\($0.key):\($0.effect.rawValue)" })
  }
  var answer = Answer()
  answer["removed"] = .equals(.string(taints[0].filter { !taints[1].contains($0) }.joined()))
  answer["added"] = .equals(.string(taints[1].filter { !taints[0].contains($0) }.joined()))
  answer["immediate"] = .equals(.bool(isImmediate))
  return answer
}

/// The taints that a node gets for its conditions and its cordon.
private func answerTaints(_ input: CaseValue) throws -> Answer {
  var (world, controller) = try Laws.world(ready: "True")
  var conditions: [APIValue] = [
    ["type": "Ready", "status": .string(input.text("ready") ?? "True")]
  ]
  for type in input["condition"]?.keys ?? [] {
    conditions.append([
      "type": .string(type), "status": .string(input["condition"]?.text(type) ?? ""),
    ])
  }
  try world.putNode(
    "node", conditions: .array(conditions), spec: input.tree("spec") ?? .emptyObject)
  try world.carryOut(controller.handle(.nodeChanged("node"), world.view))
  try world.carryOut(controller.handle(.taintNoExecute, world.view))
  var answer = Answer()
  answer["taints"] = .includes(
    .array((world.store.node("node")?.spec.taints ?? []).map { APIValue(encoding: $0) }))
  return answer
}

private func answerZones(_ input: CaseValue) -> Answer {
  var zones = ZoneStates()
  let names = input["zones"]?.keys ?? [""]
  for name in names {
    let zone = input["zones"]?[name] ?? input["zone"]
    zones[name] = ZoneStates.Count(
      ready: zone?.number("ready") ?? 0, notReady: zone?.number("notReady") ?? 0)
  }
  let nodes = names.reduce(0) { $0 + zones[$1].ready + zones[$1].notReady }
  var answer = Answer()
  answer["evictions"] = .equals(names.contains { zones.evicts($0) } ? "running" : "stopped")
  // JSON knows no difference between 0 and 0.0.
  let rate = zones[names.first ?? ""].ratePerSecond
  answer["ratePerSecond"] = .equals(rate == 0 ? 0 : .double(rate))
  if let said = input.number("nodes"), said != nodes { answer["ratePerSecond"] = nil }
  return answer
}

/// A node falls silent under a Pod, for a while or for ever.
private func answerDeadNode(_ input: CaseValue) throws -> Answer {
  var cluster = Cluster(nodeCount: 3)
  var spec: APIValue = [
    "nodeName": "node-1", "containers": [["name": "app", "image": "nginx"]],
  ]
  if let tolerations = input.tree("tolerations") { spec["tolerations"] = tolerations }
  _ = try cluster.request(
    .create(["metadata": ["name": "web"], "spec": spec], .pods, namespace: "default"))
  try cluster.advance(by: .minutes(1))
  let start = cluster.now
  try cluster.advance(to: start + .seconds(input.number("nodeStopsAt") ?? 0))
  try cluster.inject(.partitionNode("node-1"))
  if let back = input.number("nodeReturnsAt") {
    try cluster.advance(to: start + .seconds(back))
    try cluster.inject(.healNode("node-1"))
  }
  try cluster.advance(by: .hours(1))
  let pod = cluster.objects.pod("default", "web")
  let isDeleted = pod?.isTerminating ?? true
  var answer = Answer()
  answer["deleted"] = .equals(.bool(isDeleted))
  answer["pod"] = .includes([
    "deleted": .bool(isDeleted),
    "ready": .string(pod?.status.condition("Ready")?.status.rawValue ?? ""),
  ])
  return answer
}

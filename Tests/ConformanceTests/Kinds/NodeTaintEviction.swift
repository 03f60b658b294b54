import OrderedCollections

@testable import PodEngine

/// What the taint eviction controller does to Pods, and when.
func answerTaintEviction(_ input: CaseValue) throws -> Answer {
  var world = NodeWorld()
  var controller = TaintEvictionController()
  for node in input["taintedNodes"]?.keys ?? [] {
    try world.putNode(node, taints: input["taintedNodes"]?.tree(node) ?? [])
  }
  var pods: [String] = []
  for pod in input.list("pods") + [input["oldPod"] ?? input["pod"]].compactMap(\.self) {
    let key = try world.put(pod: pod.whole)
    pods.append(key.name)
    try world.carryOut(controller.handle(.podChanged(key), world.view))
  }
  if input["oldPod"] != nil, let pod = input.tree("pod") {
    let key = try world.put(pod: pod)
    try world.carryOut(controller.handle(.podChanged(key), world.view))
  }
  for (milliseconds, taints) in taintings(input) {
    try pass(&world, &controller, until: milliseconds)
    let node = input.list("pods").first?["spec"]?.text("nodeName") ?? ""
    try world.putNode(node, taints: taints)
    try world.carryOut(controller.handle(.nodeChanged(node), world.view))
  }
  let acted = world
  let wait = milliseconds(input["waitSeconds"]?.whole)
  try pass(&world, &controller, until: wait)
  var answer = Answer()
  answer["actions"] = .equals((wait > 0 ? world : acted).actions)
  answer["condition"] = .includes(world.lastCondition("DisruptionTarget"))
  try pass(&world, &controller, until: 1_000_000)
  answer["deletedAtSeconds"] = .equals(deletions(of: pods, in: world))
  return answer
}

/// The taints of the node over time.
private func taintings(_ input: CaseValue) -> [(milliseconds: Int, taints: APIValue)] {
  if input["timeline"] != nil {
    return input.list("timeline").map { (milliseconds($0["at"]?.whole), $0.tree("taints") ?? []) }
  }
  guard let taints = input.tree("taints") else { return [] }
  let before = input.text("event") == "nodeUpdated" ? input.tree("oldTaints") : nil
  _ = input.tree("oldTaints")
  return (before.map { [(0, $0)] } ?? []) + [(0, taints)]
}

private func milliseconds(_ value: APIValue?) -> Int {
  switch value {
  case .integer(let seconds): seconds * 1000
  case .double(let seconds): Int(seconds * 1000)
  case .null, .bool, .string, .array, .object, nil: 0
  }
}

private func pass(
  _ world: inout NodeWorld, _ controller: inout TaintEvictionController, until time: Int
) throws {
  while let event = world.next(through: time) {
    guard case .taintEviction(let event) = event else { continue }
    try world.carryOut(controller.handle(event, world.view))
  }
  world.now = max(world.now, time)
}

private func deletions(of pods: [String], in world: NodeWorld) -> APIValue {
  var times = APIValue.emptyObject
  for pod in pods {
    let deed = world.done.first { $0.key.name == pod && $0.action == "delete" }
    times[pod] = deed.map { .integer($0.milliseconds / 1000) } ?? .null
  }
  return times
}

/// `getMinTolerationTime`: -1 is for ever.
func answerTaintWait(_ seconds: [APIValue]) -> Answer {
  var answer = Answer()
  switch TaintWait(tolerationSeconds: seconds.map(\.intValue)) {
  case .none: answer["seconds"] = .equals(0)
  case .forever: answer["seconds"] = .equals(-1)
  case .duration(let wait): answer["seconds"] = .equals(.integer(wait.wholeSeconds))
  }
  return answer
}

/// The controller's events about a Pod: one that is driven out, or one that may stay after all.
func answerTaintEvent(_ question: CaseQuestion) throws -> Answer {
  let names = (question.input.text("pod") ?? "").split(separator: "/").map(String.init)
  guard names.count == 2 else { throw UnknownQuestion("a Pod without namespace") }
  let isCancelled = question.subject == "cancel"
  let toleration: APIValue = ["key": "a", "operator": "Exists", "tolerationSeconds": 60]
  var world = NodeWorld()
  var controller = TaintEvictionController()
  try world.putNode("node", taints: [["key": "a", "effect": "NoExecute"]])
  let key = try world.put(pod: [
    "metadata": ["namespace": .string(names[0]), "name": .string(names[1])],
    "spec": ["nodeName": "node", "tolerations": isCancelled ? [toleration] : []],
  ])
  try world.carryOut(controller.handle(.podChanged(key), world.view))
  try world.putNode("node")
  if isCancelled { try world.carryOut(controller.handle(.nodeChanged("node"), world.view)) }
  var answer = Answer()
  answer["event"] = .includes(world.records.last?.answer ?? .null)
  return answer
}

import OrderedCollections

@testable import PodEngine

/// How long the kubelet lets processes end.
func answerGrace(_ input: CaseValue) -> Answer {
  var pod = Pod()
  pod.spec.terminationGracePeriodSeconds = input.number("spec")
  pod.metadata.deletionGracePeriodSeconds = input.number("deletionGracePeriodSeconds")
  var answer = Answer()
  answer["graceSeconds"] = .equals(
    .integer(
      Kubelet.graceSeconds(
        of: pod, override: input.number("overrideSeconds"), current: input.number("current"))))
  return answer
}

/// A kubelet with a node of its own, and what it answers.
private struct KubeletWorld {
  var world = NodeWorld()
  var kubelet = Kubelet(nodeName: "node", nodeNumber: 1, seed: 1)
  private(set) var effects: [Effect] = []

  init(node: APIValue = .emptyObject) throws {
    var tree: APIValue = ["metadata": ["name": "node", "uid": "node"]]
    for (key, value) in node.objectValue ?? [:] {
      for (field, content) in value.objectValue ?? [:] { tree[path: key, field] = content }
    }
    try world.put(.nodes, tree)
  }

  mutating func turn(_ work: (inout Kubelet, inout Kubelet.Turn) -> Void) throws {
    var turn = Kubelet.Turn(
      now: SimulatedTime(milliseconds: world.now), objects: world.store, registry: Registry(),
      nodeName: "node")
    kubelet.perform(work, &turn)
    effects += turn.effects
    try world.carryOut(turn.effects)
  }

  /// Gives the kubelet a Pod.
  mutating func add(_ name: String, _ spec: APIValue, status: APIValue = .emptyObject) throws {
    var spec = spec
    if spec["nodeName"] == nil { spec["nodeName"] = "node" }
    if spec["containers"] == nil { spec["containers"] = [["name": "app", "image": "nginx"]] }
    let key = try world.put(pod: [
      "metadata": ["name": .string(name), "uid": .string(name)], "spec": spec, "status": status,
    ])
    try turn { $0.podChanged(key, uid: name, &$1) }
  }

  func pod(_ name: String) -> Pod? { world.store.pod("default", name) }

  var startsContainers: Bool {
    effects.contains { effect in
      if case .schedule(.kubelet(_, .sync("new")), _) = effect { true } else { false }
    }
  }

  /// What became of a Pod that the kubelet ended.
  func fate(of name: String) -> Answer {
    let status = world.store[ObjectKey(.pods, namespace: "default", name: name)]?.tree["status"]
    var answer = Answer()
    answer["status"] = .includes(status ?? .null)
    answer["event"] = .includes(world.records.first { $0.about.name == name }?.answer ?? .null)
    answer["condition"] = .includes(
      status?["conditions"]?.arrayValue?.first { $0["type"] == "DisruptionTarget" } ?? .null)
    return answer
  }
}

/// Whether a kubelet takes a Pod that the API server gives to it.
func answerKubeletAdmission(_ question: CaseQuestion) throws -> Answer {
  let input = question.input
  var allocatable = input.tree("allocatable") ?? .emptyObject
  let resource = question.subject
  if let capacity = input.number("capacity") { allocatable[resource] = amount(capacity, resource) }
  var world = try KubeletWorld(node: [
    "metadata": ["labels": input.tree("nodeLabels") ?? .emptyObject],
    "spec": ["taints": input.tree("taints") ?? []], "status": ["allocatable": allocatable],
  ])
  let used = input.number("used") ?? 0
  if resource == "pods" {
    for number in 0..<used { try world.add("old-\(number)", present(.emptyObject)) }
  } else if used > 0 {
    try world.add("old", present(request([resource: amount(used, resource)])))
  }
  for port in input["usedHostPorts"]?.whole.arrayValue ?? [] {
    try world.add("port-\(port.intValue ?? 0)", present(hostPort(port)))
  }
  let pressures = input.texts("nodeConditions").compactMap { type in
    NodePressure.allCases.first { $0.conditionType == type }
  }
  _ = world.kubelet.pressure.observe(pressures, at: .start)
  _ = input.text("node")
  return try answer(question, &world, resource)
}

private func answer(
  _ question: CaseQuestion, _ world: inout KubeletWorld, _ resource: String
) throws -> Answer {
  let input = question.input
  var spec: APIValue = .emptyObject
  if let wanted = input.number("requested") {
    spec = request([resource: amount(wanted, resource)])
  }
  if let requests = input.tree("requests") { spec = request(requests) }
  if let port = input.tree("hostPort") { spec = hostPort(port) }
  for field in ["nodeSelector", "tolerations", "overhead"] {
    if let value = input.tree(field) { spec[field] = value }
  }
  if let limits = input.tree("limits") {
    spec.updateEach("containers") { $0[path: "resources", "limits"] = limits }
  }
  for field in ["protocol", "hostIP"] {
    guard let value = input.tree(field) else { continue }
    spec.updateEach("containers") { container in
      container.updateEach("ports") { $0[field] = value }
    }
  }
  let nodeName = input.text("nodeName")
  if let nodeName { spec["nodeName"] = .string(nodeName) }
  try world.add("new", spec)
  var answer = world.fate(of: "new")
  guard let pod = world.pod("new") else { throw UnknownQuestion("a Pod that is gone") }
  answer["containersStarted"] = .equals(.bool(world.startsContainers))
  answer["admitted"] = .equals(.bool(world.startsContainers))
  // Asked anew, without the Pod itself among those that run here.
  world.kubelet.workers["new"] = nil
  let kubelet = world.kubelet
  var refusals: [NodeAdmission.Refusal] = []
  try world.turn { _, turn in
    refusals = NodeAdmission(kubelet: kubelet, turn: turn).refusals(pod)
  }
  answer["all"] = .equals(.array(refusals.map { .string($0.reason) }))
  answer["reported"] = .equals(refusals.first.map { .string($0.reason) } ?? .null)
  return answer
}

private func request(_ requests: APIValue) -> APIValue {
  ["containers": [["name": "app", "image": "nginx", "resources": ["requests": requests]]]]
}

/// A number of the kubelet's messages as a quantity: of CPUs they count the thousandths.
private func amount(_ number: Int, _ resource: String) -> APIValue {
  .string("\(number)\(resource == "cpu" ? "m" : "")")
}

/// A Pod that is there already, whatever the node's taints.
private func present(_ spec: APIValue) -> APIValue {
  spec.merged(with: ["tolerations": [["operator": "Exists"]]])
}

private func hostPort(_ port: APIValue) -> APIValue {
  let ports: APIValue = [["containerPort": port, "hostPort": port]]
  return ["containers": [["name": "app", "image": "nginx", "ports": ports]]]
}

/// Whether a Pod has been active for too long.
func answerDeadline(_ input: CaseValue) throws -> Answer {
  var world = try KubeletWorld()
  world.world.now = 1_000_000
  var status = APIValue.emptyObject
  if let seconds = input.number("startTimeAgoSeconds") {
    let time = SimulatedTime(milliseconds: world.world.now - seconds * 1000)
    status["startTime"] = .string(time.timestamp)
  }
  try world.add("new", input.tree("spec") ?? .emptyObject, status: status)
  try world.turn { $0.handle(.deadline(podUID: "new"), &$1) }
  var answer = world.fate(of: "new")
  answer["evict"] = .equals(.bool(world.kubelet.workers["new"]?.verdict != nil))
  return answer
}

/// Why the kubelet ends a Pod to save its node, or because the Pod took too much.
func answerEviction(_ input: CaseValue) throws -> Answer {
  var world = try KubeletWorld(node: [
    "status": ["allocatable": ["memory": "1Ti", "ephemeral-storage": "1Ti", "pods": "110"]]
  ])
  let usages = input.list("containers")
  var containers: [APIValue] = usages.map { usage in
    let requests: APIValue = [input.text("resource") ?? "": usage.tree("request") ?? "0"]
    return [
      "name": usage.tree("name") ?? "", "image": "nginx", "resources": ["requests": requests],
    ]
  }
  if let limit = input.text("limit") {
    containers = [limited(input.text("container") ?? "app", limit)]
    // A container's own limit is only reached before the Pod's where another one leaves room.
    if input.text("container") != nil { containers.append(limited("roomy", "100Gi")) }
  }
  var spec: APIValue = ["containers": .array(containers)]
  if let volume = input.text("volume") {
    spec = [
      "containers": [["name": "app", "image": "nginx"]],
      "volumes": [
        ["name": .string(volume), "emptyDir": ["sizeLimit": input.tree("limit") ?? .null]]
      ],
    ]
  }
  try world.add("new", spec)
  guard let pod = world.pod("new") else { throw UnknownQuestion("a Pod that is gone") }
  let message =
    try usages.isEmpty ? limitMessage(pod, input.text("limit") ?? "") : pressureMessage(pod, input)
  try world.turn { kubelet, turn in
    kubelet.evict(pod, message ?? "", isDisruption: !usages.isEmpty, &turn)
  }
  return world.fate(of: "new")
}

private func limited(_ name: String, _ limit: String) -> APIValue {
  [
    "name": .string(name), "image": "nginx",
    "resources": ["limits": ["ephemeral-storage": .string(limit)]],
  ]
}

/// The volume, or else the first container, holds a little more than its limit.
private func limitMessage(_ pod: Pod, _ limit: String) throws -> String? {
  let used = try Quantity(parsing: limit).value + 1
  if let volume = pod.spec.volumes.first {
    return LocalStorageLimits.violation(
      PodUsage(pod, containers: [], volumes: [volume.name: used]))
  }
  let name = pod.spec.containers.first?.name ?? ""
  return LocalStorageLimits.violation(
    PodUsage(pod, containers: [ContainerUsage(name, diskBytes: used)]))
}

private func pressureMessage(_ pod: Pod, _ input: CaseValue) throws -> String {
  let resource = input.text("resource") ?? ""
  guard let signal = EvictionSignal.allCases.first(where: { $0.resource == resource }) else {
    throw UnknownQuestion("a shortage of \(resource)")
  }
  let observation = SignalObservation(
    signal, available: try amount(input, "available"), capacity: 4 << 30,
    threshold: try amount(input, "threshold"))
  let containers = try input.list("containers").map { usage in
    let used = try amount(usage, "usage")
    return ContainerUsage(usage.text("name") ?? "", memoryBytes: used, diskBytes: used)
  }
  return EvictionMessage.lowOnResource(observation, PodUsage(pod, containers: containers))
}

private func amount(_ value: CaseValue, _ key: String) throws -> Int {
  try Quantity(parsing: value.text(key) ?? "").value
}

@testable import PodEngine

/// A node that cannot take a Pod for one reason, and how the scheduler says it.
func answerSituation(_ name: String) throws -> Answer {
  guard let situation = situations[name] else { throw UnknownQuestion("the situation \(name)") }
  let pod: Pod = try placed(situation.pod, called: "incoming").decoded()
  let there = try situation.existing.enumerated().map { index, tree in
    PodInfo(try placed(tree, called: "existing-\(index)").decoded())
  }
  let node = NodeInfo(try roomyNode("node-1").merged(with: situation.node).decoded(), pods: there)
  let empty = NodeInfo(try roomyNode("node-2").decoded())
  let cycle = SchedulingCycle(pod, [node, empty], NamespaceLabels(ObjectStore()))
  guard let failure = cycle.filter(node) else { throw UnknownQuestion("a node that fits") }
  return answer(with: failure)
}

/// A node that has room for anything, in a place of its own.
func roomyNode(_ name: String) -> APIValue {
  [
    "metadata": ["name": .string(name), "labels": ["kubernetes.io/hostname": .string(name)]],
    "status": ["allocatable": ["cpu": "8", "memory": "8Gi", "pods": "110"]],
  ]
}

private struct Situation {
  var pod: APIValue = .emptyObject
  var existing: [APIValue] = []
  var node: APIValue = .emptyObject
}

private let situations: [String: Situation] = [
  "podaffinity": Situation(pod: wanting("podAffinity")),
  "antiaffinity": Situation(pod: wanting("podAntiAffinity"), existing: [web]),
  "existing-antiaffinity": Situation(pod: web, existing: [wanting("podAntiAffinity")]),
  "spread": Situation(pod: spread("kubernetes.io/hostname"), existing: [web]),
  "spread-missing-label": Situation(pod: spread("example.com/rack")),
  "node-affinity": Situation(pod: ["spec": ["nodeSelector": ["disk": "ssd"]]]),
  "unschedulable": Situation(node: ["spec": ["unschedulable": true]]),
  "taint": Situation(node: ["spec": ["taints": [["key": "a", "effect": "NoSchedule"]]]]),
  "nodename": Situation(pod: ["spec": ["nodeName": "node-2"]]),
  "ports": Situation(pod: usingPort, existing: [usingPort]),
  "pods": Situation(node: ["status": ["allocatable": ["pods": "0"]]]),
]

private let web: APIValue = ["metadata": ["labels": ["app": "web"]]]
private let selectingWeb: APIValue = ["matchLabels": ["app": "web"]]
private let usingPort: APIValue = [
  "spec": ["containers": [["name": "app", "ports": [["containerPort": 80, "hostPort": 80]]]]]
]

private func wanting(_ kind: String) -> APIValue {
  let term: APIValue = ["topologyKey": "kubernetes.io/hostname", "labelSelector": selectingWeb]
  var affinity = APIValue.emptyObject
  affinity[path: kind, "requiredDuringSchedulingIgnoredDuringExecution"] = [term]
  return ["spec": ["affinity": affinity]]
}

private func spread(_ key: String) -> APIValue {
  let constraint: APIValue = [
    "topologyKey": .string(key), "maxSkew": 1, "whenUnsatisfiable": "DoNotSchedule",
    "labelSelector": selectingWeb,
  ]
  return web.merged(with: ["spec": ["topologySpreadConstraints": [constraint]]])
}

import OrderedCollections

@testable import PodEngine

/// One filter, one Pod, one node.
func answerFilter(_ plugin: String, _ input: CaseValue) throws -> Answer {
  guard let filter = FilterName(rawValue: plugin) else {
    throw UnknownQuestion("the plugin \(plugin)")
  }
  let pod: Pod = try placed(input.tree("pod"), called: "incoming").decoded()
  let existing = try existingPods(input)
  let node = NodeInfo(
    try (input.tree("node") ?? .emptyObject).decoded(),
    pods: existing.filter { $0.node.isEmpty }.map(\.pod))
  let others = try input.list("nodes").map { other in
    let node: Node = try other.whole.decoded()
    return NodeInfo(
      node, pods: existing.filter { $0.node == node.metadata.name }.map(\.pod))
  }
  // A node that is named twice has its Pods in the list.
  let asked = others.first { $0.name == node.name } ?? node
  let nodes = others.filter { $0.name != node.name } + [asked]
  let cycle = SchedulingCycle(pod, nodes, NamespaceLabels(ObjectStore()))
  return answer(with: cycle.ask(filter, about: asked))
}

func answer(with failure: FilterFailure?) -> Answer {
  var answer = Answer()
  answer["fits"] = .equals(.bool(failure == nil))
  let reasons = failure?.reasons.map(inWordsOfTheCases) ?? []
  answer["reasons"] = .equals(.array(reasons.map { .string($0) }))
  answer["reason"] = .equals(reasons.first.map { .string($0) } ?? .null)
  answer["code"] = .equals(failure.map { .string(code(of: $0)) } ?? .null)
  return answer
}

/// The names in pkg/scheduler/framework/interface.go.
private func code(of failure: FilterFailure) -> String {
  failure.isUnresolvable ? "UnschedulableAndUnresolvable" : "Unschedulable"
}

/// The cases speak as Kubernetes does from 1.35 on, which does not name the taint.
func inWordsOfTheCases(_ reason: String) -> String {
  reason.hasPrefix("node(s) had untolerated taint {") ? "node(s) had untolerated taint(s)" : reason
}

/// The normalized scores of one plugin.
func answerScores(_ plugin: String, _ input: CaseValue) throws -> Answer {
  guard let name = ScoreName(rawValue: plugin) else {
    throw UnknownQuestion("the plugin \(plugin)")
  }
  let pod: Pod = try placed(input.tree("pod"), called: "incoming").decoded()
  let existing = try existingPods(input)
  let nodes = try input.list("nodes").map { tree in
    let node: Node = try tree.whole.decoded()
    return NodeInfo(
      node, pods: existing.filter { $0.node == node.metadata.name }.map(\.pod))
  }
  let neighbours = Neighbourhood(
    nodes: nodes, namespaces: NamespaceLabels(ObjectStore()), siblings: nil)
  let scores = NodeScores.scores(name, of: nodes, for: pod, PodInfo(pod), neighbours)
  var answer = Answer()
  answer["scores"] = .equals(
    .object(
      APIObject(
        zip(nodes.map(\.name), scores.map(APIValue.integer)), uniquingKeysWith: { _, last in last })
    ))
  return answer
}

/// The Pods that are there already, and the nodes that they name.
private func existingPods(_ input: CaseValue) throws -> [(node: String, pod: PodInfo)] {
  try input.list("existingPods").enumerated().map { index, tree in
    let pod: Pod = try placed(tree.whole, called: "existing-\(index)").decoded()
    return (pod.spec.nodeName, PodInfo(pod))
  }
}

/// A Pod of a case with the names that the case leaves out.
func placed(_ pod: APIValue?, called name: String) -> APIValue {
  let names: APIValue = [
    "metadata": ["name": .string(name), "namespace": "default", "uid": .string("uid-\(name)")]
  ]
  return names.merged(with: pod)
}

import OrderedCollections
import Testing

@testable import PodEngine

struct PreemptionTests {
  private func pod(_ name: String, cpu: APIValue, priority: Int, more: APIValue = [:]) throws -> Pod
  {
    var spec: APIValue = ["containers": [Things.container("app", ["cpu": cpu])]]
    spec["priority"] = .integer(priority)
    for (key, value) in more.objectValue ?? [:] { spec[key] = value }
    return try Things.pod(name, spec: spec)
  }

  private func outcome(
    of pod: Pod, on nodes: [NodeInfo]
  ) throws -> (text: String?, node: String?, victims: [String]) {
    let cycle = SchedulingCycle(pod, nodes, NamespaceLabels(ObjectStore()))
    let failures = cycle.findings(startingAt: 0).failures
    switch Preemption(cycle: cycle, failures: failures).outcome() {
    case .refused(let text), .waiting(let text): return (text, nil, [])
    case .node(let node, let victims): return (nil, node, victims.map(\.key.name))
    }
  }

  @Test func sparesTheMostImportant() throws {
    let low = try [("low1", 1), ("low5", 5), ("low9", 9)].map {
      PodInfo(try pod($0.0, cpu: "1", priority: $0.1))
    }
    let node = NodeInfo(
      try Things.node(allocatable: ["cpu": "3", "memory": "1Gi", "pods": "10"]), pods: low)
    let result = try outcome(of: pod("high", cpu: "2", priority: 100), on: [node])
    #expect(result.node == "node-1")
    #expect(result.victims == ["low5", "low1"])
  }

  @Test func equalPriorityIsSafe() throws {
    let nodes = try (1...2).map { number in
      NodeInfo(
        try Things.node("node-\(number)"),
        pods: [PodInfo(try pod("old-\(number)", cpu: "2", priority: 10))])
    }
    let result = try outcome(of: pod("new", cpu: "1", priority: 10), on: nodes)
    #expect(
      result.text == "preemption: 0/2 nodes are available: "
        + "2 No preemption victims found for incoming pod.")
  }

  @Test func helpsNotWhereTheNodeItselfIsWrong() throws {
    let nodes = try (1...3).map { NodeInfo(try Things.node("node-\($0)")) }
    let result = try outcome(
      of: pod("new", cpu: "1", priority: 10, more: ["nodeSelector": ["disk": "ssd"]]), on: nodes)
    #expect(
      result.text == "preemption: 0/3 nodes are available: "
        + "3 Preemption is not helpful for scheduling.")
  }

  @Test func mayBeForbidden() throws {
    let node = NodeInfo(
      try Things.node(), pods: [PodInfo(try pod("old", cpu: "2", priority: 1))])
    let result = try outcome(
      of: pod("new", cpu: "1", priority: 10, more: ["preemptionPolicy": "Never"]), on: [node])
    #expect(result.text == "preemption: not eligible due to preemptionPolicy=Never.")
  }

  @Test func takesTheNodeWhoseVictimsMatterLeast() throws {
    let nodes = try [("node-1", 5), ("node-2", 3)].map { name, priority in
      NodeInfo(
        try Things.node(name),
        pods: [PodInfo(try pod("old-\(name)", cpu: "2", priority: priority))])
    }
    #expect(try outcome(of: pod("new", cpu: "1", priority: 10), on: nodes).node == "node-2")
  }
}

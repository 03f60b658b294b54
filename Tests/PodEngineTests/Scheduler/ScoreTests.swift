import Testing

@testable import PodEngine

struct ScoreTests {
  @Test(arguments: [([0, 0], [0, 0]), ([2, 4, 11], [18, 36, 100])])
  func normalizes(_ scores: [Int], _ normalized: [Int]) {
    #expect(NodeScores.normalized(scores) == normalized)
  }

  @Test(arguments: [([0, 0], [100, 100]), ([0, 1, 2], [100, 50, 0])])
  func normalizesReversed(_ scores: [Int], _ normalized: [Int]) {
    #expect(NodeScores.normalizedReversed(scores) == normalized)
  }

  @Test func likesTheEmptierNode() throws {
    let empty = NodeInfo(try Things.node())
    let busy = empty.adding(
      PodInfo(
        try Things.pod("a", spec: ["containers": [Things.container("a", ["cpu": "1"])]])))
    let pod = PodInfo(try Things.pod("b", spec: ["containers": [Things.container()]]))
    #expect(LeastAllocated.score(pod, empty) > LeastAllocated.score(pod, busy))
  }

  @Test func likesAnEvenUseOfCPUAndMemory() throws {
    let node = NodeInfo(try Things.node(allocatable: ["cpu": "2", "memory": "2Gi"]))
    func score(_ cpu: APIValue, _ memory: APIValue) throws -> Int {
      let requests: APIValue = ["cpu": cpu, "memory": memory]
      return BalancedAllocation.score(
        PodInfo(try Things.pod(spec: ["containers": [Things.container("a", requests)]])), node)
    }
    #expect(try score("1", "1Gi") == 100)
    #expect(try score("2", "0") == 50)
    #expect(try score("0", "0") == 0)
  }

  @Test func spreadsSiblings() throws {
    let web: APIValue = ["app": "web"]
    let nodes = try ["node-1", "node-2"].enumerated().map { index, name in
      NodeInfo(
        try Things.node(name),
        pods: index == 0 ? [PodInfo(try Things.pod("a", labels: web))] : [])
    }
    var siblings = LabelSelector()
    siblings.matchLabels = ["app": "web"]
    let scores = PodTopologySpreadScore.scores(
      try Things.pod("b", labels: web), nodes,
      Neighbourhood(
        nodes: nodes, namespaces: NamespaceLabels(ObjectStore()), siblings: siblings))
    #expect(scores[0] < scores[1])
  }

  @Test(arguments: [(5, 5), (99, 99), (100, 100), (1000, 420), (5000, 500), (20_000, 1000)])
  func looksAtAPartOfBigClusters(_ nodes: Int, _ enough: Int) {
    #expect(SchedulingCycle.feasibleNodesToFind(among: nodes) == enough)
  }
}

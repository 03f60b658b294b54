import Testing

@testable import PodEngine

struct PodGarbageCollectorTests {
  private let key = ObjectKey(.pods, namespace: "default", name: "web")

  private func pod(
    _ phase: APIValue, node: APIValue = "gone", metadata: APIValue = [:]
  ) -> APIValue {
    Things.podTree(
      spec: ["nodeName": node],
      status: ["phase": phase, "conditions": [["type": "Ready", "status": "True"]]],
      metadata: metadata)
  }

  @Test func podsOfAMissingNodeGoAfterTheQuarantine() throws {
    let store = try Things.store([(.pods, pod("Running"))])
    var collector = PodGarbageCollector()
    #expect(collector.handle(.podChanged(key), Things.view(store)).seconds == [40])
    let effects = collector.handle(.collectOrphans(node: "gone"), Things.view(store, at: 40))
    #expect(effects.requests == ["status web", "force web"])
    let status = effects.status(of: "web")
    #expect(status?["phase"] == "Failed")
    let conditions = status?["conditions"]?.arrayValue ?? []
    #expect(conditions.map { $0["type"] } == ["Ready", "DisruptionTarget"])
    #expect(conditions.first?["status"] == "True")
    #expect(conditions.last?["message"] == "PodGC: node no longer exists")
  }

  @Test func aNodeThatComesBackKeepsItsPods() throws {
    let store = try Things.store([(.pods, pod("Running"))])
    let back = try Things.store([(.pods, pod("Running")), (.nodes, Things.nodeTree("gone"))])
    var collector = PodGarbageCollector()
    _ = collector.handle(.nodeChanged("gone"), Things.view(store))
    _ = collector.handle(.nodeChanged("gone"), Things.view(back, at: 10))
    #expect(
      collector.handle(.collectOrphans(node: "gone"), Things.view(store, at: 40)).isEmpty)
  }

  @Test(arguments: ["Succeeded", "Failed"])
  func anEndedPodIsNotRewritten(_ phase: String) throws {
    let store = try Things.store([(.pods, pod(.string(phase)))])
    var collector = PodGarbageCollector()
    _ = collector.handle(.podChanged(key), Things.view(store))
    let effects = collector.handle(.collectOrphans(node: "gone"), Things.view(store, at: 40))
    #expect(effects.requests == ["force web"])
  }

  @Test func finalizersAreLeftToTheirOwners() throws {
    let held = pod(
      "Failed",
      metadata: [
        "deletionTimestamp": "2026-01-01T00:00:00Z", "deletionGracePeriodSeconds": 0,
        "finalizers": ["example.com/x"],
      ])
    let store = try Things.store([(.pods, held)])
    var collector = PodGarbageCollector()
    _ = collector.handle(.podChanged(key), Things.view(store))
    #expect(
      collector.handle(.collectOrphans(node: "gone"), Things.view(store, at: 40)).isEmpty)
  }

  @Test(arguments: [("Running", ["status web", "force web"]), ("Failed", ["force web"])])
  func deletedBeforeItHadANode(_ phase: String, _ requests: [String]) throws {
    let leaving = pod(
      .string(phase), node: "", metadata: ["deletionTimestamp": "2026-01-01T00:00:30Z"])
    let store = try Things.store([(.pods, leaving)])
    var collector = PodGarbageCollector()
    #expect(collector.handle(.podChanged(key), Things.view(store)).requests == requests)
  }

  @Test(arguments: [("Unknown", true, true), ("Unknown", false, false), ("True", true, false)])
  func outOfService(_ ready: String, _ isTainted: Bool, _ goes: Bool) throws {
    let taints: APIValue =
      isTainted ? [["key": "node.kubernetes.io/out-of-service", "effect": "NoExecute"]] : []
    let node = Things.nodeTree(
      spec: ["taints": taints], conditions: [["type": "Ready", "status": .string(ready)]])
    let leaving = pod(
      "Running", node: "node-1", metadata: ["deletionTimestamp": "2026-01-01T00:00:30Z"])
    let store = try Things.store([(.nodes, node), (.pods, leaving)])
    var collector = PodGarbageCollector()
    let requests = collector.handle(.nodeChanged("node-1"), Things.view(store)).requests
    #expect(requests == (goes ? ["status web", "force web"] : []))
  }

  @Test func endedPodsAboveTheThresholdGoOldestFirst() throws {
    let pods = try [("a", 0, ""), ("b", 1, ""), ("c", 2, "Evicted")].map { name, second, reason in
      try Things.pod(
        name, status: ["phase": "Failed", "reason": .string(reason)],
        metadata: ["creationTimestamp": .string("2026-01-01T00:00:0\(second)Z")])
    }
    func names(_ threshold: Int) -> [String] {
      PodCollection.surplus(pods, threshold: threshold).map(\.metadata.name)
    }
    #expect(names(1) == ["c", "a"])
    #expect(names(3).isEmpty)
    #expect(names(0).isEmpty)
  }
}

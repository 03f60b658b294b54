import OrderedCollections
import Testing

@testable import PodEngine

struct NodeLifecycleTests {
  /// A controller that has seen these nodes as they are in a store.
  private func controller(_ store: ObjectStore, at seconds: Int = 0) -> NodeLifecycleController {
    var controller = NodeLifecycleController()
    for node in store.nodes {
      _ = controller.handle(.nodeChanged(node.metadata.name), Things.view(store, at: seconds))
    }
    return controller
  }

  private func lease(_ node: String, renewed time: APIValue) -> APIValue {
    [
      "metadata": ["name": .string(node), "namespace": "kube-node-lease"],
      "spec": ["renewTime": time],
    ]
  }

  private func node(
    _ name: String = "node-1", ready: APIValue = "True", spec: APIValue = [:]
  ) -> APIValue {
    let conditions = ["MemoryPressure", "DiskPressure", "PIDPressure", "Ready"].map {
      type -> APIValue in
      [
        "type": .string(type), "status": type == "Ready" ? ready : "False",
        "lastHeartbeatTime": "2026-01-01T00:00:00Z", "reason": "Kubelet",
      ]
    }
    return Things.nodeTree(name, spec: spec, conditions: .array(conditions))
  }

  @Test func checksWhenSilenceWouldBeTooLong() throws {
    let store = try Things.store([(.nodes, node())])
    var controller = NodeLifecycleController()
    let effects = controller.handle(.nodeChanged("node-1"), Things.view(store))
    #expect(effects.seconds == [0, 50])
    #expect(
      effects.events == ["RegisteredNode: Node node-1 event: Registered Node node-1 in Controller"])
    // A second look schedules no second check.
    #expect(controller.handle(.nodeChanged("node-1"), Things.view(store, at: 9)).seconds.isEmpty)
  }

  @Test func aRenewedLeaseIsASignOfLife() throws {
    let store = try Things.store([
      (.nodes, node()), (.leases, lease("node-1", renewed: "2026-01-01T00:00:40.250000Z")),
    ])
    var controller = controller(try Things.store([(.nodes, node())]))
    let effects = controller.handle(.check("node-1"), Things.view(store, at: 50))
    #expect(
      effects == [
        .schedule(
          .nodeLifecycle(.check("node-1")), at: SimulatedTime(milliseconds: 90_250))
      ])
  }

  @Test func silenceMakesTheNodeUnknownAndItsPodsNotReady() throws {
    let ready: APIValue = [
      "phase": "Running",
      "conditions": [
        ["type": "Ready", "status": "True"], ["type": "ContainersReady", "status": "True"],
      ],
    ]
    let store = try Things.store([
      (.nodes, node()),
      (.pods, Things.podTree("web", spec: ["nodeName": "node-1"], status: ready)),
      (.pods, Things.podTree("other", spec: ["nodeName": "node-2"], status: ready)),
    ])
    var controller = controller(store)
    let effects = controller.handle(.check("node-1"), Things.view(store, at: 50))
    #expect(effects.requests == ["status node-1", "status web", "patch node-1"])
    #expect(
      effects.events == [
        "NodeNotReady: Node node-1 status is now: NodeNotReady",
        "NodeNotReady: Node is not ready",
      ])
    let conditions = effects.status(of: "node-1")?["conditions"]?.arrayValue ?? []
    #expect(conditions.count == 4)
    for condition in conditions {
      #expect(condition["status"] == "Unknown")
      #expect(condition["reason"] == "NodeStatusUnknown")
      #expect(condition["message"] == "Kubelet stopped posting node status.")
    }
    let pod = effects.status(of: "web")
    #expect(pod?["phase"] == "Running")
    #expect(pod?["conditions"]?.arrayValue?.map { $0["status"] } == ["False", "True"])
  }

  @Test func aPodThatIsNotReadyIsNotWrittenAgain() throws {
    let status: APIValue = ["conditions": [["type": "Ready", "status": "False"]]]
    let store = try Things.store([
      (.nodes, node()),
      (.pods, Things.podTree("web", spec: ["nodeName": "node-1"], status: status)),
    ])
    var controller = controller(store)
    let effects = controller.handle(.check("node-1"), Things.view(store, at: 50))
    #expect(effects.requests == ["status node-1", "patch node-1"])
  }

  @Test func aNodeThatNeverSpokeIsOverdueAfterAMinute() throws {
    let silent = Things.nodeTree("node-1", conditions: [])
    let store = try Things.store([(.nodes, silent)])
    var controller = NodeLifecycleController()
    let view = Things.view(store)
    #expect(controller.handle(.nodeChanged("node-1"), view).seconds == [60])
    let effects = controller.handle(.check("node-1"), Things.view(store, at: 60))
    let conditions = effects.status(of: "node-1")?["conditions"]?.arrayValue ?? []
    #expect(conditions.map { $0["reason"] } == Array(repeating: "NodeStatusNeverUpdated", count: 4))
  }

  @Test(
    arguments: [
      (["unschedulable": true], "True", ["node.kubernetes.io/unschedulable"]),
      ([:], "Unknown", ["node.kubernetes.io/unreachable"]),
      ([:], "False", ["node.kubernetes.io/not-ready"]), ([:], "True", []),
      (
        [
          "taints": [
            ["key": "mine", "effect": "NoSchedule"],
            ["key": "node.kubernetes.io/unreachable", "effect": "NoSchedule"],
          ]
        ], "True", ["mine"]
      ),
    ] as [(Tree, String, [String])])
  func taintsFollowTheCondition(_ spec: Tree, _ ready: String, _ keys: [String]) throws {
    let node: Node = try node(ready: .string(ready), spec: spec.value).decoded()
    let taints = NodeTaints.withNoSchedule(node, at: .start)
    #expect(taints.map(\.key) == keys)
    #expect(taints.allSatisfy { $0.effect == .noSchedule })
  }

  @Test func noExecuteFollowsTheRestOfTheInstant() throws {
    let store = try Things.store([(.nodes, node()), (.nodes, node("node-2"))])
    var controller = controller(store)
    let after = try Things.store([
      (.nodes, node(ready: "Unknown")), (.nodes, node("node-2")),
    ])
    _ = controller.handle(.nodeChanged("node-1"), Things.view(after, at: 50))
    let effects = controller.handle(.taintNoExecute, Things.view(after, at: 50))
    #expect(effects.requests == ["patch node-1"])
    let key = try #require(after.node("node-1")).key
    let taint = Taint(
      key: Taint.unreachableKey, effect: .noExecute,
      timeAdded: SimulatedTime(milliseconds: 50_000))
    #expect(
      effects == [
        .request(.patch(key, .merge(["spec": ["taints": [APIValue(encoding: taint)]]])))
      ])
  }

  @Test func nobodyIsEvictedWhenEverythingIsDown() throws {
    var controller = controller(try Things.store([(.nodes, node())]))
    let down = try Things.store([(.nodes, node(ready: "Unknown"))])
    _ = controller.handle(.nodeChanged("node-1"), Things.view(down, at: 50))
    #expect(controller.handle(.taintNoExecute, Things.view(down, at: 50)).isEmpty)
  }

  @Test(arguments: [
    (3, 0, ZoneStates.State.normal), (1, 2, .normal), (1, 3, .partialDisruption),
    (0, 1, .fullDisruption), (5, 3, .normal),
  ])
  func zones(_ ready: Int, _ notReady: Int, _ state: ZoneStates.State) {
    #expect(ZoneStates.Count(ready: ready, notReady: notReady).state == state)
  }

  @Test func jitterLooksEveryFiveSeconds() throws {
    var settings = ClusterSettings()
    settings.jitter = true
    let store = try Things.store([
      (.nodes, node()), (.leases, lease("node-1", renewed: "2026-01-01T00:00:03.000000Z")),
    ])
    var controller = NodeLifecycleController()
    let effects = controller.handle(
      .nodeChanged("node-1"), Things.view(store, at: 3, settings: settings))
    #expect(effects.seconds == [5, 55])
  }

  @Test func aRemovedNodeIsForgotten() throws {
    var controller = controller(try Things.store([(.nodes, node())]))
    let effects = controller.handle(.nodeChanged("node-1"), Things.view(ObjectStore(), at: 5))
    #expect(
      effects.events == ["RemovingNode: Node node-1 event: Removing Node node-1 from Controller"])
    #expect(controller.handle(.check("node-1"), Things.view(ObjectStore(), at: 50)).isEmpty)
  }
}

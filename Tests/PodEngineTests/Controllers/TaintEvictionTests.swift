import Testing

@testable import PodEngine

struct TaintEvictionTests {
  static let taint: APIValue = ["key": "a", "value": "1", "effect": "NoExecute"]
  static let other: APIValue = ["key": "b", "value": "1", "effect": "NoExecute"]

  static func toleration(_ key: APIValue = "a", seconds: Int? = nil) -> APIValue {
    var toleration: APIValue = ["key": key, "value": "1", "effect": "NoExecute"]
    toleration["tolerationSeconds"] = seconds.map { .integer($0) }
    return toleration
  }

  private let key = ObjectKey(.pods, namespace: "default", name: "web")

  private func store(_ taints: [APIValue], _ tolerations: [APIValue]) throws -> ObjectStore {
    try Things.store([
      (.nodes, Things.nodeTree(spec: ["taints": .array(taints)])),
      (
        .pods,
        Things.podTree(spec: ["nodeName": "node-1", "tolerations": .array(tolerations)])
      ),
    ])
  }

  @Test(
    arguments: [
      ([], [], TaintWait.forever), ([taint], [], TaintWait.none),
      ([taint], [toleration()], .forever),
      ([taint], [toleration(seconds: 100)], .duration(.seconds(100))),
      ([taint], [toleration(seconds: 0)], .none), ([taint], [toleration(seconds: -1)], .none),
      ([taint], [toleration("b")], .none), ([taint, other], [toleration()], .none),
      (
        [taint, other], [toleration(seconds: 1), toleration("b", seconds: 100)],
        .duration(.seconds(1))
      ),
      ([taint, other], [toleration(), toleration("b", seconds: 60)], .duration(.seconds(60))),
    ] as [(Tree, Tree, TaintWait)])
  func waits(_ taints: Tree, _ tolerations: Tree, _ wait: TaintWait) throws {
    let store = try store(taints.value.arrayValue ?? [], tolerations.value.arrayValue ?? [])
    let node = try #require(store.node("node-1"))
    let pod = try #require(store.pod(key))
    #expect(TaintWait(taints: node.spec.taints, tolerations: pod.spec.tolerations) == wait)
  }

  @Test func evictsAtOnce() throws {
    let store = try store([Self.taint], [])
    var controller = TaintEvictionController()
    let effects = controller.handle(.podChanged(key), Things.view(store))
    #expect(effects.requests == ["status web", "delete web"])
    #expect(effects.events == ["TaintManagerEviction: Marking for deletion Pod default/web"])
    let condition = effects.status(of: "web")?["conditions"]?.arrayValue?.first
    #expect(condition?["type"] == "DisruptionTarget")
    #expect(condition?["reason"] == "DeletionByTaintManager")
    #expect(condition?["message"] == "Taint manager: deleting due to NoExecute taint")
  }

  @Test func evictsWhenTheTimeIsOver() throws {
    let store = try store([Self.taint], [Self.toleration(seconds: 300)])
    var controller = TaintEvictionController()
    let planned = controller.handle(.nodeChanged("node-1"), Things.view(store, at: 50))
    #expect(planned.requests.isEmpty)
    #expect(planned.seconds == [350])
    let effects = controller.handle(.evict(key), Things.view(store, at: 350))
    #expect(effects.requests == ["status web", "delete web"])
    // When the node comes back, nothing is left to cancel.
    let back = try self.store([], [])
    #expect(controller.handle(.nodeChanged("node-1"), Things.view(back, at: 400)).isEmpty)
  }

  @Test func aTaintThatGoesCancels() throws {
    let tainted = try store([Self.taint], [Self.toleration(seconds: 300)])
    let clean = try store([], [Self.toleration(seconds: 300)])
    var controller = TaintEvictionController()
    _ = controller.handle(.nodeChanged("node-1"), Things.view(tainted, at: 50))
    let effects = controller.handle(.nodeChanged("node-1"), Things.view(clean, at: 60))
    #expect(effects.events == ["TaintManagerEviction: Cancelling deletion of Pod default/web"])
    #expect(controller.handle(.evict(key), Things.view(clean, at: 350)).isEmpty)
  }

  @Test func aNewPlanIsNotDueWithTheOldOne() throws {
    let tainted = try store([Self.taint], [Self.toleration(seconds: 300)])
    let clean = try store([], [Self.toleration(seconds: 300)])
    var controller = TaintEvictionController()
    _ = controller.handle(.nodeChanged("node-1"), Things.view(tainted, at: 50))
    _ = controller.handle(.nodeChanged("node-1"), Things.view(clean, at: 60))
    _ = controller.handle(.nodeChanged("node-1"), Things.view(tainted, at: 70))
    #expect(controller.handle(.evict(key), Things.view(tainted, at: 350)).isEmpty)
    #expect(
      controller.handle(.evict(key), Things.view(tainted, at: 370)).requests
        == ["status web", "delete web"])
  }

  @Test func aLongerTolerationDoesNotPostpone() throws {
    let short = try store([Self.taint], [Self.toleration(seconds: 1)])
    let long = try store([Self.taint], [Self.toleration(seconds: 100)])
    var controller = TaintEvictionController()
    _ = controller.handle(.podChanged(key), Things.view(short))
    _ = controller.handle(.podChanged(key), Things.view(long))
    #expect(controller.handle(.evict(key), Things.view(long, at: 1)).requests.count == 2)
  }
}

import Testing

@testable import PodEngine

/// The whole scheduler against a store.
struct SchedulerTests {
  private func run(
    _ scheduler: inout Scheduler, _ events: [Scheduler.Event], _ store: ObjectStore
  ) -> [Effect] {
    var all: [Effect] = []
    var pending = events
    while !pending.isEmpty, all.count < 100 {
      let effects = scheduler.handle(pending.removeFirst(), Things.view(store))
      all += effects
      for case .schedule(.scheduler(let next), _) in effects where !pending.contains(next) {
        pending.append(next)
      }
    }
    return all
  }

  private func key(_ name: String) -> ObjectKey {
    ObjectKey(.pods, namespace: "default", name: name)
  }

  @Test func bindsAndSaysSo() throws {
    let store = try Things.store([(.nodes, Things.nodeTree()), (.pods, Things.podTree())])
    var scheduler = Scheduler(seed: 1)
    let effects = run(&scheduler, [.nodeChanged("node-1"), .podChanged(key("web"))], store)
    #expect(effects.requests == ["bind web node-1"])
    let record = EventRecord(
      try Things.pod().reference(), .normal, "Scheduled",
      "Successfully assigned default/web to node-1", action: "Binding")
    let refusal = SchedulingFailure.bindingRefused.event(about: try Things.pod().reference())
    let followUp = FollowUp.report(granted: record, refused: refusal)
    #expect(effects.contains(.request(.bind(key("web"), node: "node-1"), followUp)))
  }

  @Test func saysWhyNot() throws {
    let store = try Things.store([
      (.nodes, Things.nodeTree(spec: ["unschedulable": true])), (.pods, Things.podTree()),
    ])
    var scheduler = Scheduler(seed: 1)
    let effects = run(&scheduler, [.nodeChanged("node-1"), .podChanged(key("web"))], store)
    let text =
      "0/1 nodes are available: 1 node(s) were unschedulable. preemption: "
      + "0/1 nodes are available: 1 Preemption is not helpful for scheduling."
    #expect(effects.events == ["FailedScheduling: \(text)"])
    let condition = effects.status(of: "web")?["conditions"]?.arrayValue?.first
    #expect(condition?["reason"] == "Unschedulable")
    #expect(condition?["message"] == .string(text))
  }

  @Test func withoutNodes() throws {
    let store = try Things.store([(.pods, Things.podTree())])
    var scheduler = Scheduler(seed: 1)
    let effects = run(&scheduler, [.podChanged(key("web"))], store)
    #expect(effects.events == ["FailedScheduling: no nodes available to schedule pods"])
  }

  @Test(
    arguments: [
      ["nodeName": "node-1"], ["schedulingGates": [["name": "wait"]]], ["schedulerName": "mine"],
    ] as [Tree])
  func isNotItsTurn(_ spec: Tree) throws {
    let store = try Things.store([
      (.nodes, Things.nodeTree()), (.pods, Things.podTree(spec: spec.value)),
    ])
    var scheduler = Scheduler(seed: 1)
    #expect(run(&scheduler, [.nodeChanged("node-1"), .podChanged(key("web"))], store).isEmpty)
  }

  @Test func takesTheMoreImportantFirst() throws {
    let store = try Things.store([
      (.nodes, Things.nodeTree(allocatable: ["cpu": "2", "memory": "4Gi", "pods": "110"])),
      (.pods, Things.podTree("a")), (.pods, Things.podTree("b", spec: ["priority": 5])),
    ])
    var scheduler = Scheduler(seed: 1)
    let effects = run(
      &scheduler, [.nodeChanged("node-1"), .podChanged(key("a")), .podChanged(key("b"))], store)
    #expect(effects.requests == ["bind b node-1", "bind a node-1"])
  }

  @Test func triesAgainWhenTheNodeChanges() throws {
    let pod = Things.podTree(spec: ["nodeSelector": ["disk": "ssd"]])
    var scheduler = Scheduler(seed: 1)
    let before = try Things.store([(.nodes, Things.nodeTree()), (.pods, pod)])
    let first = run(&scheduler, [.nodeChanged("node-1"), .podChanged(key("web"))], before)
    #expect(first.events.count == 1)
    // A change that does not help is no reason to try.
    #expect(run(&scheduler, [.nodeChanged("node-1")], before).isEmpty)
    let after = try Things.store([
      (.nodes, Things.nodeTree(labels: ["disk": "ssd"])), (.pods, pod),
    ])
    #expect(run(&scheduler, [.nodeChanged("node-1")], after).requests == ["bind web node-1"])
  }

  @Test(arguments: [(0, 1), (1, 1), (2, 2), (4, 8), (5, 10), (1_000, 10)])
  func restsBetweenAttempts(_ attempts: Int, _ seconds: Int) {
    #expect(SchedulingQueue.backOff(afterAttempts: attempts) == .seconds(seconds))
  }

  /// With jitter a change that helps at once is used when the back-off is over.
  @Test func restsWithJitter() throws {
    let pod = Things.podTree(spec: ["nodeSelector": ["disk": "ssd"]])
    var settings = ClusterSettings()
    settings.jitter = true
    let before = try Things.store([(.nodes, Things.nodeTree()), (.pods, pod)])
    let after = try Things.store([
      (.nodes, Things.nodeTree(labels: ["disk": "ssd"])), (.pods, pod),
    ])
    var scheduler = Scheduler(seed: 1)
    let view = Things.view(before, settings: settings)
    for event in [Scheduler.Event.nodeChanged("node-1"), .podChanged(key("web")), .scheduleNext] {
      _ = scheduler.handle(event, view)
    }
    let changed = Things.view(after, settings: settings)
    #expect(scheduler.handle(.nodeChanged("node-1"), changed).seconds == [1])
    #expect(scheduler.handle(.scheduleNext, changed).requests == [])
    let later = Things.view(after, at: 1, settings: settings)
    #expect(scheduler.handle(.scheduleNext, later).requests == ["bind web node-1"])
  }

  @Test func triesAgainWhenAPodLeaves() throws {
    let node = Things.nodeTree(allocatable: ["cpu": "2", "memory": "4Gi", "pods": "1"])
    let old = Things.podTree("old", spec: ["nodeName": "node-1"])
    var scheduler = Scheduler(seed: 1)
    let full = try Things.store([(.nodes, node), (.pods, old), (.pods, Things.podTree())])
    let first = run(
      &scheduler, [.nodeChanged("node-1"), .podChanged(key("old")), .podChanged(key("web"))], full)
    #expect(first.events.first?.contains("1 Too many pods") == true)
    let free = try Things.store([(.nodes, node), (.pods, Things.podTree())])
    #expect(run(&scheduler, [.podChanged(key("old"))], free).requests == ["bind web node-1"])
  }

  @Test func sameSeedSameChoice() throws {
    var objects: [(Resource, APIValue)] = [(.pods, Things.podTree())]
    for number in 1...20 { objects.append((.nodes, Things.nodeTree("node-\(number)"))) }
    let store = try Things.store(objects)
    func choice(_ seed: UInt64) -> [String] {
      var scheduler = Scheduler(seed: seed)
      let nodes = (1...20).map { Scheduler.Event.nodeChanged("node-\($0)") }
      return run(&scheduler, nodes + [.podChanged(key("web"))], store).requests
    }
    #expect(choice(1) == choice(1))
    #expect(Set((1...8).map { choice($0) }).count > 1)
  }

  @Test func makesRoomForTheImportant() throws {
    let spec: APIValue = ["containers": [Things.container("app", ["cpu": "2"])]]
    var low = spec
    low["nodeName"] = "node-1"
    var high = spec
    high["priority"] = 100
    let store = try Things.store([
      (.nodes, Things.nodeTree()), (.pods, Things.podTree("low", spec: low)),
      (.pods, Things.podTree("high", spec: high)),
    ])
    var scheduler = Scheduler(seed: 1)
    let effects = run(
      &scheduler, [.nodeChanged("node-1"), .podChanged(key("low")), .podChanged(key("high"))],
      store)
    #expect(effects.requests == ["status low", "delete low", "status high"])
    #expect(
      effects.events == [
        "Preempted: Preempted by pod uid-high on node node-1",
        "FailedScheduling: 0/1 nodes are available: 1 Insufficient cpu.",
      ])
    #expect(effects.status(of: "high")?["nominatedNodeName"] == "node-1")
    let condition = effects.status(of: "low")?["conditions"]?.arrayValue?.first
    #expect(condition?["reason"] == "PreemptionByScheduler")
  }
}

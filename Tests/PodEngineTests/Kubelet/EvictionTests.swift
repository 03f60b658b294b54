import PodEngine
import Testing

/// How a kubelet saves a node that runs short.
struct EvictionTests {
  private static func usage(
    _ name: String, used: Int, requested: String, priority: Int = 0
  ) throws -> PodUsage {
    let pod: Pod = try
      ([
        "metadata": ["name": .string(name)],
        "spec": [
          "priority": .integer(priority),
          "containers": [
            ["name": "app", "resources": ["requests": ["memory": .string(requested)]]]
          ],
        ],
      ] as APIValue).decoded()
    return PodUsage(pod, containers: [ContainerUsage("app", memoryBytes: used << 20)])
  }

  @Test func thoseAboveTheirRequestsGoFirst() throws {
    let pods = try [
      Self.usage("within", used: 50, requested: "100Mi"),
      Self.usage("above", used: 20, requested: "10Mi"),
      Self.usage("farAbove", used: 90, requested: "10Mi"),
      Self.usage("important", used: 500, requested: "10Mi", priority: 10),
      Self.usage("equal", used: 20, requested: "10Mi"),
    ]
    let ranked = EvictionRanking.ranked(pods, for: .memoryAvailable)
    #expect(
      ranked.map(\.pod.metadata.name) == ["farAbove", "above", "equal", "important", "within"])
    let byPriority = EvictionRanking.ranked(pods, for: .pidAvailable)
    #expect(byPriority.last?.pod.metadata.name == "important")
  }

  @Test(arguments: [
    (EvictionThreshold.amount(100 << 20), 4 << 30, 104_857_600),
    (.percentage(10), 20 << 30, 2_147_483_680), (.percentage(15), 20 << 30, 3_221_225_600),
  ])
  func percentagesAreFloats(_ threshold: EvictionThreshold, _ capacity: Int, _ quantity: Int) {
    #expect(threshold.quantity(of: capacity) == quantity)
  }

  private static func requests(_ memory: String) -> APIValue {
    ["resources": ["requests": ["memory": .string(memory)]]]
  }

  private func laboratory() throws -> Laboratory {
    var laboratory = try Laboratory()
    try laboratory.run("good", "sleep 10000", container: Self.requests("100Mi"))
    try laboratory.run("careless", "sleep 10000")
    try laboratory.run(
      "critical", "sleep 10000", spec: ["priorityClassName": "system-node-critical"])
    try laboratory.cluster.advance(by: .seconds(12))
    return laboratory
  }

  @Test func evictsOneAtAPass() throws {
    var laboratory = try laboratory()
    try laboratory.cluster.inject(.pressure(node: "node-1", .memory, true))
    try laboratory.cluster.advance(by: .minutes(1))
    // The passes are at 20 s and, when the first Pod is cleaned up, a second later.
    #expect(laboratory.eventTimes("Evicted") == [20_000, 23_000])
    let careless = try #require(laboratory.pod("careless"))
    #expect(careless.status.phase == .failed)
    #expect(careless.status.reason == "Evicted")
    #expect(
      careless.status.message.hasPrefix(
        "The node was low on resource: memory. Threshold quantity: 100Mi, available: 50Mi. "
          + "Container app was using "))
    #expect(careless.status.message.hasSuffix("has larger consumption of memory. "))
    let condition = try #require(careless.status.condition("DisruptionTarget"))
    #expect(condition.reason == "TerminationByKubelet")
    // The condition comes with the phase, never before it.
    let early = laboratory.times(of: "careless") {
      $0.status.condition("DisruptionTarget") != nil && $0.status.phase == .running
    }
    #expect(early.isEmpty)
    #expect(laboratory.pod("good")?.status.phase == .failed)
    #expect(laboratory.pod("critical")?.status.phase == .running)
    #expect(laboratory.messages("EvictionThresholdMet") == ["Attempting to reclaim memory"])
  }

  @Test func theConditionStaysForFiveMinutes() throws {
    var laboratory = try laboratory()
    try laboratory.cluster.inject(.pressure(node: "node-1", .pid, true))
    try laboratory.cluster.advance(by: .seconds(28))
    try laboratory.cluster.inject(.pressure(node: "node-1", .pid, false))
    try laboratory.cluster.advance(by: .minutes(10))
    let times = laboratory.cluster.watchLog.elements(from: 0).filter { change in
      change.key.resource == .nodes && change.change == .modified
    }.compactMap { change -> (Int, String)? in
      let node: Node? = try? change.object.decoded()
      return node?.status.condition("PIDPressure").map {
        (change.time.milliseconds, $0.status.rawValue)
      }
    }
    let began = try #require(times.first { $0.1 == "True" }?.0)
    let ended = try #require(times.first { $0.0 > began && $0.1 == "False" }?.0)
    #expect(began == 20_000)
    #expect(ended >= began + 300_000 && ended <= 40_000 + 310_000)
    #expect(laboratory.cluster.objects.node("node-1")?.spec.taints.isEmpty == true)
  }

  @Test func realUseEndsTheOneThatUses() throws {
    var laboratory = try laboratory()
    let target = ContainerTarget(pod: laboratory.key("careless"))
    try laboratory.cluster.inject(.useMemory(target, bytes: 4040 << 20))
    try laboratory.cluster.advance(by: .minutes(1))
    #expect(laboratory.pod("careless")?.status.reason == "Evicted")
    #expect(laboratory.pod("good")?.status.phase == .running)
    #expect(
      laboratory.cluster.objects.node("node-1")?.status.condition("MemoryPressure")?.status == .true
    )
  }

  @Test func underMemoryPressureOnlyThoseThatAskedMayCome() throws {
    var laboratory = try laboratory()
    try laboratory.cluster.inject(.pressure(node: "node-1", .memory, true))
    try laboratory.cluster.advance(by: .seconds(10))
    try laboratory.cluster.inject(.pressure(node: "node-1", .memory, false))
    try laboratory.run("late", "sleep 10000", spec: ["nodeName": "node-1"])
    try laboratory.run(
      "modest", "sleep 10000", container: Self.requests("1Mi"), spec: ["nodeName": "node-1"])
    try laboratory.cluster.advance(by: .seconds(1))
    #expect(
      laboratory.pod("late")?.status.message
        == "Pod was rejected: The node had condition: [MemoryPressure]. ")
    #expect(laboratory.pod("modest")?.status.phase == .running)
  }

  @Test func diskPressureFirstCostsUnusedImages() throws {
    var laboratory = try laboratory()
    try laboratory.cluster.inject(.pressure(node: "node-1", .disk, true))
    try laboratory.cluster.advance(by: .seconds(11))
    let images = laboratory.cluster.kubelets["node-1"]?.runtime.images.entries ?? []
    #expect(images.count == 1)
    #expect(laboratory.pod("careless")?.status.reason == "Evicted")
    #expect(
      laboratory.pod("careless")?.status.message.hasPrefix(
        "The node was low on resource: ephemeral-storage. Threshold quantity: 2147483680, ") == true
    )
  }

  @Test func aPodThatOutgrowsItsLimitGoesWithoutDisruption() throws {
    var laboratory = try Laboratory()
    try laboratory.run(
      "web", "sleep 10000", container: ["resources": ["limits": ["ephemeral-storage": "1Mi"]]])
    try laboratory.cluster.advance(by: .seconds(3))
    try laboratory.cluster.inject(
      .fill(ContainerTarget(pod: laboratory.key("web")), bytes: 2 << 20))
    try laboratory.cluster.advance(by: .seconds(20))
    let status = try #require(laboratory.pod()?.status)
    #expect(
      status.message
        == "Pod ephemeral local storage usage exceeds the total limit of containers 1Mi. ")
    #expect(status.condition("DisruptionTarget") == nil)
    #expect(laboratory.eventTimes("Evicted") == [10_000])
  }
}

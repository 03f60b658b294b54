import PodEngine
import Testing

/// The numbers that a learner can compute, to the millisecond.
@Suite struct ClockContractTests {
  @Test func aContainerThatDiesAtOnceRestartsWithDoublingPauses() throws {
    var lab = try Laboratory()
    try lab.run("web", "exit 1")
    try lab.cluster.advance(by: .minutes(21))
    #expect(
      lab.restartTimes() == [
        0, 0, 10_000, 30_000, 70_000, 150_000, 310_000, 610_000, 910_000, 1_210_000,
      ])
  }

  @Test func tenMinutesOfRunningForgiveThePast() throws {
    var lab = try Laboratory()
    try lab.run(
      "web", "if [ -f /d/x ]; then sleep 700; exit 1; fi; touch /d/x; exit 1",
      container: ["volumeMounts": [["name": "d", "mountPath": "/d"]]],
      spec: ["volumes": [["name": "d", "emptyDir": .emptyObject]]])
    try lab.cluster.advance(by: .seconds(1500))
    // Every run of 700 s is longer than the ten minutes that forgive the past: each restart is free
    // again.
    #expect(lab.restartTimes() == [0, 0, 700_000, 1_400_000])
  }

  @Test func pullsAreTriedWithDoublingPauses() throws {
    var lab = try Laboratory()
    try lab.run("web", "", container: ["image": "ghost:1"])
    try lab.cluster.advance(by: .minutes(16))
    let attempts = [0, 10_000, 30_000, 70_000, 150_000, 310_000, 610_000, 910_000]
    #expect(lab.eventTimes("Pulling") == attempts)
    // Being refused by the registry takes no time.
    let refusals = lab.times {
      $0.status.containerStatuses.first?.state.waiting?.reason == "ErrImagePull"
    }
    #expect(refusals == attempts)
  }

  @Test func aPullTakesItsBytesByFiftyMegabytesASecond() throws {
    var lab = try Laboratory()
    let reference = try #require(ImageReference("nginx"))
    let manifest = try #require(lab.cluster.registry.manifest(for: reference))
    try lab.run("web", "", container: ["image": "nginx", "command": .null])
    try lab.cluster.advance(by: .minutes(1))
    #expect(lab.eventTimes("Pulled") == [(manifest.sizeBytes + 25_000) / 50_000])
  }

  @Test func aDeadLivenessProbeKillsAtTheThirdTick() throws {
    var lab = try Laboratory()
    try lab.run(
      "web", "trap 'exit 0' TERM; while true; do sleep 1; done",
      container: ["livenessProbe": ["exec": ["command": ["false"]]]])
    try lab.cluster.advance(by: .seconds(35))
    #expect(lab.eventTimes("Unhealthy") == [10_000, 20_000, 30_000])
    #expect(lab.eventTimes("Killing") == [30_000])
  }

  @Test func ticksBeforeTheInitialDelayDoNothing() throws {
    var lab = try Laboratory()
    try lab.run(
      "web", "sleep 1000",
      container: [
        "livenessProbe": [
          "exec": ["command": ["false"]], "initialDelaySeconds": 5, "periodSeconds": 3,
          "failureThreshold": 2,
        ]
      ])
    try lab.cluster.advance(by: .seconds(10))
    #expect(lab.eventTimes("Unhealthy") == [6000, 9000])
    #expect(lab.eventTimes("Killing") == [9000])
  }

  @Test func readinessIsAskedAtOnce() throws {
    var lab = try Laboratory()
    try lab.run(
      "web", "sleep 1000", container: ["readinessProbe": ["exec": ["command": ["true"]]]])
    try lab.cluster.advance(by: .zero)
    #expect(lab.pod()?.status.condition("Ready")?.status == .true)
  }

  struct Termination: Sendable {
    let grace: Int
    let preStop: Int
    /// What the process does on TERM.
    let script: String
    /// When the object is gone, in seconds after the deletion.
    let gone: Int
    let exitCode: Int
  }

  static let deaf = "trap '' TERM; while true; do sleep 1; done"
  static let prompt = "trap 'exit 0' TERM; sleep 1000 & wait"
  static let slow = "trap 'sleep 10; exit 0' TERM; sleep 1000 & wait"

  @Test(arguments: [
    Termination(grace: 30, preStop: 0, script: deaf, gone: 30, exitCode: 137),
    Termination(grace: 30, preStop: 25, script: slow, gone: 30, exitCode: 137),
    Termination(grace: 30, preStop: 40, script: slow, gone: 32, exitCode: 137),
    Termination(grace: 60, preStop: 55, script: slow, gone: 60, exitCode: 137),
    Termination(grace: 30, preStop: 5, script: prompt, gone: 5, exitCode: 0),
    Termination(grace: 5, preStop: 0, script: deaf, gone: 5, exitCode: 137),
    Termination(grace: 1, preStop: 0, script: deaf, gone: 2, exitCode: 137),
  ])
  func termIsSentAfterTheHookAndKillWhenTheGraceIsOver(_ row: Termination) throws {
    var lab = try Laboratory()
    let hook: APIValue =
      row.preStop > 0 ? ["preStop": ["sleep": ["seconds": .integer(row.preStop)]]] : .emptyObject
    // The sleep hook may not be longer than the grace period; a command may.
    let long: APIValue = [
      "preStop": ["exec": ["command": ["sleep", .string(String(row.preStop))]]]
    ]
    try lab.run(
      "web", row.script, container: ["lifecycle": row.preStop > row.grace ? long : hook],
      spec: ["terminationGracePeriodSeconds": .integer(row.grace)])
    try lab.cluster.advance(by: .seconds(100))
    try lab.delete()
    try lab.cluster.advance(by: .seconds(100))
    #expect(lab.goneAt() == (100 + row.gone) * 1000)
    let last = lab.cluster.watchLog.elements(from: 0).last { $0.key == lab.key("web") }
    let pod: Pod = try #require(last).object.decoded()
    #expect(pod.status.containerStatuses.first?.state.terminated?.exitCode == row.exitCode)
  }

  @Test func aDeadNodeIsNoticedAfterFiftySecondsAndEmptiedAfterThreeHundredMore() throws {
    var lab = try Laboratory(nodes: 2)
    try lab.run("web", Self.prompt, spec: ["nodeName": "node-1"])
    try lab.cluster.advance(by: .seconds(100))
    try lab.cluster.inject(.killNode("node-1"))
    try lab.cluster.advance(by: .seconds(600))
    let notReady = lab.times {
      $0.status.condition("Ready")?.status == .false && $0.status.phase == .running
    }
    #expect(notReady.first == 150_000)
    let leaving = lab.times { $0.isTerminating }
    #expect(leaving.first == 450_000)
    #expect(lab.pod()?.isTerminating == true, "nobody is there to confirm the end")
    let node = try #require(lab.cluster.objects.node("node-1"))
    #expect(node.status.condition("Ready")?.status == .unknown)
    #expect(node.spec.taints.map(\.key) == [Taint.unreachableKey, Taint.unreachableKey])
    try lab.cluster.inject(.startNode("node-1"))
    try lab.cluster.advance(by: .seconds(40))
    #expect(lab.pod() == nil)
    #expect(lab.cluster.objects.node("node-1")?.isReady == true)
  }

  /// Asking the registry takes no time either: an image that is there starts at once.
  @Test func askingTheRegistryTakesNoTime() throws {
    var lab = try Laboratory()
    try lab.run("web", "sleep 1000", container: ["imagePullPolicy": "Always"])
    try lab.cluster.advance(by: .zero)
    #expect(lab.pod()?.status.phase == .running)
  }

  @Test(arguments: ["livenessProbe", "startupProbe"])
  func theGridSurvivesRestarts(probe: String) throws {
    var lab = try Laboratory()
    try lab.cluster.advance(by: .milliseconds(700))
    try lab.run(
      "web", "trap 'sleep 3; exit 0' TERM; sleep 1000 & wait",
      container: [probe: ["exec": ["command": ["false"]]]])
    try lab.cluster.advance(by: .seconds(62))
    #expect(lab.eventTimes("Killing") == [30_700, 60_700])
    #expect(lab.eventTimes("Unhealthy") == (1...6).map { $0 * 10_000 + 700 })
  }

  @Test(arguments: [(5, 6000), (6, 6000), (7, 9000)])
  func aTickAtTheInitialDelayCounts(_ delay: Int, _ first: Int) throws {
    var lab = try Laboratory()
    try lab.run(
      "web", "sleep 1000",
      container: [
        "livenessProbe": [
          "exec": ["command": ["false"]], "initialDelaySeconds": .integer(delay),
          "periodSeconds": 3, "failureThreshold": 1,
        ]
      ])
    try lab.cluster.advance(by: .seconds(10))
    #expect(lab.eventTimes("Unhealthy").first == first)
  }

  @Test func everyInstanceIsAskedForReadinessAtOnceAndThenOnTheGrid() throws {
    var lab = try Laboratory()
    try lab.run(
      "web", "sleep 15; exit 1",
      container: ["readinessProbe": ["exec": ["command": ["sh", "-c", "echo >> /ready"]]]])
    try lab.cluster.advance(by: .seconds(20))
    let ready = lab.times { $0.status.condition("Ready")?.status == .true }
    #expect(ready.first == 0)
    #expect(ready.contains(15_000), "the second instance, without waiting for the tick at 20 s")
  }

  struct Ending: Sendable {
    let grace: Int
    let preStop: Int

    var termAt: Int { min(preStop, grace) }
    var killAt: Int { termAt + max(grace - preStop, 2) }
  }

  static let endings = [
    (30, 0), (30, 5), (30, 25), (30, 28), (30, 29), (30, 30), (30, 40), (60, 55), (5, 0), (2, 1),
    (1, 0), (3, 3),
  ].map { Ending(grace: $0, preStop: $1) }

  @Test(arguments: endings)
  func termAndKillComeToTheMillisecond(_ row: Ending) throws {
    for (script, exitCode, at) in [
      (Self.deaf, 137, row.killAt), ("trap 'exit 7' TERM; sleep 1000 & wait", 7, row.termAt),
    ] {
      var lab = try Laboratory()
      let hook: APIValue = [
        "preStop": ["exec": ["command": ["sleep", .string(String(row.preStop))]]]
      ]
      try lab.run(
        "web", script,
        container: row.preStop > 0 ? ["lifecycle": hook] : .emptyObject,
        spec: ["terminationGracePeriodSeconds": .integer(row.grace)])
      try lab.cluster.advance(by: .milliseconds(10_250))
      try lab.delete()
      try lab.cluster.advance(by: .seconds(100))
      #expect(lab.goneAt() == 10_250 + at * 1000)
      let last = lab.cluster.watchLog.elements(from: 0).last { $0.key == lab.key("web") }
      let pod: Pod = try #require(last).object.decoded()
      #expect(pod.status.containerStatuses.first?.state.terminated?.exitCode == exitCode)
    }
  }

  @Test func whatStartsAndEndsInOneInstantIsNeverSeenRunning() throws {
    var lab = try Laboratory()
    try lab.run("web", "exit 1")
    try lab.cluster.advance(by: .seconds(5))
    let seenRunning = lab.times { $0.status.containerStatuses.first?.state.running != nil }
    #expect(seenRunning.isEmpty)
    // Each published status is a record of its own: creating, ended, ended again, waiting.
    #expect(lab.times { !$0.status.containerStatuses.isEmpty } == [0, 0, 0, 0])
  }

  @Test func nothingIsPublishedInsideASync() throws {
    var lab = try Laboratory()
    try lab.run(
      "web", "sleep 1000",
      container: ["lifecycle": ["postStart": ["exec": ["command": ["sleep", "8"]]]]])
    try lab.cluster.advance(by: .seconds(20))
    #expect(lab.times { !$0.status.containerStatuses.isEmpty } == [0, 8000])
  }

  @Test func theOrderWithinAnInstant() {
    let pod = ObjectKey(.pods, namespace: "default", name: "web")
    let events: [ClusterEvent] = [
      .processes(node: "n"), .kubelet(node: "n", .containerExited(podUID: "u", containerID: "c")),
      .kubelet(node: "n", .sync(uid: "u")), .scheduler(.scheduleNext),
      .podGarbageCollector(.podChanged(pod)),
    ]
    var queue = EventQueue()
    for event in events.reversed() { queue.add(event, at: .start, cause: nil) }
    var order: [ClusterEvent] = []
    while let next = queue.popFirst(through: .start) { order.append(next.event) }
    #expect(order == events)
  }

  @Test(arguments: [true, false])
  func theAbandonedPodStaysUntilSomebodyActs(byForce: Bool) throws {
    var lab = try Laboratory(nodes: 2)
    try lab.run("web", Self.prompt, spec: ["nodeName": "node-1"])
    try lab.cluster.inject(.killNode("node-1"))
    try lab.cluster.advance(by: .seconds(3600))
    #expect(lab.pod()?.isTerminating == true)
    if byForce {
      try lab.delete(graceSeconds: 0)
    } else {
      _ = try lab.cluster.request(
        .delete(ObjectKey(.nodes, namespace: "", name: "node-1"), DeleteOptions()))
    }
    try lab.cluster.advance(by: .seconds(60))
    #expect(lab.pod() == nil)
  }
}

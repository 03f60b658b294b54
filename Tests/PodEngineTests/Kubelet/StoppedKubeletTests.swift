import PodEngine
import Testing

/// A node whose kubelet does not run is not a node that is cut off: nobody looks after its
/// containers.
struct StoppedKubeletTests {
  private func laboratory(
    _ script: String, _ fault: Fault, isProbed: Bool = false
  ) throws -> Laboratory {
    var laboratory = try Laboratory()
    let probe: APIValue = ["livenessProbe": ["exec": ["command": ["false"]]]]
    try laboratory.run("web", script, container: isProbed ? probe : .emptyObject)
    try laboratory.cluster.advance(by: .seconds(5))
    try laboratory.cluster.inject(fault)
    try laboratory.cluster.advance(by: .seconds(300))
    return laboratory
  }

  private func processes(_ laboratory: Laboratory) -> Int {
    laboratory.cluster.kubelets["node-1"]?.processes.count ?? 0
  }

  @Test func nobodyProbesAndContainersRunOn() throws {
    var laboratory = try laboratory("exec sleep 10000", .stopKubelet("node-1"), isProbed: true)
    #expect(laboratory.eventTimes("Unhealthy").isEmpty)
    #expect(processes(laboratory) == 1)
    #expect(laboratory.pod()?.status.containerStatuses.first?.restartCount == 0)
    let node = laboratory.cluster.objects.node("node-1")
    #expect(node?.status.condition("Ready")?.status == .unknown)
    try laboratory.cluster.inject(.startKubelet("node-1"))
    try laboratory.cluster.advance(by: .seconds(1))
    #expect(laboratory.cluster.objects.node("node-1")?.isReady == true)
    #expect(laboratory.pod()?.status.condition("Ready")?.status == .true)
  }

  @Test func whatEndsIsStartedAgainByTheKubeletThatComesBack() throws {
    var laboratory = try laboratory("sleep 20; exit 1", .stopKubelet("node-1"))
    #expect(processes(laboratory) == 0)
    #expect(laboratory.pod()?.status.containerStatuses.first?.state.running != nil)
    try laboratory.cluster.inject(.startKubelet("node-1"))
    try laboratory.cluster.advance(by: .seconds(1))
    #expect(processes(laboratory) > 0)
    #expect(laboratory.pod()?.status.containerStatuses.first?.restartCount == 1)
    let last = laboratory.pod()?.status.containerStatuses.first?.lastState.terminated
    #expect(last?.finishedAt == SimulatedTime(milliseconds: 20_000))
  }

  /// What ends at 290 s runs again at 305 s only where somebody starts it.
  @Test(arguments: [(Fault.partitionNode("node-1"), true), (.stopKubelet("node-1"), false)])
  func onlyAPartitionLeavesTheKubeletAtWork(_ fault: Fault, _ runsAgain: Bool) throws {
    let laboratory = try laboratory("sleep 290; exit 1", fault)
    #expect((processes(laboratory) > 0) == runsAgain)
  }

  @Test(arguments: [
    ([Fault.startKubelet("node-1")], "has a running kubelet"),
    ([.stopKubelet("node-1"), .stopKubelet("node-1")], "has no running kubelet"),
    ([.killNode("node-1"), .stopKubelet("node-1")], "is off"),
    ([.killNode("node-1"), .startKubelet("node-1")], "is off"),
  ])
  func saysWhatIsWrong(_ faults: [Fault], _ beginning: String) throws {
    var laboratory = try Laboratory()
    for fault in faults.dropLast() { try laboratory.cluster.inject(fault) }
    let last = try #require(faults.last)
    let error = #expect(throws: FaultError.self) { try laboratory.cluster.inject(last) }
    guard case .nodeState("node-1", let detail)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(detail.hasPrefix(beginning))
  }

  @Test func aBootStartsTheKubelet() throws {
    var laboratory = try laboratory("sleep 10000", .stopKubelet("node-1"))
    try laboratory.cluster.inject(.rebootNode("node-1"))
    try laboratory.cluster.advance(by: .seconds(1))
    #expect(laboratory.cluster.objects.node("node-1")?.isReady == true)
  }
}

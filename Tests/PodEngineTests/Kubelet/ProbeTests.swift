import PodEngine
import Testing

/// What the kubelet makes of the outcomes of probes.
@Suite struct ProbeTests {
  /// pkg/kubelet/prober/worker.go throws an error of the prober away: it says nothing about the
  /// container, only the event tells of it.
  @Test func aProbeThatCannotBeRunNeitherKillsNorCounts() throws {
    var lab = try Laboratory()
    try lab.run(
      "web", "sleep 1000",
      container: ["livenessProbe": ["exec": ["command": ["/nope"]], "periodSeconds": 1]])
    try lab.cluster.advance(by: .seconds(10))
    #expect(lab.eventTimes("Killing").isEmpty)
    let messages = lab.messages("Unhealthy")
    #expect(!messages.isEmpty)
    let isErrored = messages.allSatisfy {
      $0.contains("Liveness probe errored and resulted in unknown state: ")
    }
    #expect(isErrored)
  }
}

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

  /// pkg/probe/grpc/grpc.go: an error of the call is shown as gRPC prints it.
  @Test func anUnknownServiceIsTheServersWord() throws {
    var lab = try Laboratory()
    let probe: APIValue = ["grpc": ["port": 5000, "service": "nope"], "periodSeconds": 1]
    try lab.run(
      "web", "",
      spec: [
        "containers": [
          [
            "name": "app", "image": "registry.k8s.io/e2e-test-images/agnhost:2.40",
            "args": ["grpc-health-checking"], "livenessProbe": probe,
          ]
        ]
      ])
    try lab.cluster.advance(by: .seconds(10))
    #expect(
      lab.messages("Unhealthy").first
        == "Liveness probe failed: error: health rpc probe failed: rpc error: code = NotFound "
        + "desc = unknown service")
  }

  /// `SetContainerReadiness` in status_manager.go: while a sync waits for the old containers to end,
  /// a probe changes what was told last, and tells nothing new of the others.
  @Test func anOutcomeInsideASyncChangesReadyAlone() throws {
    var lab = try Laboratory()
    let slow: APIValue = [
      "name": "slow", "image": "busybox:1.35",
      "command": ["sh", "-c", "trap '' TERM; while true; do sleep 1; done"],
      "readinessProbe": [
        "exec": ["command": ["true"]], "initialDelaySeconds": 10, "periodSeconds": 1,
      ],
    ]
    let quick: APIValue = [
      "name": "quick", "image": "busybox:1.35",
      "command": ["sh", "-c", "trap 'exit 0' TERM; while true; do sleep 1; done"],
    ]
    try lab.run("web", "", spec: ["containers": [quick, slow]])
    try lab.cluster.advance(by: .seconds(5))
    try lab.cluster.inject(.killSandbox(pod: lab.key("web")))
    try lab.cluster.advance(by: .seconds(20))
    let ready = lab.times { $0.status.containerStatuses.last?.ready == true }
    #expect(ready.first == 10_000)
    #expect(lab.times { $0.status.containerStatuses.first?.state.terminated != nil } == [])
    #expect(lab.pod()?.status.condition("Ready")?.status == .true)
  }
}

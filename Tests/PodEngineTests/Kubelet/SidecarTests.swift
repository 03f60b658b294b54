import PodEngine
import Testing

/// Init containers with `restartPolicy: Always`.
@Suite struct SidecarTests {
  private static let sidecar: APIValue = [
    [
      "name": "log", "image": "busybox:1.35", "restartPolicy": "Always",
      "command": ["sh", "-c", "trap 'exit 0' TERM; sleep 1000 & wait"],
    ]
  ]

  @Test func aPodIsNotCalledEndedWhileItsSidecarRuns() throws {
    var lab = try Laboratory()
    try lab.run(
      "web", "sleep 5", spec: ["restartPolicy": "Never", "initContainers": Self.sidecar])
    try lab.cluster.advance(by: .seconds(60))
    let ended = lab.times { $0.status.phase == .succeeded }
    #expect(ended.first == 5000)
    let early = lab.cluster.watchLog.elements(from: 0).contains { change in
      guard change.key == lab.key("web"), let pod: Pod = try? change.object.decoded() else {
        return false
      }
      return pod.status.phase.isTerminal
        && pod.status.initContainerStatuses.contains { $0.state.running != nil }
    }
    #expect(!early)
    #expect(lab.pod()?.status.phase == .succeeded)
  }

  @Test func mainContainersStartWhenTheSidecarHasStarted() throws {
    var lab = try Laboratory()
    try lab.run("web", "sleep 1000", spec: ["initContainers": Self.sidecar])
    try lab.cluster.advance(by: .zero)
    #expect(lab.pod()?.status.condition("Ready")?.status == .true)
    #expect(lab.pod()?.status.initContainerStatuses.first?.started == true)
  }

  @Test func sidecarsEndAfterTheMainContainers() throws {
    var lab = try Laboratory()
    try lab.run(
      "web", "trap 'sleep 3; exit 0' TERM; sleep 1000 & wait",
      spec: ["initContainers": Self.sidecar])
    try lab.cluster.advance(by: .seconds(10))
    try lab.delete()
    try lab.cluster.advance(by: .seconds(40))
    #expect(lab.goneAt() == 13_000)
  }
}

import PodEngine
import Testing

/// How Pods look when their node has said its last word about them.
@Suite struct FinalStatusTests {
  private func last(_ lab: Laboratory) throws -> Pod {
    let change = lab.cluster.watchLog.elements(from: 0).last { $0.key == lab.key("web") }
    return try #require(change).object.decoded()
  }

  /// `TerminatePod`: a container that never ran counts as failed, and so does the Pod.
  @Test func aPodThatIsDeletedWhileItWaitsFails() throws {
    var lab = try Laboratory()
    try lab.run("web", "", container: ["image": "ghost:1"])
    try lab.cluster.advance(by: .seconds(15))
    try lab.delete()
    try lab.cluster.advance(by: .seconds(1))
    let pod = try last(lab)
    #expect(pod.status.phase == .failed)
    let end = try #require(pod.status.containerStatuses.first?.state.terminated)
    #expect(end.exitCode == 137)
    #expect(end.reason == "ContainerStatusUnknown")
  }

  /// Nobody had given the main container a chance: the init container's failure says enough.
  @Test func aPodThatIsDeletedWhileItInitializesFails() throws {
    var lab = try Laboratory()
    let initContainer: APIValue = [
      "name": "first", "image": "busybox:1.35", "command": ["sleep", "100"],
    ]
    try lab.run(
      "web", "sleep 100",
      spec: ["initContainers": [initContainer], "terminationGracePeriodSeconds": 4])
    try lab.cluster.advance(by: .seconds(15))
    try lab.delete()
    try lab.cluster.advance(by: .seconds(10))
    let pod = try last(lab)
    #expect(pod.status.phase == .failed)
    #expect(pod.status.containerStatuses.first?.state.waiting?.reason == "PodInitializing")
    #expect(pod.status.initContainerStatuses.first?.state.terminated?.exitCode == 137)
  }

  /// Only the newest dead instance is kept: the sync after its death forgets the one before.
  @Test func anInitContainerForgetsWhatWasBeforeItsSuccess() throws {
    var lab = try Laboratory()
    let initContainer: APIValue = [
      "name": "first", "image": "busybox:1.35",
      "command": ["sh", "-c", "[ -f /d/x ] && exit 0; touch /d/x; exit 1"],
      "volumeMounts": [["name": "d", "mountPath": "/d"]],
    ]
    try lab.run(
      "web", "sleep 100",
      spec: [
        "initContainers": [initContainer], "volumes": [["name": "d", "emptyDir": .emptyObject]],
      ])
    try lab.cluster.advance(by: .seconds(1))
    let status = try #require(lab.pod()?.status.initContainerStatuses.first)
    #expect(status.restartCount == 1)
    #expect(status.lastState.terminated == nil)
  }

  /// A new sandbox initializes anew, and until it has, the Pod is Pending.
  @Test func aPodInANewSandboxIsPendingUntilItIsInitialized() throws {
    var lab = try Laboratory()
    let initContainer: APIValue = [
      "name": "first", "image": "busybox:1.35", "command": ["sleep", "5"],
    ]
    try lab.run(
      "web", "trap 'exit 0' TERM; sleep 1000 & wait", spec: ["initContainers": [initContainer]])
    try lab.cluster.advance(by: .seconds(10))
    #expect(lab.pod()?.status.phase == .running)
    try lab.cluster.inject(.killSandbox(pod: lab.key("web")))
    try lab.cluster.advance(by: .seconds(2))
    #expect(lab.pod()?.status.phase == .pending)
    try lab.cluster.advance(by: .seconds(10))
    #expect(lab.pod()?.status.phase == .running)
  }
}

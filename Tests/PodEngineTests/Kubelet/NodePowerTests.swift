import PodEngine
import Testing

/// Reboots, restarts of the kubelet, and nodes whose object was deleted.
struct NodePowerTests {
  private func laboratory() throws -> Laboratory {
    var laboratory = try Laboratory()
    try laboratory.run("web", "sleep 10000")
    try laboratory.cluster.advance(by: .seconds(5))
    return laboratory
  }

  @Test func aRebootKeepsThePodAndRestartsItsContainers() throws {
    var laboratory = try laboratory()
    let before = try #require(laboratory.pod())
    try laboratory.cluster.inject(.rebootNode("node-1"))
    try laboratory.cluster.advance(by: .seconds(1))
    let after = try #require(laboratory.pod())
    #expect(after.metadata.uid == before.metadata.uid)
    #expect(after.status.podIP != before.status.podIP)
    let container = try #require(after.status.containerStatuses.first)
    #expect(container.restartCount == 1)
    let last = try #require(container.lastState.terminated)
    #expect(last.exitCode == 255)
    #expect(last.reason == "Unknown")
    #expect(last.finishedAt == SimulatedTime(milliseconds: 5000))
    let node = try #require(laboratory.cluster.objects.node("node-1"))
    #expect(
      laboratory.messages("Rebooted") == [
        "Node node-1 has been rebooted, boot id: \(node.status.nodeInfo?.bootID ?? "")"
      ])
    #expect(laboratory.messages("Starting") == ["Starting kubelet."])
    #expect(laboratory.messages("NodeHasNoDiskPressure").count == 1)
  }

  @Test func aRestartOfTheKubeletRestartsNothing() throws {
    var laboratory = try laboratory()
    let before = try #require(laboratory.pod()?.status)
    try laboratory.cluster.inject(.restartKubelet("node-1"))
    try laboratory.cluster.advance(by: .seconds(60))
    #expect(laboratory.pod()?.status == before)
    #expect(laboratory.messages("Starting") == ["Starting kubelet."])
    #expect(laboratory.messages("Rebooted").isEmpty)
  }

  @Test func aPodThatVanishedMeanwhileIsClearedAway() throws {
    var laboratory = try laboratory()
    try laboratory.cluster.inject(.partitionNode("node-1"))
    try laboratory.delete(graceSeconds: 0)
    try laboratory.cluster.advance(by: .seconds(5))
    #expect(laboratory.cluster.kubelets["node-1"]?.processes.count == 1)
    try laboratory.cluster.inject(.healNode("node-1"))
    try laboratory.cluster.inject(.restartKubelet("node-1"))
    try laboratory.cluster.advance(by: .seconds(5))
    #expect(laboratory.cluster.kubelets["node-1"]?.processes.isEmpty == true)
  }

  @Test func aNodeThatWasDeletedComesBackWithItsKubelet() throws {
    var laboratory = try laboratory()
    let lease = ObjectKey(.leases, namespace: "kube-node-lease", name: "node-1")
    let owner = laboratory.cluster.objects[lease]?.metadata.ownerReferences.first
    #expect(owner?.kind == "Node")
    let key = ObjectKey(.nodes, name: "node-1")
    _ = try laboratory.cluster.request(.delete(key, DeleteOptions()))
    try laboratory.cluster.advance(by: .seconds(60))
    // The Pod was orphaned, and its kubelet ended it.
    #expect(laboratory.pod() == nil)
    #expect(laboratory.cluster.kubelets["node-1"]?.processes.isEmpty == true)
    #expect(laboratory.cluster.objects.node("node-1") == nil)
    try laboratory.cluster.inject(.restartKubelet("node-1"))
    try laboratory.cluster.advance(by: .seconds(1))
    #expect(laboratory.cluster.objects.node("node-1")?.isReady == true)
  }

  /// `rejectPod` writes a status that has little but the phase, and `HandlePodCleanups` kills what
  /// nobody asked for.
  @Test func aRestartedKubeletForgetsWhatItTurnsAway() throws {
    var laboratory = try laboratory()
    try laboratory.cluster.inject(.stopKubelet("node-1"))
    let taint: APIValue = ["key": "a", "effect": "NoExecute"]
    _ = try laboratory.cluster.request(
      .patch(ObjectKey(.nodes, name: "node-1"), .merge(["spec": ["taints": [taint]]])))
    try laboratory.cluster.inject(.startKubelet("node-1"))
    try laboratory.cluster.advance(by: .zero)
    let rejected = laboratory.cluster.watchLog.elements(from: 0).last {
      $0.key == laboratory.key("web") && $0.object[path: "status", "reason"] == "TaintToleration"
    }
    let status = try #require(rejected?.object["status"])
    #expect(status["phase"] == "Failed")
    // What others say stays.
    let conditions = status["conditions"]?.arrayValue ?? []
    #expect(conditions.map { $0["type"] } == ["DisruptionTarget"])
    #expect(status["containerStatuses"] == nil)
    #expect(laboratory.cluster.kubelets["node-1"]?.processes.isEmpty == true)
  }

  /// `UpdatePod` in pod_workers.go: a Pod in a terminal phase is torn down, whoever says so.
  @Test func whatSomebodyElseCallsFailedIsStopped() throws {
    var laboratory = try laboratory()
    _ = try laboratory.cluster.request(
      .patch(laboratory.key("web"), .merge(["status": ["phase": "Failed"]]), subresource: .status))
    try laboratory.cluster.advance(by: .seconds(31))
    let pod = try #require(laboratory.pod())
    #expect(pod.status.phase == .failed)
    #expect(pod.status.containerStatuses.first?.state.terminated?.exitCode == 137)
    #expect(laboratory.cluster.kubelets["node-1"]?.processes.isEmpty == true)
  }
}

import PodEngine
import Testing

/// What a kubelet makes of Pods that went, or began to end, without it.
struct LeftoverTests {
  private static let deaf = "trap '' TERM; while true; do sleep 60; done"

  /// `TerminatePod` in pkg/kubelet/status/status_manager.go, told by a kubelet that was cut off.
  @Test func aPodThatEndsBehindAPartitionIsToldToHaveEndedBeforeItGoes() throws {
    var lab = try Laboratory()
    try lab.run("web", "sleep 1000", spec: ["terminationGracePeriodSeconds": 2])
    try lab.cluster.advance(by: .seconds(5))
    try lab.delete()
    try lab.cluster.inject(.partitionNode("node-1"))
    try lab.cluster.advance(by: .seconds(20))
    try lab.cluster.inject(.healNode("node-1"))
    try lab.cluster.advance(by: .seconds(20))
    #expect(lab.pod() == nil)
    let last = lab.cluster.watchLog.elements(from: 0).last { $0.key == lab.key("web") }
    let pod: Pod? = try last?.object.decoded()
    #expect(last?.change == .deleted)
    #expect(pod?.status.phase.isTerminal == true)
  }

  /// `HandlePodCleanups`: the Pod goes between the node's start and the kubelet's first look.
  @Test func nothingIsLeftOfAPodThatWentWhileItsNodeWasOff() throws {
    var lab = try Laboratory()
    try lab.run("web", "sleep 1000")
    try lab.cluster.advance(by: .seconds(5))
    try lab.cluster.inject(.killNode("node-1"))
    try lab.cluster.inject(.startNode("node-1"))
    try lab.delete(graceSeconds: 0)
    try lab.cluster.advance(by: .seconds(5))
    #expect(lab.cluster.kubelets["node-1"]?.runtime.allSandboxes.isEmpty == true)
  }

  /// `GetActivePods`: a Pod that was deleted by force is no longer counted, though it still runs.
  @Test func aForceDeletedPodDoesNotKeepOthersOut() throws {
    var lab = try Laboratory()
    let greedy: APIValue = ["resources": ["requests": ["cpu": "1500m"]]]
    try lab.run("old", Self.deaf, container: greedy)
    try lab.cluster.advance(by: .seconds(5))
    try lab.delete("old", graceSeconds: 0)
    try lab.run("new", "sleep 1000", container: greedy)
    try lab.cluster.advance(by: .zero)
    #expect(lab.pod("new")?.status.phase == .running)
  }

  /// A ReplicaSet whose Pods a node turns away makes one a second, not one after the other for ever.
  @Test func rejectedPodsAreReplacedOncePerSecond() throws {
    var lab = try Laboratory()
    let spec: APIValue = [
      "replicas": 1, "selector": ["matchLabels": ["app": "web"]],
      "template": [
        "metadata": ["labels": ["app": "web"]],
        "spec": [
          "nodeName": "node-1",
          "containers": [
            [
              "name": "app", "image": "busybox:1.35",
              "resources": ["requests": ["cpu": "64"]],
            ]
          ],
        ],
      ],
    ]
    _ = try lab.cluster.request(
      .create(["metadata": ["name": "web"], "spec": spec], .replicaSets, namespace: "default"))
    try lab.cluster.advance(by: .milliseconds(4500))
    let pods = lab.cluster.objects.pods
    #expect(pods.count { $0.status.phase == .failed } == 5)
  }

  /// `transform` in etcd3/watcher.go: the last word of a watch has the revision of the removal.
  @Test func aRemovalHasARevisionOfItsOwn() throws {
    var lab = try Laboratory()
    try lab.run("web", "sleep 1000")
    try lab.delete(graceSeconds: 0)
    let versions = lab.cluster.watchLog.elements(from: 0).filter { $0.key == lab.key("web") }
      .compactMap { $0.object[path: "metadata", "resourceVersion"]?.stringValue }
      .compactMap { Int($0) }
    #expect(versions.count == 2)
    #expect(versions == versions.sorted() && Set(versions).count == versions.count)
  }

  /// A Pod may name a node that joins later.
  @Test func aNewNodeTakesUpThePodsThatNameIt() throws {
    var lab = try Laboratory()
    try lab.run("web", "sleep 1000", spec: ["nodeName": "node-9"])
    _ = try lab.cluster.request(
      .create(Cluster.nodeManifest(name: "node-9"), .nodes, namespace: ""))
    try lab.cluster.advance(by: .seconds(30))
    #expect(lab.pod()?.status.phase == .running)
  }

  @Test func aPodThatSucceedsBehindAPartitionIsToldToHaveSucceeded() throws {
    var lab = try Laboratory()
    try lab.run("web", "sleep 10", spec: ["restartPolicy": "Never"])
    try lab.cluster.advance(by: .seconds(5))
    try lab.cluster.inject(.partitionNode("node-1"))
    try lab.cluster.advance(by: .seconds(60))
    #expect(lab.pod()?.status.phase == .running)
    try lab.cluster.inject(.healNode("node-1"))
    try lab.cluster.advance(by: .seconds(1))
    #expect(lab.pod()?.status.phase == .succeeded)
  }

  /// `updateDefaultLabels` in kubelet_node_status.go.
  @Test func aNodeThatWasMadeAnewGetsItsLabelsWhenItsKubeletStarts() throws {
    var lab = try Laboratory()
    try lab.cluster.inject(.killNode("node-1"))
    let key = ObjectKey(.nodes, name: "node-1")
    _ = try lab.cluster.request(.delete(key, DeleteOptions()))
    _ = try lab.cluster.request(
      .create(Cluster.nodeManifest(name: "node-1"), .nodes, namespace: ""))
    try lab.cluster.inject(.startNode("node-1"))
    try lab.cluster.advance(by: .zero)
    let node = lab.cluster.objects.node("node-1")
    #expect(node?.metadata.labels["kubernetes.io/hostname"] == "node-1")
  }
}

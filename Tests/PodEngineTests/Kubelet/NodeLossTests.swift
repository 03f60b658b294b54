import OrderedCollections
import PodEngine
import Testing

/// What becomes of Pods whose node is lost.
struct NodeLossTests {
  private static let script = "trap 'exit 0' TERM; sleep 100000 & wait"

  /// The clock contract: only a controller makes replacements, 350 s after the death, with new UIDs.
  @Test func aControllerReplacesThePodsAfterThreeHundredAndFiftySeconds() throws {
    var laboratory = try Laboratory(nodes: 2)
    let container: APIValue = [
      "name": "app", "image": "busybox:1.35", "command": ["sh", "-c", .string(Self.script)],
    ]
    _ = try laboratory.cluster.request(
      .create(
        [
          "metadata": ["name": "web"],
          "spec": [
            "replicas": 4, "selector": ["matchLabels": ["app": "web"]],
            "template": [
              "metadata": ["labels": ["app": "web"]], "spec": ["containers": [container]],
            ],
          ],
        ], .replicaSets, namespace: "default"))
    try laboratory.run("alone", Self.script, spec: ["nodeName": "node-1"])
    try laboratory.cluster.advance(by: .seconds(100))
    let before = laboratory.cluster.objects.pods
    let lost = before.filter { $0.spec.nodeName == "node-1" }
    #expect(lost.count == 3)
    try laboratory.cluster.inject(.killNode("node-1"))
    try laboratory.cluster.advance(by: .milliseconds(349_999))
    #expect(laboratory.cluster.objects.pods.count == 5)
    try laboratory.cluster.advance(by: .milliseconds(1))
    let after = laboratory.cluster.objects.pods
    let new = after.filter { pod in
      !before.contains { $0.metadata.uid == pod.metadata.uid }
    }
    #expect(new.count == 2)
    #expect(new.allSatisfy { $0.spec.nodeName == "node-2" && $0.metadata.controller != nil })
    #expect(new.allSatisfy { $0.metadata.creationTimestamp?.milliseconds == 450_000 })
    let leaving = after.filter(\.isTerminating).map(\.metadata.uid)
    #expect(leaving == lost.map(\.metadata.uid))
  }

  /// The taint out-of-service lets the garbage collector end Pods that nobody can confirm.
  @Test func outOfServiceEndsWhatNobodyConfirms() throws {
    var laboratory = try Laboratory(nodes: 2)
    try laboratory.run("web", Self.script, spec: ["nodeName": "node-1"])
    try laboratory.cluster.advance(by: .seconds(10))
    try laboratory.cluster.inject(.killNode("node-1"))
    try laboratory.cluster.advance(by: .seconds(500))
    #expect(laboratory.pod()?.isTerminating == true)
    let node = try #require(laboratory.cluster.objects.node("node-1"))
    let taint: APIValue = [
      "key": "node.kubernetes.io/out-of-service", "value": "nodeshutdown", "effect": "NoExecute",
    ]
    let taints = node.spec.taints.map { APIValue(encoding: $0) } + [taint]
    _ = try laboratory.cluster.request(
      .patch(node.key, .merge(["spec": ["taints": .array(taints)]])))
    try laboratory.cluster.advance(by: .zero)
    #expect(laboratory.pod() == nil)
  }

  /// With `jitter` a zone gives up one node in ten seconds; on the ideal clock all at once.
  @Test(arguments: [false, true])
  func zonesAreEmptiedSlowlyInLife(_ jitter: Bool) throws {
    var cluster = Cluster(nodeCount: 8)
    try cluster.inject(.jitter(jitter))
    try cluster.advance(by: .seconds(60))
    for number in 1...3 { try cluster.inject(.killNode("node-\(number)")) }
    try cluster.advance(by: .seconds(200))
    let times = (1...3).compactMap { number -> Int? in
      cluster.objects.node("node-\(number)")?.spec.taints
        .first { $0.effect == .noExecute }?.timeAdded?.milliseconds
    }.sorted()
    #expect(times.count == 3)
    let gaps = zip(times.dropFirst(), times).map { $0 - $1 }
    #expect(jitter ? gaps.allSatisfy { $0 >= 9_000 } : gaps == [0, 0], "\(times)")
  }

  /// A node that is deleted while its kubelet lives: its Pods are orphans after the quarantine.
  @Test func podsOfADeletedNodeGoAndAControllerReplacesThem() throws {
    var laboratory = try Laboratory(nodes: 2)
    try laboratory.run("web", Self.script, spec: ["nodeName": "node-1"])
    try laboratory.cluster.advance(by: .seconds(10))
    _ = try laboratory.cluster.request(
      .delete(ObjectKey(.nodes, name: "node-1"), DeleteOptions()))
    try laboratory.cluster.advance(by: .milliseconds(39_999))
    #expect(laboratory.pod()?.status.phase == .running)
    try laboratory.cluster.advance(by: .milliseconds(1))
    #expect(laboratory.pod() == nil)
    let failed = laboratory.times { $0.status.phase == .failed }
    #expect(failed == [50_000])
  }
}

import OrderedCollections
import PodEngine
import Testing

/// A node that runs out of memory before the eviction manager looks.
struct SystemOutOfMemoryTests {
  private func holding(_ amount: Int, _ name: String, in laboratory: inout Laboratory) throws {
    let target = ContainerTarget(pod: laboratory.key(name))
    try laboratory.cluster.inject(.useMemory(target, bytes: amount << 20))
    try laboratory.cluster.advance(by: .milliseconds(1))
  }

  private func reason(_ name: String, _ laboratory: Laboratory) -> String? {
    let status = laboratory.pod(name)?.status.containerStatuses.first
    return (status?.state.terminated ?? status?.lastState.terminated)?.reason
  }

  @Test func theKernelEndsWhoAskedForLeast() throws {
    var laboratory = try Laboratory()
    let safe: APIValue = [
      "resources": [
        "requests": ["memory": "1500Mi", "cpu": "100m"],
        "limits": ["memory": "3Gi", "cpu": "100m"],
      ]
    ]
    try laboratory.run("modest", "sleep 10000")
    try laboratory.run("large", "sleep 10000", container: safe)
    try laboratory.cluster.advance(by: .seconds(1))
    try holding(1900, "modest", in: &laboratory)
    #expect(laboratory.messages("SystemOOM").isEmpty)
    try holding(2900, "large", in: &laboratory)
    #expect(reason("modest", laboratory) == "OOMKilled")
    #expect(reason("large", laboratory) == nil)
    let messages = laboratory.messages("SystemOOM")
    #expect(messages.count == 1)
    let words = "System OOM encountered, victim process: stress, pid: "
    #expect(messages.first?.hasPrefix(words) == true, "\(messages)")
  }

  /// A limit of its own is the container's affair, not the node's.
  @Test func aLimitIsNoSystemEvent() throws {
    var laboratory = try Laboratory()
    try laboratory.run(
      "web", "sleep 10000", container: ["resources": ["limits": ["memory": "100Mi"]]])
    try laboratory.cluster.advance(by: .seconds(1))
    try holding(200, "web", in: &laboratory)
    #expect(reason("web", laboratory) == "OOMKilled")
    #expect(laboratory.messages("SystemOOM").isEmpty)
  }

  static let adjustments: [(APIValue, Int)] = [
    (.emptyObject, 1000),
    (["requests": ["memory": "1Gi"]], 750),
    (["requests": ["memory": "1Mi"]], 999),
    (["requests": ["memory": "4Gi"]], 3),
    (["requests": ["cpu": "1"]], 999),
    (
      [
        "requests": ["memory": "1Gi", "cpu": "1"], "limits": ["memory": "1Gi", "cpu": "1"],
      ], -997
    ),
  ]

  @Test(arguments: adjustments)
  func theAdjustmentFollowsTheRequest(_ resources: APIValue, _ expected: Int) throws {
    let tree: APIValue = [
      "metadata": ["name": "web"],
      "spec": ["containers": [["name": "app", "image": "busybox", "resources": resources]]],
    ]
    let pod: Pod = try tree.decoded()
    let container = try #require(pod.spec.containers.first)
    #expect(
      OutOfMemoryScore.adjustment(of: container, in: pod, capacityBytes: 4 << 30) == expected)
  }
}

import Testing

@testable import PodEngine

/// What becomes of objects whose owner goes, and the slices of Services.
struct OwnershipTests {
  @Test func backgroundTakesThePodsAfterwards() throws {
    var lab = Lab()
    try lab.create(Lab.replicaSet(replicas: 2), .replicaSets)
    try lab.delete(.replicaSets, "web")
    #expect(lab.tree(.replicaSets, "web") == nil)
    #expect(lab.pods.isEmpty)
  }

  @Test func backgroundReachesGrandchildren() throws {
    var lab = Lab()
    try lab.create(Lab.replicaSet(replicas: 2), .deployments)
    try lab.delete(.deployments, "web")
    #expect(lab.cluster.objects.replicaSets.isEmpty)
    #expect(lab.pods.isEmpty)
  }

  @Test func foregroundTakesThePodsFirst() throws {
    var lab = Lab()
    try lab.create(Lab.replicaSet(replicas: 1), .replicaSets)
    let pod = lab.pods[0]
    try lab.patch(
      .pods, pod.metadata.name, ["metadata": ["finalizers": ["example.com/hold"]]])
    try lab.delete(.replicaSets, "web", .foreground)
    #expect(lab.tree(.replicaSets, "web")?[path: "metadata", "deletionTimestamp"] != nil)
    #expect(lab.pods.map(\.isTerminating) == [true])
    try lab.patch(.pods, pod.metadata.name, ["metadata": ["finalizers": .null]])
    #expect(lab.pods.isEmpty)
    #expect(lab.tree(.replicaSets, "web") == nil)
  }

  @Test func orphansStay() throws {
    var lab = Lab()
    try lab.create(Lab.replicaSet(replicas: 2), .replicaSets)
    try lab.delete(.replicaSets, "web", .orphan)
    #expect(lab.tree(.replicaSets, "web") == nil)
    #expect(lab.active.count == 2)
    #expect(lab.pods.allSatisfy { $0.metadata.ownerReferences.isEmpty })
    try lab.create(Lab.replicaSet("again", replicas: 2), .replicaSets)
    #expect(lab.active.count == 2)
    #expect(lab.pods.allSatisfy { $0.metadata.controller?.name == "again" })
  }

  private func slices(_ lab: Lab) -> [APIValue] {
    lab.cluster.objects.list(.endpointSlices).map(\.tree)
  }

  @Test func aServiceHasASlice() throws {
    var lab = Lab()
    try lab.create(
      [
        "metadata": ["name": "svc"],
        "spec": ["selector": ["app": "web"], "ports": [["port": 80]]],
      ], .services)
    #expect(slices(lab).count == 1)
    #expect(slices(lab)[0]["endpoints"] == nil)
    try lab.create(Lab.replicaSet(replicas: 1), .replicaSets)
    try lab.makeReady(lab.pods[0])
    #expect(slices(lab).count == 1)
    let endpoint = slices(lab)[0]["endpoints"]?.arrayValue?.first
    #expect(endpoint?["addresses"] == ["10.244.1.2"])
    #expect(endpoint?[path: "conditions", "ready"] == true)
    #expect(slices(lab)[0]["ports"]?.arrayValue?.first?["port"] == 80)
    let labels = slices(lab)[0][path: "metadata", "labels"]
    #expect(labels?["kubernetes.io/service-name"] == "svc")
    try lab.delete(.services, "svc")
    #expect(slices(lab).isEmpty)
  }
}

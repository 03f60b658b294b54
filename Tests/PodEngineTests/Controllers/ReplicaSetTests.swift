import Testing

@testable import PodEngine

struct ReplicaSetTests {
  @Test func makesWhatIsMissing() throws {
    var lab = Lab()
    try lab.create(Lab.replicaSet(replicas: 3), .replicaSets)
    #expect(lab.active.count == 3)
    for pod in lab.pods {
      #expect(pod.metadata.name.hasPrefix("web-") && pod.metadata.name.count == 9)
      #expect(pod.metadata.labels["app"] == "web")
      #expect(pod.metadata.controller?.name == "web")
      #expect(pod.metadata.controller?.blockOwnerDeletion == true)
    }
    let events = lab.events(about: "ReplicaSet").sorted()
    #expect(events == lab.pods.map { "SuccessfulCreate: Created pod: \($0.metadata.name)" })
    #expect(lab.tree(.replicaSets, "web")?[path: "status", "replicas"] == 3)
    #expect(lab.tree(.replicaSets, "web")?[path: "status", "observedGeneration"] == 1)
  }

  @Test func replacesWhatEndsOrGoes() throws {
    var lab = Lab()
    try lab.create(Lab.replicaSet(replicas: 2), .replicaSets)
    let before = lab.pods
    try lab.end(before[0], exitCode: 1)
    #expect(lab.active.count == 2)
    try lab.delete(.pods, before[1].metadata.name)
    #expect(lab.active.count == 2)
    #expect(lab.active.allSatisfy { !before.map(\.metadata.uid).contains($0.metadata.uid) })
  }

  @Test func countsReadyPods() throws {
    var lab = Lab()
    var set = Lab.replicaSet(replicas: 2)
    set[path: "spec", "minReadySeconds"] = 10
    try lab.create(set, .replicaSets)
    try lab.makeReady(lab.pods[0])
    func counts() -> [APIValue?] {
      let status = lab.tree(.replicaSets, "web")?["status"]
      return [status?["readyReplicas"], status?["availableReplicas"]]
    }
    #expect(counts() == [1, nil])
    try lab.advance(10)
    #expect(counts() == [1, 1])
  }

  /// What is counted as Pods change is what looking at each of them gives.
  @Test func countsAsIfItLookedAtEach() throws {
    var lab = Lab()
    try lab.create(Lab.replicaSet(replicas: 4), .replicaSets)
    try lab.makeReady(lab.pods[0])
    try lab.makeReady(lab.pods[1])
    try lab.end(lab.pods[1], exitCode: 1)
    try lab.delete(.pods, lab.pods[2].metadata.name)
    let key = ObjectKey(.replicaSets, namespace: "default", name: "web")
    guard case .replicaSet(let set)? = lab.cluster.objects[key]?.typed else {
      throw Missing.replicaSet
    }
    let ownership = Ownership(
      owner: set.ownerReference, selector: set.spec.selector, adopts: true)
    func tally(_ kind: String, _ name: String) -> PodTally {
      lab.cluster.objects.tally(inNamespace: "default", ofController: kind, name)
    }
    let counted = ReplicaSetCensus(
      of: set, ownership, own: tally("ReplicaSet", "web"), free: tally("", ""))
    let looked = ReplicaSetCensus(of: set, lab.active, now: lab.cluster.now)
    #expect(counted == looked)
    #expect(looked.active == 4 && looked.ready == 1 && looked.fullyLabeled == 4)
    #expect(lab.cluster.objects.podCount == lab.pods.count)
  }

  private enum Missing: Error { case replicaSet }

  @Test func adoptsAndReleases() throws {
    var lab = Lab()
    try lab.create(
      [
        "metadata": ["name": "alone", "labels": ["app": "web"]],
        "spec": ["containers": [["name": "app", "image": "busybox"]]],
      ], .pods)
    try lab.create(Lab.replicaSet(replicas: 1), .replicaSets)
    #expect(lab.pods.map(\.metadata.name) == ["alone"])
    #expect(lab.pods[0].metadata.controller?.name == "web")
    try lab.patch(.pods, "alone", ["metadata": ["labels": ["app": "other"]]])
    #expect(lab.pods.count == 2)
    #expect(lab.cluster.objects.pod("default", "alone")?.metadata.controller == nil)
  }

  @Test func takesOverAnOrphanAndDeletesTheSurplus() throws {
    var lab = Lab()
    try lab.create(Lab.replicaSet(replicas: 1), .replicaSets)
    try lab.makeReady(lab.pods[0])
    let kept = lab.pods[0].metadata.name
    try lab.create(
      [
        "metadata": ["name": "alone", "labels": ["app": "web"]],
        "spec": ["containers": [["name": "app", "image": "busybox"]]],
      ], .pods)
    #expect(lab.active.map(\.metadata.name) == [kept])
    #expect(lab.events(about: "ReplicaSet").contains("SuccessfulDelete: Deleted pod: alone"))
  }

  @Test func deletesInKubernetesOrder() throws {
    func pod(
      _ name: String, node: String = "node-1", phase: APIValue = "Running", ready: Int? = 0,
      cost: APIValue? = nil, restarts: Int = 0
    ) throws -> Pod {
      var metadata: APIValue = [:]
      if let cost {
        metadata["annotations"] = ["controller.kubernetes.io/pod-deletion-cost": cost]
      }
      let condition: APIValue = [
        "type": "Ready", "status": ready == nil ? "False" : "True",
        "lastTransitionTime": .string("2026-01-01T00:00:0\(ready ?? 0)Z"),
      ]
      return try Things.pod(
        name, spec: ["nodeName": .string(node)],
        status: [
          "phase": phase, "conditions": [condition],
          "containerStatuses": [["name": "app", "restartCount": .integer(restarts)]],
        ], metadata: metadata)
    }
    let pods = try [
      pod("oldest"), pod("restarted", restarts: 2), pod("newer", ready: 5),
      pod("crowded-1", node: "node-2"), pod("crowded-2", node: "node-2"),
      pod("crowded-3", node: "node-2"), pod("crowded-4", node: "node-2"),
      pod("cheap", cost: "-1"), pod("unready", ready: nil),
      pod("pending", phase: "Pending", ready: nil),
      pod("unassigned", node: "", phase: "Pending", ready: nil), pod("dear", cost: "9"),
    ]
    let order = DeletionOrder(pods).sorted(pods).map(\.metadata.name)
    #expect(
      order == [
        "unassigned", "pending", "unready", "cheap", "newer", "restarted", "oldest",
        "crowded-1", "crowded-2", "crowded-3", "crowded-4", "dear",
      ])
  }
}

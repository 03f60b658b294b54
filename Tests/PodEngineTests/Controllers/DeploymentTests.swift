import Testing

@testable import PodEngine

struct DeploymentTests {
  private func deployment(replicas: Int = 3, strategy: APIValue? = nil) -> APIValue {
    var object = Lab.replicaSet(replicas: replicas)
    object[path: "spec", "strategy"] = strategy
    return object
  }

  private func sets(_ lab: Lab) -> [ReplicaSet] {
    lab.cluster.objects.replicaSets.sorted { $0.revision < $1.revision }
  }

  /// Makes Pods ready until nothing more happens.
  private func finish(_ lab: inout Lab) throws {
    for _ in 0..<50 {
      guard let pod = lab.active.first(where: { !$0.isReady }) else { return }
      try lab.makeReady(pod)
      // Leaving Pods have no kubelet here.
      for pod in lab.pods where pod.isTerminating {
        let options = DeleteOptions(gracePeriodSeconds: 0)
        _ = try lab.cluster.request(.delete(pod.key, options))
      }
      try lab.settle()
    }
    Issue.record("the rollout did not come to an end")
  }

  @Test func makesAReplicaSet() throws {
    var lab = Lab()
    try lab.create(deployment(), .deployments)
    let set = try #require(sets(lab).first)
    let hash = try #require(set.metadata.labels["pod-template-hash"])
    #expect(set.metadata.name == "web-\(hash)")
    #expect(set.metadata.annotations["deployment.kubernetes.io/revision"] == "1")
    #expect(set.spec.selector.matchLabels["pod-template-hash"] == hash)
    #expect(lab.pods.allSatisfy { $0.metadata.labels["pod-template-hash"] == hash })
    #expect(lab.active.count == 3)
    #expect(
      lab.events(about: "Deployment") == [
        "ScalingReplicaSet: Scaled up replica set web-\(hash) from 0 to 3"
      ])
    #expect(
      Set(lab.conditions(of: .deployments, "web")) == [
        "Progressing True ReplicaSetUpdated", "Available False MinimumReplicasUnavailable",
      ])
    try finish(&lab)
    #expect(
      lab.conditions(of: .deployments, "web") == [
        "Available True MinimumReplicasAvailable", "Progressing True NewReplicaSetAvailable",
      ])
    let status = lab.tree(.deployments, "web")?["status"]
    #expect(status?["availableReplicas"] == 3)
    #expect(status?["unavailableReplicas"] == nil)
  }

  @Test func rollsOverAndBack() throws {
    var lab = Lab()
    try lab.create(deployment(), .deployments)
    try finish(&lab)
    func template(_ image: APIValue) -> APIValue {
      ["spec": ["template": ["spec": ["containers": [["name": "app", "image": image]]]]]]
    }
    try lab.patch(.deployments, "web", template("nginx"))
    #expect(lab.active.count == 4)
    #expect(lab.active.count { $0.isReady } == 3)
    try finish(&lab)
    #expect(sets(lab).map(\.size) == [0, 3])
    #expect(lab.active.allSatisfy { $0.spec.containers[0].image == "nginx" })
    try lab.patch(.deployments, "web", template("busybox"))
    try finish(&lab)
    #expect(sets(lab).map(\.revision) == [2, 3])
    #expect(sets(lab).map(\.size) == [0, 3])
    let history = sets(lab)[1].metadata.annotations["deployment.kubernetes.io/revision-history"]
    #expect(history == "1")
    let revision = lab.tree(.deployments, "web")?[
      path: "metadata", "annotations", "deployment.kubernetes.io/revision"]
    #expect(revision == "3")
  }

  @Test func scales() throws {
    var lab = Lab()
    try lab.create(deployment(), .deployments)
    try finish(&lab)
    try lab.patch(.deployments, "web", ["spec": ["replicas": 5]])
    #expect(sets(lab).map(\.size) == [5])
    try lab.patch(.deployments, "web", ["spec": ["replicas": 1]])
    #expect(sets(lab).map(\.size) == [1])
    #expect(lab.events(about: "Deployment").count == 3)
  }

  @Test func recreates() throws {
    var lab = Lab()
    try lab.create(deployment(strategy: ["type": "Recreate"]), .deployments)
    try finish(&lab)
    let body: APIValue = [
      "spec": ["template": ["spec": ["containers": [["name": "app", "image": "nginx"]]]]]
    ]
    try lab.patch(.deployments, "web", body)
    try lab.settle()
    #expect(sets(lab).map(\.size) == [0, 3])
    #expect(lab.active.allSatisfy { $0.spec.containers[0].image == "nginx" })
  }

  @Test func saysWhenItIsStuck() throws {
    var lab = Lab()
    var object = deployment(replicas: 1)
    object[path: "spec", "progressDeadlineSeconds"] = 60
    try lab.create(object, .deployments)
    try lab.advance(59)
    #expect(
      lab.conditions(of: .deployments, "web").contains("Progressing True ReplicaSetUpdated"))
    try lab.advance(1)
    #expect(
      lab.conditions(of: .deployments, "web").contains(
        "Progressing False ProgressDeadlineExceeded"))
  }
}

import Testing

@testable import PodEngine

/// The deprecated Endpoints beside the slices.
struct EndpointsTests {
  private func laboratory() throws -> Lab {
    var lab = Lab()
    try lab.create(
      [
        "metadata": ["name": "svc", "labels": ["team": "a"]],
        "spec": ["selector": ["app": "web"], "ports": [["name": "http", "port": 80]]],
      ], .services)
    try lab.create(Lab.replicaSet(replicas: 1), .replicaSets)
    return lab
  }

  private func subset(_ lab: Lab) -> APIValue? {
    lab.tree(.endpoints, "svc")?["subsets"]?.arrayValue?.first
  }

  @Test func aServiceHasEndpointsOfItsName() throws {
    var lab = try laboratory()
    #expect(lab.tree(.endpoints, "svc")?["subsets"] == nil)
    try lab.makeReady(lab.pods[0])
    #expect(subset(lab)?["notReadyAddresses"] == nil)
    let address = subset(lab)?["addresses"]?.arrayValue?.first
    #expect(address?["ip"] == "10.244.1.2")
    #expect(address?[path: "targetRef", "uid"] == .string(lab.pods[0].metadata.uid))
    #expect(subset(lab)?["ports"] == [["name": "http", "port": 80, "protocol": "TCP"]])
    let labels = lab.tree(.endpoints, "svc")?[path: "metadata", "labels"]
    #expect(labels?["team"] == "a")
    #expect(labels?["endpoints.kubernetes.io/managed-by"] == "endpoint-controller")
  }

  @Test func unreadyPodsAreListedApart() throws {
    var lab = try laboratory()
    try lab.set(lab.pods[0], ["phase": "Running", "podIP": "10.244.1.2"])
    #expect(subset(lab)?["addresses"] == nil)
    #expect(subset(lab)?["notReadyAddresses"]?.arrayValue?.count == 1)
  }

  /// Slices still show a Pod that is being deleted, as terminating; Endpoints do not.
  @Test(arguments: [(false, false, true), (true, false, false), (true, true, true)])
  func aPodThatIsDeletedIsOutAtOnce(
    _ isDeleted: Bool, _ publishesAll: Bool, _ isListed: Bool
  ) {
    var pod = Pod()
    pod.spec.nodeName = "node-1"
    (pod.status.phase, pod.status.podIP) = (.running, "10.244.1.2")
    if isDeleted { pod.metadata.deletionTimestamp = .start }
    var service = Service()
    service.spec.clusterIP = "10.96.0.7"
    service.spec.publishNotReadyAddresses = publishesAll
    var port = ServicePort()
    port.port = 80
    service.spec.ports = [port]
    #expect((EndpointSubsets(service, [pod]).tree != nil) == isListed)
    #expect(ServiceEndpoints(service, [pod]).groups.count == 1)
  }

  @Test func theyGoWithTheServiceAndComeBackWithoutIt() throws {
    var lab = try laboratory()
    try lab.delete(.endpoints, "svc")
    #expect(lab.tree(.endpoints, "svc") != nil)
    try lab.delete(.services, "svc")
    #expect(lab.tree(.endpoints, "svc") == nil)
  }
}

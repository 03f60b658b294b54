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

  /// Slices still show such a Pod, as terminating.
  @Test func aPodThatIsDeletedIsOutAtOnce() throws {
    var lab = try laboratory()
    try lab.makeReady(lab.pods[0])
    try lab.patch(
      .pods, lab.pods[0].metadata.name, ["metadata": ["finalizers": ["example.com/hold"]]])
    let name = lab.pods[0].metadata.name
    try lab.delete(.pods, name)
    #expect(lab.tree(.pods, name)?[path: "metadata", "deletionTimestamp"] != nil)
    #expect(subset(lab) == nil)
    let slice = lab.cluster.objects.list(.endpointSlices).first?.tree
    #expect(slice?["endpoints"]?.arrayValue?.count == 1)
  }

  @Test func theyGoWithTheServiceAndComeBackWithoutIt() throws {
    var lab = try laboratory()
    try lab.delete(.endpoints, "svc")
    #expect(lab.tree(.endpoints, "svc") != nil)
    try lab.delete(.services, "svc")
    #expect(lab.tree(.endpoints, "svc") == nil)
  }
}

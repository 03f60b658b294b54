import PodEngine
import Testing

@Suite struct NamespaceControllerTests {
  private static let shop = ObjectKey(.namespaces, name: "shop")

  private static func laboratory() throws -> Laboratory {
    var lab = try Laboratory()
    _ = try lab.cluster.request(
      .create(["metadata": ["name": "shop"]], .namespaces, namespace: ""))
    let container: APIValue = [
      "name": "app", "image": "busybox:1.35", "command": ["sh", "-c", "trap '' TERM; sleep 1000"],
    ]
    _ = try lab.cluster.request(
      .create(
        ["metadata": ["name": "web"], "spec": ["containers": [container]]], .pods,
        namespace: "shop"))
    try lab.cluster.advance(by: .seconds(10))
    return lab
  }

  @Test func aNamespaceGoesWhenItsLastPodHasGone() throws {
    var lab = try Self.laboratory()
    _ = try lab.cluster.request(.delete(Self.shop, DeleteOptions()))
    try lab.cluster.advance(by: .seconds(29))
    let ending = try #require(lab.cluster.objects[Self.shop])
    #expect(ending.tree[path: "status", "phase"]?.stringValue == "Terminating")
    #expect(lab.cluster.objects.pod("shop", "web")?.isTerminating == true)
    try lab.cluster.advance(by: .seconds(2))
    #expect(lab.cluster.objects[Self.shop] == nil)
    #expect(lab.cluster.objects.keys(inNamespace: "shop").isEmpty)
  }

  @Test func nothingNewBeginsInANamespaceThatEnds() throws {
    var lab = try Self.laboratory()
    _ = try lab.cluster.request(.delete(Self.shop, DeleteOptions()))
    #expect(throws: APIError.self) {
      try lab.cluster.request(
        .create(["metadata": ["name": "late"]], .configMaps, namespace: "shop"))
    }
  }

  @Test(arguments: ["default", "kube-system", "kube-public"])
  func theNamespacesOfTheSystemStay(_ name: String) throws {
    var lab = try Laboratory()
    #expect(throws: APIError.self) {
      try lab.cluster.request(.delete(ObjectKey(.namespaces, name: name), DeleteOptions()))
    }
  }
}

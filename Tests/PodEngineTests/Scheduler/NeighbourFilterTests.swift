import OrderedCollections
import Testing

@testable import PodEngine

/// The filters that look at the Pods near by.
struct NeighbourFilterTests {
  /// Three nodes in two zones; node-3 has no zone.
  private func nodes(_ pods: [String: [Pod]] = [:]) throws -> [NodeInfo] {
    try [("node-1", "a"), ("node-2", "b"), ("node-3", nil)].map { name, zone in
      let labels: APIValue = zone.map { ["zone": .string($0)] } ?? [:]
      return NodeInfo(
        try Things.node(name, labels: labels), pods: (pods[name] ?? []).map { PodInfo($0) })
    }
  }

  private static let web: APIValue = ["matchLabels": ["app": "web"]]

  private func spread(_ more: APIValue = [:]) -> APIValue {
    var constraint: APIValue = [
      "maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule",
      "labelSelector": Self.web,
    ]
    for (key, value) in more.objectValue ?? [:] { constraint[key] = value }
    return ["topologySpreadConstraints": [constraint]]
  }

  private func term(_ kind: String) -> APIValue {
    [
      "affinity": [
        kind: [
          "requiredDuringSchedulingIgnoredDuringExecution": [
            ["labelSelector": Self.web, "topologyKey": "zone"]
          ]
        ]
      ]
    ]
  }

  private let web: APIValue = ["app": "web"]
  private let skewed = "node(s) didn't match pod topology spread constraints"

  @Test func spreadsOverZones() throws {
    let nodes = try nodes(["node-1": [Things.pod("a", labels: web)]])
    let spread = PodTopologySpread(try Things.pod("b", labels: web, spec: spread()), nodes)
    #expect(
      nodes.map { spread.filter($0)?.reasons } == [
        [skewed], nil, ["\(skewed) (missing required label)"],
      ])
    #expect(nodes.map { spread.filter($0)?.isUnresolvable } == [false, nil, true])
  }

  @Test func podsOnTheirWayOutAreNotCounted() throws {
    let leaving = try Things.pod(
      "a", labels: web, metadata: ["deletionTimestamp": "2026-01-01T00:00:30Z"])
    let nodes = try nodes(["node-1": [leaving]])
    let filter = PodTopologySpread(try Things.pod("b", labels: web, spec: spread()), nodes)
    #expect(filter.filter(nodes[0]) == nil)
  }

  @Test func tooFewDomainsCountAsEmpty() throws {
    let nodes = try nodes([
      "node-1": [Things.pod("a", labels: web)], "node-2": [Things.pod("b", labels: web)],
    ])
    let pod = try Things.pod("c", labels: web, spec: spread(["minDomains": 3]))
    #expect(PodTopologySpread(pod, nodes).filter(nodes[0])?.reasons == [skewed])
  }

  private func affinity(_ pod: Pod, _ nodes: [NodeInfo]) throws -> [String?] {
    let filter = InterPodAffinity(pod, nodes, NamespaceLabels(ObjectStore()))
    return nodes.map { filter.filter($0)?.reasons.first }
  }

  @Test func wantsItsNeighbours() throws {
    let nodes = try nodes(["node-2": [Things.pod("a", labels: web)]])
    let pod = try Things.pod("b", spec: term("podAffinity"))
    let reason = "node(s) didn't match pod affinity rules"
    #expect(try affinity(pod, nodes) == [reason, nil, reason])
  }

  @Test func theFirstOfItsKindMayStartAnywhereWithTheLabel() throws {
    let pod = try Things.pod("b", labels: web, spec: term("podAffinity"))
    let reason = "node(s) didn't match pod affinity rules"
    #expect(try affinity(pod, nodes()) == [nil, nil, reason])
  }

  @Test func doesNotWantItsNeighbours() throws {
    let nodes = try nodes(["node-2": [Things.pod("a", labels: web)]])
    let pod = try Things.pod("b", spec: term("podAntiAffinity"))
    #expect(
      try affinity(pod, nodes) == [nil, "node(s) didn't match pod anti-affinity rules", nil])
  }

  @Test func isNotWantedByItsNeighbours() throws {
    let nodes = try nodes(["node-2": [Things.pod("a", spec: term("podAntiAffinity"))]])
    let pod = try Things.pod("b", labels: web)
    #expect(
      try affinity(pod, nodes)
        == [nil, "node(s) didn't satisfy existing pods anti-affinity rules", nil])
  }
}

import Testing

@testable import PodEngine

/// Which changes bring a Pod back that fitted nowhere.
@Suite struct QueueingHintsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let filter: FilterName
    let change: @Sendable (Row) throws -> RelevantChange
    let helps: Bool
  }

  private static func info(_ labels: APIValue, isTerminating: Bool = false) throws -> PodInfo {
    var metadata: APIValue = [:]
    if isTerminating { metadata["deletionTimestamp"] = "2026-01-01T00:00:00Z" }
    return PodInfo(
      try Things.pod(
        "other", labels: labels, spec: ["nodeName": "node-1"], metadata: metadata))
  }

  private static let friend: APIValue = ["app": "friend"]
  private static let foe: APIValue = ["app": "foe"]
  private static let twin: APIValue = ["app": "twin"]
  private static let stranger: APIValue = ["app": "stranger"]

  /// Wants `friend`, does not want `foe`, and wants to be spread among `twin`s.
  private static func pod() throws -> Pod {
    func term(_ app: String) -> APIValue {
      [
        "labelSelector": ["matchLabels": ["app": .string(app)]],
        "topologyKey": "kubernetes.io/hostname",
      ]
    }
    let required = "requiredDuringSchedulingIgnoredDuringExecution"
    var spread = term("twin")
    spread["whenUnsatisfiable"] = "DoNotSchedule"
    spread["maxSkew"] = 1
    return try Things.pod(
      labels: twin,
      spec: [
        "affinity": [
          "podAffinity": [.init(required): .array([term("friend")])],
          "podAntiAffinity": [.init(required): .array([term("foe")])],
        ], "topologySpreadConstraints": .array([spread]),
      ])
  }

  static let rows: [Row] = [
    Row(
      testDescription: "a friend arrives", filter: .interPodAffinity,
      change: { _ in .podArrived(try info(friend)) }, helps: true),
    Row(
      testDescription: "a stranger arrives", filter: .interPodAffinity,
      change: { _ in .podArrived(try info(stranger)) }, helps: false),
    Row(
      testDescription: "a foe leaves", filter: .interPodAffinity,
      change: { _ in .podLeft(try info(foe)) }, helps: true),
    Row(
      testDescription: "a stranger leaves", filter: .interPodAffinity,
      change: { _ in .podLeft(try info(stranger)) }, helps: false),
    Row(
      testDescription: "a stranger becomes a friend", filter: .interPodAffinity,
      change: { _ in .podChanged(from: try info(stranger), to: try info(friend)) }, helps: true),
    Row(
      testDescription: "a foe becomes a stranger", filter: .interPodAffinity,
      change: { _ in .podChanged(from: try info(foe), to: try info(stranger)) }, helps: true),
    Row(
      testDescription: "a stranger becomes a foe", filter: .interPodAffinity,
      change: { _ in .podChanged(from: try info(stranger), to: try info(foe)) }, helps: false),
    Row(
      testDescription: "a twin arrives", filter: .podTopologySpread,
      change: { _ in .podArrived(try info(twin)) }, helps: true),
    Row(
      testDescription: "a stranger arrives where twins count", filter: .podTopologySpread,
      change: { _ in .podArrived(try info(stranger)) }, helps: false),
    Row(
      testDescription: "a twin is being deleted", filter: .podTopologySpread,
      change: { _ in
        .podChanged(from: try info(twin), to: try info(twin, isTerminating: true))
      }, helps: true),
    Row(
      testDescription: "somebody leaves a full node", filter: .nodeResourcesFit,
      change: { _ in .podLeft(try info(stranger)) }, helps: true),
    Row(
      testDescription: "somebody arrives at a full node", filter: .nodeResourcesFit,
      change: { _ in .podArrived(try info(stranger)) }, helps: false),
    Row(
      testDescription: "somebody leaves where a claim is missing", filter: .volumeBinding,
      change: { _ in .podLeft(try info(stranger)) }, helps: false),
    Row(
      testDescription: "a node changes", filter: .volumeBinding, change: { _ in .node("node-1") },
      helps: true),
  ]

  @Test(arguments: rows)
  func isHelped(row: Row) throws {
    let hints = QueueingHints(pod: try Self.pod(), namespaces: NamespaceLabels(ObjectStore()))
    #expect(hints.isHelped([row.filter], by: try row.change(row)) == row.helps)
    #expect(hints.isHelped([], by: try row.change(row)))
  }
}

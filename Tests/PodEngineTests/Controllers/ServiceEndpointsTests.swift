import OrderedCollections
import Testing

@testable import PodEngine

struct ServiceEndpointsTests {
  private func service(_ port: APIValue, more: APIValue = [:]) throws -> Service {
    var spec: APIValue = ["selector": ["app": "web"], "ports": [port]]
    for (key, value) in more.objectValue ?? [:] { spec[key] = value }
    return try (["metadata": ["name": "svc", "namespace": "default"], "spec": spec] as APIValue)
      .decoded()
  }

  private func pod(
    _ name: String, ready: Bool = true, ip: APIValue = "10.244.1.2", phase: APIValue = "Running",
    metadata: APIValue = [:], port: Int = 8080
  ) throws -> Pod {
    try Things.pod(
      name, labels: ["app": "web"],
      spec: [
        "nodeName": "node-1",
        "containers": [
          ["name": "app", "ports": [["name": "http", "containerPort": .integer(port)]]]
        ],
      ],
      status: [
        "phase": phase, "podIP": ip,
        "conditions": [["type": "Ready", "status": .string(ready ? "True" : "False")]],
      ], metadata: metadata)
  }

  private let leaving: APIValue = ["deletionTimestamp": "2026-01-01T00:00:30Z"]

  @Test func conditions() throws {
    let service = try service(["port": 80])
    let pods = [
      try pod("a"), try pod("b", ready: false), try pod("c", metadata: leaving),
      try pod("d", ip: ""), try pod("e", phase: "Succeeded"),
    ]
    let endpoints = ServiceEndpoints(service, pods).groups.flatMap(\.endpoints)
    #expect(endpoints.map { $0.targetRef?.name } == ["a", "b", "c"])
    #expect(endpoints.map { $0.conditions.ready } == [true, false, false])
    #expect(endpoints.map { $0.conditions.serving } == [true, false, true])
    #expect(endpoints.map { $0.conditions.terminating } == [false, false, true])
  }

  @Test func everythingMayBePublished() throws {
    let service = try service(["port": 80], more: ["publishNotReadyAddresses": true])
    let pods = [try pod("a", ready: false), try pod("b", metadata: leaving)]
    let endpoints = ServiceEndpoints(service, pods).groups.flatMap(\.endpoints)
    #expect(endpoints.map { $0.conditions.ready } == [true, true])
  }

  @Test(
    arguments: [
      ("80", [80]), ("8080", [8080]), ("http", [8080, 9090]), ("none", []),
    ] as [(String, [Int])])
  func ports(_ target: String, _ numbers: [Int]) throws {
    let port: APIValue = [
      "port": 80, "targetPort": Int(target).map { .integer($0) } ?? .string(target),
    ]
    let pods = [try pod("a"), try pod("b", port: 9090)]
    let groups = ServiceEndpoints(try service(port), pods).groups
    #expect(groups.flatMap(\.ports).compactMap(\.port) == numbers)
  }

  @Test func aSliceHasAHundredEndpoints() throws {
    let pods = try (0..<250).map { try pod("pod-\($0)") }
    let groups = ServiceEndpoints(try service(["port": 80]), pods).groups
    #expect(groups.map(\.endpoints.count) == [100, 100, 50])
  }
}

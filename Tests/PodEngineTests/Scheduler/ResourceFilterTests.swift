import Testing

@testable import PodEngine

/// Requests, host ports, and what a node has left of them.
struct ResourceFilterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let pod: APIValue
    var existing: [APIValue] = []
    var reasons: [String] = []
    var isUnresolvable = false
    var testDescription: String { name }
  }

  static func containers(_ requests: APIValue...) -> APIValue {
    ["containers": .array(requests.map { Things.container("app", $0) })]
  }

  static let cases: [Case] = [
    Case(
      name: "nothing asked for fits a full node", pod: containers([:]),
      existing: [containers(["cpu": "10m", "memory": "20"])]),
    Case(
      name: "cpu is named before memory", pod: containers(["cpu": "1m", "memory": "1"]),
      existing: [containers(["cpu": "10m", "memory": "20"])],
      reasons: ["Insufficient cpu", "Insufficient memory"]),
    Case(
      name: "exactly what is left", pod: containers(["cpu": "3m"], ["cpu": "2m"]),
      existing: [containers(["cpu": "5m"])]),
    Case(
      name: "more than the whole node", pod: containers(["cpu": "11m"]),
      reasons: ["Insufficient cpu"], isUnresolvable: true),
    Case(
      name: "an unknown resource", pod: containers(["example.com/dongle": "1"]),
      reasons: ["Insufficient example.com/dongle"], isUnresolvable: true),
    Case(
      name: "too many Pods", pod: containers([:]),
      existing: [containers([:]), containers([:]), containers([:])], reasons: ["Too many pods"]),
    Case(
      name: "overhead counts",
      pod: ["containers": [Things.container("a", ["memory": "1"])], "overhead": ["memory": "15"]],
      existing: [containers(["memory": "5"])], reasons: ["Insufficient memory"]),
    Case(
      name: "a sidecar adds up",
      pod: [
        "containers": [Things.container("a", ["cpu": "8m"])],
        "initContainers": [
          [
            "name": "s", "restartPolicy": "Always",
            "resources": ["requests": ["cpu": "3m"]],
          ]
        ],
      ], reasons: ["Insufficient cpu"], isUnresolvable: true),
    Case(
      name: "an init container does not",
      pod: [
        "containers": [Things.container("a", ["cpu": "8m"])],
        "initContainers": [Things.container("i", ["cpu": "3m"])],
      ]),
  ]

  @Test(arguments: cases)
  func fits(_ row: Case) throws {
    let existing = try row.existing.enumerated().map { index, spec in
      PodInfo(try Things.pod("old-\(index)", spec: spec))
    }
    let node = NodeInfo(
      try Things.node(allocatable: ["cpu": "10m", "memory": "20", "pods": "3"]), pods: existing)
    let failure = NodeResourcesFit.filter(PodInfo(try Things.pod(spec: row.pod)), node)
    #expect(failure?.reasons ?? [] == row.reasons)
    #expect(failure?.isUnresolvable ?? false == row.isUnresolvable)
  }

  @Test func sidecarsBeforeAnInitContainerAreCountedWithIt() throws {
    let pod = try Things.pod(spec: [
      "containers": [Things.container("a", ["cpu": "100m"])],
      "initContainers": [
        ["name": "s", "restartPolicy": "Always", "resources": ["requests": ["cpu": "50m"]]],
        Things.container("i", ["cpu": "200m"]),
      ],
    ])
    #expect(ResourceAmounts(requestsOf: pod.spec).milliCPU == 250)
  }

  @Test func takingAPodAwayLeavesTheNodeAsItWas() throws {
    let empty = NodeInfo(try Things.node())
    var node = empty
    let pod = PodInfo(
      try Things.pod(spec: Self.containers(["cpu": "1", "memory": "1Gi", "gpu": "1"])))
    node.add(pod)
    node.remove(pod.key)
    #expect(node.pods.isEmpty)
    #expect(node.requested.milliCPU == 0 && node.requested.scalars["gpu"] == 0)
    #expect(node.nonZeroRequested.memory == empty.nonZeroRequested.memory)
  }

  @Test(arguments: [
    ("0.0.0.0", "TCP", 80, true), ("127.0.0.2", "TCP", 80, false), ("127.0.0.1", "UDP", 80, false),
    ("127.0.0.1", "TCP", 81, false), ("127.0.0.1", "TCP", 80, true),
  ])
  func portsConflict(_ address: String, _ transport: String, _ port: Int, _ conflicts: Bool) throws
  {
    func spec(_ address: String, _ transport: String, _ port: Int) -> APIValue {
      [
        "containers": [
          [
            "name": "a",
            "ports": [
              [
                "hostIP": .string(address), "protocol": .string(transport),
                "hostPort": .integer(port),
              ]
            ],
          ]
        ]
      ]
    }
    let existing = PodInfo(try Things.pod("old", spec: spec("127.0.0.1", "TCP", 80)))
    let node = NodeInfo(try Things.node(), pods: [existing])
    let pod = PodInfo(try Things.pod(spec: spec(address, transport, port)))
    let reason = "node(s) didn't have free ports for the requested pod ports"
    #expect(NodePorts.filter(pod, node)?.reasons == (conflicts ? [reason] : nil))
  }
}

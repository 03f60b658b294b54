import Testing

@testable import PodEngine

/// The filters that look at the Pod and the node alone.
struct NodeFilterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let filter: FilterName
    var pod: APIValue = [:]
    var labels: APIValue = [:]
    var node: APIValue = [:]
    var reason: String?
    var testDescription: String { name }
  }

  static let taint = "node(s) had untolerated taint {dedicated: db}"
  static let selector = "node(s) didn't match Pod's node affinity/selector"
  static let dedicated: APIValue = [
    "taints": [["key": "dedicated", "value": "db", "effect": "NoSchedule"]]
  ]

  static func terms(_ terms: APIValue) -> APIValue {
    [
      "affinity": [
        "nodeAffinity": [
          "requiredDuringSchedulingIgnoredDuringExecution": ["nodeSelectorTerms": terms]
        ]
      ]
    ]
  }

  static let cases: [Case] = [
    Case(
      name: "cordoned", filter: .nodeUnschedulable, node: ["unschedulable": true],
      reason: "node(s) were unschedulable"),
    Case(
      name: "cordoned and tolerated", filter: .nodeUnschedulable,
      pod: ["tolerations": [["key": "node.kubernetes.io/unschedulable", "operator": "Exists"]]],
      node: ["unschedulable": true]),
    Case(
      name: "another node is named", filter: .nodeName, pod: ["nodeName": "node-2"],
      reason: "node(s) didn't match the requested node name"),
    Case(name: "this node is named", filter: .nodeName, pod: ["nodeName": "node-1"]),
    Case(name: "taint", filter: .taintToleration, node: dedicated, reason: taint),
    Case(
      name: "taint with the value tolerated", filter: .taintToleration,
      pod: ["tolerations": [["key": "dedicated", "value": "db", "effect": "NoSchedule"]]],
      node: dedicated),
    Case(
      name: "taint with another value tolerated", filter: .taintToleration,
      pod: ["tolerations": [["key": "dedicated", "value": "web"]]], node: dedicated,
      reason: taint),
    Case(
      name: "everything tolerated", filter: .taintToleration,
      pod: ["tolerations": [["operator": "Exists"]]], node: dedicated),
    Case(
      name: "a wish is no obstacle", filter: .taintToleration,
      node: ["taints": [["key": "a", "effect": "PreferNoSchedule"]]]),
    Case(
      name: "NoExecute keeps off too", filter: .taintToleration,
      node: ["taints": [["key": "a", "value": "b", "effect": "NoExecute"]]],
      reason: "node(s) had untolerated taint {a: b}"),
    Case(
      name: "label missing", filter: .nodeAffinity, pod: ["nodeSelector": ["disk": "ssd"]],
      reason: selector),
    Case(
      name: "label there", filter: .nodeAffinity, pod: ["nodeSelector": ["disk": "ssd"]],
      labels: ["disk": "ssd"]),
    Case(
      name: "no expression matches nothing", filter: .nodeAffinity,
      pod: terms([["matchExpressions": []]]), reason: selector),
    Case(
      name: "one of two terms", filter: .nodeAffinity,
      pod: terms([
        ["matchExpressions": [["key": "disk", "operator": "In", "values": ["hdd"]]]],
        ["matchFields": [["key": "metadata.name", "operator": "In", "values": ["node-1"]]]],
      ])),
    Case(
      name: "an unusable value matches nothing", filter: .nodeAffinity,
      pod: terms([
        ["matchExpressions": [["key": "disk", "operator": "NotIn", "values": ["_@#"]]]]
      ]), reason: selector),
    Case(
      name: "greater", filter: .nodeAffinity,
      pod: terms([["matchExpressions": [["key": "v", "operator": "Gt", "values": ["5"]]]]]),
      labels: ["v": "6"]),
    Case(
      name: "not greater", filter: .nodeAffinity,
      pod: terms([["matchExpressions": [["key": "v", "operator": "Gt", "values": ["5"]]]]]),
      labels: ["v": "5"], reason: selector),
  ]

  @Test(arguments: cases)
  func givesTheReason(_ row: Case) throws {
    let pod = try Things.pod(spec: row.pod).spec
    let node = try Things.node(labels: row.labels, spec: row.node)
    let failure =
      switch row.filter {
      case .nodeUnschedulable: NodeUnschedulable.filter(pod, node)
      case .nodeName: NodeNameFilter.filter(pod, node)
      case .taintToleration: TaintToleration.filter(pod, node)
      case .nodeAffinity: NodeAffinityFilter.filter(pod, node)
      case .nodePorts, .nodeResourcesFit, .volumeBinding, .podTopologySpread, .interPodAffinity:
        FilterFailure?.none
      }
    #expect(failure?.reasons == row.reason.map { [$0] })
    #expect(failure?.isUnresolvable != false)
  }
}

import OrderedCollections
import PodEngine
import Testing

/// Priority classes, and who is driven out for whom.
struct PriorityClassTests {
  private func make(
    _ cluster: inout Cluster, _ name: String, _ value: Int, _ more: APIValue = .emptyObject
  ) throws {
    var object: APIValue = ["metadata": ["name": .string(name)], "value": .integer(value)]
    for (key, value) in more.objectValue ?? [:] { object[key] = value }
    _ = try cluster.request(.create(object, .priorityClasses, namespace: ""))
  }

  @Test func everyClusterHasTwo() {
    let cluster = Cluster(nodeCount: 1)
    let names = cluster.objects.list(.priorityClasses).map(\.metadata.name)
    #expect(names == ["system-cluster-critical", "system-node-critical"])
  }

  struct Row: Sendable {
    var className = ""
    var isThereADefault = false
    var priority = 0
    var policy = "PreemptLowerPriority"
  }

  @Test(arguments: [
    Row(), Row(className: "high", priority: 1000),
    Row(className: "polite", priority: 500, policy: "Never"),
    Row(isThereADefault: true, priority: 7),
    Row(className: "high", isThereADefault: true, priority: 1000),
  ])
  func aPodGetsWhatItsClassSays(_ row: Row) throws {
    var laboratory = try Laboratory()
    try make(&laboratory.cluster, "high", 1000)
    try make(&laboratory.cluster, "polite", 500, ["preemptionPolicy": "Never"])
    try make(&laboratory.cluster, "usual", 7, ["globalDefault": .bool(row.isThereADefault)])
    try laboratory.run("web", "sleep 1", spec: ["priorityClassName": .string(row.className)])
    let tree = try #require(laboratory.cluster.objects[laboratory.key("web")]?.tree["spec"])
    #expect(tree["priority"]?.intValue == row.priority)
    #expect(tree["preemptionPolicy"]?.stringValue == row.policy)
    let className = row.priority == 7 ? "usual" : row.className
    #expect((tree["priorityClassName"]?.stringValue ?? "") == className)
  }

  struct Refusal: Sendable {
    var name = "high"
    var value = 1
    var more: APIValue = .emptyObject
    let problem: String
  }

  @Test(arguments: [
    Refusal(name: "system-x", problem: "system-x is not a known system priority class"),
    Refusal(
      value: 1_000_000_001,
      problem: "maximum allowed value of a user defined priority is 1000000000"),
    Refusal(
      more: ["preemptionPolicy": "Maybe"],
      problem: "supported values: \"PreemptLowerPriority\", \"Never\""),
    Refusal(
      more: ["globalDefault": true],
      problem: "PriorityClass usual is already marked as default. Only one default can exist"),
  ])
  func refuses(_ row: Refusal) throws {
    var cluster = Cluster(nodeCount: 1)
    try make(&cluster, "usual", 7, ["globalDefault": true])
    let error = #expect(throws: APIError.self) {
      try make(&cluster, row.name, row.value, row.more)
    }
    #expect(error?.message.contains(row.problem) == true, "\(error?.message ?? "")")
  }

  /// The victim has its grace; the Pod that waits for its place names the node meanwhile.
  @Test func thePodOfAHigherClassDrivesOutAnother() throws {
    var laboratory = try Laboratory()
    try make(&laboratory.cluster, "high", 1000)
    let most: APIValue = ["resources": ["requests": ["cpu": "1500m"]]]
    try laboratory.run(
      "low", "trap '' TERM; while true; do sleep 1; done", container: most,
      spec: ["terminationGracePeriodSeconds": 7])
    try laboratory.cluster.advance(by: .seconds(10))
    try laboratory.run(
      "web", "sleep 1000", container: most, spec: ["priorityClassName": "high"])
    try laboratory.cluster.advance(by: .seconds(1))
    let web = try #require(laboratory.pod("web"))
    #expect(laboratory.pod("low")?.isTerminating == true)
    #expect(laboratory.pod("low")?.status.condition("DisruptionTarget")?.status == .true)
    #expect(
      laboratory.messages("Preempted") == [
        "Preempted by pod \(web.metadata.uid) on node node-1"
      ])
    let nominated = laboratory.cluster.objects[web.key]?.tree[path: "status", "nominatedNodeName"]
    #expect(nominated == "node-1")
    try laboratory.cluster.advance(by: .seconds(6))
    #expect(laboratory.goneAt("low") == 17_000)
    #expect(laboratory.pod("web")?.status.phase == .running)
  }
}

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

  @Test(arguments: [
    ("", [:], 0, "PreemptLowerPriority"),
    ("high", [:], 1000, "PreemptLowerPriority"),
    ("polite", [:], 500, "Never"),
    ("", ["globalDefault": true] as APIValue, 7, "PreemptLowerPriority"),
  ])
  func aPodGetsWhatItsClassSays(
    _ name: String, _ ofUsual: APIValue, _ priority: Int, _ policy: String
  ) throws {
    var laboratory = try Laboratory()
    try make(&laboratory.cluster, "high", 1000)
    try make(&laboratory.cluster, "polite", 500, ["preemptionPolicy": "Never"])
    try make(&laboratory.cluster, "usual", 7, ofUsual)
    try laboratory.run("web", "sleep 1", spec: ["priorityClassName": .string(name)])
    let tree = try #require(laboratory.cluster.objects[laboratory.key("web")]?.tree["spec"])
    #expect(tree["priority"]?.intValue == priority)
    #expect(tree["preemptionPolicy"]?.stringValue == policy)
    let className = priority == 7 ? "usual" : name
    #expect((tree["priorityClassName"]?.stringValue ?? "") == className)
  }

  @Test(arguments: [
    ("system-x", 1, [:], "system-x is not a known system priority class"),
    ("high", 1_000_000_001, [:], "maximum allowed value of a user defined priority is 1000000000"),
    ("high", 1, ["preemptionPolicy": "Maybe"] as APIValue, "supported values: \"Never\""),
    (
      "high", 1, ["globalDefault": true] as APIValue,
      "PriorityClass usual is already marked as default. Only one default can exist"
    ),
  ])
  func refuses(_ name: String, _ value: Int, _ more: APIValue, _ problem: String) throws {
    var cluster = Cluster(nodeCount: 1)
    try make(&cluster, "usual", 7, ["globalDefault": true])
    let error = #expect(throws: APIError.self) { try make(&cluster, name, value, more) }
    #expect(error?.message.contains(problem) == true, "\(error?.message ?? "")")
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

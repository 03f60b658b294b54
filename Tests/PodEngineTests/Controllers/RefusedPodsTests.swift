import Testing

@testable import PodEngine

/// What controllers do about Pods that the API server does not take.
@Suite struct RefusedPodsTests {
  private static func template(_ account: String) -> APIValue {
    [
      "serviceAccountName": .string(account), "containers": [["name": "web", "image": "nginx"]],
    ]
  }

  @Test func aSetTriesAgainAfterLongerAndLongerPauses() throws {
    var lab = Lab()
    var set = Lab.replicaSet(replicas: 3)
    set[path: "spec", "template", "spec"] = Self.template("builder")
    try lab.create(set, .replicaSets)
    // Twice at 0 s, because the set's own status wakes its controller, then 5, 20, 40 … 40,960 ms
    // after the one before: fifteen tries within 82 s, of one Pod each.
    try lab.advance(82)
    let events = lab.cluster.objects.list(.events).map(\.tree).filter {
      $0.text("reason") == "FailedCreate"
    }
    #expect(events.map { $0.number("count") } == [15])
    let conditions = lab.tree(.replicaSets, "web")?["status"]?.list("conditions") ?? []
    #expect(conditions.map { $0.text("reason") } == ["FailedCreate"])
    #expect(conditions.first?.text("message").hasPrefix("pods \"web-\" is forbidden: ") == true)

    try lab.create(["metadata": ["name": "builder"]], .serviceAccounts)
    try lab.advance(82)
    #expect(lab.active.count == 3)
    #expect(lab.tree(.replicaSets, "web")?["status"]?.field("conditions") == nil)
  }

  @Test(arguments: [
    (RetryDelay.standard, 1, 5), (.standard, 2, 10), (.standard, 12, 10_240),
    (.standard, 18, 655_360), (.standard, 19, 1_000_000), (.standard, 500, 1_000_000),
    (.job, 1, 1000), (.job, 6, 32_000), (.job, 7, 60_000), (.job, 99, 60_000),
  ])
  func pauses(delay: RetryDelay, failures: Int, milliseconds: Int) {
    #expect(delay.delay(afterFailures: failures) == .milliseconds(milliseconds))
  }

  @Test func aJobGetsItsPodOnceItMay() throws {
    var lab = Lab()
    try lab.create(
      [
        "metadata": ["name": "once"],
        "spec": ["template": ["spec": Self.job("builder")]],
      ], .jobs)
    try lab.advance(10)
    #expect(lab.pods.isEmpty)
    try lab.create(["metadata": ["name": "builder"]], .serviceAccounts)
    try lab.advance(10)
    #expect(lab.pods.count == 1)
  }

  private static func job(_ account: String) -> APIValue {
    var spec = template(account)
    spec["restartPolicy"] = "Never"
    return spec
  }
}

import OrderedCollections
import Testing

@testable import PodEngine

/// Indexed Jobs that fail and succeed by their indexes.
struct JobIndexTests {
  private func job(_ fields: APIValue) -> APIValue {
    var spec: APIValue = [
      "completions": 3, "parallelism": 3, "completionMode": "Indexed",
      "template": [
        "spec": [
          "restartPolicy": "Never", "containers": [["name": "app", "image": "busybox"]],
        ]
      ],
    ]
    for (key, value) in fields.objectValue ?? [:] { spec[key] = value }
    return ["metadata": ["name": "jok"], "spec": spec]
  }

  private func pod(_ lab: Lab, _ index: Int) throws -> Pod {
    try #require(lab.active.first { CompletionIndexes.index(of: $0) == index })
  }

  private func status(_ lab: Lab, _ field: String) -> APIValue? {
    lab.tree(.jobs, "jok")?[path: "status", field]
  }

  @Test func everyIndexHasItsOwnTries() throws {
    var lab = Lab()
    try lab.create(job(["backoffLimitPerIndex": 1]), .jobs)
    let key = JobSync.failureCountKey
    #expect(try pod(lab, 1).metadata.annotations[key] == "0")
    try lab.end(pod(lab, 1), exitCode: 1)
    // The failed Pod is counted when its replacement is there.
    #expect(lab.active.count == 2)
    #expect(status(lab, "failed") == nil)
    try lab.advance(10)
    #expect(try pod(lab, 1).metadata.annotations[key] == "1")
    #expect(status(lab, "failed") == 1)
    try lab.end(pod(lab, 1), exitCode: 1)
    #expect(status(lab, "failedIndexes") == "1")
    #expect(lab.conditions(of: .jobs, "jok").isEmpty)
    for index in [0, 2] { try lab.end(pod(lab, index), exitCode: 0) }
    #expect(
      lab.conditions(of: .jobs, "jok") == [
        "FailureTarget True FailedIndexes", "Failed True FailedIndexes",
      ])
    #expect(status(lab, "completedIndexes") == "0,2")
    #expect(status(lab, "failed") == 2)
  }

  @Test func tooManyFailedIndexesEndIt() throws {
    var lab = Lab()
    try lab.create(job(["backoffLimitPerIndex": 0, "maxFailedIndexes": 0]), .jobs)
    try lab.end(pod(lab, 2), exitCode: 1)
    #expect(
      lab.conditions(of: .jobs, "jok").first == "FailureTarget True MaxFailedIndexesExceeded")
    #expect(lab.active.isEmpty)
    #expect(status(lab, "failedIndexes") == "2")
  }

  @Test func aPolicyCanFailAnIndexAtOnce() throws {
    var lab = Lab()
    let rule: APIValue = [
      "action": "FailIndex", "onExitCodes": ["operator": "In", "values": [42]],
    ]
    try lab.create(
      job(["backoffLimitPerIndex": 5, "podFailurePolicy": ["rules": [rule]]]), .jobs)
    try lab.end(pod(lab, 0), exitCode: 42)
    #expect(status(lab, "failedIndexes") == "0")
    try lab.advance(600)
    #expect(lab.active.count == 2)
  }

  @Test func someIndexesCanBeEnough() throws {
    var lab = Lab()
    try lab.create(
      job(["successPolicy": ["rules": [["succeededIndexes": "0,2", "succeededCount": 1]]]]), .jobs)
    try lab.end(pod(lab, 1), exitCode: 0)
    #expect(lab.conditions(of: .jobs, "jok").isEmpty)
    try lab.end(pod(lab, 2), exitCode: 0)
    #expect(
      lab.conditions(of: .jobs, "jok") == [
        "SuccessCriteriaMet True SuccessPolicy", "Complete True SuccessPolicy",
      ])
    #expect(status(lab, "conditions")?.arrayValue?.first?["message"] == "Matched rules at index 0")
    #expect(status(lab, "failed") == nil)
    #expect(lab.active.isEmpty)
  }

  @Test func theFieldsNeedAnIndexedJob() throws {
    var lab = Lab()
    let error = #expect(throws: APIError.self) {
      try lab.create(
        job(["completionMode": "NonIndexed", "backoffLimitPerIndex": 1]), .jobs)
    }
    #expect(
      error?.message.contains(
        "spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode") == true)
  }

  @Test func labelKeysGoIntoTheSelector() throws {
    var lab = Lab()
    let term: APIValue = [
      "topologyKey": "zone", "labelSelector": ["matchLabels": ["app": "web"]],
      "matchLabelKeys": ["hash"], "mismatchLabelKeys": ["tenant", "none"],
    ]
    try lab.create(
      [
        "metadata": ["name": "p", "labels": ["hash": "x", "tenant": "t"]],
        "spec": [
          "containers": [["name": "app", "image": "busybox"]],
          "affinity": [
            "podAntiAffinity": ["requiredDuringSchedulingIgnoredDuringExecution": [term]]
          ],
        ],
      ], .pods)
    let found = lab.pods.first?.spec.affinity?.podAntiAffinity?
      .requiredDuringSchedulingIgnoredDuringExecution.first?.labelSelector?.matchExpressions
    #expect(
      found?.map { "\($0.key) \($0.operator) \($0.values)" } == [
        "hash In [\"x\"]", "tenant NotIn [\"t\"]",
      ])
  }
}

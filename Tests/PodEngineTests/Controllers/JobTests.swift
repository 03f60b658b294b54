import Testing

@testable import PodEngine

struct JobTests {
  private func job(_ spec: APIValue = [:]) -> APIValue {
    var object: APIValue = ["metadata": ["name": "jok"]]
    object["spec"] = spec
    object[path: "spec", "template"] = Lab.template(restartPolicy: "Never")
    return object
  }

  private func status(_ lab: Lab, _ field: String) -> Int? {
    lab.tree(.jobs, "jok")?[path: "status", field]?.intValue
  }

  @Test func completes() throws {
    var lab = Lab()
    try lab.create(job(), .jobs)
    let pod = try #require(lab.pods.first)
    #expect(pod.metadata.finalizers == ["batch.kubernetes.io/job-tracking"])
    #expect(pod.metadata.labels["job-name"] == "jok")
    #expect(status(lab, "active") == 1)
    try lab.end(pod, exitCode: 0)
    #expect(lab.pods.first?.metadata.finalizers == [])
    #expect(status(lab, "succeeded") == 1)
    #expect(status(lab, "active") == nil)
    #expect(
      lab.conditions(of: .jobs, "jok") == [
        "SuccessCriteriaMet True CompletionsReached", "Complete True CompletionsReached",
      ])
    #expect(
      lab.events(about: "Job").sorted() == [
        "Completed: Job completed", "SuccessfulCreate: Created pod: \(pod.metadata.name)",
      ])
  }

  @Test func runsSomeAtATime() throws {
    var lab = Lab()
    try lab.create(job(["completions": 5, "parallelism": 2]), .jobs)
    for done in 0..<5 {
      #expect(lab.active.count == min(2, 5 - done))
      try lab.end(try #require(lab.active.first), exitCode: 0)
    }
    #expect(status(lab, "succeeded") == 5)
    #expect(lab.pods.count == 5)
  }

  @Test func failsAfterItsLimit() throws {
    var lab = Lab()
    try lab.create(job(["backoffLimit": 2]), .jobs)
    var starts: [Int] = []
    for _ in 0..<3 {
      starts.append(lab.cluster.now.milliseconds / 1000)
      try lab.end(try #require(lab.active.first), exitCode: 1)
      for _ in 0..<100 where lab.active.isEmpty && starts.count < 3 { try lab.advance(1) }
    }
    #expect(starts == [0, 10, 30])
    #expect(
      lab.conditions(of: .jobs, "jok") == [
        "FailureTarget True BackoffLimitExceeded", "Failed True BackoffLimitExceeded",
      ])
    #expect(status(lab, "failed") == 3)
    #expect(
      lab.events(about: "Job").contains(
        "BackoffLimitExceeded: Job has reached the specified backoff limit"))
    try lab.advance(1000)
    #expect(lab.active.isEmpty)
  }

  @Test func endsAtItsDeadline() throws {
    var lab = Lab()
    try lab.create(job(["activeDeadlineSeconds": 30]), .jobs)
    try lab.advance(29)
    #expect(lab.conditions(of: .jobs, "jok").isEmpty)
    try lab.advance(1)
    #expect(
      lab.conditions(of: .jobs, "jok") == [
        "FailureTarget True DeadlineExceeded", "Failed True DeadlineExceeded",
      ])
    #expect(lab.active.isEmpty)
  }

  @Test func suspendsAndResumes() throws {
    var lab = Lab()
    try lab.create(job(["suspend": true]), .jobs)
    #expect(lab.pods.isEmpty)
    #expect(lab.conditions(of: .jobs, "jok") == ["Suspended True JobSuspended"])
    try lab.patch(.jobs, "jok", ["spec": ["suspend": false]])
    #expect(lab.active.count == 1)
    #expect(lab.conditions(of: .jobs, "jok") == ["Suspended False JobResumed"])
  }

  @Test func numbersItsPods() throws {
    var lab = Lab()
    try lab.create(
      job(["completions": 3, "parallelism": 3, "completionMode": "Indexed"]), .jobs)
    #expect(lab.active.compactMap { CompletionIndexes.index(of: $0) } == [0, 1, 2])
    #expect(
      lab.active.map { String($0.metadata.name.prefix(6)) } == ["jok-0-", "jok-1-", "jok-2-"])
    #expect(lab.active[1].spec.hostname == "jok-1")
    #expect(lab.active[1].spec.containers[0].env.map(\.name) == ["JOB_COMPLETION_INDEX"])
    try lab.end(lab.active[1], exitCode: 1)
    try lab.advance(10)
    #expect(lab.active.compactMap { CompletionIndexes.index(of: $0) } == [0, 1, 2])
    for pod in lab.active { try lab.end(pod, exitCode: 0) }
    #expect(lab.tree(.jobs, "jok")?[path: "status", "completedIndexes"] == "0-2")
    #expect(status(lab, "failed") == 1)
  }

  @Test func aFailurePolicyEndsItAtOnce() throws {
    var lab = Lab()
    let rule: APIValue = [
      "action": "FailJob", "onExitCodes": ["operator": "In", "values": [42]],
    ]
    try lab.create(job(["parallelism": 2, "podFailurePolicy": ["rules": [rule]]]), .jobs)
    let pod = lab.active[0]
    try lab.end(pod, exitCode: 42)
    #expect(
      lab.conditions(of: .jobs, "jok") == [
        "FailureTarget True PodFailurePolicy", "Failed True PodFailurePolicy",
      ])
    #expect(lab.active.isEmpty)
    let message = lab.tree(.jobs, "jok")?[path: "status", "conditions"]?.arrayValue?[0]["message"]
    #expect(
      message
        == .string(
          "Container app for pod default/\(pod.metadata.name) failed with exit code 42 "
            + "matching FailJob rule at index 0"))
  }

  @Test func itsPodsGoWithIt() throws {
    var lab = Lab()
    try lab.create(job(), .jobs)
    try lab.delete(.jobs, "jok")
    #expect(lab.pods.isEmpty)
  }

  /// `syncOrphanPod`: nobody will count the Pods of a Job that was deleted alone.
  @Test func letsGoOfThePodsThatItLeavesBehind() throws {
    var lab = Lab()
    try lab.create(job(), .jobs)
    try lab.delete(.jobs, "jok", .orphan)
    let pod = try #require(lab.pods.first)
    #expect(pod.metadata.controller == nil)
    #expect(pod.metadata.finalizers == [])
  }
}

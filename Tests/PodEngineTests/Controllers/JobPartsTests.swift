import Testing

@testable import PodEngine

struct JobPartsTests {
  @Test func failuresAreAnsweredLaterAndLater() {
    var backoff = JobBackoff()
    var starts: [Int] = []
    for _ in 0..<8 {
      let end = backoff.nextStart ?? .start
      backoff.note([JobBackoff.Ending(succeeded: false, time: end)])
      starts.append((backoff.nextStart?.milliseconds ?? 0) / 1000)
    }
    #expect(starts == [10, 30, 70, 150, 310, 630, 1230, 1830])
  }

  @Test func aSuccessForgivesEarlierFailures() {
    var backoff = JobBackoff()
    let second = SimulatedTime(milliseconds: 1000)
    backoff.note([
      JobBackoff.Ending(succeeded: true, time: second),
      JobBackoff.Ending(succeeded: false, time: .start),
    ])
    #expect(backoff.nextStart == nil)
    backoff.note([JobBackoff.Ending(succeeded: false, time: second)])
    #expect(backoff.nextStart == SimulatedTime(milliseconds: 11_000))
  }

  @Test(arguments: [
    ([0, 1, 2, 4], "0-2,4"), ([], ""), ([3], "3"), ([1, 2], "1,2"), ([5, 3, 3, 4, 9], "3-5,9"),
  ])
  func indexes(_ numbers: [Int], _ text: String) {
    let indexes = CompletionIndexes(numbers)
    #expect(indexes.text == text)
    #expect(CompletionIndexes(text: text, completions: 10) == indexes)
  }

  @Test func indexesThatCannotBeAreLeftOut() {
    #expect(CompletionIndexes(text: "x,1-0,3-12,2", completions: 10).numbers == [2])
  }

  private func policy(_ rule: APIValue) throws -> PodFailurePolicy {
    try (["rules": [rule]] as APIValue).decoded()
  }

  @Test(arguments: [
    ("In", 42, true), ("In", 1, false), ("NotIn", 1, true), ("NotIn", 42, false),
    ("NotIn", 0, false),
  ])
  func exitCodes(_ operation: String, _ code: Int, _ matches: Bool) throws {
    let pod = try Things.pod(status: [
      "containerStatuses": [
        ["name": "main", "state": ["terminated": ["exitCode": .integer(code)]]]
      ]
    ])
    let policy = try policy([
      "action": "FailJob", "onExitCodes": ["operator": .string(operation), "values": [42]],
    ])
    let message =
      "Container main for pod default/web failed with exit code \(code) "
      + "matching FailJob rule at index 0"
    #expect(policy.verdict(on: pod) == (matches ? .failJob(message: message) : .count))
  }

  @Test func disruptionsCanBeIgnored() throws {
    let policy = try policy([
      "action": "Ignore", "onPodConditions": [["type": "DisruptionTarget", "status": "True"]],
    ])
    let condition: APIValue = [["type": "DisruptionTarget", "status": "True"]]
    #expect(try policy.verdict(on: Things.pod(status: ["conditions": condition])) == .ignore)
    #expect(try policy.verdict(on: Things.pod()) == .count)
  }
}

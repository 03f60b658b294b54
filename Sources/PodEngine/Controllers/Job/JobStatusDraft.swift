/// The status of a Job while it is being worked out.
struct JobStatusDraft {
  var active = 0
  var succeeded: Int
  var failed: Int
  var ready = 0
  var terminating = 0
  var startTime: SimulatedTime?
  var completionTime: SimulatedTime?
  var completed: CompletionIndexes
  /// Nil for a Job without `backoffLimitPerIndex`.
  var failedIndexes: CompletionIndexes?
  private var conditions: [PodCondition]

  init(_ tree: APIValue) {
    let status: JobStatus = (try? tree.decoded()) ?? JobStatus()
    succeeded = status.succeeded ?? 0
    failed = status.failed ?? 0
    startTime = status.startTime
    completionTime = status.completionTime
    conditions = status.conditions
    completed = CompletionIndexes(
      text: tree["completedIndexes"]?.stringValue ?? "", completions: Int(Int32.max))
    failedIndexes = tree["failedIndexes"]?.stringValue.map {
      CompletionIndexes(text: $0, completions: Int(Int32.max))
    }
  }

  func condition(_ type: String) -> PodCondition? { conditions.first { $0.type == type } }

  mutating func set(_ condition: PodCondition, at now: SimulatedTime) {
    var condition = condition
    condition.lastProbeTime = now
    condition.lastTransitionTime = now
    guard let index = conditions.firstIndex(where: { $0.type == condition.type }) else {
      return conditions.append(condition)
    }
    if conditions[index].status != condition.status { conditions[index] = condition }
  }

  func tree(isIndexed: Bool) -> APIValue {
    var tree = APIValue.emptyObject
    if !conditions.isEmpty {
      tree["conditions"] = .array(conditions.map { APIValue(encoding: $0) })
    }
    if let startTime { tree["startTime"] = .string(startTime.timestamp) }
    if let completionTime { tree["completionTime"] = .string(completionTime.timestamp) }
    for (field, count) in [("active", active), ("succeeded", succeeded), ("failed", failed)]
    where count > 0 { tree[field] = .integer(count) }
    tree["terminating"] = .integer(terminating)
    if isIndexed, !completed.numbers.isEmpty { tree["completedIndexes"] = .string(completed.text) }
    if let failedIndexes { tree["failedIndexes"] = .string(failedIndexes.text) }
    // Kubernetes notes here which Pods it is about to count; podlab counts them in one step.
    tree["uncountedTerminatedPods"] = .emptyObject
    tree["ready"] = .integer(ready)
    return tree
  }
}

/// What the failure of a Pod means for its Job (pkg/controller/job/pod_failure_policy.go).
package struct PodFailurePolicy: Hashable, Codable, Sendable {
  package var rules: [Rule] = []

  /// One rule; exactly one of the two conditions is set.
  package struct Rule: Hashable, Codable, Sendable {
    package var action = ""
    package var onExitCodes: ExitCodes?
    package var onPodConditions: [ConditionPattern] = []
  }

  package struct ExitCodes: Hashable, Codable, Sendable {
    package var containerName: String?
    package var `operator` = ""
    package var values: [Int] = []
  }

  package struct ConditionPattern: Hashable, Codable, Sendable {
    package var type = ""
    package var status = ""
  }

  package enum Verdict: Hashable, Sendable {
    case count
    case ignore
    /// Counts, and no Pod of its index gets another try.
    case failIndex
    case failJob(message: String)

    var isCounted: Bool {
      switch self {
      case .count, .failIndex, .failJob: true
      case .ignore: false
      }
    }
  }

  /// The first rule that matches decides; a failure that no rule matches counts.
  package func verdict(on pod: Pod) -> Verdict {
    for (index, rule) in rules.enumerated() {
      guard let what = rule.match(pod) else { continue }
      switch rule.action {
      case "Ignore": return .ignore
      case "FailIndex": return .failIndex
      case "FailJob":
        return .failJob(message: "\(what) matching FailJob rule at index \(index)")
      default: return .count
      }
    }
    return .count
  }
}

extension PodFailurePolicy.Rule {
  /// What matched, in the words of the Job's condition.
  fileprivate func match(_ pod: Pod) -> String? {
    let name = "\(pod.metadata.namespace)/\(pod.metadata.name)"
    if let onExitCodes {
      let statuses = pod.status.containerStatuses + pod.status.initContainerStatuses
      return statuses.firstNonNil { status in
        guard let end = status.state.terminated, onExitCodes.matches(status.name, end.exitCode)
        else { return nil }
        return "Container \(status.name) for pod \(name) failed with exit code \(end.exitCode)"
      }
    }
    return onPodConditions.firstNonNil { pattern in
      let condition = pod.status.condition(pattern.type)
      guard let condition, condition.status.rawValue == pattern.status else { return nil }
      return "Pod \(name) has condition \(pattern.type)"
    }
  }
}

extension PodFailurePolicy.ExitCodes {
  fileprivate func matches(_ container: String, _ code: Int) -> Bool {
    guard code != 0, containerName == nil || containerName == container else { return false }
    return values.contains(code) == (self.operator == "In")
  }
}

extension Sequence {
  fileprivate func firstNonNil<T>(_ transform: (Element) -> T?) -> T? {
    for element in self { if let found = transform(element) { return found } }
    return nil
  }
}

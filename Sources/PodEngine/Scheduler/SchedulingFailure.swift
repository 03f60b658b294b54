/// Why an attempt to schedule a Pod gave it no node (`handleSchedulingFailure` in
/// pkg/scheduler/schedule_one.go).
package enum SchedulingFailure: Hashable, Sendable {
  /// There are no nodes at all.
  case noNodes
  /// No node can take the Pod.
  case unfit(FitError)
  /// Something went wrong; the nodes are not to blame.
  case error(String)

  /// The API server did not take the binding; `{error}` stands for its refusal.
  package static let bindingRefused = Self.error(
    "binding rejected: running Bind plugin \"DefaultBinder\": {error}")

  package var message: String {
    switch self {
    case .noNodes: "no nodes available to schedule pods"
    case .unfit(let error): error.message
    case .error(let text): text
    }
  }

  /// What is written to the Pod, in full length.
  package var condition: PodCondition {
    let reason =
      switch self {
      case .noNodes, .unfit: "Unschedulable"
      case .error: "SchedulerError"
      }
    return PodCondition("PodScheduled", .false, reason: reason, message: message)
  }

  /// What is told, in the length that an event may have.
  package func event(about pod: ObjectReference) -> EventRecord {
    EventRecord(
      pod, .warning, "FailedScheduling", FitError.truncated(message), action: "Scheduling")
  }
}

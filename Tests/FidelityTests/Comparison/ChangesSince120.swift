/// What Kubernetes 1.20, which was recorded, did differently from 1.33, which podlab teaches. None
/// of it is held against podlab, and nothing else is forgiven.
///
/// Messages of events are worded differently (`Created container app` is `Created
/// container: app` today), so events are compared by object, type and reason only.
enum ChangesSince120 {
  /// `--node-monitor-grace-period` was 40 s and is 50 s since 1.32: what follows from a dead node
  /// comes so many seconds later.
  static let nodeGraceSeconds = 10.0

  /// Conditions that 1.20 did not have.
  static let addedConditions: Set = ["DisruptionTarget", "PodReadyToStartContainers"]

  /// The states whose phase, reason and conditions are comparable: those before the deletion.
  /// 1.33 makes a deleted Pod Succeeded or Failed before it disappears, 1.20 left its phase alone;
  /// and 1.33's Pod garbage collector makes it Failed in the instant before it deletes it.
  static func comparable(_ states: [PodState]) -> [PodState] {
    let kept = states.filter { !$0.deleting && !isCollected($0) }
    return kept.isEmpty ? Array(states.prefix(1)) : kept
  }

  private static func isCollected(_ state: PodState) -> Bool {
    state.condition("DisruptionTarget")?.reason == "DeletionByPodGC"
  }

  /// 1.20 dropped the container statuses of evicted and overdue Pods, and with them their
  /// terminations and conditions' changes; 1.33 keeps them.
  static func keepsStatuses(reason: String?) -> Bool {
    reason == "Evicted" || reason == "DeadlineExceeded"
  }

  /// 1.20 had no `started` for init containers; since sidecars (1.28) an init container has it as
  /// every other one, and without a startup probe it is started while it runs
  /// (pkg/kubelet/prober/prober_manager.go, `UpdatePodStatus`). Nil where 1.20 says nothing about a
  /// main container: it had dropped the status.
  static func started(_ status: ContainerStatus, _ group: ContainerGroup) -> Bool? {
    switch group {
    case .initContainers: status.started ?? (status.kind == .running)
    case .containers: status.started
    }
  }

  /// The states up to the first with a final phase. Since 1.22 the kubelet computes the status once
  /// more when everything is torn down (kubelet.go, `SyncTerminatingPod`); by then the older dead
  /// instances are removed and with them `lastState`.
  static func untilTheEnd(_ states: [PodState]) -> [PodState] {
    let end = states.firstIndex { $0.phase == "Succeeded" || $0.phase == "Failed" }
    return Array(states.prefix((end ?? states.count) + 1))
  }

  /// Ready and ContainersReady of a failed Pod say `PodFailed`; 1.20 had no such reason and said
  /// what it said of every Pod with containers that are not ready.
  static func conditionReason(_ reason: String?) -> String? {
    reason == "PodFailed" ? "ContainersNotReady" : reason
  }
}

/// The condition of a set whose Pods the API server does not take (`calculateStatus` in
/// pkg/controller/replicaset/replica_set_utils.go). It goes when all Pods are there.
enum ReplicaFailure {
  static let type = "ReplicaFailure"

  static func write(_ message: String, for set: ReplicaSet, _ view: ClusterView) -> [Effect] {
    var status = view.objects[set.key]?.tree["status"] ?? .emptyObject
    let conditions = status.list("conditions")
    // `SetCondition`: one with the same status and reason stays as it is.
    guard !conditions.contains(where: { $0.text("type") == type }) else { return [] }
    status["conditions"] = .array(
      conditions + [
        [
          "type": .string(type), "status": "True",
          "lastTransitionTime": .string(view.now.timestamp), "reason": "FailedCreate",
          "message": .string(message),
        ]
      ])
    return [.request(.updateStatus(set.key, status, uid: set.metadata.uid))]
  }

  /// The condition of the first of several sets that has it, as a Deployment shows it
  /// (`getReplicaFailures` in pkg/controller/deployment/progress.go).
  static func first(of sets: [ReplicaSet], _ view: ClusterView) -> APIValue? {
    for set in sets {
      let conditions = view.objects[set.key]?.tree["status"]?.list("conditions") ?? []
      if let found = conditions.first(where: { $0.text("type") == type }) { return found }
    }
    return nil
  }
}

/// What the registry writes into a new Pod (`podStrategy.PrepareForCreate`).
package enum PodCreation {
  /// Whatever status was sent is replaced.
  package static func prepare(_ pod: inout APIValue) {
    pod[path: "metadata", "generation"] = 1
    let quality = QualityOfService.qosClass(of: pod["spec"] ?? .emptyObject)
    pod["status"] = ["phase": "Pending", "qosClass": .string(quality.rawValue)]
    guard pod["spec"]?.list("schedulingGates").isEmpty == false else { return }
    pod[path: "status", "conditions"] = [
      [
        "type": "PodScheduled", "status": "False", "lastProbeTime": .null,
        "lastTransitionTime": .null, "reason": "SchedulingGated",
        "message": "Scheduling is blocked due to non-empty scheduling gates",
      ]
    ]
  }
}

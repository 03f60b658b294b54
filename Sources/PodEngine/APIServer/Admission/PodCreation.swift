/// What the registry writes into a new Pod (`podStrategy.PrepareForCreate`).
package enum PodCreation {
  /// Whatever status was sent is replaced. Gives warnings for the user.
  @discardableResult
  package static func prepare(_ pod: inout APIValue) -> [String] {
    pod[path: "metadata", "generation"] = 1
    let quality = QualityOfService.qosClass(of: pod["spec"] ?? .emptyObject)
    pod["status"] = ["phase": "Pending", "qosClass": .string(quality.rawValue)]
    mergeLabelKeys(&pod)
    let warnings = AppArmorSynchronization.apply(to: &pod)
    guard pod["spec"]?.list("schedulingGates").isEmpty == false else { return warnings }
    pod[path: "status", "conditions"] = [
      [
        "type": "PodScheduled", "status": "False", "lastProbeTime": .null,
        "lastTransitionTime": .null, "reason": "SchedulingGated",
        "message": "Scheduling is blocked due to non-empty scheduling gates",
      ]
    ]
    return warnings
  }

  /// `mutatePodAffinity`: what a term says with `matchLabelKeys` and `mismatchLabelKeys` goes into
  /// its selector, with the values that the Pod's own labels have.
  private static func mergeLabelKeys(_ pod: inout APIValue) {
    guard let labels = pod[path: "metadata", "labels"], pod[path: "spec", "affinity"] != nil
    else { return }
    let required = "requiredDuringSchedulingIgnoredDuringExecution"
    let preferred = "preferredDuringSchedulingIgnoredDuringExecution"
    pod.update("spec") { spec in
      spec.update("affinity") { affinity in
        for kind in ["podAffinity", "podAntiAffinity"] {
          affinity.update(kind) { rules in
            rules.updateEach(required) { merge(labels, into: &$0) }
            rules.updateEach(preferred) { wish in
              wish.update("podAffinityTerm") { merge(labels, into: &$0) }
            }
          }
        }
      }
    }
  }

  /// A term without a selector selects nothing, and no key changes that.
  private static func merge(_ labels: APIValue, into term: inout APIValue) {
    guard term.field("labelSelector") != nil else { return }
    for (field, word) in [("matchLabelKeys", "In"), ("mismatchLabelKeys", "NotIn")] {
      for key in term.list(field).compactMap(\.stringValue) {
        guard let value = labels[key] else { continue }
        let expression: APIValue = [
          "key": .string(key), "operator": .string(word), "values": [value],
        ]
        let known = term[path: "labelSelector", "matchExpressions"]?.arrayValue ?? []
        term[path: "labelSelector", "matchExpressions"] = .array(known + [expression])
      }
    }
  }
}

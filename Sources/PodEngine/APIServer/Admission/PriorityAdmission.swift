/// Turns the name of a priority class into a number (`plugin/pkg/admission/priority`).
package enum PriorityAdmission {
  /// What a Pod gets from its class, from the default class, or where there is none.
  private struct Answer {
    var className = ""
    var priority = 0
    var preemptionPolicy = "PreemptLowerPriority"
  }

  package static func admit(
    _ pod: inout APIValue, _ classes: [PriorityClass] = PriorityClass.ofEveryCluster
  ) throws(APIError) {
    let answer = try answer(to: pod, classes)
    if let given = pod[path: "spec", "priority"]?.intValue, given != answer.priority {
      throw Admission.forbidden(
        pod,
        "the integer value of priority (\(given)) must not be provided in pod spec; priority "
          + "admission controller computed \(answer.priority) from the given PriorityClass name")
    }
    let policy = answer.preemptionPolicy
    if let given = pod[path: "spec", "preemptionPolicy"]?.stringValue, given != policy {
      throw Admission.forbidden(
        pod,
        "the string value of PreemptionPolicy (\(given)) must not be provided in pod spec; priority "
          + "admission controller computed \(policy) from the given PriorityClass name")
    }
    if !answer.className.isEmpty {
      pod[path: "spec", "priorityClassName"] = .string(answer.className)
    }
    pod[path: "spec", "priority"] = .integer(answer.priority)
    pod[path: "spec", "preemptionPolicy"] = .string(policy)
  }

  private static func answer(
    to pod: APIValue, _ classes: [PriorityClass]
  ) throws(APIError) -> Answer {
    let name = pod["spec"]?.text("priorityClassName") ?? ""
    let found =
      name.isEmpty
      // Of several default classes the least counts (`getDefaultPriorityClass`).
      ? classes.filter(\.globalDefault).min { $0.value < $1.value }
      : classes.first { $0.metadata.name == name }
    guard let found else {
      if name.isEmpty { return Answer() }
      throw Admission.forbidden(pod, "no PriorityClass with name \(name) was found")
    }
    return Answer(
      className: found.metadata.name, priority: found.value,
      preemptionPolicy: found.preemptionPolicy ?? Answer().preemptionPolicy)
  }

  /// `validatePriorityClass`: there is one default at most.
  package static func admit(
    newClass object: APIValue, besides classes: [PriorityClass]
  ) throws(APIError) {
    let name = object["metadata"]?.text("name") ?? ""
    guard object["globalDefault"]?.boolValue == true,
      let other = classes.first(where: { $0.globalDefault && $0.metadata.name != name })
    else { return }
    throw APIError(
      .forbidden,
      "priorityclasses.scheduling.k8s.io \(GoSyntax.quoted(name)) is forbidden: PriorityClass "
        + "\(other.metadata.name) is already marked as default. Only one default can exist")
  }
}

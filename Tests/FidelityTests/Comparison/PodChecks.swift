/// What is compared of a Pod as a whole.
extension PodPair {
  var phases: Check {
    Check(
      "\(name): phases", real: realStates.map(\.phase).changes,
      podlab: podlabStates.map(\.phase).changes)
  }

  var statusReason: Check {
    Check(
      "\(name): status.reason", real: realLast.reason ?? "none",
      podlab: podlabLast.reason ?? "none")
  }

  /// Early states of the real cluster lack it sometimes.
  var qosClass: Check {
    let (real, podlab) = (Self.qosClasses(real), Self.qosClasses(podlab))
    return Check("\(name): qosClass", missing: real.subtracting(podlab), extra: [])
  }

  private static func qosClasses(_ pod: ObservedPod) -> Set<String> {
    Set(pod.states.compactMap(\.qosClass).filter { !$0.isEmpty })
  }

  /// A Pod may go so fast that nobody sees it terminate.
  var terminatingSeen: Check {
    let sides = [real, podlab].map { $0.states.contains(where: \.deleting) }
    let bothGone = real.gone != nil && podlab.gone != nil
    return Check(
      "\(name): Terminating seen", holds: sides[0] == sides[1] || bothGone,
      detail: "real \(sides[0]); podlab \(sides[1])")
  }

  var goneAtTheEnd: Check {
    Check("\(name): gone at the end", real: real.gone != nil, podlab: podlab.gone != nil)
  }

  var whenGone: Check? {
    guard let gone = real.gone, let podlabGone = podlab.gone else { return nil }
    let late = isAskedFor ? self.late : Tolerances.lateCollected
    return Check(
      "\(name): when it is gone", real: gone, podlab: podlabGone, early: Tolerances.earlyGone,
      late: late + shift(at: gone))
  }

  /// Whether an action of the recording deletes this very Pod.
  private var isAskedFor: Bool {
    recording.steps.contains { step in
      switch step.action {
      case .delete(let target, _), .evict(let target): target == "pod/\(name)"
      case .apply, .deleteFirst, .patch, .killContainer, .killSandbox, .stopKubelet,
        .startKubelet, .deleteNode:
        false
      }
    }
  }
}

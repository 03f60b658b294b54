package import PodEngine

/// Which Pods `drain` takes off a node, and which stand in its way
/// (staging/src/k8s.io/kubectl/pkg/drain/filters.go).
package struct DrainFilter: Hashable, Sendable {
  package var force = false
  package var deletesEmptyDirData = false
  /// Pods whose deletion is overdue by more than so many seconds are passed over; 0 for none.
  package var skipWaitSeconds = 0

  package init() {}

  /// What becomes of one Pod.
  package enum Verdict: Hashable, Sendable {
    case take
    case takeWithWarning(String)
    case leave
    case refuse(String)
  }

  /// The filters one after the other; the first that leaves the Pod decides, else the last one.
  package func verdict(on pod: Pod, at now: SimulatedTime) -> Verdict {
    if isOverdue(pod, at: now) { return .leave }
    let isDone = pod.status.phase.isTerminal
    let controller = pod.metadata.controller
    if !isDone, let controller, controller.kind == "DaemonSet" {
      // podlab has no DaemonSets: the owner is never found.
      let problem = "daemonsets.apps \(GoSyntax.quoted(controller.name)) not found"
      if !force { return .refuse(problem) }
    }
    if pod.metadata.annotations["kubernetes.io/config.mirror"] != nil { return .leave }
    if !isDone, pod.spec.volumes.contains(where: { $0.emptyDir != nil }), !deletesEmptyDirData {
      return .refuse("Pods with local storage (use --delete-emptydir-data to override)")
    }
    guard !isDone, controller == nil else { return .take }
    return force
      ? .takeWithWarning("deleting Pods that declare no controller")
      : .refuse("cannot delete Pods that declare no controller (use --force to override)")
  }

  private func isOverdue(_ pod: Pod, at now: SimulatedTime) -> Bool {
    guard skipWaitSeconds > 0, let deadline = pod.metadata.deletionTimestamp else { return false }
    return now - deadline > .seconds(skipWaitSeconds)
  }
}

/// The Pods of a node after the filters.
package struct DrainList: Hashable, Sendable {
  package private(set) var pods: [Pod] = []
  private var warnings: [Remark] = []
  private var refusals: [Remark] = []

  /// What is said of several Pods.
  private struct Remark: Hashable, Sendable {
    let text: String
    var pods: [String]
  }

  package init(_ pods: [Pod], _ filter: DrainFilter, at now: SimulatedTime) {
    for pod in pods {
      switch filter.verdict(on: pod, at: now) {
      case .take: self.pods.append(pod)
      case .takeWithWarning(let text):
        self.pods.append(pod)
        Self.add(text, pod, to: &warnings)
      case .leave: break
      case .refuse(let text): Self.add(text, pod, to: &refusals)
      }
    }
  }

  private static func add(_ text: String, _ pod: Pod, to remarks: inout [Remark]) {
    let name = "\(pod.metadata.namespace)/\(pod.metadata.name)"
    if let index = remarks.firstIndex(where: { $0.text == text }) {
      remarks[index].pods.append(name)
    } else {
      remarks.append(Remark(text: text, pods: [name]))
    }
  }

  /// nil when there is nothing to warn of.
  package var warning: String? {
    let texts = warnings.map { "\($0.text): \($0.pods.joined(separator: ", "))" }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  /// Why nothing is taken at all; nil when nobody refuses.
  var refusal: DrainProblem? {
    // kubectl 1.33 says "cannot delete" twice of Pods without a controller: their text has it too.
    let lines = refusals.map { "cannot delete \($0.text): \($0.pods.joined(separator: ", "))" }
    return lines.isEmpty ? nil : DrainProblem(lines)
  }
}

/// Why a node could not be drained.
struct DrainProblem: Hashable, Sendable {
  let lines: [String]

  init(_ lines: [String]) { self.lines = lines }

  /// Several errors in one text, as `utilerrors.NewAggregate` writes them.
  var text: String {
    lines.count == 1 ? lines[0] : "[\(lines.joined(separator: ", "))]"
  }
}

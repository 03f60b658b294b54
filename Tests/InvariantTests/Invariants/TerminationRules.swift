import PodEngine

/// What holds while a Pod goes.
enum TerminationRules {
  /// `terminationOrdering` in kuberuntime_termination_order.go: a sidecar is not stopped while a main
  /// container runs, before the grace period is over. Nothing is published of that, so the runtime is
  /// asked. Sidecars that a probe may have killed say nothing.
  static func violations(in cluster: Cluster, _ ledger: Ledger) -> [Violation] {
    var found: [Violation] = []
    for (_, pod) in ledger.all(.pods) where !pod.sidecarNames.isEmpty {
      guard let (start, deadline) = term(of: pod), cluster.now < deadline,
        !ledger.wasDisturbed(since: start - .seconds(35)),
        let kubelet = cluster.kubelets[pod.nodeName]
      else { continue }
      let records = kubelet.runtime.containers(podUID: pod.uid)
      let mains = pod.list("spec", "containers").map { $0.text("name") }
      guard records.contains(where: { mains.contains($0.name) && $0.state == .running }) else {
        continue
      }
      for record in records where isUnprobedSidecar(record.name, of: pod) {
        guard record.state == .exited, let end = record.finishedAt, end >= start else { continue }
        found.append(
          Violation(
            rule: "sidecars-go-last", detail: "\(pod.text("metadata", "name"))[\(record.name)]",
            time: cluster.now))
      }
    }
    return found
  }

  private static func isUnprobedSidecar(_ name: String, of pod: APIValue) -> Bool {
    pod.list("spec", "initContainers").contains { container in
      container.text("name") == name && container.text("restartPolicy") == "Always"
        && container["livenessProbe"] == nil && container["startupProbe"] == nil
    }
  }

  /// When a deletion was asked for, and when the grace period is over.
  private static func term(of pod: APIValue) -> (start: SimulatedTime, deadline: SimulatedTime)? {
    guard let deadline = pod.time("metadata", "deletionTimestamp"),
      let grace = pod.number("metadata", "deletionGracePeriodSeconds"), grace > 0
    else { return nil }
    return (deadline - .seconds(grace), deadline)
  }

  /// The longest preStop hook of the generated manifests, in seconds.
  private static let longestHook = 3

  /// `killContainer`: waiting, hook and TERM share the grace period, in whole seconds; a process has
  /// two of its own at least. Sidecars may have used up all of it with waiting.
  static func checkSettled(_ ledger: inout Ledger) {
    for (key, pod) in ledger.all(.pods) where !pod.isEnded && !pod.nodeName.isEmpty {
      // A kubelet that is cut off, or dead, ends nothing that anybody hears of.
      guard let (start, deadline) = term(of: pod), !ledger.wasDisturbed(since: start),
        !ledger.isolated.contains(pod.nodeName), !ledger.silent.contains(pod.nodeName),
        let grace = pod.number("metadata", "deletionGracePeriodSeconds"),
        ledger.objects[ObjectKey(.nodes, name: pod.nodeName)]?.conditionStatus("Ready") == "True"
      else { continue }
      let last =
        pod.sidecarNames.isEmpty
        ? start + .seconds(max(grace, min(grace, longestHook) + 2) + 1) : deadline + .seconds(3)
      if last < ledger.time {
        ledger.report("grace-period-ends", "\(key.name) was to be gone at \(last.timestamp)")
      }
    }
  }
}

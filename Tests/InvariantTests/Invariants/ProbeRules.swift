import PodEngine

/// What holds between the probes of a container and what is said of it.
enum ProbeRules {
  static func check(_ change: Change, _ ledger: inout Ledger) {
    guard change.isByKubelet, !change.isDeletion else { return }
    for status in change.new.list("status", "containerStatuses") {
      let name = status.text("name")
      let before = change.old?.list("status", "containerStatuses").first {
        $0.text("name") == name
      }
      let container = change.new.list("spec", "containers").first { $0.text("name") == name }
      guard let probe = container?["readinessProbe"] else { continue }
      checkReadiness(change, probe, before, status, &ledger)
    }
  }

  /// pkg/kubelet/prober/worker.go: the result of a readiness probe begins with no for every new
  /// container, and goes from yes to no only after `failureThreshold` failures in a row.
  private static func checkReadiness(
    _ change: Change, _ probe: APIValue, _ before: APIValue?, _ status: APIValue,
    _ ledger: inout Ledger
  ) {
    let name = ContainerBook.Name(pod: change.new.uid, container: status.text("name"))
    let isReady = status["ready"]?.boolValue == true
    let wasReady = before?["ready"]?.boolValue == true
    let isSame = before?.text("containerID") == status.text("containerID")
    let now = change.event.time
    // A kubelet that was cut off tells the last of several turns.
    if isReady, !isSame, !ledger.isolated.contains(change.new.nodeName) {
      ledger.report("new-containers-are-not-ready", "\(change.name)[\(name.container)]")
    }
    if isReady, !wasReady { ledger.containers.readySince[name] = now }
    guard wasReady, !isReady, isSame, status.at("state", "running") != nil,
      let since = ledger.containers.readySince[name], !ledger.hasRestarted(since: since)
    else { return }
    if now - since < span(of: probe) {
      ledger.report("failure-threshold", "\(change.name)[\(name.container)] readiness")
    }
  }

  /// What `failureThreshold` failures take at least.
  private static func span(of probe: APIValue) -> SimulatedDuration {
    let failures = probe.number("failureThreshold") ?? 3
    return .seconds((failures - 1) * (probe.number("periodSeconds") ?? 10))
  }

  private static let kills = [
    ("failed liveness probe", "livenessProbe"), ("failed startup probe", "startupProbe"),
  ]

  /// A failed probe kills a container only after `failureThreshold` failures in a row; the count
  /// begins anew after each kill, and not before the Pod is on its node.
  static func check(event change: Change, _ ledger: inout Ledger) {
    let event = change.new
    guard event.text("reason") == "Killing", !change.isDeletion,
      let kind = kills.first(where: { event.text("message").contains($0.0) })?.1,
      let pod = ledger.object(withUID: event.text("involvedObject", "uid")),
      let start = pod.time("status", "startTime"), let now = event.time("lastTimestamp")
    else { return }
    let path = event.text("involvedObject", "fieldPath")
    let container = (pod.list("spec", "containers") + pod.list("spec", "initContainers")).first {
      path.hasSuffix("{\($0.text("name"))}")
    }
    guard let container, let probe = container[kind] else {
      return ledger.report("killed-by-its-probe", "\(change.name): \(path) has no \(kind)")
    }
    let name = ContainerBook.Name(pod: pod.uid, container: container.text("name"))
    let since = ledger.containers.lastProbeKill[name] ?? start
    ledger.containers.lastProbeKill[name] = now
    // Times of events are whole seconds.
    if now - since + .seconds(1) < span(of: probe) {
      ledger.report("failure-threshold", "\(pod.text("metadata", "name")) \(path) \(kind)")
    }
  }
}

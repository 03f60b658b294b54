package import PodEngine

/// `get pods`.
enum PodTable {
  static let columns: [Table.Column] = [
    .name, Table.Column("Ready"), Table.Column("Status"), Table.Column("Restarts"), .age,
    .wide("IP"), .wide("Node"), .wide("Nominated Node"), .wide("Readiness Gates"),
  ]

  static func cells(of pod: APIValue, now: SimulatedTime) -> [APIValue] {
    let summary = PodSummary(pod)
    let ready = "\(summary.readyContainers)/\(summary.totalContainers)"
    let firstIP = pod.list("status", "podIPs").first?.text("ip") ?? pod.text("status", "podIP")
    return [
      .string(pod.name), .string(ready), .string(summary.status),
      .string(summary.restartText(now: now)), pod.age(now: now), .string(firstIP.orNone),
      .string(pod.text("spec", "nodeName").orNone),
      .string(pod.text("status", "nominatedNodeName").orNone), .string(readinessGates(of: pod)),
    ]
  }

  /// What the API server says of the row of a Pod that has ended (`podSuccessConditions`,
  /// `podFailedConditions`); kubectl does not print it.
  static func rowCondition(of pod: APIValue) -> APIValue? {
    switch pod.text("status", "phase") {
    case "Succeeded":
      [
        "type": "Completed", "status": "True", "reason": "Succeeded",
        "message": "The pod has completed successfully.",
      ]
    case "Failed":
      ["type": "Completed", "status": "True", "reason": "Failed", "message": "The pod failed."]
    default: nil
    }
  }

  /// `1/3`: gates whose condition is True, of all gates.
  private static func readinessGates(of pod: APIValue) -> String {
    let gates = pod.list("spec", "readinessGates").map { $0.text("conditionType") }
    guard !gates.isEmpty else { return "<none>" }
    let fulfilled = gates.filter { pod.condition($0) == "True" }
    return "\(fulfilled.count)/\(gates.count)"
  }
}

extension APIValue {
  /// The status of a condition (`True`, `False`, `Unknown`), nil when the object has no such
  /// condition.
  func condition(_ type: String) -> String? {
    list("status", "conditions").first { $0.text("type") == type }?.text("status")
  }
}

/// What the columns READY, STATUS and RESTARTS say about a pod (`printPod` of the API server).
/// STATUS is not the phase: it is the first thing a person should look at.
package struct PodSummary: Hashable, Sendable {
  /// The STATUS column: `Running`, `CrashLoopBackOff`, `Init:0/2`, `Terminating`, …
  package private(set) var status: String
  package private(set) var readyContainers = 0
  package private(set) var totalContainers: Int
  /// The restarts of all containers that count.
  package private(set) var restarts = 0
  /// When the container that ended last ended; nil where that is not known.
  package private(set) var lastRestart: SimulatedTime?

  private var sidecarRestarts = 0
  private var lastSidecarRestart: SimulatedTime?

  package init(_ pod: APIValue) {
    let initContainers = pod.list("spec", "initContainers")
    let sidecars = initContainers.filter(\.isSidecar)
    totalContainers = pod.list("spec", "containers").count + sidecars.count
    let reason = pod.text("status", "reason")
    status = reason.isEmpty ? pod.text("status", "phase") : reason
    if pod.list("status", "conditions").contains(where: {
      $0.text("type") == "PodScheduled" && $0.text("reason") == "SchedulingGated"
    }) {
      status = "SchedulingGated"
    }
    let isInitializing = readInitContainers(pod, initContainers: initContainers)
    if !isInitializing || pod.condition("Initialized") == "True" { readContainers(pod) }
    readDeletion(pod)
  }

  /// RESTARTS: `3` or `3 (10s ago)`.
  package func restartText(now: SimulatedTime) -> String {
    guard restarts > 0, let lastRestart else { return String(restarts) }
    return "\(restarts) (\(HumanDuration.text(now - lastRestart)) ago)"
  }

  /// Reads init containers up to the first that has not done its work; true if there is one.
  private mutating func readInitContainers(_ pod: APIValue, initContainers: [APIValue]) -> Bool {
    let sidecarNames = initContainers.filter(\.isSidecar).map { $0.text("name") }
    for (index, container) in pod.list("status", "initContainerStatuses").enumerated() {
      countRestarts(of: container, isSidecar: sidecarNames.contains(container.text("name")))
      let isSidecar = sidecarNames.contains(container.text("name"))
      if container.field("state", "terminated") != nil,
        container.integer("state", "terminated", "exitCode") == 0
      {
        continue
      }
      if isSidecar, container.flag("started") {
        if container.flag("ready") { readyContainers += 1 }
        continue
      }
      status = Self.initStatus(container, index: index, count: initContainers.count)
      return true
    }
    return false
  }

  private mutating func countRestarts(of container: APIValue, isSidecar: Bool) {
    restarts += container.integer("restartCount")
    guard let finished = container.time("lastState", "terminated", "finishedAt") else {
      if isSidecar { sidecarRestarts += container.integer("restartCount") }
      return
    }
    lastRestart = max(lastRestart ?? finished, finished)
    guard isSidecar else { return }
    sidecarRestarts += container.integer("restartCount")
    lastSidecarRestart = max(lastSidecarRestart ?? finished, finished)
  }

  private static func initStatus(_ container: APIValue, index: Int, count: Int) -> String {
    if container.field("state", "terminated") != nil {
      let reason = container.text("state", "terminated", "reason")
      return "Init:" + (reason.isEmpty ? exitText(container) : reason)
    }
    let reason = container.text("state", "waiting", "reason")
    if !reason.isEmpty, reason != "PodInitializing" { return "Init:" + reason }
    return "Init:\(index)/\(count)"
  }

  private static func exitText(_ container: APIValue) -> String {
    let signal = container.integer("state", "terminated", "signal")
    return signal != 0
      ? "Signal:\(signal)" : "ExitCode:\(container.integer("state", "terminated", "exitCode"))"
  }

  /// Reads the app containers from the last to the first, so that the first one with something to
  /// say wins.
  private mutating func readContainers(_ pod: APIValue) {
    restarts = sidecarRestarts
    lastRestart = lastSidecarRestart
    var hasRunning = false
    for container in pod.list("status", "containerStatuses").reversed() {
      countRestarts(of: container, isSidecar: false)
      let waiting = container.text("state", "waiting", "reason")
      if !waiting.isEmpty {
        status = waiting
      } else if container.field("state", "terminated") != nil {
        let reason = container.text("state", "terminated", "reason")
        status = reason.isEmpty ? Self.exitText(container) : reason
      } else if container.flag("ready"), container.field("state", "running") != nil {
        hasRunning = true
        readyContainers += 1
      }
    }
    // A pod whose first container is done while another goes on is not done.
    if status == "Completed", hasRunning {
      status = pod.condition("Ready") == "True" ? "Running" : "NotReady"
    }
  }

  private mutating func readDeletion(_ pod: APIValue) {
    guard pod.field("metadata", "deletionTimestamp") != nil else { return }
    let phase = pod.text("status", "phase")
    if pod.text("status", "reason") == "NodeLost" {
      status = "Unknown"
    } else if phase != "Succeeded", phase != "Failed" {
      status = "Terminating"
    }
  }
}

extension APIValue {
  /// An init container that runs beside the others (KEP-753).
  var isSidecar: Bool { text("restartPolicy") == "Always" }
}

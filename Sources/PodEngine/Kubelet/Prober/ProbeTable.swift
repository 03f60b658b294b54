/// Names one probe of a Pod.
package struct ProbeKey: Hashable, Comparable, Sendable {
  package let container: String
  package let kind: ProbeKind

  package init(container: String, kind: ProbeKind) {
    (self.container, self.kind) = (container, kind)
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.container, left.kind) < (right.container, right.kind)
  }
}

/// What the probes of a Pod have found so far.
struct ProbeTable: Hashable, Sendable {
  /// `results.Result` in pkg/kubelet/prober/results.
  enum Result: String, Hashable, Sendable {
    case success = "Success"
    case failure = "Failure"
    case unknown = "Unknown"
  }

  private(set) var workers: StringMap<ProbeWorker> = [:]

  static func name(_ key: ProbeKey) -> String { "\(key.container)/\(key.kind.rawValue)" }

  subscript(key: ProbeKey) -> ProbeWorker? {
    get { workers[Self.name(key)] }
    set { workers[Self.name(key)] = newValue }
  }

  /// The result about one instance of a container; nil when its probe has none, or there is no such
  /// probe.
  func result(_ container: String, _ kind: ProbeKind, containerID: String) -> Result? {
    guard let worker = self[ProbeKey(container: container, kind: kind)],
      worker.containerID == containerID
    else { return nil }
    return worker.result
  }

  /// Fills in `started` and `ready`: `UpdatePodStatus` in pkg/kubelet/prober/prober_manager.go.
  func mark(_ statuses: inout PodContainerStatuses, of pod: Pod) {
    for index in statuses.containers.indices {
      mark(&statuses.containers[index], hasReadiness: true)
    }
    for index in statuses.initContainers.indices {
      let isSidecar = pod.spec.initContainers[index].isSidecar
      mark(&statuses.initContainers[index], hasReadiness: isSidecar)
      if !isSidecar {
        statuses.initContainers[index].ready =
          statuses.initContainers[index].state.terminated?.exitCode == 0
      }
    }
  }

  private func mark(_ status: inout ContainerStatus, hasReadiness: Bool) {
    let id = Self.shortID(status.containerID)
    let isRunning = status.state.running != nil
    let startup = self[ProbeKey(container: status.name, kind: .startup)]
    let isStarted =
      isRunning && (startup == nil || (startup?.containerID == id && startup?.result == .success))
    status.started = isStarted
    guard hasReadiness, isStarted else { return status.ready = false }
    guard let readiness = self[ProbeKey(container: status.name, kind: .readiness)] else {
      return status.ready = true
    }
    status.ready = readiness.containerID == id && readiness.result == .success
  }

  static func shortID(_ containerID: String) -> String {
    String(containerID.drop { $0 != ":" }.dropFirst(3))
  }
}

internal import PodEngine

/// Which lines of a log are shown, and how.
struct LogLines: Hashable, Sendable {
  let tail: Int?
  let since: SimulatedDuration?
  let showsTimes: Bool
  let previous: Bool

  /// One life of a container, on its node.
  struct Source: Hashable {
    let node: String
    let containerID: String
    /// Whether the container has ended, so that nothing will be added.
    let hasEnded: Bool

    func lines(in cluster: Cluster) -> [LogLine] {
      cluster.kubelets[node]?.runtime.logs(containerID) ?? []
    }
  }

  /// Where the log of a container is; nil where there is nobody to ask. Which one of its lives is
  /// meant follows `validateContainerLogStatus` of the kubelet.
  func source(
    _ pod: APIValue, _ container: String, in bench: Workbench
  ) throws(CommandError) -> Source? {
    let node = pod.text("spec", "nodeName")
    // A Pod without a node has nobody to ask; kubectl then prints nothing.
    guard !node.isEmpty, let kubelet = bench.cluster.kubelets[node] else { return nil }
    guard kubelet.isOn, kubelet.isConnected else {
      throw CommandError(
        "unavailable",
        "Error from server: Get \"https://\(node):10250/containerLogs/\(pod.namespace)/\(pod.name)/"
          + "\(container)\": dial tcp \(node):10250: connect: no route to host",
        suggestion: "the node does not answer; start node \(node) or heal node \(node)")
    }
    let (id, isRunning) = try life(of: container, pod)
    return Source(node: node, containerID: id, hasEnded: !isRunning)
  }

  private func life(
    of container: String, _ pod: APIValue
  ) throws(CommandError) -> (containerID: String, isRunning: Bool) {
    let statuses =
      pod.list("status", "containerStatuses") + pod.list("status", "initContainerStatuses")
      + pod.list("status", "ephemeralContainerStatuses")
    let place = "container \(GoSyntax.quoted(container)) in pod \(GoSyntax.quoted(pod.name))"
    guard let status = statuses.first(where: { $0.text("name") == container }) else {
      throw refusal("\(place) is not available")
    }
    let last = status.text("lastState", "terminated", "containerID")
    let ended = status.text("state", "terminated", "containerID")
    if previous {
      guard !last.isEmpty else { throw refusal("previous terminated \(place) not found") }
      return (bare(last), false)
    }
    if status.field("state", "running") != nil {
      return (bare(status.text("containerID")), true)
    }
    if !ended.isEmpty { return (bare(ended), false) }
    if !last.isEmpty { return (bare(last), false) }
    switch status.text("state", "waiting", "reason") {
    case "": throw refusal("\(place) is waiting to start - no logs yet")
    case "ErrImagePull": throw refusal("\(place) is waiting to start: image can't be pulled")
    case "ImagePullBackOff":
      throw refusal("\(place) is waiting to start: trying and failing to pull image")
    case let reason: throw refusal("\(place) is waiting to start: \(reason)")
    }
  }

  private func refusal(_ message: String) -> CommandError {
    CommandError(APIError(.badRequest, message))
  }

  /// `containerd://abc` without its scheme.
  private func bare(_ id: String) -> String {
    id.firstRange(of: "://").map { String(id[$0.upperBound...]) } ?? id
  }

  func chosen(_ log: [LogLine], now: SimulatedTime) -> ArraySlice<LogLine> {
    var lines = log[...]
    if let since { lines = lines.drop { $0.time < now - since } }
    if let tail { lines = lines.suffix(tail) }
    return lines
  }

  func text(_ lines: ArraySlice<LogLine>, prefix: String = "") -> String {
    lines.map { line in
      prefix + (showsTimes ? "\(line.time.timestamp) " : "") + line.text
        + (line.isPartial ? "" : "\n")
    }.joined()
  }
}

internal import PodEngine

/// What a person wants to hear of what happened: changes of phase, STATUS and Ready, one a line.
enum Changes {
  /// How many lines one command shows at most.
  static let lineLimit = 50

  /// The lines for the changes since an entry of the watch log; times count from `start`.
  static func lines(
    in cluster: Cluster, from seen: Int, since start: SimulatedTime
  ) -> [String] {
    cluster.watchLog.elements(from: seen).flatMap { event in
      texts(event).map { "[+\(GoDuration.text(event.time - start))] \($0)" }
    }
  }

  /// What one published change means; nothing for most of them.
  static func texts(_ event: WatchEvent) -> [String] {
    switch event.key.resource {
    case .pods: podTexts(event)
    case .nodes: nodeTexts(event)
    case .configMaps, .deployments, .endpoints, .endpointSlices, .priorityClasses, .events, .jobs,
      .leases, .namespaces,
      .replicaSets, .secrets, .serviceAccounts, .services:
      []
    }
  }

  private static func podTexts(_ event: WatchEvent) -> [String] {
    let name = "\(event.key.resource.singular)/\(event.key.name)"
    guard event.change != .deleted else { return ["\(name) deleted"] }
    guard let previous = event.previous else { return ["\(name) created"] }
    let (before, after) = (PodSummary(previous), PodSummary(event.object))
    return [
      change(name, "phase", previous.text("status", "phase"), event.object.text("status", "phase")),
      change(name, "STATUS", before.status, after.status),
      change(name, "Ready", ready(previous), ready(event.object)),
    ].compactMap { $0 }
  }

  private static func nodeTexts(_ event: WatchEvent) -> [String] {
    let name = "\(event.key.resource.singular)/\(event.key.name)"
    guard event.change != .deleted else { return ["\(name) deleted"] }
    guard let previous = event.previous else { return ["\(name) created"] }
    return [change(name, "Ready", ready(previous), ready(event.object))].compactMap { $0 }
  }

  private static func change(
    _ name: String, _ what: String, _ before: String, _ after: String
  ) -> String? {
    before == after ? nil : "\(name) \(what) \(before.orNone) -> \(after.orNone)"
  }

  private static func ready(_ object: APIValue) -> String {
    object.list("status", "conditions").first { $0.text("type") == "Ready" }?.text("status")
      ?? "False"
  }

  /// Heartbeats say nothing: leases, nodes that only repeat themselves and what images they have,
  /// and events that expire.
  static func isHeartbeat(_ event: WatchEvent) -> Bool {
    if event.key.resource == .leases { return true }
    if event.key.resource == .events, event.change == .deleted { return true }
    guard event.key.resource == .nodes, let previous = event.previous else { return false }
    return withoutHeartbeats(previous) == withoutHeartbeats(event.object)
  }

  private static func withoutHeartbeats(_ node: APIValue) -> APIValue {
    var (node, status) = (node, node["status"] ?? .emptyObject)
    node[path: "metadata", "resourceVersion"] = nil
    status.updateEach("conditions") { $0["lastHeartbeatTime"] = nil }
    status["images"] = nil
    node["status"] = status
    return node
  }
}

extension Workbench {
  /// Prints what changed since an entry of the watch log, up to the limit.
  mutating func sayChanges(from seen: Int, since start: SimulatedTime) {
    let lines = Changes.lines(in: cluster, from: seen, since: start)
    for line in lines.prefix(Changes.lineLimit) { print(line) }
    let rest = lines.count - Changes.lineLimit
    if rest > 0 { print("… and \(rest) more changes; smaller steps show them all") }
  }
}

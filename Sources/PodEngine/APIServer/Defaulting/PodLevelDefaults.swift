internal import OrderedCollections

/// Requests of the whole Pod (`defaultPodRequests`).
enum PodLevelDefaults {
  static func apply(to spec: inout APIValue) {
    guard let limits = spec["resources"]?.entries("limits"), !limits.isEmpty else { return }
    var requests = spec["resources"]?["requests"] ?? .emptyObject
    for name in ["cpu", "memory"] where requests.field(name) == nil {
      if let sum = containerRequests(name, spec) { requests[name] = .string(sum.text) }
    }
    for (name, limit) in limits where requests.field(name) == nil && isSupported(name) {
      requests[name] = limit
    }
    if !requests.sortedEntries.isEmpty { spec[path: "resources", "requests"] = requests }
  }

  /// What can be asked for as a whole (`IsSupportedPodLevelResource`).
  static func isSupported(_ name: String) -> Bool {
    name == "cpu" || name == "memory" || name.hasPrefix("hugepages-")
  }

  /// What the containers ask for together: the mains and sidecars, or an init container's peak if
  /// that is more (`AggregateContainerRequests`). Nil where none asks.
  static func containerRequests(_ name: String, _ spec: APIValue) -> Quantity? {
    func request(_ container: APIValue) -> Quantity? {
      container["resources"]?["requests"]?.field(name).map { Quantity(wire: $0) }
    }
    var total: Quantity?
    for main in spec.list("containers") {
      if let amount = request(main) { total = total.map { $0 + amount } ?? amount }
    }
    var sidecars: Quantity?
    var peak: Quantity?
    for container in spec.list("initContainers") {
      guard let amount = request(container) else { continue }
      let together = sidecars.map { $0 + amount } ?? amount
      if container.text("restartPolicy") == "Always" { sidecars = together }
      peak = max(peak ?? together, together)
    }
    if let sidecars { total = total.map { $0 + sidecars } ?? sidecars }
    if let peak { total = max(total ?? peak, peak) }
    return total
  }

  /// The names of what any container asks for, in order.
  static func requestedResources(_ spec: APIValue) -> [String] {
    let containers = spec.list("containers") + spec.list("initContainers")
    let names = containers.flatMap { $0["resources"]?.entries("requests").map(\.key) ?? [] }
    return OrderedSet(names).sorted()
  }
}

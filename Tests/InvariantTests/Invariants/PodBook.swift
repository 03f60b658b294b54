import PodEngine

/// What the rules keep of each Pod beside its tree, so that sums need no decoding.
struct PodBook {
  struct Entry {
    let uid: String
    let node: String
    let cpu: Int
    let memory: Int
    let hostPorts: [String]
    let isEnded: Bool
    /// The scheduler sent it, or its kubelet let it in.
    let isAdmitted: Bool
    /// The scheduler sent it.
    let isScheduled: Bool
    let address: String
    /// The node controller has written its Ready condition, and no kubelet since.
    let isMarkedNotReady: Bool
  }

  private(set) var entries: [ObjectKey: Entry] = [:]
  private var byNode: [String: [ObjectKey]] = [:]

  mutating func apply(_ change: Change) {
    let before = entries[change.key]
    guard !change.isDeletion else {
      entries[change.key] = nil
      if let before { move(change.key, from: before.node, to: "") }
      return
    }
    let tree = change.new
    let known = before?.uid == tree.uid ? before : nil
    let sums = known.map { ($0.cpu, $0.memory) } ?? Self.requests(tree)
    let entry = Entry(
      uid: tree.uid, node: tree.nodeName, cpu: sums.0, memory: sums.1,
      hostPorts: known?.hostPorts ?? Self.hostPorts(tree), isEnded: tree.isEnded,
      // A Pod that is deleted before its kubelet has seen it is ended, not admitted.
      isAdmitted: known?.isAdmitted == true
        || tree.at("status", "startTime") != nil && !tree.isTerminating
        || change.actor == .scheduler && !tree.nodeName.isEmpty,
      isScheduled: known?.isScheduled == true
        || change.actor == .scheduler && !tree.nodeName.isEmpty,
      address: tree.text("status", "podIP"),
      isMarkedNotReady: change.isBy("node-controller")
        || known?.isMarkedNotReady == true && !change.isByKubelet)
    entries[change.key] = entry
    move(change.key, from: before?.node ?? "", to: entry.node)
  }

  private mutating func move(_ key: ObjectKey, from: String, to: String) {
    guard from != to else { return }
    if !from.isEmpty { byNode[from]?.removeAll { $0 == key } }
    if !to.isEmpty { byNode[to, default: []].append(key) }
  }

  /// The Pods of a node that have not ended, in the order in which they came.
  func living(on node: String) -> [(key: ObjectKey, entry: Entry)] {
    (byNode[node] ?? []).compactMap { key in
      guard let entry = entries[key], !entry.isEnded else { return nil }
      return (key, entry)
    }
  }

  /// What a Pod asks for: the larger of what its containers and sidecars want together and what an
  /// init container wants beside the sidecars before it
  /// (staging/src/k8s.io/component-helpers/resource/helpers.go, `AggregateContainerRequests`).
  static func requests(_ pod: APIValue) -> (cpu: Int, memory: Int) {
    func amount(_ container: APIValue, _ name: String) -> Int {
      guard let text = container.at("resources", "requests")?[name] else { return 0 }
      let quantity = Quantity(text.stringValue ?? text.intValue.map(String.init) ?? "0") ?? .zero
      return name == "cpu" ? quantity.milliValue : quantity.value
    }
    func total(_ name: String) -> Int {
      let mains = pod.list("spec", "containers").map { amount($0, name) }.reduce(0, +)
      var (sidecars, peak) = (0, 0)
      for container in pod.list("spec", "initContainers") {
        let own = amount(container, name)
        if container.text("restartPolicy") == "Always" { sidecars += own }
        let isSidecar = container.text("restartPolicy") == "Always"
        peak = max(peak, isSidecar ? sidecars : sidecars + own)
      }
      return max(mains + sidecars, peak)
    }
    return (total("cpu"), total("memory"))
  }

  private static func hostPorts(_ pod: APIValue) -> [String] {
    (pod.list("spec", "initContainers").filter { $0.text("restartPolicy") == "Always" }
      + pod.list("spec", "containers")).flatMap { $0.list("ports") }.compactMap { port in
        port.number("hostPort").map { "\(port.text("protocol")):\($0)" }
      }
  }
}

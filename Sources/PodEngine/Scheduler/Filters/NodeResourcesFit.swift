/// Wants the Pod's requests to fit beside those that are on the node already
/// (plugins/noderesources/fit.go). What is used in fact plays no part.
package enum NodeResourcesFit {
  package static func filter(_ pod: PodInfo, _ node: NodeInfo) -> FilterFailure? {
    var shortages: [Shortage] = []
    if node.pods.count + 1 > node.allowedPods {
      shortages.append(
        Shortage(
          reason: "Too many pods", isUnresolvable: false,
          amounts: NodeObjection.Shortage(
            resource: "pods", wanted: 1, free: max(0, node.allowedPods - node.pods.count),
            total: node.allowedPods)))
    }
    let (request, allocatable, used) = (pod.requests, node.allocatable, node.requested)
    func check(_ name: String, _ wanted: Int, _ total: Int, _ taken: Int) {
      // A request of nothing always fits, also on a node where more is taken than there is.
      guard wanted > 0, wanted > total - taken else { return }
      shortages.append(
        Shortage(
          reason: "Insufficient \(name)", isUnresolvable: wanted > total,
          amounts: NodeObjection.Shortage(
            resource: name, wanted: wanted, free: max(0, total - taken), total: total)))
    }
    check("cpu", request.milliCPU, allocatable.milliCPU, used.milliCPU)
    check("memory", request.memory, allocatable.memory, used.memory)
    check(
      "ephemeral-storage", request.ephemeralStorage, allocatable.ephemeralStorage,
      used.ephemeralStorage)
    for (name, wanted) in request.scalars {
      check(name, wanted, allocatable.scalars[name] ?? 0, used.scalars[name] ?? 0)
    }
    guard !shortages.isEmpty else { return nil }
    return FilterFailure(
      .nodeResourcesFit, shortages.map(\.reason),
      isUnresolvable: shortages.contains(where: \.isUnresolvable),
      shortages: shortages.map(\.amounts))
  }

  private struct Shortage {
    let reason: String
    /// The Pod wants more than the whole node has.
    let isUnresolvable: Bool
    let amounts: NodeObjection.Shortage
  }
}

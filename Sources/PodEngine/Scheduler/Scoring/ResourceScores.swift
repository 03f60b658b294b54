/// Likes nodes with much left of CPU and memory (plugins/noderesources/least_allocated.go).
package enum LeastAllocated {
  package static func score(_ pod: PodInfo, _ node: NodeInfo) -> Int {
    let (used, wanted, total) = (node.nonZeroRequested, pod.nonZeroRequests, node.allocatable)
    let shares = [
      share(left: used.milliCPU + wanted.milliCPU, of: total.milliCPU),
      share(left: used.memory + wanted.memory, of: total.memory),
    ].compactMap { $0 }
    return shares.isEmpty ? 0 : shares.reduce(0, +) / shares.count
  }

  /// Nil where the node has nothing of the resource at all.
  private static func share(left requested: Int, of total: Int) -> Int? {
    guard total > 0 else { return nil }
    return requested > total ? 0 : (total - requested) * NodeScores.maximum / total
  }
}

/// Likes nodes whose CPU and memory would be used to the same degree
/// (plugins/noderesources/balanced_allocation.go).
package enum BalancedAllocation {
  package static func score(_ pod: PodInfo, _ node: NodeInfo) -> Int {
    // Pods that ask for nothing are not scored.
    guard pod.requests.milliCPU > 0 || pod.requests.memory > 0 else { return 0 }
    let (used, total) = (node.requested + pod.requests, node.allocatable)
    let cpu = fraction(used.milliCPU, of: total.milliCPU)
    let memory = fraction(used.memory, of: total.memory)
    guard let cpu, let memory else { return NodeScores.maximum }
    // The standard deviation of two numbers is half their distance.
    return Int((1 - abs(cpu - memory) / 2) * Double(NodeScores.maximum))
  }

  private static func fraction(_ requested: Int, of total: Int) -> Double? {
    total > 0 ? min(1, Double(requested) / Double(total)) : nil
  }
}

/// Likes nodes that have the images already (plugins/imagelocality). Names are compared as written,
/// so a short name such as `nginx` never equals the full one of the node's list, as in life.
package enum ImageLocality {
  private static let minimumSize = 23 << 20
  private static let maximumSizePerContainer = 1000 << 20

  package static func scores(_ pod: PodSpec, _ nodes: [NodeInfo]) -> [Int] {
    let containers = pod.initContainers + pod.containers
    var sums = [Int](repeating: 0, count: nodes.count)
    for container in containers {
      let sizes = nodes.map { size(of: normalized(container.image), on: $0.node) }
      let holders = sizes.count { $0 > 0 }
      // An image that few nodes have draws less, so that not all Pods go to one node.
      for index in nodes.indices { sums[index] += sizes[index] * holders / nodes.count }
    }
    return sums.map { score($0, containerCount: containers.count) }
  }

  private static func score(_ sum: Int, containerCount: Int) -> Int {
    let most = max(maximumSizePerContainer * containerCount, minimumSize + 1)
    let clamped = min(max(sum, minimumSize), most)
    return NodeScores.maximum * (clamped - minimumSize) / (most - minimumSize)
  }

  private static func size(of image: String, on node: Node) -> Int {
    node.status.images.first { $0.names.contains(image) }?.sizeBytes ?? 0
  }

  private static func normalized(_ image: String) -> String {
    let tail = image.split(separator: "/").last ?? ""
    return tail.contains(":") ? image : "\(image):latest"
  }
}

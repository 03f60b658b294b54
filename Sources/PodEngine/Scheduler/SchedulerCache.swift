/// The nodes with what is on them, kept up to date by the watches (pkg/scheduler/backend/cache):
/// summing up all Pods of the cluster for every Pod to be scheduled would take too long.
struct SchedulerCache: Sendable {
  /// By name. An array, because every attempt walks through it.
  private(set) var nodes: [NodeInfo] = []
  private var nodeOfPod = OrderedTable<ObjectKey, String>()
  /// Pods whose node is not known, or not any more; they come back with the node.
  private var homeless = OrderedTable<ObjectKey, PodInfo>()
  /// Pods with the node that this scheduler chose, while the API server has not said so.
  private var assumed: Set<ObjectKey> = []

  func pod(_ key: ObjectKey) -> PodInfo? {
    guard let name = nodeOfPod[key] else { return nil }
    guard let index = index(of: name) else { return homeless[key] }
    return nodes[index].pods.first { $0.key == key }
  }

  func node(_ name: String) -> NodeInfo? { index(of: name).map { nodes[$0] } }

  func isAssumed(_ key: ObjectKey) -> Bool { assumed.contains(key) }

  /// Counts a Pod before the API server has taken its binding (`AssumePod`).
  mutating func assume(_ pod: PodInfo, node: String) {
    add(pod, node: node)
    assumed.insert(pod.key)
  }

  mutating func add(_ pod: PodInfo, node: String) {
    remove(pod.key)
    nodeOfPod[pod.key] = node
    if let index = index(of: node) { nodes[index].add(pod) } else { homeless[pod.key] = pod }
  }

  mutating func remove(_ key: ObjectKey) {
    assumed.remove(key)
    guard let node = nodeOfPod[key] else { return }
    if let index = index(of: node) { nodes[index].remove(key) }
    homeless[key] = nil
    nodeOfPod[key] = nil
  }

  mutating func set(_ node: Node) {
    let name = node.metadata.name
    if let index = index(of: name) { return nodes[index].update(node) }
    var info = NodeInfo(node)
    for (key, pod) in homeless where nodeOfPod[key] == name {
      info.add(pod)
      homeless[key] = nil
    }
    nodes.insert(info, at: place(of: name))
  }

  mutating func removeNode(_ name: String) {
    guard let index = index(of: name) else { return }
    for pod in nodes.remove(at: index).pods { homeless[pod.key] = pod }
  }

  private func index(of name: String) -> Int? {
    let place = place(of: name)
    return place < nodes.count && nodes[place].name == name ? place : nil
  }

  /// Where the node is, or would have to be put.
  private func place(of name: String) -> Int {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

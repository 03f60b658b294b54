/// Wants the Pod's host ports to be free on the node (plugins/nodeports).
package enum NodePorts {
  package static func filter(_ pod: PodInfo, _ node: NodeInfo) -> FilterFailure? {
    guard !pod.hostPorts.isEmpty else { return nil }
    let taken = node.pods.flatMap(\.hostPorts)
    guard pod.hostPorts.contains(where: { port in taken.contains(where: port.conflicts) }) else {
      return nil
    }
    return FilterFailure(
      .nodePorts, ["node(s) didn't have free ports for the requested pod ports"],
      isUnresolvable: false)
  }
}

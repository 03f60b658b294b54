/// Lets through the node that the Pod names, if it names one (plugins/nodename).
package enum NodeNameFilter {
  package static func filter(_ pod: PodSpec, _ node: Node) -> FilterFailure? {
    guard !pod.nodeName.isEmpty, pod.nodeName != node.metadata.name else { return nil }
    return FilterFailure(
      .nodeName, ["node(s) didn't match the requested node name"], isUnresolvable: true)
  }
}

/// Keeps Pods off cordoned nodes, unless they tolerate the taint that goes with it
/// (plugins/nodeunschedulable).
package enum NodeUnschedulable {
  package static func filter(_ pod: PodSpec, _ node: Node) -> FilterFailure? {
    guard node.spec.unschedulable == true else { return nil }
    let taint = Taint(key: Taint.unschedulableKey, effect: .noSchedule)
    if pod.tolerations.contains(where: { $0.tolerates(taint) }) { return nil }
    return FilterFailure(
      .nodeUnschedulable, ["node(s) were unschedulable"], isUnresolvable: true)
  }
}

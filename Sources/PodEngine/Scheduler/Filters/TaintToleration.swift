/// Keeps Pods off nodes with taints that they do not tolerate (plugins/tainttoleration).
package enum TaintToleration {
  package static func filter(_ pod: PodSpec, _ node: Node) -> FilterFailure? {
    let hard = node.spec.taints.first { taint in
      switch taint.effect {
      case .noSchedule, .noExecute: !pod.tolerations.contains { $0.tolerates(taint) }
      case .preferNoSchedule: false
      }
    }
    guard let hard else { return nil }
    // The words of 1.24 to 1.34; later versions do not name the taint.
    return FilterFailure(
      .taintToleration, ["node(s) had untolerated taint {\(hard.key): \(hard.value)}"],
      isUnresolvable: true)
  }

  /// How many `PreferNoSchedule` taints a Pod would have to bear; the fewer the better.
  package static func score(_ pod: PodSpec, _ node: Node) -> Int {
    let helpful = pod.tolerations.filter {
      $0.effect.isEmpty || $0.effect == TaintEffect.preferNoSchedule.rawValue
    }
    return node.spec.taints.count { taint in
      taint.effect == .preferNoSchedule && !helpful.contains { $0.tolerates(taint) }
    }
  }
}

/// How long a Pod may stay on a node with `NoExecute` taints (`processPodOnNode`,
/// `getMinTolerationTime` in pkg/controller/tainteviction).
package enum TaintWait: Hashable, Sendable {
  /// A taint is not tolerated, or for no time at all.
  case none
  case duration(SimulatedDuration)
  case forever

  /// The shortest time of the tolerations that the taints use.
  package init(taints: [Taint], tolerations: [Toleration]) {
    let used = taints.map { taint in tolerations.filter { $0.tolerates(taint) } }
    guard used.allSatisfy({ !$0.isEmpty }) else {
      self = .none
      return
    }
    self.init(tolerationSeconds: used.joined().map(\.tolerationSeconds), hasTaints: !taints.isEmpty)
  }

  /// Nil is a toleration for ever.
  package init(tolerationSeconds: [Int?], hasTaints: Bool = true) {
    guard let shortest = tolerationSeconds.compactMap({ $0 }).min() else {
      self = tolerationSeconds.isEmpty && hasTaints ? .none : .forever
      return
    }
    self = shortest <= 0 ? .none : .duration(.seconds(shortest))
  }
}

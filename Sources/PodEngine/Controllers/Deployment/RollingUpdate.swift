/// How many Pods a Deployment may have too many or too few while it replaces them, and what follows
/// from it (pkg/controller/deployment/{rolling.go,util/deployment_util.go}).
package struct RollingUpdate: Hashable, Sendable {
  package let replicas: Int
  package let maxSurge: Int
  package let maxUnavailable: Int

  /// A ReplicaSet as far as the arithmetic needs it.
  package struct Member: Hashable, Sendable {
    package var replicas: Int
    package var available: Int

    package init(replicas: Int, available: Int) {
      (self.replicas, self.available) = (replicas, available)
    }
  }

  /// Percentages are of the wanted number; surge is rounded up, the other one down, and both cannot
  /// be 0.
  package init(replicas: Int, maxSurge: IntOrString?, maxUnavailable: IntOrString?) {
    self.replicas = replicas
    self.maxSurge = Self.resolve(maxSurge, of: replicas, roundingUp: true)
    let unavailable = Self.resolve(maxUnavailable, of: replicas, roundingUp: false)
    self.maxUnavailable =
      self.maxSurge == 0 && unavailable == 0 ? 1 : min(unavailable, replicas)
  }

  private static func resolve(_ value: IntOrString?, of total: Int, roundingUp: Bool) -> Int {
    switch value {
    case .integer(let number)?: return max(0, number)
    case .string(let text)?:
      guard text.hasSuffix("%"), let percent = Int(text.dropLast()) else { return 0 }
      return (percent * total + (roundingUp ? 99 : 0)) / 100
    case nil: return resolve(.string("25%"), of: total, roundingUp: roundingUp)
    }
  }

  /// The size that the new set gets next (`NewRSNewReplicas`).
  package func newSize(of new: Member?, old: [Member]) -> Int {
    let current = new?.replicas ?? 0
    if current >= replicas { return replicas }
    let total = current + old.map(\.replicas).reduce(0, +)
    let room = replicas + maxSurge - total
    return room <= 0 ? current : current + min(room, replicas - current)
  }

  /// The sizes that the old sets get next, oldest first (`reconcileOldReplicaSets`): first Pods
  /// that are not available go, then as many others as can be spared. A set that tells of more
  /// available Pods than it is to have was made smaller a moment ago and does not know it yet:
  /// `cleanupUnhealthyReplicas` gives up there, and nothing more goes until it has counted again.
  package func newSizes(ofOld old: [Member], new: Member) -> [Int] {
    var sizes = old.map(\.replicas)
    let newUnavailable = new.replicas - new.available
    let total = sizes.reduce(0, +) + new.replicas
    var unhealthyBudget = total - (replicas - maxUnavailable) - newUnavailable
    guard unhealthyBudget > 0 else { return sizes }
    for index in old.indices where unhealthyBudget > 0 && sizes[index] > 0 {
      guard old[index].available <= sizes[index] else { return sizes }
      let removed = min(unhealthyBudget, sizes[index] - old[index].available)
      sizes[index] -= removed
      unhealthyBudget -= removed
    }
    let available = old.map(\.available).reduce(0, +) + new.available
    var budget = available - (replicas - maxUnavailable)
    for index in old.indices where budget > 0 {
      let removed = min(budget, sizes[index])
      sizes[index] -= removed
      budget -= removed
    }
    return sizes
  }
}

/// How many nodes of each zone are ready: when too many fall silent at once, the trouble is likely
/// the network of the controller, and nobody is evicted (`handleDisruption`, `ComputeZoneState`).
package struct ZoneStates: Sendable {
  package enum State: Hashable, Sendable {
    case normal
    case partialDisruption
    case fullDisruption
  }

  /// One zone's nodes.
  package struct Count: Hashable, Sendable {
    package var ready = 0
    package var notReady = 0

    package init(ready: Int = 0, notReady: Int = 0) {
      (self.ready, self.notReady) = (ready, notReady)
    }

    /// `--unhealthy-zone-threshold` is 0.55.
    package var state: State {
      if ready == 0, notReady > 0 { return .fullDisruption }
      let isPartial = notReady > 2 && notReady * 100 >= 55 * (ready + notReady)
      return isPartial ? .partialDisruption : .normal
    }

    /// How many nodes of the zone are given up in a second (`setLimiterInZone`): a zone that is down
    /// entirely is judged like a healthy one, as long as others are not down as well.
    package var ratePerSecond: Double {
      switch state {
      case .normal, .fullDisruption: 0.1
      case .partialDisruption: isSmall ? 0 : 0.01
      }
    }

    /// Zones with more nodes are emptied slowly instead of not at all
    /// (`--large-cluster-size-threshold`).
    var isSmall: Bool { ready + notReady <= 50 }
  }

  private var counts = OrderedTable<String, Count>()

  package init() {}

  package subscript(zone: String) -> Count {
    get { counts[zone] ?? Count() }
    set { counts[zone] = newValue == Count() ? nil : newValue }
  }

  /// Whether every zone is down entirely: then the controller believes nothing and evicts nobody.
  package var isMasterDisruption: Bool {
    !counts.isEmpty && counts.allSatisfy { $0.value.state == .fullDisruption }
  }

  /// Whether silent nodes of a zone get their `NoExecute` taint. Of the rates at which Kubernetes
  /// does so only a rate of nothing counts here: the others would make the learner's sums uneven.
  package func evicts(_ zone: String) -> Bool {
    if isMasterDisruption { return false }
    return self[zone].ratePerSecond > 0
  }

  /// `GetZoneKey`: region and zone in one text, empty without both labels.
  package static func zone(of node: Node) -> String {
    let labels = node.metadata.labels
    let region = labels["topology.kubernetes.io/region"] ?? ""
    let zone = labels["topology.kubernetes.io/zone"] ?? ""
    return region.isEmpty && zone.isEmpty ? "" : "\(region):\u{0}:\(zone)"
  }
}

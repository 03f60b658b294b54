/// The filters of the scheduler, in the order in which they are asked (the default plugins of
/// Kubernetes; of those for volumes only the one that looks for claims can object in podlab).
package enum FilterName: String, Hashable, Sendable, CaseIterable {
  case nodeUnschedulable = "NodeUnschedulable"
  case nodeName = "NodeName"
  case taintToleration = "TaintToleration"
  case nodeAffinity = "NodeAffinity"
  case nodePorts = "NodePorts"
  case nodeResourcesFit = "NodeResourcesFit"
  case volumeBinding = "VolumeBinding"
  case podTopologySpread = "PodTopologySpread"
  case interPodAffinity = "InterPodAffinity"
}

/// Why a node cannot take a Pod.
package struct FilterFailure: Hashable, Sendable {
  package let filter: FilterName
  /// In the words of the events; one filter may have several.
  package let reasons: [String]
  /// True where removing other Pods cannot help (`UnschedulableAndUnresolvable`).
  package let isUnresolvable: Bool
  /// For each reason the amounts, where a resource is short.
  let shortages: [NodeObjection.Shortage?]

  package init(_ filter: FilterName, _ reasons: [String], isUnresolvable: Bool) {
    self.init(filter, reasons, isUnresolvable: isUnresolvable, shortages: [])
  }

  init(
    _ filter: FilterName, _ reasons: [String], isUnresolvable: Bool,
    shortages: [NodeObjection.Shortage?]
  ) {
    (self.filter, self.reasons, self.isUnresolvable) = (filter, reasons, isUnresolvable)
    self.shortages = shortages
  }
}

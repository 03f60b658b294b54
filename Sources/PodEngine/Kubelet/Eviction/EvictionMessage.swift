/// Why the kubelet ended a Pod, in the words of pkg/kubelet/eviction/helpers.go. Every sentence ends
/// with a blank.
package enum EvictionMessage {
  /// The node ran short. Only containers above their request are named.
  package static func lowOnResource(_ observation: SignalObservation, _ pod: PodUsage) -> String {
    let resource = observation.signal.resource
    let texts = observation.texts
    let head =
      "The node was low on resource: \(resource). "
      + "Threshold quantity: \(texts.threshold), available: \(texts.available). "
    return pod.containers.reduce(head) { text, usage in
      guard let container = pod.pod.spec.containers.first(where: { $0.name == usage.name }),
        let used = used(usage, observation.signal)
      else { return text }
      let request = container.resources.requests[resource] ?? .zero
      guard Quantity.bytes(used) > request else { return text }
      return text
        + "Container \(container.name) was using \(Quantity.bytes(used).text), "
        + "request is \(request.text), has larger consumption of \(resource). "
    }
  }

  private static func used(_ usage: ContainerUsage, _ signal: EvictionSignal) -> Int? {
    switch signal {
    case .memoryAvailable: usage.memoryBytes
    case .nodefsAvailable, .imagefsAvailable: usage.diskBytes
    case .pidAvailable: nil
    }
  }

  /// A kubelet under pressure takes no such Pod.
  package static func nodeCondition(_ pressures: [NodePressure]) -> String {
    "The node had condition: [\(pressures.map(\.conditionType).joined(separator: " "))]. "
  }

  package static func emptyDir(_ volume: String, limit: Quantity) -> String {
    "Usage of EmptyDir volume \(GoSyntax.quoted(volume)) exceeds the limit "
      + "\(GoSyntax.quoted(limit.text)). "
  }

  package static func podLimit(_ limit: Quantity) -> String {
    "Pod ephemeral local storage usage exceeds the total limit of containers \(limit.text). "
  }

  package static func containerLimit(_ container: String, _ limit: Quantity) -> String {
    "Container \(container) exceeded its local ephemeral storage limit "
      + "\(GoSyntax.quoted(limit.text)). "
  }
}

extension NodePressure {
  /// The type of the node's condition: `MemoryPressure`.
  package var conditionType: String {
    switch self {
    case .memory: "MemoryPressure"
    case .disk: "DiskPressure"
    case .pid: "PIDPressure"
    }
  }
}

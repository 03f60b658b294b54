/// What controllers ask about a Pod (pkg/controller/controller_utils.go, pkg/api/v1/pod).
extension Pod {
  /// Neither ended nor on its way out.
  package var isActive: Bool { !status.phase.isTerminal && !isTerminating }

  package var isReady: Bool { status.condition("Ready")?.status == .true }

  /// Whether its node would not have it: it has failed before anything of it was started.
  package var isTurnedAway: Bool {
    status.phase == .failed && !status.reason.isEmpty && status.containerStatuses.isEmpty
  }

  /// Since when the Pod is ready; nil while it is not.
  package var readySince: SimulatedTime? {
    isReady ? status.condition("Ready")?.lastTransitionTime : nil
  }

  /// From when on the Pod counts as available: ready for a while, or at once.
  package func availableFrom(minReadySeconds: Int) -> SimulatedTime? {
    readySince.map { $0 + .seconds(minReadySeconds) }
  }

  package var restartCount: Int { status.containerStatuses.map(\.restartCount).max() ?? 0 }
}

extension WatchEvent {
  /// The owner that manages the object, before and after the change, of one kind.
  func controllers(ofKind kind: String) -> [ObjectKey] {
    guard let resource = Self.resource(ofKind: kind) else { return [] }
    let trees = [object, previous].compactMap { $0 }
    var keys: [ObjectKey] = []
    for tree in trees {
      for owner in tree[path: "metadata", "ownerReferences"]?.arrayValue ?? []
      where owner["controller"]?.boolValue == true && owner["kind"]?.stringValue == kind {
        let key = ObjectKey(
          resource, namespace: self.key.namespace, name: owner["name"]?.stringValue ?? "")
        if !keys.contains(key) { keys.append(key) }
      }
    }
    return keys
  }

  private static func resource(ofKind kind: String) -> Resource? {
    Resource.allCases.first { $0.kind == kind }
  }
}

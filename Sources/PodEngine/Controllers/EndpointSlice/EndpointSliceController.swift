/// Writes down which Pods are behind each Service (pkg/controller/endpointslice).
package struct EndpointSliceController: Sendable {
  package enum Event: Hashable, Sendable {
    case reconcile(ObjectKey)
    /// A Pod with these labels changed in a way that Services care about.
    case podChanged(namespace: String, labels: StringMap<String>)
  }

  static let serviceLabel = "kubernetes.io/service-name"
  static let managerLabel = "endpointslice.kubernetes.io/managed-by"
  static let manager = "endpointslice-controller.k8s.io"

  package init() {}

  /// Which events a change of an object calls for.
  package static func reactions(to change: WatchEvent) -> [Event] {
    switch change.key.resource {
    case .services: return [.reconcile(change.key)]
    case .pods: return podReactions(change)
    case .endpoints:
      // The Endpoints of a Service have its name.
      let service = ObjectKey(.services, namespace: change.key.namespace, name: change.key.name)
      return change.change == .deleted ? [.reconcile(service)] : []
    case .endpointSlices:
      let owner = change.object[path: "metadata", "labels", serviceLabel]?.stringValue
      guard change.change == .deleted, let owner else { return [] }
      return [.reconcile(ObjectKey(.services, namespace: change.key.namespace, name: owner))]
    case .configMaps, .deployments, .events, .jobs, .leases, .namespaces, .nodes,
      .priorityClasses, .replicaSets,
      .secrets, .serviceAccounts:
      return []
    }
  }

  private static func podReactions(_ change: WatchEvent) -> [Event] {
    if change.change == .modified, let old = change.previous, facts(old) == facts(change.object) {
      return []
    }
    let labels = [change.object, change.previous].compactMap { $0 }.map { tree in
      let found: StringMap<String>? = try? tree[path: "metadata", "labels"]?.decoded()
      return found ?? [:]
    }
    let distinct = labels.count == 2 && labels[0] == labels[1] ? [labels[0]] : labels
    return distinct.filter { !$0.isEmpty }.map {
      .podChanged(namespace: change.key.namespace, labels: $0)
    }
  }

  /// What of a Pod shows in a slice.
  private static func facts(_ pod: APIValue) -> [APIValue?] {
    let conditions = pod[path: "status", "conditions"]?.arrayValue ?? []
    return [
      pod[path: "metadata", "labels"], pod[path: "metadata", "deletionTimestamp"],
      pod[path: "status", "podIP"], pod[path: "status", "phase"], pod[path: "spec", "nodeName"],
      conditions.first { $0["type"]?.stringValue == "Ready" }?["status"],
    ]
  }

  package mutating func handle(_ event: Event, _ view: ClusterView) -> [Effect] {
    switch event {
    case .reconcile(let key):
      guard case .service(let service)? = view.objects[key]?.typed else { return [] }
      return Self.reconcile(service, view)
    case .podChanged(let namespace, let labels):
      return view.objects.list(.services, namespace: namespace).compactMap { stored in
        guard case .service(let service) = stored.typed, service.selects(labels) else {
          return nil
        }
        return .schedule(.endpointSlice(.reconcile(service.key)), at: view.now)
      }
    }
  }

  private static func reconcile(_ service: Service, _ view: ClusterView) -> [Effect] {
    guard !service.spec.selector.isEmpty, service.spec.type != "ExternalName",
      service.metadata.deletionTimestamp == nil
    else { return [] }
    let namespace = service.metadata.namespace
    let pods = view.objects.pods(inNamespace: namespace).filter {
      service.selects($0.metadata.labels)
    }
    let writer = SliceWriter(service: service, now: view.now)
    let existing = view.objects.list(.endpointSlices, namespace: namespace).filter {
      $0.metadata.labels[serviceLabel] == service.metadata.name
        && $0.metadata.labels[managerLabel] == manager
    }
    return writer.effects(for: ServiceEndpoints(service, pods), existing: existing)
  }
}

extension Service {
  /// A Service without a selector selects nothing; somebody else writes its endpoints.
  package func selects(_ labels: StringMap<String>) -> Bool {
    !spec.selector.isEmpty && spec.selector.allSatisfy { labels[$0.key] == $0.value }
  }
}

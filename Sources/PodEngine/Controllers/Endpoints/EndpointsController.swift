/// Keeps the deprecated Endpoints of each Service beside its EndpointSlices
/// (pkg/controller/endpoint). It watches what the EndpointSlice controller watches, so it is told by
/// the same events.
enum EndpointsController {
  /// Since 1.33 the controller marks what is its own.
  static let managerLabel = "endpoints.kubernetes.io/managed-by"
  static let manager = "endpoint-controller"

  static func effects(
    of event: EndpointSliceController.Event, _ view: ClusterView
  ) -> [Effect] {
    switch event {
    case .reconcile(let service): reconcile(service, view)
    // The EndpointSlice controller finds the Services that are meant, and asks for a look at each.
    case .podChanged: []
    }
  }

  /// `syncService`.
  private static func reconcile(_ key: ObjectKey, _ view: ClusterView) -> [Effect] {
    let own = ObjectKey(.endpoints, namespace: key.namespace, name: key.name)
    let old = view.objects[own]
    guard case .service(let service)? = view.objects[key]?.typed else {
      return old == nil ? [] : [.request(.delete(own, DeleteOptions()))]
    }
    guard !service.spec.selector.isEmpty, service.spec.type != "ExternalName" else { return [] }
    let pods = view.objects.pods(inNamespace: key.namespace).filter {
      service.selects($0.metadata.labels)
    }
    return write(EndpointSubsets(service, pods), of: service, to: own, over: old, view)
  }

  private static func write(
    _ found: EndpointSubsets, of service: Service, to key: ObjectKey, over old: StoredObject?,
    _ view: ClusterView
  ) -> [Effect] {
    var endpoints = old?.tree ?? ["metadata": ["name": .string(service.metadata.name)]]
    endpoints["subsets"] = found.tree
    endpoints[path: "metadata", "labels"] = APIValue(encoding: labels(of: service))
    guard endpoints != old?.tree else { return [] }
    endpoints[path: "metadata", "annotations", "endpoints.kubernetes.io/last-change-trigger-time"] =
      .string(view.now.timestamp)
    guard old != nil else {
      return [.request(.create(endpoints, .endpoints, namespace: key.namespace))]
    }
    return [.request(.replace(endpoints, key))]
  }

  private static func labels(of service: Service) -> StringMap<String> {
    var labels = service.metadata.labels
    labels[managerLabel] = manager
    if service.spec.clusterIP == "None" { labels["service.kubernetes.io/headless"] = "" }
    return labels
  }
}

/// Turns the endpoints of a Service into EndpointSlice objects, reusing those that are there.
struct SliceWriter {
  let service: Service
  let now: SimulatedTime

  func effects(for found: ServiceEndpoints, existing: [StoredObject]) -> [Effect] {
    // A Service with nothing behind it has one empty slice.
    var wanted = found.groups.map { Optional($0) }
    if wanted.isEmpty { wanted = [nil] }
    var free = existing
    var effects: [Effect] = []
    for group in wanted {
      let index =
        free.firstIndex { $0.tree["ports"] == ports(group) } ?? free.indices.first
      let slice = index.map { free.remove(at: $0) }
      effects += write(group, over: slice)
    }
    return effects + free.map { .request(.delete(key($0), DeleteOptions(uid: $0.metadata.uid))) }
  }

  private func key(_ slice: StoredObject) -> ObjectKey {
    ObjectKey(
      .endpointSlices, namespace: slice.metadata.namespace, name: slice.metadata.name)
  }

  private func ports(_ group: ServiceEndpoints.Group?) -> APIValue? {
    guard let group, !group.ports.isEmpty else { return nil }
    return .array(group.ports.map { APIValue(encoding: $0) })
  }

  private func write(_ group: ServiceEndpoints.Group?, over old: StoredObject?) -> [Effect] {
    var slice = old?.tree ?? blank
    slice["endpoints"] = group.map { .array($0.endpoints.map { APIValue(encoding: $0) }) }
    slice["ports"] = ports(group)
    slice[path: "metadata", "labels"] = APIValue(encoding: labels)
    guard let old else {
      stamp(&slice)
      return [
        .request(.create(slice, .endpointSlices, namespace: service.metadata.namespace))
      ]
    }
    guard slice != old.tree else { return [] }
    stamp(&slice)
    return [.request(.replace(slice, key(old)))]
  }

  private func stamp(_ slice: inout APIValue) {
    slice[path: "metadata", "annotations", "endpoints.kubernetes.io/last-change-trigger-time"] =
      .string(now.timestamp)
  }

  private var labels: StringMap<String> {
    var labels = service.metadata.labels
    labels[EndpointSliceController.serviceLabel] = service.metadata.name
    labels[EndpointSliceController.managerLabel] = EndpointSliceController.manager
    if service.spec.clusterIP == "None" { labels["service.kubernetes.io/headless"] = "" }
    return labels
  }

  private var blank: APIValue {
    let owner = OwnerReference(
      apiVersion: "v1", kind: "Service", name: service.metadata.name, uid: service.metadata.uid)
    return [
      "apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice",
      "metadata": [
        "generateName": .string("\(service.metadata.name)-"),
        "ownerReferences": [APIValue(encoding: owner)],
      ],
      "addressType": "IPv4",
    ]
  }
}

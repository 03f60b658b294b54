/// What is behind a Service, as Endpoints write it: addresses with the same ports together
/// (`addEndpointSubset`, `RepackSubsets`).
///
/// Kubernetes orders ports and subsets by a hash; here subsets are in the order of their first Pod,
/// and ports in the order of the Service.
struct EndpointSubsets {
  private struct Subset {
    let ports: [EndpointPort]
    var ready: [Address] = []
    var notReady: [Address] = []
  }

  private struct Address {
    let ip: String
    let uid: String
    let tree: APIValue
  }

  private var subsets: [Subset] = []

  init(_ service: Service, _ pods: [Pod]) {
    let publishesAll = service.spec.publishNotReadyAddresses == true
    for pod in pods where Self.belongs(pod, publishesAll) {
      let ports = service.spec.ports.compactMap { ServiceEndpoints.resolve($0, in: pod) }
      // A Pod that has none of the ports is left out; a headless Service may have no ports at all.
      if ports.isEmpty, !service.spec.ports.isEmpty || service.spec.clusterIP != "None" { continue }
      let index = subsets.firstIndex { $0.ports == ports } ?? subsets.count
      if index == subsets.count { subsets.append(Subset(ports: ports)) }
      if publishesAll || pod.isReady {
        subsets[index].ready.append(Self.address(pod, service))
      } else {
        subsets[index].notReady.append(Self.address(pod, service))
      }
    }
  }

  /// `ShouldPodBeInEndpoints`: unlike in EndpointSlices a Pod that is being deleted is out at once,
  /// unless the Service publishes whatever there is.
  private static func belongs(_ pod: Pod, _ publishesAll: Bool) -> Bool {
    !pod.status.phase.isTerminal && !pod.status.podIP.isEmpty
      && (publishesAll || !pod.isTerminating)
  }

  private static func address(_ pod: Pod, _ service: Service) -> Address {
    let reference = ObjectReference(
      kind: "Pod", namespace: pod.metadata.namespace, name: pod.metadata.name,
      uid: pod.metadata.uid, apiVersion: "")
    var tree: APIValue = ["ip": .string(pod.status.podIP)]
    if !pod.spec.hostname.isEmpty, pod.spec.subdomain == service.metadata.name {
      tree["hostname"] = .string(pod.spec.hostname)
    }
    tree["nodeName"] = .string(pod.spec.nodeName)
    tree["targetRef"] = APIValue(encoding: reference)
    return Address(ip: pod.status.podIP, uid: pod.metadata.uid, tree: tree)
  }

  /// The field `subsets`; nil where there is nothing.
  var tree: APIValue? {
    subsets.isEmpty ? nil : .array(subsets.map(Self.tree))
  }

  private static func tree(_ subset: Subset) -> APIValue {
    var tree = APIValue.emptyObject
    let lists = [("addresses", subset.ready), ("notReadyAddresses", subset.notReady)]
    for (field, addresses) in lists where !addresses.isEmpty {
      // `LessEndpointAddress`: the addresses compare as texts.
      let sorted = addresses.sorted { ($0.ip, $0.uid) < ($1.ip, $1.uid) }
      tree[field] = .array(sorted.map(\.tree))
    }
    if !subset.ports.isEmpty { tree["ports"] = .array(subset.ports.map(Self.tree)) }
    return tree
  }

  private static func tree(_ port: EndpointPort) -> APIValue {
    var tree = APIValue.emptyObject
    if let name = port.name, !name.isEmpty { tree["name"] = .string(name) }
    tree["port"] = .integer(port.port ?? 0)
    tree["protocol"] = .string(port.protocol ?? "TCP")
    return tree
  }
}

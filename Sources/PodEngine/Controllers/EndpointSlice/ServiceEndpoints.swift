/// What is behind a Service at this moment (staging/src/k8s.io/endpointslice).
package struct ServiceEndpoints: Hashable, Sendable {
  /// Pods that resolve the ports of the Service to the same numbers.
  package struct Group: Hashable, Sendable {
    package let ports: [EndpointPort]
    package var endpoints: [Endpoint]
  }

  /// How many endpoints one slice has at most (`--max-endpoints-per-slice`).
  package static let maximumPerSlice = 100

  package private(set) var groups: [Group] = []

  package init(_ service: Service, _ pods: [Pod]) {
    for pod in pods where Self.belongs(pod) {
      let ports = service.spec.ports.compactMap { Self.resolve($0, in: pod) }
      let endpoint = Self.endpoint(pod, service)
      if let index = groups.firstIndex(where: {
        $0.ports == ports && $0.endpoints.count < Self.maximumPerSlice
      }) {
        groups[index].endpoints.append(endpoint)
      } else {
        groups.append(Group(ports: ports, endpoints: [endpoint]))
      }
    }
  }

  /// A Pod counts as soon as it has an address and until it has ended, also while it is being
  /// deleted.
  private static func belongs(_ pod: Pod) -> Bool {
    !pod.status.phase.isTerminal && !pod.status.podIP.isEmpty
  }

  private static func endpoint(_ pod: Pod, _ service: Service) -> Endpoint {
    var endpoint = Endpoint()
    endpoint.addresses = [pod.status.podIP]
    let publishesAll = service.spec.publishNotReadyAddresses == true
    endpoint.conditions.ready = publishesAll || (pod.isReady && !pod.isTerminating)
    endpoint.conditions.serving = pod.isReady
    endpoint.conditions.terminating = pod.isTerminating
    // `ShouldSetHostname`: a Pod with a host name of its own, in the subdomain of this Service.
    if !pod.spec.hostname.isEmpty, pod.spec.subdomain == service.metadata.name {
      endpoint.hostname = pod.spec.hostname
    }
    endpoint.nodeName = pod.spec.nodeName.isEmpty ? nil : pod.spec.nodeName
    endpoint.targetRef = ObjectReference(
      kind: "Pod", namespace: pod.metadata.namespace, name: pod.metadata.name,
      uid: pod.metadata.uid, apiVersion: "")
    return endpoint
  }

  /// `FindPort`: a target by name is looked up among the ports of the containers; a Pod without it
  /// has no such port.
  static func resolve(_ port: ServicePort, in pod: Pod) -> EndpointPort? {
    let transport = port.protocol.isEmpty ? "TCP" : port.protocol
    func named(_ number: Int) -> EndpointPort {
      EndpointPort(name: port.name, protocol: transport, port: number)
    }
    switch port.targetPort {
    case .integer(let number)?: return named(number == 0 ? port.port : number)
    case .string(let name)?:
      let candidates = (pod.spec.sidecars + pod.spec.containers).flatMap(\.ports)
      let found = candidates.first {
        $0.name == name && ($0.protocol.isEmpty ? "TCP" : $0.protocol) == transport
      }
      return found.map { named($0.containerPort) }
    case nil: return named(port.port)
    }
  }
}

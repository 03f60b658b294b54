/// One name and address for a changing set of Pods (`v1.Service`).
package struct Service: Hashable, Codable, Sendable {
  package var metadata = ObjectMeta()
  package var spec = ServiceSpec()

  package init() {}
  package var key: ObjectKey {
    ObjectKey(.services, namespace: metadata.namespace, name: metadata.name)
  }
}

/// Which Pods, and by which ports.
package struct ServiceSpec: Hashable, Codable, Sendable {
  package var selector: StringMap<String> = [:]
  package var ports: [ServicePort] = []
  package var type = ""
  package var clusterIP = ""
  package var externalName = ""
  package var publishNotReadyAddresses: Bool?
}

/// A port of a Service.
package struct ServicePort: Hashable, Codable, Sendable {
  package var name = ""
  package var `protocol` = ""
  package var port = 0
  package var targetPort: IntOrString?
  package var nodePort: Int?
}

/// The addresses behind a Service (`discovery.k8s.io/v1.EndpointSlice`).
package struct EndpointSlice: Hashable, Codable, Sendable {
  package var metadata = ObjectMeta()
  package var addressType = "IPv4"
  package var endpoints: [Endpoint] = []
  package var ports: [EndpointPort] = []

  package init() {}
}

/// One Pod behind a Service.
package struct Endpoint: Hashable, Codable, Sendable {
  package var addresses: [String] = []
  package var conditions = EndpointConditions()
  package var hostname: String?
  package var targetRef: ObjectReference?
  package var nodeName: String?

  package init() {}
}

/// Whether traffic may go there.
package struct EndpointConditions: Hashable, Codable, Sendable {
  package var ready: Bool?
  package var serving: Bool?
  package var terminating: Bool?

  package init() {}
}

/// A port behind a Service.
package struct EndpointPort: Hashable, Codable, Sendable {
  package var name: String?
  package var `protocol`: String?
  package var port: Int?

  package init(name: String, protocol: String, port: Int) {
    self.name = name
    self.protocol = `protocol`
    self.port = port
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(KeptText(name ?? ""), forKey: .name)
    try container.encodeIfPresent(self.protocol, forKey: .protocol)
    try container.encodeIfPresent(port, forKey: .port)
  }
}

internal import PodEngine

extension DescribeWriter {
  mutating func service(_ service: APIValue, _ context: DescribeContext) {
    header(of: service)
    field(0, "Selector", LabelSelectorText.text(labels: service.sortedMap("spec", "selector")))
    field(0, "Type", service.text("spec", "type"))
    serviceAddresses(service)
    for port in service.list("spec", "ports") {
      servicePort(port, slices: context.endpointSlices)
    }
    field(0, "Session Affinity", service.text("spec", "sessionAffinity"))
    optionalField(
      0, "External Traffic Policy", service.optionalText("spec", "externalTrafficPolicy"))
    optionalField(
      0, "Internal Traffic Policy", service.optionalText("spec", "internalTrafficPolicy"))
    let health = service.integer("spec", "healthCheckNodePort")
    if health != 0 { field(0, "HealthCheck NodePort", String(health)) }
    optionalField(
      0, "LoadBalancer Source Ranges",
      service.texts("spec", "loadBalancerSourceRanges").joined(separator: ","))
    events(context)
  }

  private mutating func serviceAddresses(_ service: APIValue) {
    optionalField(0, "IP Family Policy", service.optionalText("spec", "ipFamilyPolicy"))
    field(0, "IP Families", service.texts("spec", "ipFamilies").joined(separator: ",").orNone)
    field(0, "IP", service.text("spec", "clusterIP"))
    field(0, "IPs", service.texts("spec", "clusterIPs").joined(separator: ",").orNone)
    optionalField(0, "External IPs", service.texts("spec", "externalIPs").joined(separator: ","))
    optionalField(0, "Desired LoadBalancer IP", service.optionalText("spec", "loadBalancerIP"))
    optionalField(0, "External Name", service.optionalText("spec", "externalName"))
    let ingress = service.list("status", "loadBalancer", "ingress").map { ingress in
      let address = ingress.text("ip")
      let mode = ingress.optionalText("ipMode").map { " (\($0))" } ?? ""
      return address.isEmpty ? ingress.text("hostname") : address + mode
    }
    optionalField(0, "LoadBalancer Ingress", ingress.joined(separator: ", "))
  }

  private mutating func servicePort(_ port: APIValue, slices: [APIValue]) {
    let name = port.text("name")
    let shownName = name.isEmpty ? "<unset>" : name
    let proto = port.text("protocol")
    line(0, "Port:\t\(shownName)\t\(port.integer("port"))/\(proto)")
    let target = port.text("targetPort")
    field(0, "TargetPort", "\(target.isEmpty ? "0" : target)/\(proto)")
    let node = port.integer("nodePort")
    if node != 0 { line(0, "NodePort:\t\(shownName)\t\(node)/\(proto)") }
    field(0, "Endpoints", EndpointsText.text(of: slices, port: name))
  }

  mutating func endpointSlice(_ slice: APIValue, _ context: DescribeContext) {
    header(of: slice)
    field(0, "AddressType", slice.text("addressType"))
    let ports = slice.list("ports")
    line(0, ports.isEmpty ? "Ports: <unset>" : "Ports:")
    if !ports.isEmpty {
      line(1, "Name\tPort\tProtocol")
      line(1, "----\t----\t--------")
      for port in ports {
        let name = port.text("name")
        let number = port.optionalText("port") ?? "<unset>"
        line(1, "\(name.isEmpty ? "<unset>" : name)\t\(number)\t\(port.text("protocol"))")
      }
    }
    let endpoints = slice.list("endpoints")
    line(0, endpoints.isEmpty ? "Endpoints: <none>" : "Endpoints:")
    for endpoint in endpoints { self.endpoint(endpoint) }
    events(context)
  }

  private mutating func endpoint(_ endpoint: APIValue) {
    field(1, "- Addresses", endpoint.texts("addresses").joined(separator: ", ").orNone)
    line(2, "Conditions:")
    field(3, "Ready", endpoint.optionalText("conditions", "ready") ?? "<unset>")
    field(2, "Hostname", endpoint.optionalText("hostname") ?? "<unset>")
    if let target = endpoint.field("targetRef") {
      field(2, "TargetRef", "\(target.text("kind"))/\(target.text("name"))")
    }
    field(2, "NodeName", endpoint.optionalText("nodeName") ?? "<unset>")
    field(2, "Zone", endpoint.optionalText("zone") ?? "<unset>")
  }
}

/// The ready endpoints of a service in one line (`formatEndpointSlices`).
enum EndpointsText {
  /// So many are shown; the others are counted.
  private static let shownCount = 3

  static func text(of slices: [APIValue], port: String) -> String {
    if slices.isEmpty { return "<none>" }
    var shown: [String] = []
    var count = 0
    var hasMore = false
    for slice in slices {
      for suffix in portSuffixes(of: slice, port: port) {
        for endpoint in slice.list("endpoints") {
          // As in kubectl, an endpoint that is not ready but comes after three others still counts
          // as "more".
          if shown.count == shownCount { hasMore = true }
          guard endpoint.field("conditions", "ready")?.boolValue ?? true else { continue }
          let address = endpoint.texts("addresses").first ?? ""
          if !hasMore { shown.append(suffix.isEmpty ? address : joined(address, suffix)) }
          count += 1
        }
      }
    }
    let text = shown.joined(separator: ",")
    return hasMore ? "\(text) + \(count - shownCount) more..." : text
  }

  /// The port numbers of the wanted name; one empty suffix for a headless service without ports.
  private static func portSuffixes(of slice: APIValue, port: String) -> [String] {
    let ports = slice.list("ports")
    if ports.isEmpty { return [""] }
    return ports.filter { $0.text("name") == port }.map { $0.text("port") }
  }

  private static func joined(_ address: String, _ port: String) -> String {
    address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
  }
}

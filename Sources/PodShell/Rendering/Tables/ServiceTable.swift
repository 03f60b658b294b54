internal import PodEngine

/// `get services`.
enum ServiceTable {
  /// External addresses longer than this are cut, unless wide.
  private static let addressWidth = 16

  static let columns: [Table.Column] = [
    .name, Table.Column("Type"), Table.Column("Cluster-IP"), Table.Column("External-IP"),
    Table.Column("Port(s)"), .age, .wide("Selector"),
  ]

  static func cells(
    of service: APIValue, now: SimulatedTime, isWide: Bool
  ) -> [APIValue] {
    let clusterIP =
      service.list("spec", "clusterIPs").first?.scalarText ?? service.text("spec", "clusterIP")
    return [
      .string(service.name), .string(service.text("spec", "type")), .string(clusterIP.orNone),
      .string(externalIP(of: service, isWide)), .string(ports(of: service)), service.age(now: now),
      .string(LabelSelectorText.text(labels: service.sortedMap("spec", "selector"))),
    ]
  }

  private static func externalIP(of service: APIValue, _ isWide: Bool) -> String {
    let external = service.texts("spec", "externalIPs")
    switch service.text("spec", "type") {
    case "ClusterIP", "NodePort": return external.joined(separator: ",").orNone
    case "LoadBalancer":
      let balanced = loadBalancer(of: service, isWide)
      let all = (balanced.isEmpty ? [] : [balanced]) + external
      return all.isEmpty ? "<pending>" : all.joined(separator: ",")
    case "ExternalName": return service.text("spec", "externalName")
    default: return "<unknown>"
    }
  }

  private static func loadBalancer(of service: APIValue, _ isWide: Bool) -> String {
    let addresses = service.list("status", "loadBalancer", "ingress").map { ingress in
      let address = ingress.text("ip")
      return address.isEmpty ? ingress.text("hostname") : address
    }
    let text = addresses.filter { !$0.isEmpty }.sorted(by: goOrder).uniqued.joined(separator: ",")
    guard !isWide, text.utf8.count > addressWidth else { return text }
    return String(decoding: text.utf8.prefix(addressWidth - 3), as: UTF8.self) + "..."
  }

  private static func ports(of service: APIValue) -> String {
    service.list("spec", "ports").map { port in
      let node = port.integer("nodePort")
      let number = node > 0 ? "\(port.integer("port")):\(node)" : "\(port.integer("port"))"
      return "\(number)/\(port.text("protocol"))"
    }.joined(separator: ",").orNone
  }
}

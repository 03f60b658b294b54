internal import PodEngine

/// `get endpoints` (`printEndpoints`, `formatEndpoints`).
enum EndpointsTable {
  /// So many addresses are shown; the others are counted.
  private static let shownCount = 3

  static let columns: [Table.Column] = [.name, Table.Column("Endpoints"), .age]

  static func cells(of endpoints: APIValue, now: SimulatedTime) -> [APIValue] {
    [.string(endpoints.name), .string(text(of: endpoints)), endpoints.age(now: now)]
  }

  /// Only ready addresses are shown: where there are no others the cell is empty, as in kubectl.
  private static func text(of endpoints: APIValue) -> String {
    let subsets = endpoints.list("subsets")
    if subsets.isEmpty { return "<none>" }
    let all = subsets.flatMap { subset -> [String] in
      let addresses = subset.list("addresses").map { $0.text("ip") }
      let ports = subset.list("ports").map { $0.text("port") }
      if ports.isEmpty { return addresses }
      return ports.flatMap { port in addresses.map { joined($0, port) } }
    }
    let shown = all.prefix(shownCount).joined(separator: ",")
    return all.count > shownCount ? "\(shown) + \(all.count - shownCount) more..." : shown
  }

  private static func joined(_ address: String, _ port: String) -> String {
    address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
  }
}

internal import PodEngine

extension DescribeWriter {
  mutating func endpoints(_ endpoints: APIValue, _ context: DescribeContext) {
    header(of: endpoints)
    line(0, "Subsets:")
    for subset in endpoints.list("subsets") { self.subset(subset) }
    events(context)
  }

  private mutating func subset(_ subset: APIValue) {
    for (title, list) in [("Addresses", "addresses"), ("NotReadyAddresses", "notReadyAddresses")] {
      let addresses = subset.list(list).map { $0.text("ip") }
      field(1, title, addresses.joined(separator: ",").orNone)
    }
    let ports = subset.list("ports")
    if !ports.isEmpty {
      line(1, "Ports:")
      line(2, "Name\tPort\tProtocol")
      line(2, "----\t----\t--------")
      for port in ports {
        let name = port.text("name")
        line(
          2, "\(name.isEmpty ? "<unset>" : name)\t\(port.integer("port"))\t\(port.text("protocol"))"
        )
      }
    }
    line(0, "")
  }
}

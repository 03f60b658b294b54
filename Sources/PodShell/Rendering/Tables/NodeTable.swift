internal import PodEngine

/// `get nodes`.
enum NodeTable {
  static let columns: [Table.Column] = [
    .name, Table.Column("Status"), Table.Column("Roles"), .age, Table.Column("Version"),
    .wide("Internal-IP"), .wide("External-IP"), .wide("OS-Image"), .wide("Kernel-Version"),
    .wide("Container-Runtime"),
  ]

  static func cells(of node: APIValue, now: SimulatedTime) -> [APIValue] {
    let info = ["osImage", "kernelVersion", "containerRuntimeVersion"].map { key in
      let text = node.text("status", "nodeInfo", key)
      return APIValue.string(text.isEmpty ? "<unknown>" : text)
    }
    return [
      .string(node.name), .string(status(of: node)), .string(roles(of: node).orNone),
      node.age(now: now), .string(node.text("status", "nodeInfo", "kubeletVersion")),
      .string(address("InternalIP", of: node)), .string(address("ExternalIP", of: node)),
    ] + info
  }

  private static func status(of node: APIValue) -> String {
    let ready =
      switch node.condition("Ready") {
      case "True": "Ready"
      case nil: "Unknown"
      default: "NotReady"
      }
    return node.flag("spec", "unschedulable") ? ready + ",SchedulingDisabled" : ready
  }

  /// The roles of a node, sorted and joined: the labels `node-role.kubernetes.io/ROLE` and
  /// `kubernetes.io/role`.
  static func roles(of node: APIValue) -> String {
    let prefix = "node-role.kubernetes.io/"
    let roles = node.sortedMap("metadata", "labels").compactMap { label -> String? in
      if label.key.hasPrefix(prefix) { return String(label.key.dropFirst(prefix.count)) }
      return label.key == "kubernetes.io/role" ? label.value : nil
    }
    return roles.filter { !$0.isEmpty }.sorted(by: goOrder).uniqued.joined(separator: ",")
  }

  private static func address(_ type: String, of node: APIValue) -> String {
    let addresses = node.list("status", "addresses")
    return addresses.first { $0.text("type") == type }?.text("address") ?? "<none>"
  }
}

extension Array where Element: Equatable {
  /// The elements without those that equal the one before.
  var uniqued: [Element] {
    reduce(into: []) { result, element in
      if result.last != element { result.append(element) }
    }
  }
}

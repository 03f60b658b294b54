internal import PodEngine

/// `get namespaces`.
enum NamespaceTable {
  static let columns: [Table.Column] = [.name, Table.Column("Status"), .age]

  static func cells(of namespace: APIValue, now: SimulatedTime) -> [APIValue] {
    [.string(namespace.name), .string(namespace.text("status", "phase")), namespace.age(now: now)]
  }
}

/// `get configmaps`.
enum ConfigMapTable {
  static let columns: [Table.Column] = [.name, Table.Column("Data"), .age]

  static func cells(of map: APIValue, now: SimulatedTime) -> [APIValue] {
    let count = map.sortedFields(["data"]).count + map.sortedFields(["binaryData"]).count
    return [.string(map.name), .integer(count), map.age(now: now)]
  }
}

/// `get secrets`.
enum SecretTable {
  static let columns: [Table.Column] = [.name, Table.Column("Type"), Table.Column("Data"), .age]

  static func cells(of secret: APIValue, now: SimulatedTime) -> [APIValue] {
    [
      .string(secret.name), .string(secret.text("type")),
      .integer(secret.sortedFields(["data"]).count), secret.age(now: now),
    ]
  }
}

/// `get serviceaccounts`.
enum ServiceAccountTable {
  static let columns: [Table.Column] = [.name, Table.Column("Secrets"), .age]

  static func cells(of account: APIValue, now: SimulatedTime) -> [APIValue] {
    [.string(account.name), .integer(account.list("secrets").count), account.age(now: now)]
  }
}

/// `get priorityclasses`.
enum PriorityClassTable {
  static let columns: [Table.Column] = [
    .name, Table.Column("Value"), Table.Column("Global-Default"), .age,
    Table.Column("PreemptionPolicy"),
  ]

  static func cells(of object: APIValue, now: SimulatedTime) -> [APIValue] {
    [
      .string(object.name), .integer(object.integer("value")),
      .bool(object.field("globalDefault")?.boolValue ?? false), object.age(now: now),
      .string(object.text("preemptionPolicy")),
    ]
  }
}

/// `get leases`.
enum LeaseTable {
  static let columns: [Table.Column] = [.name, Table.Column("Holder"), .age]

  static func cells(of lease: APIValue, now: SimulatedTime) -> [APIValue] {
    [.string(lease.name), .string(lease.text("spec", "holderIdentity")), lease.age(now: now)]
  }
}

/// `get endpointslices`.
enum EndpointSliceTable {
  /// So many ports or addresses are shown.
  private static let shownCount = 3

  static let columns: [Table.Column] = [
    .name, Table.Column("AddressType"), Table.Column("Ports"), Table.Column("Endpoints"), .age,
  ]

  static func cells(of slice: APIValue, now: SimulatedTime) -> [APIValue] {
    let ports = slice.list("ports").map { port in
      // A port without number and name stands for all ports.
      port.optionalText("port") ?? port.optionalText("name") ?? "*"
    }
    let addresses = slice.list("endpoints").flatMap { $0.texts("addresses") }
    return [
      .string(slice.name), .string(slice.text("addressType")),
      .string(shortened(ports, none: "<unset>")), .string(shortened(addresses, none: "<unset>")),
      slice.age(now: now),
    ]
  }

  private static func shortened(_ texts: [String], none: String) -> String {
    if texts.isEmpty { return none }
    let shown = texts.prefix(shownCount).joined(separator: ",")
    return texts.count > shownCount ? "\(shown) + \(texts.count - shownCount) more..." : shown
  }
}

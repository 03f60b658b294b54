/// What a node of podlab has: 2 CPUs, 4Gi of memory, room for 110 Pods.
enum NodeResources {
  static let capacity: [(name: String, amount: String)] = [
    ("cpu", "2"), ("ephemeral-storage", "20Gi"), ("hugepages-1Gi", "0"), ("hugepages-2Mi", "0"),
    ("memory", "4Gi"), ("pods", "110"),
  ]

  /// What the containers of a node have together, in bytes.
  static var memoryBytes: Int { bytes("memory") }
  /// The disk that images, containers and volumes share, in bytes.
  static var diskBytes: Int { bytes("ephemeral-storage") }

  private static func bytes(_ name: String) -> Int {
    capacity.first { $0.name == name }.flatMap { Quantity($0.amount)?.value } ?? 0
  }

  /// Nothing is reserved for the system, so that the learner's sums come out even.
  static var allocatable: StringMap<Quantity> {
    var map: StringMap<Quantity> = [:]
    for (name, amount) in capacity { map[name] = Quantity(amount) }
    return map
  }
}

/// The addresses of nodes.
enum NodeAddresses {
  /// `10.0.0.11` for node-1.
  static func internalIP(nodeNumber: Int) -> String {
    "10.0.\((nodeNumber + 10) / 256).\((nodeNumber + 10) % 256)"
  }
}

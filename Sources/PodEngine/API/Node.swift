/// A machine that runs Pods (`v1.Node`).
package struct Node: Hashable, Codable, Sendable {
  package var metadata = ObjectMeta()
  package var spec = NodeSpec()
  package var status = NodeStatus()

  package init() {}

  package var key: ObjectKey { ObjectKey(.nodes, name: metadata.name) }

  /// Events name a node by its name, also in the place of the UID (`kubelet` and node controller
  /// use both forms).
  package var reference: ObjectReference {
    ObjectReference(
      kind: "Node", namespace: "", name: metadata.name, uid: metadata.name)
  }

  package var isReady: Bool { status.condition("Ready")?.status == .true }
}

/// What is wanted of a node.
package struct NodeSpec: Hashable, Codable, Sendable {
  package var podCIDR = ""
  package var podCIDRs: [String] = []
  package var providerID = ""
  package var unschedulable: Bool?
  package var taints: [Taint] = []
}

/// What is so about a node.
package struct NodeStatus: Hashable, Codable, Sendable {
  package var capacity: StringMap<Quantity> = [:]
  package var allocatable: StringMap<Quantity> = [:]
  package var conditions: [NodeCondition] = []
  package var addresses: [NodeAddress] = []
  package var nodeInfo: NodeSystemInfo?
  package var images: [NodeImage] = []

  package func condition(_ type: String) -> NodeCondition? { conditions.first { $0.type == type } }

  package var internalIP: String { addresses.first { $0.type == "InternalIP" }?.address ?? "" }
}

/// One yes-or-no fact about a node; Ready is good when True, the pressures when False.
package struct NodeCondition: Hashable, Codable, Sendable {
  package var type = ""
  package var status: ConditionStatus = .unknown
  package var lastHeartbeatTime: SimulatedTime?
  package var lastTransitionTime: SimulatedTime?
  package var reason = ""
  package var message = ""

  package init(
    _ type: String, _ status: ConditionStatus, reason: String, message: String,
    at time: SimulatedTime
  ) {
    (self.type, self.status, self.reason, self.message) = (type, status, reason, message)
    (lastHeartbeatTime, lastTransitionTime) = (time, time)
  }
}

/// A name or address of a node.
package struct NodeAddress: Hashable, Codable, Sendable {
  package var type = ""
  package var address = ""

  package init(type: String, address: String) { (self.type, self.address) = (type, address) }
}

/// Versions and identities of a node's software.
package struct NodeSystemInfo: Hashable, Codable, Sendable {
  package var machineID = ""
  package var systemUUID = ""
  package var bootID = ""
  package var kernelVersion = ""
  package var osImage = ""
  package var containerRuntimeVersion = ""
  package var kubeletVersion = ""
  package var kubeProxyVersion = ""
  package var operatingSystem = ""
  package var architecture = ""

  package init() {}
}

/// An image that a node has.
package struct NodeImage: Hashable, Codable, Sendable {
  package var names: [String] = []
  package var sizeBytes = 0

  package init(names: [String], sizeBytes: Int) {
    (self.names, self.sizeBytes) = (names, sizeBytes)
  }
}

/// What a kubelet says about its node: pkg/kubelet/kubelet_node_status.go and
/// pkg/kubelet/nodestatus.
extension Kubelet {
  static let leasePeriod = SimulatedDuration.seconds(10)
  /// `nodeStatusReportFrequency`: how often the status is sent even though nothing changed.
  static let statusPeriod = SimulatedDuration.minutes(5)

  /// The node's own address.
  var internalIP: String { NodeAddresses.internalIP(nodeNumber: addresses.nodeNumber) }

  /// The labels that every kubelet gives its node, and the addresses that its Pods get (the node
  /// IPAM controller's part).
  func register(_ turn: inout Turn) {
    let labels: APIValue = [
      "beta.kubernetes.io/arch": "amd64", "beta.kubernetes.io/os": "linux",
      "kubernetes.io/arch": "amd64", "kubernetes.io/hostname": .string(nodeName),
      "kubernetes.io/os": "linux",
    ]
    let addresses = APIValue.string(self.addresses.range)
    turn.request(
      .patch(
        ObjectKey(.nodes, name: nodeName),
        .merge([
          "metadata": ["labels": labels],
          "spec": ["podCIDR": addresses, "podCIDRs": [addresses]],
        ])))
  }

  /// The lease tells the node controller that the kubelet lives.
  mutating func renewLease(_ turn: inout Turn) {
    if isConnected, nextLease == turn.now { writeLease(&turn) }
  }

  mutating func writeLease(_ turn: inout Turn) {
    nextLease = turn.now + Self.leasePeriod
    turn.schedule(.renewLease, at: nextLease)
    let key = ObjectKey(.leases, namespace: "kube-node-lease", name: nodeName)
    let spec: APIValue = [
      "holderIdentity": .string(nodeName), "leaseDurationSeconds": 40,
      "renewTime": .string(turn.now.microTimestamp),
    ]
    if let lease = turn.objects[key]?.tree {
      var renewed = lease
      renewed["spec"] = spec
      return turn.request(.replace(renewed, key))
    }
    var metadata: APIValue = ["name": .string(nodeName)]
    if let node = turn.objects.node(nodeName) { metadata["ownerReferences"] = Self.owner(node) }
    turn.request(
      .create(["metadata": metadata, "spec": spec], .leases, namespace: "kube-node-lease"))
  }

  /// A lease goes with its node (`SetNodeOwnerFunc`).
  private static func owner(_ node: Node) -> APIValue {
    [
      [
        "apiVersion": "v1", "kind": "Node", "name": .string(node.metadata.name),
        "uid": .string(node.metadata.uid),
      ]
    ]
  }

  mutating func postNodeStatus(_ turn: inout Turn) {
    if isConnected, nextStatus == turn.now { writeNodeStatus(&turn) }
  }

  /// Brings the next look at the node's status forward to the next beat of its clock.
  mutating func lookAtNodeSoon(_ turn: inout Turn) {
    guard nextLease > turn.now, nextStatus > nextLease else { return }
    nextStatus = nextLease
    turn.schedule(.postNodeStatus, at: nextStatus)
  }

  /// Writes the node's status, and says in events which conditions turned. A kubelet that starts
  /// says it of the pressures in any case, and of a boot that the API server has not heard of.
  mutating func writeNodeStatus(isStarting: Bool = false, _ turn: inout Turn) {
    guard let node = turn.objects.node(nodeName) else { return }
    var status = node.status
    var allocatable = NodeResources.allocatable
    // What somebody added by hand, such as extended resources, stays.
    for (name, amount) in status.allocatable where allocatable[name] == nil {
      allocatable[name] = amount
    }
    for (name, amount) in status.capacity { allocatable[name] = amount }
    status.capacity = allocatable
    status.allocatable = allocatable
    status.addresses = [
      NodeAddress(type: "InternalIP", address: internalIP),
      NodeAddress(type: "Hostname", address: nodeName),
    ]
    status.nodeInfo = systemInfo
    status.images = images
    status.conditions = conditions.map { wanted in
      var condition = wanted
      condition.lastHeartbeatTime = turn.now
      let before = node.status.condition(wanted.type)
      condition.lastTransitionTime =
        before?.status == wanted.status ? before?.lastTransitionTime : turn.now
      if let before, before.status != wanted.status || (isStarting && wanted.type != "Ready") {
        turn.record(
          node.reference, .normal, Self.eventReason(condition),
          "Node \(nodeName) status is now: \(Self.eventReason(condition))")
      }
      return condition
    }
    sayRebooted(node, status, &turn)
    turn.request(.updateStatus(node.key, APIValue(encoding: status), uid: node.metadata.uid))
    nextStatus = turn.now + Self.statusPeriod
    turn.schedule(.postNodeStatus, at: nextStatus)
  }

  private func sayRebooted(_ node: Node, _ status: NodeStatus, _ turn: inout Turn) {
    let bootID = status.nodeInfo?.bootID ?? ""
    guard let before = node.status.nodeInfo?.bootID, !before.isEmpty, before != bootID
    else { return }
    turn.record(
      node.reference, .warning, "Rebooted",
      "Node \(nodeName) has been rebooted, boot id: \(bootID)")
  }

  private var conditions: [NodeCondition] {
    let has = pressure.conditions.contains
    return [
      has(.memory)
        ? NodeCondition(
          "MemoryPressure", .true, reason: "KubeletHasInsufficientMemory",
          message: "kubelet has insufficient memory available", at: .start)
        : NodeCondition(
          "MemoryPressure", .false, reason: "KubeletHasSufficientMemory",
          message: "kubelet has sufficient memory available", at: .start),
      has(.disk)
        ? NodeCondition(
          "DiskPressure", .true, reason: "KubeletHasDiskPressure",
          message: "kubelet has disk pressure", at: .start)
        : NodeCondition(
          "DiskPressure", .false, reason: "KubeletHasNoDiskPressure",
          message: "kubelet has no disk pressure", at: .start),
      has(.pid)
        ? NodeCondition(
          "PIDPressure", .true, reason: "KubeletHasInsufficientPID",
          message: "kubelet has insufficient PID available", at: .start)
        : NodeCondition(
          "PIDPressure", .false, reason: "KubeletHasSufficientPID",
          message: "kubelet has sufficient PID available", at: .start),
      NodeCondition(
        "Ready", .true, reason: "KubeletReady", message: "kubelet is posting ready status",
        at: .start),
    ]
  }

  private static func eventReason(_ condition: NodeCondition) -> String {
    let holds = condition.status == .true
    switch condition.type {
    case "MemoryPressure":
      return holds ? "NodeHasInsufficientMemory" : "NodeHasSufficientMemory"
    case "DiskPressure": return holds ? "NodeHasDiskPressure" : "NodeHasNoDiskPressure"
    case "PIDPressure": return holds ? "NodeHasInsufficientPID" : "NodeHasSufficientPID"
    default: return holds ? "NodeReady" : "NodeNotReady"
    }
  }

  private var systemInfo: NodeSystemInfo {
    var random = RandomSource(seed: bootSeed, name: "machine \(nodeName)")
    var info = NodeSystemInfo()
    info.machineID = random.nextHex(length: 32)
    info.systemUUID = random.nextUID()
    for _ in 0..<min(boots, 1000) { info.bootID = random.nextUID() }
    info.kernelVersion = "6.12.0-podlab"
    info.osImage = "PodLab Linux"
    info.containerRuntimeVersion = "containerd://2.0.5"
    info.kubeletVersion = "v1.33.1"
    info.operatingSystem = "linux"
    info.architecture = "amd64"
    return info
  }

  private var images: [NodeImage] {
    runtime.images.entries.map {
      NodeImage(
        names: [$0.manifest.repositoryDigest] + $0.references, sizeBytes: $0.manifest.sizeBytes)
    }
  }
}

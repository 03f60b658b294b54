internal import PodEngine

extension DescribeWriter {
  mutating func node(_ node: APIValue, _ context: DescribeContext) {
    field(0, "Name", node.name)
    field(0, "Roles", NodeTable.roles(of: node).orNone)
    labelsAndAnnotations(of: node)
    field(0, "CreationTimestamp", describeText(node.time("metadata", "creationTimestamp")))
    taints(of: node)
    field(0, "Unschedulable", String(node.flag("spec", "unschedulable")))
    lease(context.lease, node: node.name)
    nodeConditions(of: node)
    line(0, "Addresses:")
    for address in node.list("status", "addresses") {
      field(1, address.text("type"), address.text("address"))
    }
    amounts("Capacity", node.sortedFields(["status", "capacity"]))
    amounts("Allocatable", node.sortedFields(["status", "allocatable"]))
    systemInfo(of: node)
    nodeResources(of: node, context)
    events(context)
  }

  private mutating func taints(of node: APIValue) {
    let taints = node.list("spec", "taints")
      .stableSorted { "\($0.text("effect")),\($0.text("key"))" }
    lines(
      "Taints",
      taints.map { taint in
        let (key, value, effect) = (taint.text("key"), taint.text("value"), taint.text("effect"))
        if effect.isEmpty { return value.isEmpty ? key : "\(key)=\(value):" }
        return value.isEmpty ? "\(key):\(effect)" : "\(key)=\(value):\(effect)"
      })
  }

  private mutating func lease(_ lease: APIValue?, node: String) {
    guard let lease else {
      return field(
        0, "Lease", "Failed to get lease: leases.coordination.k8s.io \"\(node)\" not found")
    }
    line(0, "Lease:")
    field(1, "HolderIdentity", lease.optionalText("spec", "holderIdentity") ?? "<unset>")
    field(1, "AcquireTime", lease.time("spec", "acquireTime")?.describeText ?? "<unset>")
    field(1, "RenewTime", lease.time("spec", "renewTime")?.describeText ?? "<unset>")
  }

  private mutating func nodeConditions(of node: APIValue) {
    let conditions = node.list("status", "conditions")
    guard !conditions.isEmpty else { return }
    let header = ["Type", "Status", "LastHeartbeatTime", "LastTransitionTime", "Reason", "Message"]
    line(0, "Conditions:\n  " + header.joined(separator: "\t"))
    line(1, "----\t------\t-----------------\t------------------\t------\t-------")
    for condition in conditions {
      let cells = [
        condition.text("type"), condition.text("status"),
        describeText(condition.time("lastHeartbeatTime")),
        describeText(condition.time("lastTransitionTime")), condition.text("reason"),
      ]
      line(1, cells.map { $0 + " \t" }.joined() + condition.text("message"))
    }
  }

  private mutating func amounts(_ title: String, _ amounts: [(key: String, value: APIValue)]) {
    guard !amounts.isEmpty else { return }
    line(0, "\(title):")
    for amount in amounts { field(1, amount.key, AmountText.text(of: amount.value)) }
  }

  private mutating func systemInfo(of node: APIValue) {
    line(0, "System Info:")
    for (title, key) in [
      ("Machine ID", "machineID"), ("System UUID", "systemUUID"), ("Boot ID", "bootID"),
      ("Kernel Version", "kernelVersion"), ("OS Image", "osImage"),
      ("Operating System", "operatingSystem"), ("Architecture", "architecture"),
      ("Container Runtime Version", "containerRuntimeVersion"),
      ("Kubelet Version", "kubeletVersion"), ("Kube-Proxy Version", "kubeProxyVersion"),
    ] {
      field(1, title, node.text("status", "nodeInfo", key))
    }
    optionalField(0, "PodCIDR", node.optionalText("spec", "podCIDR"))
    optionalField(0, "PodCIDRs", node.texts("spec", "podCIDRs").joined(separator: ","))
    optionalField(0, "ProviderID", node.optionalText("spec", "providerID"))
  }
}

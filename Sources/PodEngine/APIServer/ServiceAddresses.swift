/// Hands out the virtual addresses of Services, from 10.96.0.0/16 in order, and the ports of nodes
/// from 30000 on.
struct ServiceAddresses: Sendable {
  /// 10.96.0.1 is the Service `kubernetes`.
  private var last = 1
  private var lastNodePort = 30_000

  mutating func allocate(_ tree: inout APIValue) {
    let type = tree[path: "spec", "type"]?.stringValue ?? "ClusterIP"
    allocateNodePorts(&tree, type: type)
    let written = tree[path: "spec", "clusterIP"]?.stringValue ?? ""
    guard type != "ExternalName", written.isEmpty else { return }
    last += 1
    let address = APIValue.string("10.96.\(last / 256 % 256).\(last % 256)")
    tree[path: "spec", "clusterIP"] = address
    tree[path: "spec", "clusterIPs"] = .array([address])
  }

  /// Every port of a Service that is reachable on the nodes has one there.
  private mutating func allocateNodePorts(_ tree: inout APIValue, type: String) {
    guard type == "NodePort" || type == "LoadBalancer",
      tree[path: "spec", "allocateLoadBalancerNodePorts"] != .bool(false),
      let ports = tree[path: "spec", "ports"]?.arrayValue
    else { return }
    tree[path: "spec", "ports"] = .array(
      ports.map { port in
        guard (port["nodePort"]?.intValue ?? 0) == 0 else { return port }
        // The range is 30000 to 32767.
        lastNodePort = lastNodePort < 32_767 ? lastNodePort + 1 : 30_001
        var port = port
        port["nodePort"] = .integer(lastNodePort)
        return port
      })
  }
}

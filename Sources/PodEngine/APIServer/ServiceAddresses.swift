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

  /// What a change leaves open is kept as it was, and what belongs to a type that the Service has no
  /// more is dropped (`patchAllocatedValues` and `dropTypeDependentFields` in
  /// pkg/registry/core/service). What is missing after that, `allocate` hands out.
  static func carryOver(_ tree: inout APIValue, from old: APIValue) {
    let (before, after) = (Needs(old), Needs(tree))
    if before.address, after.address, tree["spec"]?.text("clusterIP").isEmpty ?? true {
      for field in ["clusterIP", "clusterIPs"] {
        tree[path: "spec", field] = old[path: "spec", field]
      }
    }
    if before.nodePorts, after.nodePorts { keepNodePorts(&tree, old) }
    func drop(_ fields: [String]) {
      for field in fields where tree[path: "spec", field] == old[path: "spec", field] {
        tree[path: "spec", field] = nil
      }
    }
    if before.address, !after.address {
      drop(["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "internalTrafficPolicy"])
    }
    if before.nodePorts, !after.nodePorts, nodePorts(of: tree) == nodePorts(of: old) {
      tree.update("spec") { spec in spec.updateEach("ports") { $0["nodePort"] = nil } }
    }
    if before.isExternal, !after.isExternal { drop(["externalTrafficPolicy"]) }
    if before.isBalanced, !after.isBalanced {
      drop(["allocateLoadBalancerNodePorts", "loadBalancerClass"])
    }
  }

  /// What a Service of its type has.
  private struct Needs {
    let address: Bool
    let nodePorts: Bool
    let isExternal: Bool
    let isBalanced: Bool

    init(_ service: APIValue) {
      let type = service["spec"]?.text("type") ?? ""
      address = type != "ExternalName"
      isBalanced = type == "LoadBalancer"
      isExternal = type == "NodePort" || isBalanced
      nodePorts =
        type == "NodePort"
        || isBalanced && service[path: "spec", "allocateLoadBalancerNodePorts"] != .bool(false)
    }
  }

  private static func nodePorts(of service: APIValue) -> [Int] {
    (service[path: "spec", "ports"]?.arrayValue ?? []).map { $0.number("nodePort") }
  }

  /// A port of the same protocol and number has the same port on the nodes.
  private static func keepNodePorts(_ tree: inout APIValue, _ old: APIValue) {
    let ports = old[path: "spec", "ports"]?.arrayValue ?? []
    var used = nodePorts(of: tree)
    tree.update("spec") { spec in
      spec.updateEach("ports") { port in
        guard port.number("nodePort") == 0 else { return }
        let same = ports.first {
          $0.text("protocol") == port.text("protocol") && $0.number("port") == port.number("port")
        }
        guard let number = same?.number("nodePort"), number != 0, !used.contains(number)
        else { return }
        port["nodePort"] = .integer(number)
        used.append(number)
      }
    }
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

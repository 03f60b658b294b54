/// Hands out the virtual addresses of Services, from 10.96.0.0/16 in order.
struct ServiceAddresses: Sendable {
  /// 10.96.0.1 is the Service `kubernetes`.
  private var last = 1

  mutating func allocate(_ tree: inout APIValue) {
    let type = tree[path: "spec", "type"]?.stringValue ?? "ClusterIP"
    let written = tree[path: "spec", "clusterIP"]?.stringValue ?? ""
    guard type != "ExternalName", written.isEmpty else { return }
    last += 1
    let address = APIValue.string("10.96.\(last / 256 % 256).\(last % 256)")
    tree[path: "spec", "clusterIP"] = address
    tree[path: "spec", "clusterIPs"] = .array([address])
  }
}

/// Warnings about ports that two containers of a Pod, or one twice, declare (pkg/api/pod/warnings.go).
enum PortWarnings {
  private struct Declared: Hashable {
    let at: FieldPath
    let hostIP: String
    let hostPort: Int
  }

  static func warnings(_ spec: APIValue, at place: FieldPath) -> [String] {
    var known: StringMap<[Declared]> = [:]
    var found: [String] = []
    for (container, at) in PodContainers.all(spec, at: place) {
      for (index, port) in container.list("ports").enumerated() {
        let transport = port.text("protocol")
        let key = "\(port.number("containerPort"))/\(transport.isEmpty ? "TCP" : transport)"
        let declared = Declared(
          at: at.child("ports").index(index), hostIP: port.text("hostIP"),
          hostPort: port.number("hostPort"))
        found += (known[key] ?? []).compactMap { clash($0, declared) }
        known[key] = (known[key] ?? []) + [declared]
      }
    }
    return found
  }

  private static func clash(_ other: Declared, _ new: Declared) -> String? {
    let kind: String
    if other.hostIP == new.hostIP, other.hostPort == new.hostPort {
      kind = "duplicate"
    } else if other.hostPort == 0 || new.hostPort == 0 {
      kind = "overlapping"
    } else if other.hostPort == new.hostPort, other.hostIP.isEmpty != new.hostIP.isEmpty {
      kind = "dangerously ambiguous"
    } else {
      return nil
    }
    return "\(new.at): \(kind) port definition with \(other.at)"
  }
}

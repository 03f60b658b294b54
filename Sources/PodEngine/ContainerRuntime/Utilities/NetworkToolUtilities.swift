/// `ip addr|link|route`, `ifconfig`, `route`, `netstat` and `ss`: what a Pod's network namespace
/// looks like.
enum NetworkToolUtility {
  static func runIP(_ call: inout UtilityCall) -> Int {
    guard let network = call.kernel.network(of: call.number) else { return 1 }
    let words = call.arguments.filter { !$0.hasPrefix("-") }
    let what = words.first ?? ""
    let gateway = gateway(of: network.ipAddress)
    if "address".hasPrefix(what) && !what.isEmpty {
      addresses(network.ipAddress, &call)
    } else if "link".hasPrefix(what) && !what.isEmpty {
      for line in links { call.print(line) }
    } else if "route".hasPrefix(what) && !what.isEmpty {
      call.print("default via \(gateway) dev eth0")
      call.print(
        "\(subnet(of: network.ipAddress)) dev eth0 scope link  src \(network.ipAddress)")
    } else {
      call.error =
        "BusyBox v1.37.0 multi-call binary.\n\nUsage: ip [OPTIONS] address|route|link [ARGS]\n"
      return 1
    }
    return 0
  }

  private static let links = [
    "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000",
    "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00",
    "2: eth0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1450 qdisc noqueue",
    "    link/ether 0a:58:0a:f4:00:02 brd ff:ff:ff:ff:ff:ff",
  ]

  private static func addresses(_ address: String, _ call: inout UtilityCall) {
    call.print(links[0] + "\n" + links[1])
    call.print("    inet 127.0.0.1/8 scope host lo\n       valid_lft forever preferred_lft forever")
    call.print(links[2] + "\n" + links[3].replacing("0a:58:0a:f4:00:02", with: hardware(address)))
    let broadcast = address.split(separator: ".").dropLast().joined(separator: ".") + ".255"
    call.print(
      "    inet \(address)/24 brd \(broadcast) scope global eth0\n"
        + "       valid_lft forever preferred_lft forever")
  }

  /// `0a:58:` and the four bytes of the address, as the bridge plugin makes it.
  static func hardware(_ address: String) -> String {
    let bytes = address.split(separator: ".").compactMap { UInt8($0) }
    return (["0a", "58"] + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) })
      .joined(separator: ":")
  }

  private static func gateway(of address: String) -> String {
    address.split(separator: ".").dropLast().joined(separator: ".") + ".1"
  }

  private static func subnet(of address: String) -> String {
    address.split(separator: ".").dropLast().joined(separator: ".") + ".0/24"
  }

  static func runInterfaces(_ call: inout UtilityCall) -> Int {
    guard let network = call.kernel.network(of: call.number) else { return 1 }
    let address = network.ipAddress
    let broadcast = address.split(separator: ".").dropLast().joined(separator: ".") + ".255"
    call.print(
      """
      eth0      Link encap:Ethernet  HWaddr \(hardware(address).uppercased())
                inet addr:\(address)  Bcast:\(broadcast)  Mask:255.255.255.0
                UP BROADCAST RUNNING MULTICAST  MTU:1450  Metric:1

      lo        Link encap:Local Loopback
                inet addr:127.0.0.1  Mask:255.0.0.0
                UP LOOPBACK RUNNING  MTU:65536  Metric:1

      """)
    return 0
  }

  static func runRoute(_ call: inout UtilityCall) -> Int {
    guard let network = call.kernel.network(of: call.number) else { return 1 }
    let base = network.ipAddress.split(separator: ".").dropLast().joined(separator: ".")
    func row(_ cells: [String]) -> String {
      zip(cells, [16, 16, 16, 6, 7, 7, 4]).map { cell, width in
        cell + String(repeating: " ", count: max(0, width - cell.count))
      }.joined() + "eth0"
    }
    call.print("Kernel IP routing table")
    call.print("Destination     Gateway         Genmask         Flags Metric Ref    Use Iface")
    call.print(row(["default", base + ".1", "0.0.0.0", "UG", "0", "0", "0 "]))
    call.print(row([base + ".0", "*", "255.255.255.0", "U", "0", "0", "0 "]))
    return 0
  }

  /// `netstat -l…` and `ss -l…`: the listening sockets of the Pod, all of its containers included.
  /// The program is named where it belongs to the caller's PID namespace.
  static func runSockets(_ call: inout UtilityCall) -> Int {
    guard let network = call.kernel.network(of: call.number), let process = call.process else {
      return 1
    }
    let letters = call.options().letters
    let showsProgram = letters.contains("p")
    let visible = call.kernel.visibleProcesses(to: process)
    if call.name == "ss" {
      call.print("State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process")
    } else {
      call.print("Active Internet connections (only servers)")
      call.print(
        "Proto Recv-Q Send-Q Local Address           Foreign Address         State       "
          + (showsProgram ? "PID/Program name    " : ""))
    }
    for listener in network.listeners {
      let local = "\(listener.address == "*" ? "0.0.0.0" : listener.address):\(listener.port)"
      if call.name == "ss" {
        call.print("LISTEN 0      511    \(padded(local, 18)) 0.0.0.0:*")
        continue
      }
      let owner = visible.first { $0.number == listener.process }
      let name = owner.map { "\($0.pid)/\(FilePath.name(of: $0.arguments.first ?? ""))" } ?? "-"
      call.print(
        "tcp        0      0 \(padded(local, 23)) \(padded("0.0.0.0:*", 23)) LISTEN      "
          + (showsProgram ? padded(name, 20) : ""))
    }
    return 0
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// `getent hosts NAME`, `getent passwd [NAME]`.
  static func runEntries(_ call: inout UtilityCall) -> Int {
    guard let process = call.process, let database = call.arguments.first else {
      return call.complain("wrong number of arguments")
    }
    let file: String
    switch database {
    case "hosts", "ahosts": file = "/etc/hosts"
    case "passwd", "group": file = "/etc/\(database)"
    default: return call.complain("Unknown database: \(database)")
    }
    let text = (try? call.kernel.contents(of: file, by: process))?.text() ?? ""
    let key = call.arguments.dropFirst().first
    var isFound = key == nil
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let separator: Character = database.hasSuffix("hosts") ? "\t" : ":"
      let parts = line.split(separator: separator).map(String.init)
      guard let key else {
        call.print(String(line))
        continue
      }
      let names = database.hasSuffix("hosts") ? parts.dropFirst() : parts.prefix(1)
      guard names.contains(key), !isFound else { continue }
      isFound = true
      if database.hasSuffix("hosts") {
        let gap = String(repeating: " ", count: max(1, 18 - parts[0].count))
        call.print("\(parts[0])\(gap)\(key)  \(key)")
      } else {
        call.print(String(line))
      }
    }
    return isFound ? 0 : 2
  }
}

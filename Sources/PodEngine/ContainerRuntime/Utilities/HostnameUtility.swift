/// `hostname [-i|-f|-s|-d]`.
enum HostnameUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    guard let network = call.kernel.network(of: call.number) else { return 1 }
    let full = fullName(network, call)
    let parts = full.split(separator: ".", maxSplits: 1).map(String.init)
    switch call.arguments.first {
    case "-i": call.print(network.ipAddress)
    case "-f": call.print(full)
    case "-s": call.print(parts.first ?? full)
    case "-d": call.print(parts.count > 1 ? parts[1] : "")
    default: call.print(network.hostname)
    }
    return 0
  }

  /// The first name that /etc/hosts has for the Pod's address.
  private static func fullName(_ network: NetworkNamespace, _ call: UtilityCall) -> String {
    guard let process = call.kernel.processes[call.number],
      let hosts = try? call.kernel.contents(of: "/etc/hosts", by: process)
    else { return network.hostname }
    for line in hosts.text().split(separator: "\n") {
      let words = line.split { $0 == " " || $0 == "\t" }
      if words.count > 1, words[0] == network.ipAddress { return String(words[1]) }
    }
    return network.hostname
  }
}

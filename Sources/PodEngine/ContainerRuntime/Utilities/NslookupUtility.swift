/// `nslookup NAME`: asks the cluster's DNS.
struct NslookupUtility: Program {
  private let name: String
  private var request: Int?
  private let server = "10.96.0.10"

  init(_ arguments: [String]) { name = arguments.first { !$0.hasPrefix("-") } ?? "" }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard let request else {
      self.request = kernel.send(.lookup(name: name), by: process)
      return .block
    }
    guard let answer = kernel.takeAnswer(request) else { return .block }
    var text = "Server:\t\t\(server)\nAddress:\t\(server):53\n\n"
    guard case .addresses(let addresses) = answer, !addresses.isEmpty else {
      text += "** server can't find \(name): NXDOMAIN\n\n"
      _ = kernel.write(Bytes(text), to: 1, by: process)
      return .exit(1)
    }
    for address in addresses { text += "Name:\t\(name)\nAddress: \(address)\n" }
    _ = kernel.write(Bytes(text + "\n"), to: 1, by: process)
    return .exit(0)
  }
}

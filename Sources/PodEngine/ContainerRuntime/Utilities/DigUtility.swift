/// `dig [+short] NAME` and `host NAME`: ask the cluster's DNS.
struct DigUtility: Program {
  private let name: String
  private let isHost: Bool
  private let isShort: Bool
  private var request: Int?

  init(_ arguments: [String], isShort isHost: Bool) {
    name = arguments.last { !$0.hasPrefix("-") && !$0.hasPrefix("+") && !$0.hasPrefix("@") } ?? ""
    isShort = arguments.contains("+short")
    self.isHost = isHost
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard let request else {
      // Dig takes a name as it is; only host uses the search domains.
      let isComplete = name.split(separator: ".").count >= 4
      guard isHost || isComplete else { return finish([], &kernel, process) }
      self.request = kernel.send(.lookup(name: name), by: process)
      return .block
    }
    guard let answer = kernel.takeAnswer(request) else { return .block }
    guard case .addresses(let addresses) = answer else { return finish([], &kernel, process) }
    return finish(addresses, &kernel, process)
  }

  private func finish(_ addresses: [String], _ kernel: inout Kernel, _ process: Int) -> ProgramStep
  {
    var text = ""
    if isHost {
      text =
        addresses.isEmpty
        ? "Host \(name) not found: 3(NXDOMAIN)\n"
        : addresses.map { "\(name) has address \($0)\n" }.joined()
    } else if isShort {
      text = addresses.map { "\($0)\n" }.joined()
    } else {
      text = "\n; <<>> DiG 9.18 <<>> \(name)\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, "
      text += "status: \(addresses.isEmpty ? "NXDOMAIN" : "NOERROR"), id: 1\n"
      text += "\n;; QUESTION SECTION:\n;\(name).\t\tIN\tA\n\n"
      if !addresses.isEmpty {
        text += ";; ANSWER SECTION:\n"
        text += addresses.map { "\(name).\t30\tIN\tA\t\($0)\n" }.joined() + "\n"
      }
      text += ";; SERVER: 10.96.0.10#53(10.96.0.10) (UDP)\n\n"
    }
    _ = kernel.write(Bytes(text), to: 1, by: process)
    return .exit(isHost && addresses.isEmpty ? 1 : 0)
  }
}

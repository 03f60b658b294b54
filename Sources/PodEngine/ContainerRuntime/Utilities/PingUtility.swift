/// `ping [-c COUNT] [-W SECONDS] HOST`: the other end answers where the network reaches it.
struct PingUtility: Program {
  private var host = ""
  private var count = 4
  private var request: Int?
  private var address: String?
  private var sent = 0
  private var received = 0
  private var isReached = false

  init(_ arguments: [String]) {
    var words = arguments[...]
    while let word = words.popFirst() {
      switch word {
      case "-c": count = words.popFirst().flatMap { Int($0) } ?? 4
      case "-W", "-w", "-i", "-s", "-t": _ = words.popFirst()
      case _ where word.hasPrefix("-c"): count = Int(word.dropFirst(2)) ?? 4
      case _ where word.hasPrefix("-"): break
      default: host = word
      }
    }
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard !host.isEmpty else {
      return say("ping: usage error: Destination address required\n", 1, &kernel, process)
    }
    guard let address else { return resolve(&kernel, process) }
    guard sent > 0 else {
      _ = kernel.write(
        Bytes("PING \(host) (\(address)): 56 data bytes\n"), to: 1, by: process)
      sent = 1
      return .goOn
    }
    if let request {
      guard let answer = kernel.takeAnswer(request) else { return .block }
      self.request = nil
      if case .connect(.hang) = answer { isReached = false } else { isReached = true }
      return self.answer(address, &kernel, process)
    }
    if sent > count { return finish(&kernel, process) }
    guard kernel.network(of: process)?.isOwn(address) != true else {
      isReached = true
      return self.answer(address, &kernel, process)
    }
    // Whether the other end is there is what a connection to a port finds out as well.
    request = kernel.send(.connect(host: address, port: 7), by: process)
    return .goOn
  }

  private mutating func answer(
    _ address: String, _ kernel: inout Kernel, _ process: Int
  ) -> ProgramStep {
    if isReached {
      received += 1
      _ = kernel.write(
        Bytes("64 bytes from \(address): seq=\(sent - 1) ttl=63 time=0.100 ms\n"), to: 1,
        by: process)
    }
    sent += 1
    return sent > count ? .goOn : .sleep(until: kernel.now + .seconds(1))
  }

  private mutating func resolve(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if kernel.network(of: process)?.isOwn(host) == true {
      let own = kernel.network(of: process)?.ipAddress ?? "127.0.0.1"
      address = host == "localhost" || host.hasPrefix("127.") ? "127.0.0.1" : own
      return .goOn
    }
    guard let request else {
      self.request = kernel.send(.lookup(name: host), by: process)
      return .block
    }
    guard let answer = kernel.takeAnswer(request) else { return .block }
    self.request = nil
    guard case .addresses(let found) = answer, let first = found.first else {
      return say("ping: bad address '\(host)'\n", 1, &kernel, process)
    }
    address = first
    return .goOn
  }

  private mutating func finish(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    let lost = count == 0 ? 0 : (count - received) * 100 / count
    var text = "\n--- \(host) ping statistics ---\n"
    text +=
      "\(count) packets transmitted, \(received) packets received, \(lost)% packet loss\n"
    if received > 0 { text += "round-trip min/avg/max = 0.100/0.100/0.100 ms\n" }
    _ = kernel.write(Bytes(text), to: 1, by: process)
    return .exit(received > 0 ? 0 : 1)
  }

  private func say(_ text: String, _ status: Int, _ kernel: inout Kernel, _ process: Int)
    -> ProgramStep
  {
    _ = kernel.write(Bytes(text), to: 2, by: process)
    return .exit(status)
  }
}

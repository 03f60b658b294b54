/// redis-server: listens on 6379 (`--port N` elsewhere); TERM ends it.
struct RedisServer: Program {
  private var port = 6379
  private var isListening = false

  init(_ arguments: [String]) {
    if let index = arguments.firstIndex(of: "--port"), index + 1 < arguments.count,
      let number = Int(arguments[index + 1])
    {
      port = number
    }
  }

  var memoryBytes: Int { 8 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let signal = kernel.takeSignal(process) {
      note("Received SIG\(signal.name) scheduling shutdown...", &kernel, process)
      note("Redis is now ready to exit, bye bye...", &kernel, process)
      return .exit(0)
    }
    if isListening { return .block }
    do throws(Errno) {
      try kernel.listen("0.0.0.0", port: port, by: process)
    } catch {
      note(
        "Warning: Could not create server TCP listening socket *:\(port): bind: \(error.text)",
        &kernel, process)
      note("Failed listening on port \(port) (tcp), aborting.", &kernel, process)
      return .exit(1)
    }
    isListening = true
    for signal in [Signal.term, .int] { kernel.setDisposition(signal, .caught, of: process) }
    note("Server initialized", &kernel, process)
    note("Ready to accept connections tcp", &kernel, process)
    return .block
  }

  private func note(_ text: String, _ kernel: inout Kernel, _ process: Int) {
    let time = DateText.format("%d %b %Y %H:%M:%S", kernel.now)
    let milliseconds = String(1000 + kernel.now.milliseconds % 1000).dropFirst()
    let pid = kernel.processes[process]?.pid ?? 1
    _ = kernel.write(Bytes("\(pid):M \(time).\(milliseconds) * \(text)\n"), to: 1, by: process)
  }
}

/// `redis-cli [-h HOST] [-p PORT] ping`; other commands are not simulated, and it says so.
struct RedisClient: Program {
  private var host = "127.0.0.1"
  private var port = 6379
  private var command: [String] = []
  private var request: Int?

  init(_ arguments: [String]) {
    var words = arguments[...]
    while let word = words.popFirst() {
      switch word {
      case "-h": host = words.popFirst() ?? host
      case "-p": port = words.popFirst().flatMap { Int($0) } ?? port
      default: command.append(word)
      }
    }
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let request {
      guard let answer = kernel.takeAnswer(request) else { return .block }
      return finish(answer, &kernel, process)
    }
    switch kernel.connect(host, port: port, by: process) {
    case .now(let answer): return finish(answer, &kernel, process)
    case .later(let id):
      request = id
      return .block
    }
  }

  private func finish(
    _ answer: NetworkRequest.Answer, _ kernel: inout Kernel, _ process: Int
  ) -> ProgramStep {
    guard case .connect(.connected) = answer else {
      let text = "Could not connect to Redis at \(host):\(port): Connection refused\n"
      _ = kernel.write(Bytes(text), to: 2, by: process)
      return .exit(1)
    }
    guard command.first?.lowercased() == "ping" else {
      let text = "redis-cli: podlab simulates PING only\n"
      _ = kernel.write(Bytes(text), to: 2, by: process)
      return .exit(1)
    }
    _ = kernel.write(Bytes("PONG\n"), to: 1, by: process)
    return .exit(0)
  }
}

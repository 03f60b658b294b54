/// The parts of registry.k8s.io/e2e-test-images/agnhost that people meet: `pause`, `liveness`,
/// `netexec`, `test-webserver`, `serve-hostname`, `grpc-health-checking`.
struct AgnhostProgram: HTTPServer, HealthServer {
  private enum Mode: Hashable, Sendable {
    case pause, liveness, netexec, webserver, hostname, grpcHealth
  }
  private var mode: Mode?
  private let command: String
  private var port: Int
  private var grpcPort = 5000
  private var isServing = true
  private var startedAt: SimulatedTime?
  /// `serve-hostname` waits for its Pod to be deleted.
  private var sleepsUntil: SimulatedTime?

  /// How long `liveness` answers 200.
  private static let healthyFor = SimulatedDuration.seconds(10)

  init(_ arguments: [String]) {
    let command = arguments.first ?? "pause"
    self.command = command
    let modes: [(name: String, mode: Mode, port: Int)] = [
      ("pause", .pause, 0), ("liveness", .liveness, 8080), ("netexec", .netexec, 8080),
      ("test-webserver", .webserver, 80), ("serve-hostname", .hostname, 9376),
      ("grpc-health-checking", .grpcHealth, 8080),
    ]
    let found = modes.first { $0.name == command }
    mode = found?.mode
    port = found?.port ?? 0
    for (index, word) in arguments.enumerated() {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      let next = index + 1 < arguments.count ? arguments[index + 1] : ""
      guard let number = Int(parts.count > 1 ? parts[1] : next) else { continue }
      switch parts.first {
      case "--http-port"?: port = number
      case "--port"?: if mode == .grpcHealth { grpcPort = number } else { port = number }
      default: break
      }
    }
  }

  var memoryBytes: Int { 10 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let signal = kernel.takeSignal(process) { return end(signal, &kernel, process) }
    if let sleepsUntil {
      return kernel.now < sleepsUntil ? .sleep(until: sleepsUntil) : .exit(0)
    }
    if startedAt != nil { return .block }
    guard let mode else {
      let text = "Error: podlab does not simulate \"\(command)\" of agnhost\n"
      _ = kernel.write(Bytes(text), to: 2, by: process)
      return .exit(1)
    }
    startedAt = kernel.now
    for signal in [Signal.term, .int] { kernel.setDisposition(signal, .caught, of: process) }
    if mode == .pause {
      _ = kernel.write(Bytes("Paused\n"), to: 1, by: process)
      return .block
    }
    do throws(Errno) {
      try kernel.listen("0.0.0.0", port: port, by: process)
      if mode == .grpcHealth { try kernel.listen("0.0.0.0", port: grpcPort, by: process) }
      if mode == .hostname { log("Serving on port \(port).", &kernel, process) }
      if mode == .netexec {
        log("Started HTTP server on port \(port)", &kernel, process)
        log("Started UDP server on port  8081", &kernel, process)
      }
      return .block
    } catch {
      let text = "listen tcp :\(port): bind: address already in use\n"
      _ = kernel.write(Bytes(text), to: 2, by: process)
      return .exit(1)
    }
  }

  /// What each of them does about TERM and INT; the others leave it to Go.
  private mutating func end(
    _ signal: Signal, _ kernel: inout Kernel, _ process: Int
  ) -> ProgramStep {
    switch mode {
    case .netexec?: return .exit(0)
    case .pause?: return .exit(signal == .int ? 1 : 2)
    case .hostname? where signal == .term:
      log("Shutting down after receiving signal: terminated.", &kernel, process)
      log("Awaiting pod deletion.", &kernel, process)
      let end = kernel.now + .seconds(60)
      sleepsUntil = end
      return .sleep(until: end)
    case .liveness?, .webserver?, .grpcHealth?, .hostname?, nil:
      return .exit(GoRuntime.statusAfterSignal)
    }
  }

  private func log(_ text: String, _ kernel: inout Kernel, _ process: Int) {
    let time = DateText.format("%Y/%m/%d %H:%M:%S", kernel.now)
    _ = kernel.write(Bytes("\(time) \(text)\n"), to: 2, by: process)
  }

  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    switch mode {
    case .liveness?: .response(liveness(request, kernel), after: .zero)
    case .netexec?: .response(netexec(request, &kernel, process), after: .zero)
    case .webserver?: .response(HTTPResponse(status: 200, body: "<pre></pre>\n"), after: .zero)
    case .hostname?: .response(servedHostname(request, &kernel, process), after: .zero)
    case .grpcHealth?: .response(setHealth(request), after: .zero)
    case .pause?, nil: .notHTTP
    }
  }

  private func liveness(_ request: HTTPRequest, _ kernel: Kernel) -> HTTPResponse {
    let age = kernel.now - (startedAt ?? kernel.now)
    guard request.pathOnly == "/healthz" else {
      return HTTPResponse(status: 200, body: age.milliseconds.description)
    }
    return age > Self.healthyFor
      ? HTTPResponse(status: 500, body: "error: \(age.milliseconds / 1000).0")
      : HTTPResponse(status: 200, body: "ok")
  }

  private func hostname(_ kernel: Kernel, _ process: Int) -> HTTPResponse {
    HTTPResponse(status: 200, body: kernel.network(of: process)?.hostname ?? "")
  }

  private func servedHostname(
    _ request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPResponse {
    log("HTTP request from \(request.clientAddress):41234", &kernel, process)
    return hostname(kernel, process)
  }

  private func netexec(_ request: HTTPRequest, _ kernel: inout Kernel, _ process: Int)
    -> HTTPResponse
  {
    if request.pathOnly != "/healthz" { log("GET \(request.path)", &kernel, process) }
    return switch request.pathOnly {
    case "/": HTTPResponse(status: 200, body: "NOW: \(kernel.now.timestamp)")
    case "/healthz": HTTPResponse(status: 200, body: "")
    case "/hostname", "/hostName": hostname(kernel, process)
    case "/clientip": HTTPResponse(status: 200, body: request.clientAddress)
    case "/echo":
      HTTPResponse(
        status: request.query("code").flatMap { Int($0) } ?? 200, body: request.query("msg") ?? "")
    default: HTTPResponse(status: 404, body: "404 page not found\n")
    }
  }

  /// `/make-not-serving` and `/make-serving` switch what the health service says.
  private mutating func setHealth(_ request: HTTPRequest) -> HTTPResponse {
    if request.pathOnly == "/make-serving" { isServing = true }
    if request.pathOnly == "/make-not-serving" { isServing = false }
    return HTTPResponse(status: 200, body: "")
  }

  func health(of service: String, _ kernel: inout Kernel, _ process: Int) -> GRPCOutcome {
    guard mode == .grpcHealth else { return .notGRPC }
    guard service.isEmpty else { return .serviceUnknown }
    return isServing ? .serving : .notServing
  }
}

/// Servers of which podlab shows little: they listen, answer a health check, log a line and end on
/// TERM.
struct PlainServer: HTTPServer, HealthServer {
  enum Kind: Hashable, Sendable { case etcd, goproxy, ghost }

  private let kind: Kind
  private var hasStarted = false

  init(_ kind: Kind) { self.kind = kind }

  var memoryBytes: Int {
    switch kind {
    case .etcd: 20 << 20
    case .goproxy: 2 << 20
    case .ghost: 120 << 20
    }
  }

  private var ports: [Int] {
    switch kind {
    case .etcd: [2379, 2380]
    case .goproxy: [8080]
    case .ghost: [2368]
    }
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if kernel.takeSignal(process) != nil { return .exit(kind == .etcd ? 0 : 143) }
    if hasStarted { return .block }
    hasStarted = true
    for signal in [Signal.term, .int] { kernel.setDisposition(signal, .caught, of: process) }
    for port in ports {
      do throws(Errno) { try kernel.listen("0.0.0.0", port: port, by: process) } catch {
        let text = "listen tcp 0.0.0.0:\(port): bind: address already in use\n"
        _ = kernel.write(Bytes(text), to: 2, by: process)
        return .exit(1)
      }
    }
    _ = kernel.write(Bytes("listening on port \(ports[0])\n"), to: 2, by: process)
    return .block
  }

  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    switch kind {
    case .etcd:
      request.pathOnly == "/health" || request.pathOnly == "/readyz"
        ? .response(HTTPResponse(status: 200, body: "{\"health\":\"true\"}"), after: .zero)
        : .response(HTTPResponse(status: 404, body: "404 page not found\n"), after: .zero)
    case .goproxy: .notHTTP
    case .ghost: .response(HTTPResponse(status: 200, body: "<h1>Ghost</h1>\n"), after: .zero)
    }
  }

  func health(of service: String, _ kernel: inout Kernel, _ process: Int) -> GRPCOutcome {
    guard kind == .etcd else { return .notGRPC }
    return service.isEmpty ? .serving : .serviceUnknown
  }
}

/// gcr.io/google-samples/hello-app: answers on 8080 (`PORT` elsewhere) with its version and host
/// name.
struct HelloApp: HTTPServer {
  private var hasStarted = false

  var memoryBytes: Int { 4 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if hasStarted { return .block }
    hasStarted = true
    let port = kernel.processes[process]?.variable("PORT").flatMap { Int($0) } ?? 8080
    do throws(Errno) { try kernel.listen("0.0.0.0", port: port, by: process) } catch {
      let text = "listen tcp :\(port): bind: address already in use\n"
      _ = kernel.write(Bytes(text), to: 2, by: process)
      return .exit(1)
    }
    let time = DateText.format("%Y/%m/%d %H:%M:%S", kernel.now)
    _ = kernel.write(Bytes("\(time) Server listening on port \(port)\n"), to: 2, by: process)
    return .block
  }

  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    guard let own = kernel.processes[process] else { return .notHTTP }
    let time = DateText.format("%Y/%m/%d %H:%M:%S", kernel.now)
    _ = kernel.write(
      Bytes("\(time) Serving request: \(request.path)\n"), to: 2, by: process)
    let version = (try? kernel.contents(of: "/VERSION", by: own))?.text() ?? "1.0\n"
    let host = kernel.network(of: process)?.hostname ?? ""
    return .response(
      HTTPResponse(
        status: 200,
        body: "Hello, world!\nVersion: \(version.prefix { $0 != "\n" }).0\nHostname: \(host)\n"),
      after: .zero)
  }
}

/// What comes back from a question to a container: pkg/probe/{exec,http,tcp,grpc}.
enum ProbeAnswer: Hashable, Sendable {
  /// The outcome, and how long it takes to come.
  case known(ProbeOutcome, after: SimulatedDuration)
  /// A command that has to run in the container first.
  case exec([String])

  static func failed(_ text: String, after wait: SimulatedDuration = .zero) -> Self {
    .known(.failure(text), after: wait)
  }
}

extension Kubelet {
  /// Asks one probe's question; where the learner has injected a fault, the fault answers.
  mutating func ask(_ prober: ProbeWorker, _ container: Container, _ uid: String) -> ProbeAnswer {
    if let exec = prober.probe.exec { return askExec(exec, prober) }
    if let request = prober.probe.httpGet { return askHTTP(request, prober, container, uid) }
    if let socket = prober.probe.tcpSocket { return askTCP(socket, prober, container, uid) }
    if let check = prober.probe.grpc { return askGRPC(check, prober, uid) }
    return .known(.error("missing probe handler"), after: .zero)
  }

  private func askExec(_ exec: ExecAction, _ prober: ProbeWorker) -> ProbeAnswer {
    switch prober.fault {
    case .ok: return .exec(exec.command)
    case .fail: return .failed("")
    case .hang:
      let command = exec.command.joined(separator: " ")
      return .failed(
        "command timed out: \"\(command)\" timed out after \(prober.timeout.goText)",
        after: prober.timeout)
    }
  }

  private mutating func askHTTP(
    _ request: HTTPGetAction, _ prober: ProbeWorker, _ container: Container, _ uid: String
  ) -> ProbeAnswer {
    let url = url(of: request, container, uid)
    let hangs = ProbeAnswer.failed(
      "Get \"\(url)\": context deadline exceeded (Client.Timeout exceeded while awaiting headers)",
      after: prober.timeout)
    switch prober.fault {
    case .ok: break
    case .fail: return .failed("HTTP probe failed with statuscode: 503")
    case .hang: return hangs
    }
    switch httpGet(request, container, uid) {
    case .refused:
      let address = url.split(separator: "/").dropFirst().first ?? ""
      return .failed("Get \"\(url)\": dial tcp \(address): connect: connection refused")
    case .notHTTP:
      return .failed(
        "Get \"\(url)\": net/http: HTTP/1.x transport connection broken: malformed HTTP response")
    case .hang: return hangs
    case .response(let response, let after):
      guard after < prober.timeout else { return hangs }
      if (200..<400).contains(response.status) { return .known(.success, after: after) }
      return .failed("HTTP probe failed with statuscode: \(response.status)", after: after)
    }
  }

  private func askTCP(
    _ socket: TCPSocketAction, _ prober: ProbeWorker, _ container: Container, _ uid: String
  ) -> ProbeAnswer {
    let number = port(socket.port, container)
    let address = "\(host(socket.host, uid)):\(number)"
    let hangs = ProbeAnswer.failed("dial tcp \(address): i/o timeout", after: prober.timeout)
    let refused = ProbeAnswer.failed("dial tcp \(address): connect: connection refused")
    switch prober.fault {
    case .ok: break
    case .fail: return refused
    case .hang: return hangs
    }
    guard let sandbox = readySandbox(uid) else { return hangs }
    switch runtime.tcpConnect(sandbox: sandbox, port: number, fromInside: false) {
    case .connected: return .known(.success, after: .zero)
    case .refused: return refused
    case .hang: return hangs
    }
  }

  private mutating func askGRPC(
    _ check: GRPCAction, _ prober: ProbeWorker, _ uid: String
  ) -> ProbeAnswer {
    let timeout = prober.timeout.goText
    let hangs = ProbeAnswer.failed(
      "timeout: health rpc did not complete within \(timeout)", after: prober.timeout)
    let notServing = ProbeAnswer.failed("service unhealthy (responded with \"NOT_SERVING\")")
    switch prober.fault {
    case .ok: break
    case .fail: return notServing
    case .hang: return hangs
    }
    guard let sandbox = readySandbox(uid) else { return hangs }
    let service = check.service ?? ""
    switch runtime.grpcCheck(
      sandbox: sandbox, port: check.port, service: service, fromInside: false)
    {
    case .serving: return .known(.success, after: .zero)
    case .notServing: return notServing
    case .serviceUnknown:
      return .failed("health rpc probe failed: service \"\(service)\" is unknown")
    case .unimplemented:
      return .failed(
        "error: this server does not implement the grpc health protocol (grpc.health.v1.Health)")
    case .notGRPC, .refused:
      return .failed(
        "timeout: failed to connect service \"\(host("", uid)):\(check.port)\" within \(timeout): "
          + "context deadline exceeded", after: prober.timeout)
    case .hang: return hangs
    }
  }

  /// The port that a probe or hook means; a name is looked up among the container's ports.
  func port(_ port: IntOrString, _ container: Container) -> Int {
    container.portNumber(port) ?? 0
  }

  private func readySandbox(_ uid: String) -> String? {
    runtime.sandboxes(podUID: uid).first { $0.isReady }?.id
  }

  /// The host that a probe or hook means: the Pod's own address where none is named.
  func host(_ host: String, _ uid: String) -> String {
    guard host.isEmpty else { return host }
    return runtime.sandboxes(podUID: uid).first { $0.isReady }?.ipAddress ?? ""
  }

  func url(of request: HTTPGetAction, _ container: Container, _ uid: String) -> String {
    request.url(host: host("", uid), port: port(request.port, container))
  }

  mutating func httpGet(
    _ request: HTTPGetAction, _ container: Container, _ uid: String
  ) -> HTTPOutcome {
    guard let sandbox = readySandbox(uid) else { return .hang }
    return runtime.httpGet(
      sandbox: sandbox, port: port(request.port, container), path: request.path,
      fromInside: false, headers: request.httpHeaders.map { HTTPField($0.name, $0.value) })
  }
}

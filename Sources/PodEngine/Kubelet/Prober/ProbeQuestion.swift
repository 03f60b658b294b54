extension Kubelet {
  /// Asks one probe's question; where the learner has injected a fault, the fault answers.
  mutating func ask(_ prober: ProbeWorker, _ container: Container, _ uid: String) -> ProbeAnswer {
    ProbeAnswer.by(prober.probe) { handler in
      switch handler {
      case .exec(let exec): return askExec(exec, prober)
      case .httpGet(let request): return askHTTP(request, prober, container, uid)
      case .tcpSocket(let socket): return askTCP(socket, prober, container, uid)
      case .grpc(let check): return askGRPC(check, prober, uid)
      }
    }
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
    let target: ProbeTarget
    do throws(ProbePortError) {
      target = try ProbeTarget(request, container, podIP: address(uid))
    } catch {
      return .known(.error(error.message), after: .zero)
    }
    let url = target.url
    let hangs = ProbeAnswer.failed(
      "Get \"\(url)\": context deadline exceeded (Client.Timeout exceeded while awaiting headers)",
      after: prober.timeout)
    switch prober.fault {
    case .ok: break
    case .fail: return .failed("HTTP probe failed with statuscode: 503")
    case .hang: return hangs
    }
    switch httpGet(request, port: target.port, uid) {
    case .refused:
      return .failed("Get \"\(url)\": dial tcp \(target.address): connect: connection refused")
    case .notHTTP:
      return .failed(
        "Get \"\(url)\": net/http: HTTP/1.x transport connection broken: malformed HTTP response")
    case .hang: return hangs
    case .response(let response, let after):
      guard after < prober.timeout else { return hangs }
      return .known(ProbeOutcome(response), after: after)
    }
  }

  private func askTCP(
    _ socket: TCPSocketAction, _ prober: ProbeWorker, _ container: Container, _ uid: String
  ) -> ProbeAnswer {
    let target: ProbeTarget
    do throws(ProbePortError) {
      target = try ProbeTarget(socket, container, podIP: address(uid))
    } catch {
      return .known(.error(error.message), after: .zero)
    }
    let address = target.address
    let hangs = ProbeAnswer.failed("dial tcp \(address): i/o timeout", after: prober.timeout)
    let refused = ProbeAnswer.failed("dial tcp \(address): connect: connection refused")
    switch prober.fault {
    case .ok: break
    case .fail: return refused
    case .hang: return hangs
    }
    guard let sandbox = readySandbox(uid) else { return hangs }
    switch runtime.tcpConnect(sandbox: sandbox, port: target.port, fromInside: false) {
    case .connected: return .known(.success(), after: .zero)
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
    case .serving: return .known(.success(), after: .zero)
    case .notServing: return notServing
    case .serviceUnknown:
      return .failed(
        "error: health rpc probe failed: rpc error: code = NotFound desc = unknown service")
    case .unimplemented:
      return .failed(
        "error: this server does not implement the grpc health protocol (grpc.health.v1.Health): "
          + "unknown service grpc.health.v1.Health")
    case .notGRPC, .refused:
      return .failed(
        "timeout: failed to connect service \"\(address(uid)):\(check.port)\" within \(timeout): "
          + "context deadline exceeded", after: prober.timeout)
    case .hang: return hangs
    }
  }

  private func readySandbox(_ uid: String) -> String? {
    runtime.sandboxes(podUID: uid).first { $0.isReady }?.id
  }

  /// The Pod's own address; empty while it has none.
  func address(_ uid: String) -> String {
    runtime.sandboxes(podUID: uid).first { $0.isReady }?.ipAddress ?? ""
  }

  mutating func httpGet(_ request: HTTPGetAction, port: Int, _ uid: String) -> HTTPOutcome {
    guard let sandbox = readySandbox(uid) else { return .hang }
    return runtime.httpGet(
      sandbox: sandbox, port: port, path: request.path, fromInside: false,
      headers: request.httpHeaders.map { HTTPField($0.name, $0.value) })
  }
}

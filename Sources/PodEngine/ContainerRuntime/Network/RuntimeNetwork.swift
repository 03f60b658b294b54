extension ContainerRuntime {
  /// Nothing has run since an earlier moment; what is asked now is answered by the clock of now.
  package mutating func reach(_ now: SimulatedTime) { kernel.now = max(kernel.now, now) }

  /// An HTTP GET to a Pod of this node, for probes, hooks and other Pods. `fromInside` comes from
  /// 127.0.0.1.
  package mutating func httpGet(
    sandbox: String, port: Int, path: String, fromInside: Bool, headers: [HTTPField] = [],
    clientAddress: String? = nil
  ) -> HTTPOutcome {
    let address = clientAddress ?? (fromInside ? "127.0.0.1" : "10.244.0.1")
    let request = HTTPRequest(path: path, clientAddress: address, headers: headers)
    return send(request, sandbox: sandbox, port: port, fromInside: fromInside)
  }

  /// Any HTTP request to a Pod of this node.
  package mutating func send(
    _ request: HTTPRequest, sandbox: String, port: Int, fromInside: Bool
  ) -> HTTPOutcome {
    kernel.serve(request, in: sandbox, port: port, fromInside: fromInside)
  }

  /// What a proxy in a Pod of this node answers, now that the server behind it has spoken.
  package mutating func complete(
    _ request: HTTPRequest, with outcome: HTTPOutcome, sandbox: String, port: Int
  ) -> HTTPOutcome {
    kernel.complete(request, with: outcome, in: sandbox, port: port)
  }

  /// A TCP connection to a Pod of this node.
  package func tcpConnect(sandbox: String, port: Int, fromInside: Bool) -> ConnectOutcome {
    kernel.connect(sandbox, port: port, fromInside: fromInside)
  }

  /// A call of `grpc.health.v1.Health/Check` to a Pod of this node.
  package mutating func grpcCheck(
    sandbox: String, port: Int, service: String, fromInside: Bool
  ) -> GRPCOutcome {
    kernel.checkHealth(service: service, in: sandbox, port: port, fromInside: fromInside)
  }

  /// Gives a process the answer to its `networkRequest`.
  package mutating func completeRequest(
    _ id: Int, _ answer: NetworkRequest.Answer, at now: SimulatedTime
  ) {
    kernel.now = max(kernel.now, now)
    kernel.complete(id, answer)
  }

  /// The ports on which something listens in a sandbox, in the order in which they were opened.
  package func listeningPorts(sandbox: String) -> [Int] {
    kernel.networks[sandbox]?.listeners.map(\.port) ?? []
  }
}

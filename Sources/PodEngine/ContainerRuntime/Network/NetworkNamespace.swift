/// The network of a sandbox: one address, and who listens on it.
struct NetworkNamespace: Sendable {
  var ipAddress: String
  var hostname: String
  var listeners: [Listener] = []
  /// The System V shared memory of the Pod; its IPC namespace lives as long as its network.
  var sharedMemory: [SharedMemorySegment] = []
  var lastSharedMemory = -1

  /// Whether a connection to one of these addresses stays in this namespace.
  func isOwn(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.") || host == ipAddress
      || host == hostname
  }

  /// Who answers on a port. A listener on 127.0.0.1 hears nothing from outside.
  func listener(port: Int, fromInside: Bool) -> Listener? {
    listeners.first { $0.port == port && (fromInside || !$0.isLoopback) }
  }
}

/// A listening TCP socket.
struct Listener: Hashable, Sendable {
  /// `0.0.0.0`, `::`, or one address.
  var address: String
  var port: Int
  let process: Int

  var isLoopback: Bool { address.hasPrefix("127.") || address == "localhost" || address == "::1" }

  func collides(with other: Listener) -> Bool {
    port == other.port
      && (address == other.address || isWildcard || other.isWildcard)
  }

  private var isWildcard: Bool { address == "0.0.0.0" || address == "::" || address == "*" }
}

extension Kernel {
  /// `bind` and `listen`. Throws when somebody in the same Pod has the port.
  mutating func listen(_ address: String, port: Int, by number: Int) throws(Errno) {
    guard let container = processes[number]?.container, let network = spaces[container]?.network
    else { throw .noProcess }
    guard (1...65_535).contains(port) else { throw .invalid }
    let listener = Listener(address: address, port: port, process: number)
    let others = networks[network]?.listeners ?? []
    guard !others.contains(where: { $0.collides(with: listener) }) else { throw .addressInUse }
    networks[network]?.listeners.append(listener)
  }

  mutating func stopListening(_ number: Int) {
    guard let container = processes[number]?.container, let network = spaces[container]?.network
    else { return }
    networks[network]?.listeners.removeAll { $0.process == number }
  }

  /// Connects to a port in a namespace.
  func connect(_ network: String, port: Int, fromInside: Bool) -> ConnectOutcome {
    guard let listener = networks[network]?.listener(port: port, fromInside: fromInside),
      processes[listener.process] != nil
    else { return .refused }
    return .connected
  }

  /// Sends a request to a port in a namespace and has the server there answer.
  mutating func serve(
    _ request: HTTPRequest, in network: String, port: Int, fromInside: Bool
  ) -> HTTPOutcome {
    answer(in: network, port: port, fromInside: fromInside) { kernel, program, number in
      guard var server = program as? any HTTPServer else { return .notHTTP }
      var request = request
      request.port = port
      let outcome = server.respond(to: request, &kernel, number)
      program = server
      return outcome
    } ?? .refused
  }

  /// Tells a proxy what the server behind it said; what it then answers.
  mutating func complete(
    _ request: HTTPRequest, with outcome: HTTPOutcome, in network: String, port: Int
  ) -> HTTPOutcome {
    answer(in: network, port: port, fromInside: true) { kernel, program, number in
      guard var server = program as? any HTTPServer else { return .notHTTP }
      let answer = server.complete(request, with: outcome, &kernel, number)
      program = server
      return answer
    } ?? .refused
  }

  /// Asks the gRPC health service behind a port.
  mutating func checkHealth(
    service: String, in network: String, port: Int, fromInside: Bool
  ) -> GRPCOutcome {
    answer(in: network, port: port, fromInside: fromInside) { kernel, program, number in
      guard let server = program as? any HealthServer else { return .notGRPC }
      return server.health(of: service, &kernel, number)
    } ?? .refused
  }

  /// Lends the program behind a port to a body; nil where nobody listens. A frozen server accepts
  /// connections (the kernel does) and never answers.
  private mutating func answer<Answer: FrozenAnswer>(
    in network: String, port: Int, fromInside: Bool,
    _ body: (inout Kernel, inout any Program, Int) -> Answer
  ) -> Answer? {
    guard let listener = networks[network]?.listener(port: port, fromInside: fromInside),
      let process = processes[listener.process]
    else { return nil }
    if process.isFrozen { return Answer.frozen }
    var program = process.program
    processes[listener.process]?.program = AbsentProgram()
    let result = body(&self, &program, listener.process)
    processes[listener.process]?.program = program
    wake(listener.process)
    return result
  }
}

/// An answer that has a form for a server that hangs.
protocol FrozenAnswer { static var frozen: Self { get } }

extension HTTPOutcome: FrozenAnswer { static var frozen: Self { .hang } }

extension GRPCOutcome: FrozenAnswer { static var frozen: Self { .hang } }

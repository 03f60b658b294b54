/// What a process wants from beyond its own Pod. The cluster finds out who answers, and calls
/// `ContainerRuntime.completeRequest`; until then the process waits.
package struct NetworkRequest: Hashable, Sendable {
  package let id: Int
  /// The sandbox it comes from.
  package let sandbox: String
  package let kind: Kind

  package enum Kind: Hashable, Sendable {
    /// An IP address or a name.
    case http(host: String, port: Int, HTTPRequest)
    case connect(host: String, port: Int)
    /// The addresses of a name.
    case lookup(name: String)
    /// The same with the full name, and the names of the addresses.
    case resolve(name: String)
    /// What a proxy in the process' own Pod passes on.
    case passed(PassedRequest, of: HTTPRequest, port: Int)
  }

  /// What the cluster found out.
  package enum Answer: Hashable, Sendable {
    case http(HTTPOutcome)
    case connect(ConnectOutcome)
    /// The addresses; none when there is no such name.
    case addresses([String])
    case resolved(ResolvedName)
    /// The host's name has no address.
    case unknownHost
  }

  struct State: Hashable, Sendable {
    let process: Int
    var answer: Answer?
  }
}

extension Kernel {
  /// Sends a request out; the answer comes through `takeAnswer`.
  mutating func send(_ kind: NetworkRequest.Kind, by number: Int) -> Int {
    let id = nextNumber()
    let network = processes[number].flatMap { spaces[$0.container]?.network } ?? ""
    requests[id] = NetworkRequest.State(process: number, answer: nil)
    events.append(.request(NetworkRequest(id: id, sandbox: network, kind: kind)))
    return id
  }

  /// The answer to a request, once; nil while there is none.
  mutating func takeAnswer(_ id: Int) -> NetworkRequest.Answer? {
    guard let answer = requests[id]?.answer else { return nil }
    requests[id] = nil
    return answer
  }

  mutating func complete(_ id: Int, _ answer: NetworkRequest.Answer) {
    guard let process = requests[id]?.process else { return }
    requests[id]?.answer = answer
    wake(process)
  }

  /// An HTTP request from a process: answered at once inside the Pod, else sent out. Returns the
  /// answer, or the request to wait for.
  mutating func fetch(
    _ host: String, port: Int, path: String, headers: [HTTPField] = [], by number: Int
  )
    -> PendingAnswer
  {
    guard let network = network(of: number) else { return .now(.http(.refused)) }
    let isLocal = host.hasPrefix("127.") || host == "localhost" || host == "::1"
    let request = HTTPRequest(
      path: path, clientAddress: isLocal ? "127.0.0.1" : network.ipAddress,
      headers: [HTTPField("Host", port == 80 ? host : "\(host):\(port)")] + headers)
    guard network.isOwn(host) else {
      return .later(send(.http(host: host, port: port, request), by: number))
    }
    let name = spaces[processes[number]?.container ?? ""]?.network ?? ""
    let outcome = serve(request, in: name, port: port, fromInside: isLocal)
    if case .response(let response, _) = outcome, let onward = response.passesTo {
      return .later(send(.passed(onward, of: request, port: port), by: number))
    }
    return .now(.http(outcome))
  }

  /// A TCP connection from a process.
  mutating func connect(_ host: String, port: Int, by number: Int) -> PendingAnswer {
    guard let network = network(of: number) else { return .now(.connect(.refused)) }
    guard network.isOwn(host) else {
      return .later(send(.connect(host: host, port: port), by: number))
    }
    let isLocal = host != network.ipAddress && host != network.hostname
    let name = spaces[processes[number]?.container ?? ""]?.network ?? ""
    return .now(.connect(connect(name, port: port, fromInside: isLocal)))
  }

  func network(of number: Int) -> NetworkNamespace? {
    processes[number].flatMap { spaces[$0.container] }.flatMap { networks[$0.network] }
  }
}

/// What DNS knows of a name.
package struct ResolvedName: Hashable, Sendable {
  package struct Address: Hashable, Sendable {
    package let address: String
    /// The name that the address has; empty without.
    package let name: String

    package init(address: String, name: String) { (self.address, self.name) = (address, name) }
  }

  /// With all of its domains.
  package let name: String
  package let addresses: [Address]

  package init(name: String, addresses: [Address]) {
    (self.name, self.addresses) = (name, addresses)
  }
}

/// An answer that is there, or a request that is on its way.
enum PendingAnswer: Sendable {
  case now(NetworkRequest.Answer)
  case later(Int)
}

/// How one run of a probe ended: `probe.Result` with its output (pkg/probe/probe.go).
package enum ProbeOutcome: Hashable, Sendable {
  /// With what the answer said, which nobody is told.
  case success(String = "")
  /// A success that people should look at.
  case warning(String)
  /// With what the probe said.
  case failure(String)
  /// The probe says neither yes nor no.
  case unknown
  /// The probe could not be run, with the state that the prober gives then; it says nothing about
  /// the container.
  case error(String, ProbeState = .unknown)

  /// The prober's words for its results.
  package enum ProbeState: String, Hashable, Sendable { case success, warning, failure, unknown }

  static let withoutHandler = ProbeOutcome.error("missing probe handler")

  /// What an HTTP answer means: pkg/probe/http/http.go. A redirection that is still there leads
  /// somewhere else, and is not followed.
  init(_ response: HTTPResponse) {
    switch response.status {
    case 200..<300: self = .success(response.body)
    case 300..<400: self = .warning(Self.redirection + response.body)
    default: self = .failure("HTTP probe failed with statuscode: \(response.status)")
    }
  }

  /// How the prober's only warning begins.
  static let redirection = "Probe terminated redirects, Response body: "

  /// What the prober makes of it (`probe` in prober.go).
  var result: ProbeTable.Result {
    switch self {
    case .success, .warning: .success
    case .failure, .unknown, .error: .failure
    }
  }

  var isError: Bool { if case .error = self { true } else { false } }

  var output: String {
    switch self {
    case .unknown: ""
    case .success(let text), .warning(let text), .failure(let text), .error(let text, _): text
    }
  }
}

/// What comes back from a question to a container: pkg/probe/{exec,http,tcp,grpc}.
enum ProbeAnswer: Hashable, Sendable {
  /// The outcome, and how long it takes to come.
  case known(ProbeOutcome, after: SimulatedDuration)
  /// A command that has to run in the container first.
  case exec([String])

  static func failed(_ text: String, after wait: SimulatedDuration = .zero) -> Self {
    .known(.failure(text), after: wait)
  }

  /// Asks by the probe's handler (`runProbe` in prober.go); without a probe all is well.
  static func by(_ probe: Probe?, _ ask: (ProbeHandler) -> Self) -> Self {
    guard let probe else { return .known(.success(), after: .zero) }
    return probe.handler.map(ask) ?? .known(.withoutHandler, after: .zero)
  }
}

/// How a probe asks.
enum ProbeHandler: Hashable, Sendable {
  case exec(ExecAction)
  case httpGet(HTTPGetAction)
  case tcpSocket(TCPSocketAction)
  case grpc(GRPCAction)
}

extension Probe {
  var handler: ProbeHandler? {
    exec.map(ProbeHandler.exec) ?? httpGet.map(ProbeHandler.httpGet)
      ?? tcpSocket.map(ProbeHandler.tcpSocket) ?? grpc.map(ProbeHandler.grpc)
  }
}

/// Servers of which podlab shows little: they listen, say so, answer a health check and end as the
/// real one does when it is asked to.
struct PlainServer: HTTPServer, HealthServer {
  private let profile: ServerProfile
  private var hasStarted = false

  init(_ profile: ServerProfile) { self.profile = profile }

  var memoryBytes: Int { profile.memoryBytes }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if kernel.takeSignal(process) != nil { return .exit(profile.statusAfterTerm ?? 0) }
    if hasStarted { return .block }
    hasStarted = true
    if profile.statusAfterTerm != nil {
      for signal in [Signal.term, .int] { kernel.setDisposition(signal, .caught, of: process) }
    }
    for port in profile.ports {
      do throws(Errno) { try kernel.listen("0.0.0.0", port: port, by: process) } catch {
        let text = "listen tcp 0.0.0.0:\(port): bind: address already in use\n"
        _ = kernel.write(Bytes(text), to: 2, by: process)
        return .exit(1)
      }
    }
    for line in profile.greeting { _ = kernel.write(Bytes(line + "\n"), to: 1, by: process) }
    return .block
  }

  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    switch profile.answer {
    case .nothing: return .notHTTP
    case .page(let text): return .response(HTTPResponse(status: 200, body: text), after: .zero)
    case .pages(let pages):
      let page = pages.first { $0.path == request.pathOnly }
      return .response(
        page.map { HTTPResponse(status: 200, body: $0.text) }
          ?? HTTPResponse(status: 404, body: "404 page not found\n"), after: .zero)
    case .requestDetails:
      let host = kernel.network(of: process)?.hostname ?? ""
      return .response(
        HTTPResponse(status: 200, body: Self.details(of: request, host: host)), after: .zero)
    }
  }

  /// What registry.k8s.io/echoserver says of a request.
  private static func details(of request: HTTPRequest, host: String) -> String {
    var lines = ["", "", "Hostname: \(host)", "", "Pod Information:"]
    lines += ["\t-no pod information available-", "", "Server values:"]
    lines += ["\tserver_version=nginx: 1.14.2 - lua: 10015", "", "Request Information:"]
    lines += ["\tclient_address=\(request.clientAddress)", "\tmethod=\(request.method)"]
    lines += ["\treal path=\(request.path)", "\tquery=", "\trequest_version=1.1"]
    lines += ["\trequest_scheme=http", "", "Request Headers:"]
    lines += request.headers.map { "\t\($0.name.lowercased())=\($0.value)" }
    lines += [
      "", "Request Body:", "\t\(request.body.isEmpty ? "-no body in request-" : request.body)",
    ]
    return lines.joined(separator: "\n") + "\n\n"
  }

  func health(of service: String, _ kernel: inout Kernel, _ process: Int) -> GRPCOutcome {
    guard profile.hasHealthService else { return .notGRPC }
    return service.isEmpty ? .serving : .serviceUnknown
  }
}

/// What tells one plain server from another.
struct ServerProfile: Sendable {
  var memoryBytes: Int
  var ports: [Int]
  var greeting: [String] = []
  /// The exit status after TERM or INT. Nil has no handler: a first process then ignores them, as
  /// node and Python do.
  var statusAfterTerm: Int?
  var answer = Answer.nothing
  /// Whether it has a gRPC health service.
  var hasHealthService = false

  enum Answer: Sendable {
    /// Does not speak HTTP.
    case nothing
    /// The same for every path.
    case page(String)
    case pages([(path: String, text: String)])
    /// What was asked, as echo servers answer.
    case requestDetails
  }

  /// Ends by itself with status 0 when it is the first process of its container.
  static let etcd = ServerProfile(
    memoryBytes: 20 << 20, ports: [2379, 2380], greeting: ["ready to serve client requests"],
    statusAfterTerm: 0,
    answer: .pages([("/health", "{\"health\":\"true\"}"), ("/readyz", "ok")]),
    hasHealthService: true)

  static let goproxy = ServerProfile(
    memoryBytes: 2 << 20, ports: [8080], statusAfterTerm: GoRuntime.statusAfterSignal)

  static let ghost = ServerProfile(
    memoryBytes: 120 << 20, ports: [2368], greeting: ["Ghost is running in production..."],
    statusAfterTerm: 0, answer: .page("<h1>Ghost</h1>\n"))

  static let nodeHello = ServerProfile(
    memoryBytes: 30 << 20, ports: [8080], statusAfterTerm: nil, answer: .page("Hello Kubernetes!"))

  static let echoServer = ServerProfile(
    memoryBytes: 12 << 20, ports: [8080], greeting: ["Generating self-signed cert"],
    statusAfterTerm: 0, answer: .requestDetails)

  static let memcached = ServerProfile(memoryBytes: 2 << 20, ports: [11211], statusAfterTerm: 0)

  /// Answers with a word in JSON on 80; the backend of the page about connecting front and back end.
  static let helloBackend = ServerProfile(
    memoryBytes: 4 << 20, ports: [80], statusAfterTerm: GoRuntime.statusAfterSignal,
    answer: .pages([("/", "{\"message\":\"Hello\"}\n")]))

  static let rabbit = ServerProfile(
    memoryBytes: 110 << 20, ports: [5672], greeting: [" completed with 0 plugins."],
    statusAfterTerm: 0)

  static let wordpress = ServerProfile(
    memoryBytes: 40 << 20, ports: [80],
    greeting: ["AH00094: Command line: 'apache2 -D FOREGROUND'"], statusAfterTerm: 0,
    answer: .page("<h1>WordPress</h1>\n"))

  static let zookeeper = ServerProfile(
    memoryBytes: 90 << 20, ports: [2181, 3888],
    greeting: ["binding to port 0.0.0.0/0.0.0.0:2181"], statusAfterTerm: 143)

  static let cassandra = ServerProfile(
    memoryBytes: 400 << 20, ports: [9042, 7199], greeting: ["Startup complete"],
    statusAfterTerm: 143)

  static let fluentd = ServerProfile(
    memoryBytes: 60 << 20, ports: [],
    greeting: ["[info]: #0 fluentd worker is now running worker=0"],
    statusAfterTerm: 0)

  static let kuard = ServerProfile(
    memoryBytes: 6 << 20, ports: [8080], greeting: ["Serving on HTTP on :8080"],
    statusAfterTerm: GoRuntime.statusAfterSignal,
    answer: .pages([
      ("/", "<title>KUAR Demo</title>\n"), ("/healthy", "ok"), ("/ready", "ok"),
    ]))

  static let guestbook = ServerProfile(
    memoryBytes: 18 << 20, ports: [80],
    greeting: ["AH00094: Command line: 'apache2 -D FOREGROUND'"], statusAfterTerm: 0,
    answer: .page("<title>Guestbook</title>\n"))

  static let testWebserver = ServerProfile(
    memoryBytes: 3 << 20, ports: [80], statusAfterTerm: GoRuntime.statusAfterSignal,
    answer: .page("<pre>\n</pre>\n"))
}

/// Programs written in Go.
enum GoRuntime {
  /// The runtime handles TERM and INT itself and, where the default action is not carried out, as
  /// for the first process of a container, exits with 2 (`runtime.dieFromSignal`).
  static let statusAfterSignal = 2
}

/// A request as a server sees it.
package struct HTTPRequest: Hashable, Sendable {
  package var method = "GET"
  /// With its query.
  package var path: String
  package var headers: [HTTPField] = []
  package var body = ""
  /// The port that it came to.
  package var port = 80
  /// Where it comes from, for access logs.
  package var clientAddress: String

  package init(path: String, clientAddress: String, headers: [HTTPField] = []) {
    self.path = path.hasPrefix("/") ? path : "/" + path
    self.clientAddress = clientAddress
    self.headers = headers
  }

  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The path without its query.
  var pathOnly: String { String(path.prefix { $0 != "?" }) }

  /// A value of the query.
  func query(_ name: String) -> String? {
    guard let mark = path.firstIndex(of: "?") else { return nil }
    for pair in path[path.index(after: mark)...].split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.first.map(String.init) == name { return parts.count > 1 ? String(parts[1]) : "" }
    }
    return nil
  }
}

/// A header.
package struct HTTPField: Hashable, Sendable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// What a server answered.
package struct HTTPResponse: Hashable, Sendable {
  package var status: Int
  package var headers: [HTTPField] = []
  package var body: String
  /// A proxy has no answer of its own: whoever carries its answer asks there, and tells it what came
  /// of it (`HTTPServer.complete`). Until then this is a 502.
  package var passesTo: PassedRequest?

  package init(status: Int, headers: [HTTPField] = [], body: String) {
    self.status = status
    self.headers = headers
    self.body = body
    passesTo = nil
  }

  /// `Not Found`.
  package var reasonPhrase: String {
    switch status {
    case 200: "OK"
    case 204: "No Content"
    case 301: "Moved Permanently"
    case 302: "Found"
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    case 504: "Gateway Time-out"
    default: "Status \(status)"
    }
  }
}

/// What a proxy asks of the server behind it.
package struct PassedRequest: Hashable, Sendable {
  /// An address or a name.
  package let host: String
  package let port: Int
  package let request: HTTPRequest

  package init(host: String, port: Int, request: HTTPRequest) {
    (self.host, self.port, self.request) = (host, port, request)
  }
}

/// How an HTTP request to a Pod went.
package enum HTTPOutcome: Hashable, Sendable {
  /// Nobody listens on the port.
  case refused
  /// The connection is there, an answer never comes.
  case hang
  /// Something answers, but not with HTTP.
  case notHTTP
  /// The answer, and how long it takes.
  case response(HTTPResponse, after: SimulatedDuration)
}

/// How a TCP connection to a Pod went.
package enum ConnectOutcome: Hashable, Sendable { case connected, refused, hang }

/// How a gRPC health check went.
package enum GRPCOutcome: Hashable, Sendable {
  case serving
  case notServing
  /// The health service does not know the service that was asked for.
  case serviceUnknown
  /// A gRPC server without a health service.
  case unimplemented
  /// Something answers, but not gRPC.
  case notGRPC
  case refused
  case hang
}

/// A program that answers HTTP requests.
protocol HTTPServer: Program {
  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome

  /// What a proxy makes of what the server behind it said.
  mutating func complete(
    _ request: HTTPRequest, with outcome: HTTPOutcome, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome
}

extension HTTPServer {
  mutating func complete(
    _ request: HTTPRequest, with outcome: HTTPOutcome, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome { outcome }
}

/// A program with a gRPC health service.
protocol HealthServer: Program {
  func health(of service: String, _ kernel: inout Kernel, _ process: Int) -> GRPCOutcome
}

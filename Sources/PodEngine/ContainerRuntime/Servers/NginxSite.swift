/// What a configuration of nginx comes to: who listens where, and what is answered.
struct NginxSite: Sendable {
  private(set) var servers: [Server] = []
  /// The words of `upstream` blocks, by name.
  private(set) var upstreams: [String: [Upstream]] = [:]
  /// How many processes answer; nil for one for each processor (`auto`).
  private(set) var workerCount: Int? = 1
  private(set) var level = Level.error
  private(set) var runsAsDaemon = true
  /// Certificates and keys, which must be there when nginx starts.
  private(set) var certificates: [String] = []

  /// How grave what is logged must be, from `error_log FILE LEVEL`.
  enum Level: Int, Sendable {
    case debug, info, notice, warn, error, crit, alert, emerg

    init?(_ name: String) {
      let names = ["debug", "info", "notice", "warn", "error", "crit", "alert", "emerg"]
      guard let index = names.firstIndex(of: name) else { return nil }
      self.init(rawValue: index)
    }
  }

  struct Server: Sendable {
    var ports: [Int] = []
    var names: [String] = []
    var answers = Answers()
    var locations: [Location] = []

    /// `location = /path` counts before the longest that begins alike.
    func location(of path: String) -> Location? {
      locations.first { $0.isExact && $0.path == path }
        ?? locations.filter { !$0.isExact && path.hasPrefix($0.path) }
        .max { $0.path.utf8.count < $1.path.utf8.count }
    }
  }

  struct Location: Sendable {
    var path: String
    var isExact: Bool
    var answers: Answers
  }

  /// What a server or a location says of answering; nil leaves it to what is around it.
  struct Answers: Sendable {
    var root: String?
    /// The folder in place of the location's path (`alias`).
    var alias: String?
    var index: [String]?
    var pass: Pass?
    /// `return CODE [TEXT]`.
    var fixed: (status: Int, text: String)?
    var type: String?
  }

  /// `proxy_pass http://NAME[:PORT][/PATH]`.
  struct Pass: Sendable {
    let host: String
    let port: Int
    /// Replaces the location's path; nil leaves it.
    let path: String?
    let place: String
  }

  /// A server behind nginx.
  struct Upstream: Hashable, Sendable {
    let host: String
    let port: Int
    let place: String
  }

  init() {}

  init(_ directives: [NginxDirective], arguments: [String]) {
    readMain(directives)
    guard let index = arguments.firstIndex(of: "-g"), index + 1 < arguments.count else { return }
    var reader = NginxReader(contents: { _ in arguments[index + 1] + "\n" }, names: { _ in [] })
    readMain((try? reader.read("command line")) ?? [])
  }

  private mutating func readMain(_ directives: [NginxDirective]) {
    for directive in directives {
      switch (directive.name, directive.words.first) {
      case ("worker_processes", let word?): workerCount = word == "auto" ? nil : Int(word) ?? 1
      case ("daemon", let word?): runsAsDaemon = word != "off"
      case ("error_log", _?):
        level = directive.words.dropFirst().first.flatMap { Level($0) } ?? .error
      case ("http", _): readHTTP(directive.block ?? [])
      default: break
      }
    }
  }

  private mutating func readHTTP(_ directives: [NginxDirective]) {
    let common = answers(directives)
    for directive in directives {
      let block = directive.block ?? []
      if directive.name == "upstream", let name = directive.words.first {
        upstreams[name] = block.filter { $0.name == "server" }.compactMap { server in
          server.words.first.map { Self.upstream($0, at: server.place) }
        }
      }
      if directive.name == "server" { readServer(block, common) }
    }
  }

  private static func upstream(_ text: String, at place: String) -> Upstream {
    let parts = text.split(separator: ":").map(String.init)
    return Upstream(
      host: parts.first ?? text, port: parts.count > 1 ? Int(parts[1]) ?? 80 : 80, place: place)
  }

  private mutating func readServer(_ directives: [NginxDirective], _ common: Answers) {
    var server = Server()
    server.answers = answers(directives).over(common)
    for directive in directives {
      switch directive.name {
      case "listen":
        let address = directive.words.first ?? ""
        let port = address.split(separator: ":").last.flatMap { Int($0) }
        let number = port ?? (address.contains("]") || port == nil ? 80 : 0)
        if !server.ports.contains(number) { server.ports.append(number) }
      case "server_name": server.names += directive.words
      case "ssl_certificate", "ssl_certificate_key": certificates += directive.words
      case "location": readLocation(directive, &server)
      default: break
      }
    }
    if server.ports.isEmpty { server.ports = [80] }
    servers.append(server)
  }

  /// Locations by regular expression are not looked at.
  private mutating func readLocation(_ directive: NginxDirective, _ server: inout Server) {
    guard let path = directive.words.last, directive.words.first?.hasPrefix("~") != true else {
      return
    }
    server.locations.append(
      Location(
        path: path, isExact: directive.words.count > 1 && directive.words[0] == "=",
        answers: answers(directive.block ?? []).over(server.answers)))
  }

  private func answers(_ directives: [NginxDirective]) -> Answers {
    var found = Answers()
    for directive in directives {
      let (words, first) = (directive.words, directive.words.first)
      switch directive.name {
      case "root": found.root = first
      case "alias": found.alias = first
      case "index": found.index = words
      case "default_type": found.type = first
      case "return":
        let status = first.flatMap { Int($0) }
        found.fixed = (status ?? 302, status == nil ? first ?? "" : words.dropFirst().first ?? "")
      case "proxy_pass": found.pass = Self.pass(first ?? "", at: directive.place)
      default: break
      }
    }
    return found
  }

  private static func pass(_ text: String, at place: String) -> Pass? {
    guard let address = WebAddress(text) else { return nil }
    let hasPath = text.split(separator: "/", maxSplits: 2).count > 2 || text.hasSuffix("/")
    return Pass(
      host: address.host, port: address.port, path: hasPath ? address.path : nil, place: place)
  }

  /// The child of a daemon is none itself.
  mutating func staysInForeground() { runsAsDaemon = false }

  // MARK: What it leads to

  /// All ports, each once.
  var ports: [Int] {
    servers.flatMap(\.ports).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The servers behind nginx whose names it looks up when it starts.
  var upstreamNames: [Upstream] {
    let blocks = upstreams.keys.sorted().flatMap { upstreams[$0] ?? [] }
    let passes = servers.flatMap { [$0.answers] + $0.locations.map(\.answers) }
      .compactMap(\.pass).filter { upstreams[$0.host] == nil && !$0.host.contains("$") }
      .map { Upstream(host: $0.host, port: $0.port, place: $0.place) }
    return blocks + passes
  }

  /// The server for a request: by its name, else the first on that port.
  func server(port: Int, host: String) -> Server? {
    let here = servers.filter { $0.ports.contains(port) }
    let name = String(host.prefix { $0 != ":" })
    return here.first { $0.names.contains(name) } ?? here.first
  }

  /// Where a location sends its requests.
  func upstream(of pass: Pass) -> Upstream {
    upstreams[pass.host]?.first ?? Upstream(host: pass.host, port: pass.port, place: pass.place)
  }
}

extension NginxSite.Answers {
  /// These words, and where they say nothing those around them. What passes a request on, or answers
  /// it by itself, is not inherited.
  fileprivate func over(_ outer: Self) -> Self {
    var result = self
    result.root = root ?? outer.root
    result.index = index ?? outer.index
    result.type = type ?? outer.type
    if pass == nil, fixed == nil { result.fixed = outer.fixed }
    return result
  }
}

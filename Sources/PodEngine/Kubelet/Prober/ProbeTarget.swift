/// Where a probe goes: the host and port of a handler (pkg/probe/util.go,
/// pkg/probe/http/request.go).
struct ProbeTarget: Hashable, Sendable {
  /// The Pod's own address where the handler names none.
  let host: String
  let port: Int
  /// For HTTP, as the handler has it.
  let path: String
  /// For HTTP, in small letters.
  let scheme: String

  init(_ request: HTTPGetAction, _ container: Container, podIP: String)
    throws(ProbePortError)
  {
    host = request.host.isEmpty ? podIP : request.host
    port = try Self.resolve(request.port, container)
    path = request.path
    scheme = request.scheme.isEmpty ? "http" : request.scheme.lowercased()
  }

  init(_ socket: TCPSocketAction, _ container: Container, podIP: String)
    throws(ProbePortError)
  {
    host = socket.host.isEmpty ? podIP : socket.host
    port = try Self.resolve(socket.port, container)
    (path, scheme) = ("", "")
  }

  /// For messages, where no port could be found.
  static func hostAndPort(_ host: String, _ port: Int) -> String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  var address: String { Self.hostAndPort(host, port) }

  var url: String { Self.url(scheme: scheme, host: host, port: port, path: path) }

  /// The port that a handler means (`ResolveContainerPort`): a name is looked up among the
  /// container's ports, and read as a number where there is none of that name.
  static func resolve(_ port: IntOrString, _ container: Container) throws(ProbePortError) -> Int {
    let number: Int
    switch port {
    case .integer(let given): number = given
    case .string(let name):
      let named = container.ports.first { $0.name == name && !name.isEmpty }?.containerPort
      guard let found = named ?? Int(name) else {
        throw ProbePortError(
          message: "strconv.Atoi: parsing \(GoSyntax.quoted(name)): invalid syntax")
      }
      number = found
    }
    guard (1...65_535).contains(number) else {
      throw ProbePortError(message: "invalid port number: \(number)")
    }
    return number
  }

  /// What is asked for (`formatURL`): the path may have a query and a fragment of its own.
  static func url(scheme: String, host: String, port: Int, path: String) -> String {
    let location = path.prefix { $0 != "?" && $0 != "#" }
    let rest = path.dropFirst(location.count)
    let slash = location.isEmpty || location.hasPrefix("/") ? "" : "/"
    return "\(scheme)://\(hostAndPort(host, port))\(slash)\(escaped(location))\(rest)"
  }

  /// Go's escaping of a path: letters, digits and these signs stay.
  private static func escaped(_ path: Substring) -> String {
    let plain = Array("-._~!$&'()*+,;=:@/[]%".utf8)
    return path.utf8.map { byte in
      let isPlain = isAlphanumeric(byte) || plain.contains(byte)
      guard !isPlain else { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }
}

/// A handler without a port that anybody could listen on.
struct ProbePortError: Error, Hashable, Sendable { let message: String }

/// What a hook asks for, and what the kubelet's log says when it fails:
/// pkg/kubelet/lifecycle/handlers.go.
enum HookHandler {
  /// What is to be done; nil for a handler that cannot be run. Kubernetes accepts `tcpSocket` for
  /// the sake of old manifests, and fails it.
  enum Action: Hashable, Sendable {
    case exec([String])
    case httpGet(HTTPGetAction)
    case sleep(seconds: Int)
  }

  static func action(of handler: LifecycleHandler) -> Action? {
    if let exec = handler.exec { return .exec(exec.command) }
    if let request = handler.httpGet { return .httpGet(request) }
    if let sleep = handler.sleep { return .sleep(seconds: sleep.seconds) }
    return nil
  }

  /// `error` is what went wrong, `output` what a command has printed.
  static func failure(
    of handler: LifecycleHandler, container: String, in pod: Pod, error: String,
    output: String = ""
  ) -> String {
    let place = "for Container \(GoSyntax.quoted(container)) in Pod "
    let end = "\(place)\(GoSyntax.quoted(pod.kubeletName)) failed - error: \(error)"
    return switch action(of: handler) {
    case .exec(let command):
      "Exec lifecycle hook ([\(command.joined(separator: " "))]) \(end), "
        + "message: \(GoSyntax.quoted(output))"
    case .httpGet(let request): "HTTP lifecycle hook (\(request.path)) \(end)"
    case .sleep(let seconds): "Sleep lifecycle hook (\(seconds)) \(end)"
    case nil: "Cannot run handler: invalid handler: \(goText(of: handler))"
    }
  }

  /// A handler that is none of the known, as Go prints it.
  private static func goText(of handler: LifecycleHandler) -> String {
    let socket = handler.tcpSocket.map { socket in
      let port =
        switch socket.port {
        case .integer(let number): "{0 \(number) }"
        case .string(let name): "{1 0 \(name)}"
        }
      return "&TCPSocketAction{Port:\(port),Host:\(socket.host),}"
    }
    return "&LifecycleHandler{Exec:nil,HTTPGet:nil,TCPSocket:\(socket ?? "nil"),Sleep:nil,}"
  }
}

extension HTTPGetAction {
  /// The address that is asked (`NewRequestForHTTPGetAction` in pkg/probe/http/request.go); `host`
  /// is used where the action names none.
  func url(host other: String, port: Int) -> String {
    ProbeTarget.url(
      scheme: scheme.isEmpty ? "http" : scheme.lowercased(), host: host.isEmpty ? other : host,
      port: port, path: path)
  }
}

extension Container {
  /// The number that a probe or hook means: a name is looked up among the container's ports; nil
  /// where there is none, and for a number that is no port (`ResolveContainerPort` in
  /// pkg/probe/util.go).
  func portNumber(_ port: IntOrString) -> Int? {
    do throws(ProbePortError) {
      return try ProbeTarget.resolve(port, self)
    } catch { return nil }
  }
}

/// Busybox' `nc HOST PORT`, `nc -z HOST PORT`, `nc -l -p PORT`.
///
/// A listener answers one connection with its standard input and ends (`-k`: goes on). A client
/// that sends an HTTP request gets the answer; other protocols are not simulated.
struct NetcatUtility: HTTPServer {
  private var listens = false
  private var keepsListening = false
  private var onlyConnects = false
  private var isVerbose = false
  private var port: Int?
  private var host: String?
  private var timeout: SimulatedDuration?
  private var input = Bytes()
  private var inputEnded = false
  private var isOpen = false
  private var connection: Int?
  private var request: Int?
  private var pending = Bytes()
  private var exitStatus: Int?

  init(_ arguments: [String]) {
    var words = arguments[...]
    while let word = words.popFirst() {
      guard word.hasPrefix("-"), word.count > 1 else {
        if host == nil, Int(word) == nil || !listens { host = word } else { port = Int(word) }
        continue
      }
      for letter in word.dropFirst() {
        switch letter {
        case "l": listens = true
        case "k": keepsListening = true
        case "z": onlyConnects = true
        case "v": isVerbose = true
        case "p": port = words.popFirst().flatMap { Int($0) }
        case "w":
          timeout = words.popFirst().flatMap { DurationText.milliseconds($0) }
            .map { .milliseconds($0) }
        case "e": words = []
        default: break
        }
      }
    }
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if !pending.isEmpty {
      switch kernel.write(pending, to: 1, by: process) {
      case .wouldBlock(let rest):
        pending = rest
        return .block
      case .done, .failed: pending = Bytes()
      }
    }
    if let exitStatus { return .exit(exitStatus) }
    if !listens || !inputEnded, !onlyConnects, !inputEnded {
      switch kernel.read(0, atMost: RuntimeLimits.pipeBytes, by: process) {
      case .data(let bytes):
        input.append(bytes)
        return .goOn
      case .end, .failed: inputEnded = true
      case .wouldBlock:
        if !listens || isOpen { return .block }
      }
    }
    return listens ? listen(&kernel, process) : connect(&kernel, process)
  }

  private mutating func listen(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if isOpen { return .block }
    guard let port else { return fail("usage: nc -l -p PORT", &kernel, process) }
    do throws(Errno) {
      try kernel.listen("0.0.0.0", port: port, by: process)
      isOpen = true
      return .block
    } catch { return fail("bind: \(error.text)", &kernel, process) }
  }

  private mutating func connect(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard let host, let port else { return fail("usage: nc HOST PORT", &kernel, process) }
    if let request {
      guard let answer = kernel.takeAnswer(request) else { return .block }
      self.request = nil
      return receive(answer, host, &kernel, process)
    }
    let text = input.slice(from: 0, length: 1024).text()
    let words = text.prefix { $0 != "\n" && $0 != "\r\n" }.split(separator: " ")
    let isHTTP = ["GET", "HEAD", "POST"].contains(words.first.map(String.init) ?? "")
    let answer =
      isHTTP && words.count > 1
      ? kernel.fetch(host, port: port, path: String(words[1]), by: process)
      : kernel.connect(host, port: port, by: process)
    switch answer {
    case .now(let answer): return receive(answer, host, &kernel, process)
    case .later(let id):
      request = id
      return .block
    }
  }

  private mutating func receive(
    _ answer: NetworkRequest.Answer, _ host: String, _ kernel: inout Kernel, _ process: Int
  ) -> ProgramStep {
    let address = host == "localhost" ? "127.0.0.1" : host
    switch answer {
    case .connect(.connected), .http(.notHTTP), .addresses, .resolved:
      if isVerbose {
        _ = kernel.write(
          Bytes("\(host) (\(address):\(port ?? 0)) open\n"), to: 2, by: process)
      }
      return .exit(0)
    case .connect(.refused), .http(.refused):
      return fail("can't connect to remote host (\(address)): Connection refused", &kernel, process)
    case .unknownHost: return fail("bad address '\(host)'", &kernel, process)
    case .connect(.hang), .http(.hang):
      return fail(
        "can't connect to remote host (\(address)): Connection timed out", &kernel, process)
    case .http(.response(let response, _)):
      pending = Bytes(
        "HTTP/1.1 \(response.status) \(response.reasonPhrase)\r\n\r\n\(response.body)")
      exitStatus = 0
      return .goOn
    }
  }

  private func fail(_ text: String, _ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if !onlyConnects || isVerbose {
      _ = kernel.write(Bytes("nc: \(text)\n"), to: 2, by: process)
    }
    return .exit(1)
  }

  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    pending.append("\(request.method) \(request.path) HTTP/1.1\r\n")
    for field in request.headers { pending.append("\(field.name): \(field.value)\r\n") }
    pending.append("\r\n")
    if !keepsListening {
      exitStatus = 0
      kernel.stopListening(process)
    }
    return Self.parse(input.text())
  }

  /// Standard input as an HTTP answer.
  private static func parse(_ text: String) -> HTTPOutcome {
    let plain = text.replacing("\r\n", with: "\n")
    let first = plain.prefix { $0 != "\n" }.split(separator: " ")
    guard first.count >= 2, first[0].hasPrefix("HTTP/"), let status = Int(first[1])
    else { return .notHTTP }
    let body = plain.firstRange(of: "\n\n").map { String(plain[$0.upperBound...]) } ?? ""
    return .response(HTTPResponse(status: status, body: body), after: .zero)
  }
}

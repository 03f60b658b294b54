/// gcr.io/google-samples/hello-app: answers on 8080 (`PORT` elsewhere) with its version and host
/// name.
struct HelloApp: HTTPServer {
  private var hasStarted = false

  var memoryBytes: Int { 4 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if kernel.takeSignal(process) != nil { return .exit(GoRuntime.statusAfterSignal) }
    if hasStarted { return .block }
    hasStarted = true
    for signal in [Signal.term, .int] { kernel.setDisposition(signal, .caught, of: process) }
    let port = kernel.processes[process]?.variable("PORT").flatMap { Int($0) } ?? 8080
    do throws(Errno) { try kernel.listen("0.0.0.0", port: port, by: process) } catch {
      let text = "listen tcp :\(port): bind: address already in use\n"
      _ = kernel.write(Bytes(text), to: 2, by: process)
      return .exit(1)
    }
    let time = DateText.format("%Y/%m/%d %H:%M:%S", kernel.now)
    _ = kernel.write(Bytes("\(time) Server listening on port \(port)\n"), to: 2, by: process)
    return .block
  }

  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    guard let own = kernel.processes[process] else { return .notHTTP }
    let time = DateText.format("%Y/%m/%d %H:%M:%S", kernel.now)
    _ = kernel.write(
      Bytes("\(time) Serving request: \(request.path)\n"), to: 2, by: process)
    let version = (try? kernel.contents(of: "/VERSION", by: own))?.text() ?? "1.0\n"
    let host = kernel.network(of: process)?.hostname ?? ""
    return .response(
      HTTPResponse(
        status: 200,
        body: "Hello, world!\nVersion: \(version.prefix { $0 != "\n" }).0\nHostname: \(host)\n"),
      after: .zero)
  }
}

/// hashicorp/http-echo: `-text=WORDS -listen=:5678` answers with the words.
struct HTTPEcho: HTTPServer {
  private var text: String?
  private var port = 5678
  private var hasStarted = false

  init(_ arguments: [String]) {
    text = OptionWords.value(of: "text", in: arguments)
    let address = OptionWords.value(of: "listen", in: arguments) ?? ":5678"
    port = address.split(separator: ":").last.flatMap { Int($0) } ?? 5678
  }

  var memoryBytes: Int { 3 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if kernel.takeSignal(process) != nil { return .exit(0) }
    if hasStarted { return .block }
    hasStarted = true
    for signal in [Signal.term, .int] { kernel.setDisposition(signal, .caught, of: process) }
    text = text ?? kernel.processes[process]?.variable("ECHO_TEXT") ?? "hello-world"
    do throws(Errno) { try kernel.listen("0.0.0.0", port: port, by: process) } catch {
      _ = kernel.write(
        Bytes("listen tcp :\(port): bind: address already in use\n"), to: 2, by: process)
      return .exit(1)
    }
    let time = DateText.format("%Y/%m/%d %H:%M:%S", kernel.now)
    _ = kernel.write(
      Bytes("\(time) [INFO] server is listening on :\(port)\n"), to: 1, by: process)
    return .block
  }

  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    .response(HTTPResponse(status: 200, body: (text ?? "") + "\n"), after: .zero)
  }
}

/// Options as many programs take them: `-name=value`, `--name value`.
enum OptionWords {
  static func value(of name: String, in words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard let first = parts.first, first == "-\(name)" || first == "--\(name)" else { continue }
      return parts.count > 1 ? parts[1] : index + 1 < words.count ? words[index + 1] : nil
    }
    return nil
  }
}
